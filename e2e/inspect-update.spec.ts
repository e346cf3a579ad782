import { cutNetwork, expect, test } from './inspect-phone.ts';

const site = '东街门面段';

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

test('a newer version is offered on the list, never in a form, and loses nothing', async ({ hand }) => {
  const phone = await hand('jia');
  const page = await phone.reopen();
  await page.getByRole('link', { name: site }).click();
  await page.getByRole('article', { name: '路灯亮' }).getByRole('radio', { name: '合格', exact: true }).check();

  phone.line.rewrite = (path, text) => (path.endsWith('/sw.js') ? `${text}\n// a newer version` : text);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await expect(page.getByRole('button', { name: '更新', exact: true })).toHaveCount(0);
  await expect(page.getByRole('article')).toHaveCount(6);

  await page.getByRole('link', { name: '返回' }).click();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '更新', exact: true }).click()]);
  await expect(page.getByText(/草稿 1\/6/)).toBeVisible();
  await expect(page.getByRole('button', { name: '更新', exact: true })).toHaveCount(0);
});

test('an expired sign-in is said in words; filling goes on, and signing in again sends what waits', async ({ town, hand }) => {
  const phone = await hand('jia');
  const { page } = phone;
  await phone.context.clearCookies();
  await page.getByRole('link', { name: site }).click();
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '提交检查结果' }).click();
  await expect(page.getByText('登录后发送 1 条').first()).toBeVisible();
  await page.getByRole('button', { name: '登录' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('账号').fill('jia');
  await sheet.getByLabel('密码').fill('wrong');
  await sheet.getByRole('button', { name: '登录' }).click();
  await expect(sheet.getByText(/密码/).last()).toBeVisible();
  const { passwordOf } = await import('./town.ts');
  await sheet.getByLabel('密码').fill(passwordOf('jia'));
  await sheet.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('全部已送达').first()).toBeVisible({ timeout: 20_000 });
  expect(await town.ask((c) => c.submissions.size)).toBe(1);
});

test('what one inspector left unsent is not sent under another’s sign-in', async ({ town, hand }) => {
  const phone = await hand('jia');
  await cutNetwork(phone, true);
  const page = await phone.reopen();
  await page.getByRole('link', { name: site }).click();
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '提交检查结果' }).click();
  await expect(page.getByText('离线 · 1 条待发送').first()).toBeVisible();
  await phone.context.clearCookies();
  await cutNetwork(phone, false);
  await expect(page.getByText('登录后发送 1 条').first()).toBeVisible({ timeout: 20_000 });
  const { passwordOf } = await import('./town.ts');
  await page.getByRole('button', { name: '登录' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('账号').fill('yi');
  await sheet.getByLabel('密码').fill(passwordOf('yi'));
  await sheet.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('全部已送达').first()).toBeVisible();
  expect(await town.ask((c) => c.submissions.size)).toBe(0);
  await page.getByRole('link', { name: '设置' }).click();
  await expect(page.getByText(/检查员乙/)).toBeVisible();
});
