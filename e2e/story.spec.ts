import type { Page } from '@playwright/test';
import { inspectTheRest } from './history.ts';
import { failQuestion, handIn, openChecklist, photo } from './inspector.ts';
import { desk, expect, passwordOf, phone, type Town, test } from './town.ts';

/** Signs in at the gate as people do. Who has several doors chooses one; the others are led through theirs. */
const signIn = async (page: Page, login: string, door?: string): Promise<void> => {
  await page.goto('/');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(passwordOf(login));
  await page.getByRole('button', { name: '登录' }).click();
  if (door) await page.getByRole('link', { name: new RegExp(door) }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/');
};

const moveStart = async (page: Page, day: string): Promise<void> => {
  const from = page.getByRole('textbox', { name: '起始日' });
  await from.fill(day);
  await from.press('Enter');
  await page.keyboard.press('Tab');
};

/** The leader finds the draft that waits on his command board, reads it and passes it. */
const passesTheDraft = async (town: Town): Promise<void> => {
  const page = await town.visit(desk, 'zuzhang');
  await page.goto('/lead/');
  await page.getByRole('link', { name: '去审核' }).click();
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect(page.getByText('已审核通过，可以印发')).toBeVisible();
  await page.context().close();
};

const adoptsThePlan = async (town: Town): Promise<void> => {
  const page = await town.visit(desk);
  await signIn(page, 'bangongshi', '方案设计台');
  await page
    .getByRole('button', { name: /工作步骤/ })
    .first()
    .click();
  await page.getByRole('button', { name: '编辑“集中整治阶段”' }).click();
  const problems = page.getByRole('tabpanel', { name: '问题' });

  await moveStart(page, '2026-11-05');
  await expect(problems.getByText(/重叠2天/)).toBeVisible();
  await expect(page.getByRole('button', { name: '送审' })).toBeDisabled();

  await moveStart(page, '2026-11-07');
  await expect(problems.getByText('没有问题')).toBeVisible();
  await page.getByRole('tab', { name: '日历' }).click();
  await expect(page.getByText(/11月2日 周一.*门面周查/)).toBeVisible();

  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('待审核').first()).toBeVisible();
  await passesTheDraft(town);
  await page.reload();
  await page.getByRole('button', { name: '印发方案' }).click();
  await page.getByRole('button', { name: '印发第 1 版' }).click();
  await expect(page.getByText('第 1 版已印发')).toBeVisible();
  await page.context().close();
};

const inspectsTwoSites = async (town: Town): Promise<void> => {
  const page = await town.visit(phone);
  await signIn(page, 'jia');
  await openChecklist(page, '东街门面段');
  await failQuestion(page, '物品不出卷帘门', { spots: 3, photo: 'shutter' });
  await failQuestion(page, '门前干净', { photo: 'ground' });
  await handIn(page);
  await openChecklist(page, '西街门面段');
  await handIn(page);
  await expect.poll(() => town.ask(({ submissions }) => submissions.size)).toBe(2);
  await page.context().close();
};

const findsTheNotice = async (town: Town): Promise<void> => {
  const findings = await town.ask((campaign) => [...campaign.findings.values()]);
  expect(findings.map(({ item, unit, count, due, number }) => ({ item, unit, count, due, number }))).toEqual([
    { item: '物品不出卷帘门', unit: '小箐社区', count: 3, due: '2026-11-05', number: 1 },
    { item: '门前干净', unit: '小箐社区', count: 1, due: '2026-11-05', number: 1 },
  ]);
};

const openFinding = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('link', { name: '问题整改' }).first().click();
  await page
    .getByRole('link', { name: new RegExp(item) })
    .first()
    .click();
};

