import { expect, leaveRoom, test } from './inspect-phone.ts';
import { photo } from './inspector.ts';
import { phone as screen } from './town.ts';

const site = '东街门面段';

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

for (const room of [90_000, 250_000])
  test(`with room for ${room} bytes it is said before the form is begun, and nothing is dropped without a word`, async ({ hand }) => {
    const phone = await hand('jia', { ...screen, serviceWorkers: 'block', room });
    const { page } = phone;
    await page.getByRole('link', { name: site }).click();
    await expect(page.getByText('手机剩余空间很少')).toBeVisible();
    const card = page.getByRole('article', { name: '门前干净' });
    const full = page.getByText(/手机存储空间不足|照片没有存下/).first();
    await card.getByRole('radio', { name: '不合格', exact: true }).check();
    const photos = card.getByRole('button', { name: /^第 \d+ 张照片/ });
    for (let i = 0; i < 20 && !(await full.isVisible()); i++) {
      await card
        .locator('input[type=file]')
        .first()
        .setInputFiles(photo(`n${i}`));
      await expect(full.or(card.getByRole('button', { name: `第 ${i + 1} 张照片` }))).toBeVisible();
    }
    await expect(full).toBeVisible();
    const kept = await photos.count();

    await leaveRoom(phone.context, phone.line.address);
    await card.getByRole('textbox').fill('有积水');
    await expect(page.getByText('手机存储空间不足')).toHaveCount(0);
    await page.waitForTimeout(700);
    const again = await phone.reopen();
    await again.getByRole('link', { name: new RegExp(site) }).click();
    const later = again.getByRole('article', { name: '门前干净' });
    await expect(later.getByRole('textbox')).toHaveValue('有积水');
    await expect(later.getByRole('button', { name: /^第 \d+ 张照片/ })).toHaveCount(kept);
  });
