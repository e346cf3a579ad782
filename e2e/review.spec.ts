import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { campaignDuties } from '@xiuhua/engine';
import { desk, expect, type Town, test, townPlan } from './town.ts';

const clean = async (page: Page): Promise<void> => {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

const ask = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '送审' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/可以审核：领导小组组长/)).toBeVisible();
  const reason = dialog.getByLabel(/不改的理由/);
  if ((await reason.count()) > 0) await reason.fill('本期先不查农贸市场');
  await dialog.getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('◐ 待审核')).toBeVisible();
};

/** The leader comes by the notice on his board. */
const openReview = async (town: Town): Promise<Page> => {
  const page = await town.visit(desk, 'zuzhang');
  await page.goto('/lead/');
  await page.getByRole('link', { name: '去审核' }).click();
  await expect(page.getByRole('heading', { name: '审核', exact: true })).toBeVisible();
  return page;
};

const pass = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect(page.getByText('◆ 已审核')).toBeVisible();
  await page.context().close();
};

const adopt = async (page: Page, version: number): Promise<void> => {
  await page.reload();
  await page.getByRole('button', { name: '印发方案' }).click();
  await page.getByRole('button', { name: `印发第 ${version} 版` }).click();
  await expect(page.getByText(`第 ${version} 版已印发`)).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText(`● 已施行（第 ${version} 版）`)).toBeVisible();
};

const firstVersion = async (town: Town): Promise<void> => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/design/${town.campaign}/phases`);
  await ask(page);
  await clean(page);

  const leader = await openReview(town);
  await clean(leader);
  await leader.getByRole('button', { name: '对“工作步骤 · （二）集中整治阶段”的意见' }).click();
  await leader.getByRole('textbox', { name: /集中整治阶段/ }).fill('请写明每日巡查');
  await leader.getByLabel('总的意见').fill('阶段目标还不够具体');
  await leader.getByRole('button', { name: '退回修改' }).click();
  await expect(leader.getByText('▲ 已退回')).toBeVisible();
  await leader.context().close();

  await page.reload();
  await expect(page.getByText('阶段目标还不够具体')).toBeVisible();
  const clause = page.getByRole('article').filter({ hasText: '集中整治阶段' });
  await expect(clause.getByText('请写明每日巡查')).toBeVisible();
  await expect(page.getByRole('button', { name: '送审' })).toBeEnabled();
  await clean(page);
  await page.getByRole('button', { name: '编辑“集中整治阶段”' }).click();
  await page.getByLabel('目标').fill('各单位联动，每日巡查，集中解决突出问题');
  await page.keyboard.press('Tab');
  await expect(page.getByText('已按意见修改的，请重新送审。')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await expect(page.getByText('◇ 草稿', { exact: true })).toBeVisible();
  await ask(page);
  await pass(await openReview(town));
  await adopt(page, 1);
};

const amendment = async (town: Town): Promise<Page> => {
  town.setTime('2026-11-03', '09:00');
  const page = await town.visit(desk, 'bangongshi');
  const plan = await townPlan();
  const at = `/api/campaigns/${town.campaign}/draft`;
  const api = page.context().request;
  const { revision } = (await (await api.get(at)).json()) as { revision: number };
  const schedule = plan.schedule.map((one) => (one.name === '交通周查' ? { ...one, every: 'week on friday' } : one)).slice(0, 5);
  const saved = await api.put(at, { data: { plan: { ...plan, schedule }, revision }, headers: { origin: town.address } });
  expect(saved.ok(), await saved.text()).toBe(true);
  await page.goto(`/design/${town.campaign}`);
  await ask(page);
  const leader = await openReview(town);
  await expect(leader.getByText(/项取消/)).toBeVisible();
  await clean(leader);
  await pass(leader);
  await page.reload();
  await page.getByRole('button', { name: '印发方案' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/项取消/)).toBeVisible();
  const told = await dialog.locator('.amendment').innerText();
  const number = (what: string): number => Number(new RegExp(`(\\d+) 项${what}`).exec(told)?.[1]);
  await clean(page);
  const keys = () =>
    town.ask((campaign) => campaignDuties(campaign, '2026-11-03', '2026-12-14').map(({ id, from, due, by }) => [id, from, due, by].join()));
  const before = await keys();
  await page.keyboard.press('Escape');
  await adopt(page, 2);
  const after = await keys();
  expect(number('检查任务不变')).toBe(before.filter((key) => after.includes(key)).length);
  expect(number('取消') + number('改日期')).toBe(before.filter((key) => !after.includes(key)).length);
  expect(number('新增') + number('改日期')).toBe(after.filter((key) => !before.includes(key)).length);
  return page;
};

const history = async (page: Page, town: Town): Promise<void> => {
  await page.getByRole('link', { name: '版本' }).click();
  await expect(page.getByRole('heading', { name: '第 2 版' })).toBeVisible();
  await page.getByText('与第 1 版相比改了什么').click();
  await expect(page.getByText(/交通周查/).first()).toBeVisible();
  await clean(page);
  const member = await town.visit(desk, 'jia');
  await member.goto(`/design/${town.campaign}/versions`);
  await member.getByRole('link', { name: '只读查看' }).last().click();
  await expect(member.getByText('每日巡查').first()).toBeVisible();
  await expect(member.getByRole('button', { name: /送审|印发方案|编辑/ })).toHaveCount(0);
  await member.context().close();
};

const closing = async (town: Town): Promise<void> => {
  town.setTime('2027-05-24', '09:00');
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/design/${town.campaign}/versions`);
  await page.getByRole('button', { name: /结束行动/ }).click();
  await page.getByLabel('结束的理由').fill('各项任务已完成，转入日常管理');
  await clean(page);
  await page.getByRole('dialog').getByRole('button', { name: '结束行动' }).click();
  await expect(page.getByText(/本行动已于 .* 结束：各项任务已完成/)).toBeVisible();
  await page.goto(`/design/${town.campaign}`);
  await expect(page.getByText('■ 已结束')).toBeVisible();
  await expect(page.getByRole('button', { name: '送审' })).toBeDisabled();
  await page.goto(`/lead/${town.campaign}`);
  await expect(page.getByText(/申诉、更正和已经开始的整改仍可办理/)).toBeVisible();
};

test('a draft is returned with remarks, mended, passed and adopted; amended as foretold; and the campaign is closed', async ({ town }) => {
  test.setTimeout(180_000);
  await test.step('the first version', () => firstVersion(town));
  const page = await test.step('an amendment', () => amendment(town));
  await test.step('the versions, read by a member', () => history(page, town));
  await test.step('the end', () => closing(town));
});