const repliesWithAPhoto = async (town: Town): Promise<void> => {
  const page = await town.visit(phone);
  await signIn(page, 'shequ');
  await openFinding(page, '物品不出卷帘门');
  await expect(page.getByText(/第 1 号/).first()).toBeVisible();
  await page.getByRole('textbox').first().fill('三家门面的货架已收进门内。');
  await page.locator('input[type=file]').first().setInputFiles(photo('put-right'));
  await expect(page.getByText('已送到')).toBeVisible();
  await page.getByRole('button', { name: /回复|提交/ }).click();
  await expect(page.getByText('已回复，等待核查。').first()).toBeVisible();
  await page.context().close();
};

const verifiesAndCloses = async (town: Town): Promise<void> => {
  const page = await town.visit(desk);
  await signIn(page, 'bangongshi', '指挥台');
  await openFinding(page, '物品不出卷帘门');
  await page.getByRole('textbox', { name: '核查意见' }).fill('现场看过，门外无堆放。');
  await page.getByRole('button', { name: '核查合格，结案' }).click();
  await expect(page.getByText('已结案').first()).toBeVisible();
  const states = await town.ask((campaign) => [...campaign.findings.values()].map(({ state }) => state));
  expect(states).toEqual(['closed', 'rectifying']);
  await page.context().close();
};

const publishesTheRanking = async (town: Town): Promise<void> => {
  const page = await town.visit(desk);
  await signIn(page, 'bangongshi', '指挥台');
  await page.getByRole('link', { name: '考核排名' }).click();
  await page.getByRole('combobox', { name: '周期' }).click();
  await page.getByText('2026年11月').last().click();
  await page.getByRole('button', { name: '公布排名' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '公布排名' }).click();
  await expect(page.getByText('2026年11月排名已公布')).toBeVisible();
  await page.context().close();
};

const signsTheConsequence = async (town: Town): Promise<void> => {
  const page = await town.visit(desk);
  await signIn(page, 'zuzhang');
  await page.getByRole('link', { name: '结果运用' }).first().click();
  const talk = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /小箐社区.*约谈/ }) });
  await talk.getByRole('button', { name: '签发', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click();
  await expect(page.getByText('已签发。')).toBeVisible();
  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.getByRole('heading', { name: '待签发的结果运用' })).toBeVisible();
  await expect(page.getByRole('link', { name: /小箐社区.*约谈/ })).toHaveCount(0);
  await page.getByRole('link', { name: '结果运用' }).first().click();
  await page.getByText(/^已签发 1$/).click();
  await expect(page.getByText(/领导小组组长.*签发/).first()).toBeVisible();
  await page.context().close();
};

const followsThePoints = async (town: Town): Promise<void> => {
  const page = await town.visit(desk);
  await signIn(page, 'zuzhang');
  await expect(page.getByRole('heading', { name: /月度排名/ })).toBeVisible();
  await page
    .getByRole('link', { name: /小箐社区.*分/ })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('link', { name: '检查记录' }).first().click();
  await page
    .getByRole('button', { name: /照片|看大图/ })
    .first()
    .click();
  const shown = page.getByRole('dialog').getByRole('img').first();
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(100);
  await page.context().close();
};

test('a campaign from its plan to a signed consequence', async ({ town }) => {
  await test.step('the office moves a date, sees the overlap in words, mends it and adopts', () => adoptsThePlan(town));
  town.setTime('2026-11-02', '09:30');
  await test.step('an inspector fills two checklists on the phone', () => inspectsTwoSites(town));
  await test.step('findings and a notice with its deadline in workdays are there', () => findsTheNotice(town));
  town.setTime('2026-11-03', '15:00');
  await test.step('the unit replies with a photo', () => repliesWithAPhoto(town));
  town.setTime('2026-11-04', '10:00');
  await test.step('somebody else verifies and closes', () => verifiesAndCloses(town));
  await inspectTheRest(town);
  town.setTime('2026-12-01', '09:00');
  await test.step('the month is over and its ranking is published', () => publishesTheRanking(town));
  await test.step('a leader signs the proposed consequence', () => signsTheConsequence(town));
  await test.step('three clicks lead from the rank to the photo', () => followsThePoints(town));
});
