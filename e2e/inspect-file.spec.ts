import { cutNetwork, expect, recordsOf, test } from './inspect-phone.ts';
import { failQuestion, handIn, openChecklist, photo } from './inspector.ts';
import { desk, phone as small } from './town.ts';

const site = '东街门面段';
const other = '西街门面段';

test('what a phone cannot send goes in a file to the office, is taken once with its photo, and the phone may still send it', async ({
  town,
  hand,
}) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const phone = await hand('jia');
  const { page } = phone;
  await openChecklist(page, site);
  await cutNetwork(phone, true);
  await failQuestion(page, '门前干净', { photo: 'far away' });
  await handIn(page);
  await openChecklist(page, other);
  await failQuestion(page, '门前干净', { photo: 'not finished' });
  await page.getByRole('link', { name: '返回' }).click();
  await page.goto('/inspect/#/outbox');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出未发送' }).click();
  const file = await (await saving).path();

  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/records/file`);
  const bring = async () => {
    await office.locator('input[type=file]').setInputFiles(file);
    await office.getByRole('button', { name: '导入 1 份' }).click();
  };
  await bring();
  await expect(office.getByText('导入完毕：收下 1')).toBeVisible();
  await expect(office.getByText(`${other} 门前三包检查表`)).toBeVisible();
  expect(await recordsOf(town, site)).toMatchObject([{ by: { name: '检查员甲' }, carriedBy: '办公室主任' }]);
  const [record] = await recordsOf(town, site);
  const [hash] = record?.answers['门前干净']?.photos ?? [];
  const kept = await office.context().request.get(`/api/campaigns/${town.campaign}/photos/${hash}`);
  expect([kept.status(), kept.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  await office.reload();
  await bring();
  await expect(office.getByText('早已收到 1')).toBeVisible();
  await office
    .locator('input[type=file]')
    .setInputFiles({ name: 'half.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"xiuhua-un') });
  await expect(office.getByRole('alert').filter({ hasText: '“half.json”不是手机导出的文件，或已损坏' })).toBeVisible();
  expect(photo('far away').buffer.length).toBeGreaterThan(0);

  await test.step('the draft goes on, with its photo, on the phone he has now', async () => {
    const { page: next } = await hand('jia');
    await next.goto('/inspect/#/outbox');
    await next.locator('input[type=file]').setInputFiles(file);
    await expect(next.getByRole('status').filter({ hasText: '已取回：草稿 1 份，待发送 1 份' })).toBeVisible();
    await next.getByRole('link', { name: '继续填' }).click();
    await expect(next.getByRole('button', { name: '第 1 张照片' }).locator('img')).toBeVisible();
    await handIn(next);
    await expect.poll(() => recordsOf(town, other)).toMatchObject([{ answers: { 门前干净: { result: 'fail' } } }]);
  });

  await cutNetwork(phone, false);
  await page.goto('/inspect/#/today');
  await page.getByRole('button', { name: '更新任务' }).click();
  await expect(page.getByText('全部已送达').first()).toBeVisible();
  expect(await recordsOf(town, site)).toHaveLength(1);

  for (const place of ['records', 'records/phones', 'records/codes', 'records/file']) {
    const held = await town.visit(small, 'bangongshi');
    await held.goto(`/lead/${town.campaign}/${place}`);
    await expect(held.getByRole('heading', { level: 1 })).toBeVisible();
    const wide = await held.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, place).toBeLessThanOrEqual(0);
    await held.context().close();
  }
});
