import { expect, recordsOf, test } from './inspect-phone.ts';
import { handIn, openChecklist } from './inspector.ts';
import { desk } from './town.ts';

const site = '东街门面段';

test('two phones do one duty: the office sees both side by side, chooses, sends back; the phone opens only that question', async ({
  town,
  hand,
}) => {
  await town.adopt();
  town.setTime('2026-11-02', '10:00');
  const jia = await hand('jia');
  const yi = await hand('yi');
  await openChecklist(jia.page, site);
  await openChecklist(yi.page, site);
  await handIn(jia.page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
  const card = yi.page.getByRole('article', { name: '门前干净' });
  await card.getByRole('radio', { name: '不适用', exact: true }).check();
  await handIn(yi.page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(2);

  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/records`);
  await office.getByRole('link', { name: new RegExp(site) }).click();
  await expect(office.getByText('1 项不同')).toBeVisible();
  await office.getByRole('radio', { name: /第 2 份/ }).check();
  await office.getByLabel('选定理由').fill('乙在场核实');
  await office.getByRole('button', { name: '选定这一份' }).click();
  await expect(office.getByText(/办公室主任选定第 2 份/)).toBeVisible();
  const chosen = (await recordsOf(town, site)).find(({ counts }) => counts);
  expect(chosen?.by.name).toBe('检查员乙');

  await office.goto(`/lead/${town.campaign}/visits/${chosen?.submission}`);
  await office.getByLabel('选择要退回的检查项').click();
  await office.getByTitle('门前干净').last().click();
  await office.getByLabel('“门前干净”的意见').fill('门前有照片，请判断');
  await office.getByRole('button', { name: '退回给检查人' }).click();
  await expect(office.getByText(/等检查人补报第 2 轮/)).toBeVisible();

  await yi.page.goto('/inspect/#/today');
  await yi.page.getByRole('button', { name: '更新任务' }).click();
  await expect(yi.page.getByRole('heading', { name: /退回补正/ })).toBeVisible();
  await yi.context.setOffline(true);
  await yi.page.getByRole('link', { name: new RegExp(site) }).click();
  await expect(yi.page.getByText('办公室意见：门前有照片，请判断')).toBeVisible();
  await expect(yi.page.getByRole('article')).toHaveCount(1);
  await yi.page.getByRole('article').getByRole('radio', { name: '合格', exact: true }).check();
  await yi.context.setOffline(false);
  await yi.page.getByRole('button', { name: /^提交/ }).click();
  await yi.page.getByRole('button', { name: '提交检查结果' }).click();
  await expect.poll(async () => (await recordsOf(town, site)).find(({ counts }) => counts)?.round).toBe(2);
  const first = (await recordsOf(town, site)).find(({ submission }) => submission === chosen?.submission);
  expect(first).toMatchObject({ counts: false, answers: { 门前干净: { result: 'not-applicable' } } });
});
