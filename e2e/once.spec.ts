import { openChecklist } from './inspector.ts';
import { expect, phone, test } from './town.ts';

const submissionsOf = (site: string) => (campaign: { submissions: ReadonlyMap<string, { site: string; conflicts: readonly unknown[] }> }) =>
  [...campaign.submissions.values()].filter((visit) => visit.site === site).map((visit) => visit.conflicts.length);

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

test('a second press on submit changes nothing', async ({ town }) => {
  const page = await town.visit(phone, 'jia');
  await openChecklist(page, '东街门面段');
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '提交检查结果' }).dblclick();
  await expect.poll(() => town.ask(submissionsOf('东街门面段'))).toEqual([0]);
  await page.reload();
  await expect(page.getByText('全部已送达')).toBeVisible();
  expect(await town.ask(submissionsOf('东街门面段'))).toEqual([0]);
});

test('the same checklist submitted from two tabs at once is one record', async ({ town }) => {
  const first = await town.visit(phone, 'jia');
  await openChecklist(first, '东街门面段');
  await first.getByRole('button', { name: '其余全部合格' }).click();
  const second = await first.context().newPage();
  await second.clock.setSystemTime(town.now());
  await second.goto(first.url());
  // What was answered is kept on the phone within half a second; the second tab opens what is kept.
  await expect(async () => {
    await second.reload();
    await expect(second.getByText('6/6', { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass();
  const tabs = [first, second];
  for (const tab of tabs) await tab.getByRole('button', { name: '提交', exact: true }).click();
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: '提交检查结果' }).click()));
  await expect.poll(async () => (await town.ask(submissionsOf('东街门面段'))).length).toBe(1);
  for (const tab of tabs) await tab.reload();
  for (const tab of tabs) await expect(tab.getByText('全部已送达')).toBeVisible();
  expect(await town.ask(submissionsOf('东街门面段'))).toEqual([0]);
});
