import encodeQR from 'qr';
import { expect, test } from './inspect-phone.ts';
import { desk, passwordOf, phone } from './town.ts';

const site = '东街门面段';

/** A picture of a QR code, drawn by the browser as a photo of it would be. */
const pictureOf = async (page: import('@playwright/test').Page, text: string): Promise<Buffer> => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const bytes = await page.evaluate((cells) => {
    const scale = 8;
    const canvas = Object.assign(document.createElement('canvas'), { width: cells.length * scale, height: cells.length * scale });
    const paper = canvas.getContext('2d') as CanvasRenderingContext2D;
    paper.fillStyle = '#ffffff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.fillStyle = '#1b2430';
    for (const [y, row] of cells.entries())
      for (const [x, dark] of row.entries()) if (dark) paper.fillRect(x * scale, y * scale, scale, scale);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, rows);
  return Buffer.from(bytes, 'base64');
};

test('a site is found by its initials and by its QR code, also without a network', async ({ town, hand }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const { page, context } = await hand('jia');
  await context.setOffline(true);
  await page.getByRole('searchbox').fill('djmm');
  await expect(page.getByRole('link', { name: /门前三包检查表/ })).toHaveCount(1);
  await expect(page.getByRole('link', { name: site })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: '扫码' }).click();
  await expect(page.getByText(/用不了摄像头|对准贴在现场/)).toBeVisible();
  const input = page.getByRole('dialog').locator('input[type=file]');
  await input.setInputFiles({ name: 'pay.png', mimeType: 'image/png', buffer: await pictureOf(page, 'https://pay.example.com/1') });
  await expect(page.getByRole('alert').filter({ hasText: '不是本系统的二维码' })).toBeVisible();
  const code = await pictureOf(page, `${town.address}/inspect/#/site/${encodeURIComponent(site)}`);
  await input.setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: code });
  await expect(page.getByText(`只看“${site}”的任务`)).toBeVisible();
  await expect(page.getByRole('link', { name: /门前三包检查表/ })).toHaveCount(1);
});

test('the office lets a phone in with a code; a PIN locks it; forgetting the PIN loses nothing; the office shuts it out', async ({
  town,
}) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/records/phones`);
  await office.getByLabel('检查人员').click();
  await office.getByTitle(/检查员甲/).click();
  await office.getByRole('button', { name: '出示登记码' }).click();
  await expect(office.getByRole('img')).not.toHaveCount(0);
  const code = (await office.locator('output').textContent()) ?? '';

  const page = await town.visit(phone);
  await page.goto(`/inspect/#/register/${code}`);
  await page.getByLabel('这部手机叫什么').fill('红米工作机');
  await page.getByRole('button', { name: '登记并进入' }).click();
  await expect(page.getByRole('link', { name: site })).toBeVisible();
  await office.reload();
  await expect(office.getByText('检查员甲 · 红米工作机')).toBeVisible();

  await page.goto('/inspect/#/settings');
  await page.getByRole('button', { name: '设 PIN' }).click();
  await page.getByLabel('六位数字').fill('246810');
  await page.getByLabel('再输一遍').fill('246810');
  await page.getByRole('button', { name: '设定' }).click();
  await expect(page.getByText('已设 PIN')).toBeVisible();
  await page.goto('/inspect/#/today');
  await page.reload();
  await page.getByLabel('输入本机 PIN').fill('000000');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByText('PIN 不对')).toBeVisible();
  await page.getByLabel('输入本机 PIN').fill('246810');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByRole('link', { name: site })).toBeVisible();

  await page.getByRole('link', { name: site }).click();
  await page.getByRole('article', { name: '门前干净' }).getByRole('radio', { name: '合格', exact: true }).check();
  await page.goto('/inspect/#/today');
  await expect(page.getByText(/草稿 1\//)).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '忘了 PIN' }).click();
  await page.getByLabel('账号').fill('jia');
  await page.getByLabel('密码').fill(passwordOf('jia'));
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText(/草稿 1\//)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: site })).toBeVisible();

  await office.reload();
  await office.getByRole('button', { name: '停用' }).first().click();
  await office.getByRole('tooltip').getByRole('button', { name: '停用', exact: true }).click();
  await expect(office.getByText('还没有登记手机')).toBeVisible();
});
