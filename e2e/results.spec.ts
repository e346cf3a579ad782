import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { instantAt } from '@xiuhua/engine';
import { inspectTheRest } from './history.ts';
import { beginWith, clean, dialog, failAt } from './live.ts';
import { desk, expect, phone, type Town, test, townPlan } from './town.ts';

const late = '西街门面段';
const month = 'ranking=月度排名&period=2026-11';

const rankings = async (town: Town, page: Page): Promise<void> => {
  await page.goto(`/lead/${town.campaign}/rankings?${month}`);
  await expect(page.getByRole('heading', { name: '考核排名', level: 1 })).toBeVisible();
};

/** Before the month is closed its page says who is missing and what a late record would do. */
const seesWhatIsMissing = async (town: Town, office: Page): Promise<void> => {
  await rankings(town, office);
  await office.getByText('没有做的检查 1 次').click();
  const row = office.getByRole('listitem').filter({ hasText: late });
  await expect(row).toContainText(/现第 \d+ 名；补查合格不变，若查出最重的一项（[\d.]+ 分）落到第 \d+ 名/);
  await clean(office, 'before a month is closed');
};

/** Two people close the month at once: one publishes, the other is told that it is done. */
const closesOnce = async (town: Town, office: Page): Promise<void> => {
  const second = await town.visit(desk, 'bangongshi');
  await rankings(town, second);
  for (const page of [office, second]) await page.getByRole('button', { name: '公布排名' }).click();
  await dialog(office).getByRole('button', { name: '公布排名' }).click();
  await expect(office.getByText('2026年11月排名已公布')).toBeVisible();
  await dialog(second).getByRole('button', { name: '公布排名' }).click();
  await expect(dialog(second).getByText(/2026年11月.*已.*公布/)).toBeVisible();
  await second.reload();
  await expect(second.getByRole('button', { name: '公布排名' })).toHaveCount(0);
  await second.context().close();
  expect(await town.ask(({ standings }) => [...standings.values()].map(({ issue }) => issue))).toEqual([1]);
};

const appeals = async (town: Town): Promise<void> => {
  const unit = await town.visit(phone, 'shequ');
  await rankings(town, unit);
  await unit
    .getByRole('link', { name: /小箐社区/ })
    .last()
    .click();
  await unit.getByRole('button', { name: '对这一结果申诉' }).click();
  const form = unit.getByRole('dialog', { name: /申诉/ });
  await form.getByRole('button', { name: '提交申诉' }).click();
  await expect(form.getByText('请写明申诉的理由。')).toBeVisible();
  await form.getByRole('checkbox', { name: /门前干净/ }).check();
  await form.getByRole('textbox', { name: '申诉理由' }).fill('照片拍到的是相邻路段');
  await clean(unit, 'the form of an appeal');
  await form.getByRole('button', { name: '提交申诉' }).click();
  await expect(unit.getByText('本单位对这一结果的申诉正在办理。')).toBeVisible();
  await unit.context().close();
};

const sanction = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /小箐社区.*约谈/ }) });

/** While the appeal is open nobody can sign; the office never can, and is told whose it is. */
const waits = async (town: Town, office: Page): Promise<void> => {
  await office.goto(`/lead/${town.campaign}/consequences?state=all`);
  await expect(sanction(office)).toContainText('暂缓');
  await expect(sanction(office)).toContainText('申诉裁决以后由领导小组组长签发');
  await expect(office.getByText('这里由领导小组组长签发，您可以查看，不能签发。')).toBeVisible();
  await expect(office.getByRole('button', { name: '签发', exact: true })).toHaveCount(0);
  await clean(office, 'consequences of the office');
};

const upholds = async (town: Town): Promise<void> => {
  const leader = await town.visit(desk, 'zuzhang');
  await leader.goto(`/lead/${town.campaign}/appeals`);
  const effect = leader.getByRole('table');
  await expect(effect.getByRole('row', { name: /小箐社区/ })).toBeVisible();
  expect(await effect.getByRole('row').count()).toBeGreaterThan(2);
  await expect(leader.getByText(/暂缓的结果运用：.*约谈/)).toBeVisible();
  await clean(leader, 'an appeal');
  await leader.getByRole('button', { name: '申诉成立' }).click();
  await dialog(leader).getByRole('textbox', { name: '裁决理由' }).fill('经核查，照片属相邻路段');
  await dialog(leader).getByRole('button', { name: '申诉成立' }).click();
  await expect(leader.getByText(/裁决：经核查，照片属相邻路段/)).toBeVisible();
  await leader.context().close();
};

const corrects = async (town: Town, office: Page): Promise<void> => {
  await rankings(town, office);
  await expect(office.getByText(/按现在的记录，\d+ 个单位的结果会不同/)).toBeVisible();
  await office.getByRole('button', { name: '更正排名' }).click();
  await dialog(office).getByRole('button', { name: '更正排名' }).click();
  await expect(dialog(office).getByText('请写明更正的原因。')).toBeVisible();
  await dialog(office).getByRole('textbox', { name: '更正原因' }).fill('申诉成立，剔除一条记录');
  await dialog(office).getByRole('button', { name: '更正排名' }).click();
  await expect(office.getByRole('heading', { name: '第 2 次公布：申诉成立，剔除一条记录' })).toBeVisible();
  await expect(office.getByText(/第 1 次公布 .*办公室主任/)).toBeVisible();
  const changed = office.getByRole('table').filter({ has: office.getByRole('columnheader', { name: '原' }) });
  await expect(changed.getByRole('row', { name: /小箐社区/ })).toContainText('第 1 名');
  await clean(office, 'a ranking issued anew');
};

const signs = async (town: Town): Promise<void> => {
  const leader = await town.visit(desk, 'zuzhang');
  await leader.goto(`/lead/${town.campaign}/consequences?state=all`);
  await expect(leader.getByRole('heading', { name: /约谈/ }).first()).toBeVisible();
  await expect(sanction(leader)).toHaveCount(0);
  await leader.getByRole('button', { name: '签发', exact: true }).first().click();
  await dialog(leader).getByRole('button', { name: '签发', exact: true }).click();
  await expect(leader.getByText('已签发。')).toBeVisible();
  await leader.context().close();
};

test('a month is closed once, appealed against, corrected with its differences, and signed by the one who may', async ({ town }) => {
  await beginWith(town, await townPlan());
  town.setTime('2026-11-02', '09:30');
  await failAt(town, { site: '东街门面段', checklist: '门前三包检查表', items: ['门前干净'], day: '2026-11-02' });
  await inspectTheRest(town, ({ site, planned }) => site !== late || planned !== '2026-11-09');
  town.setTime('2026-12-01', '09:00');
  const office = await town.visit(desk, 'bangongshi');
  await test.step('what is missing, and what a late record would change', () => seesWhatIsMissing(town, office));
  await test.step('two people close it at once', () => closesOnce(town, office));
  await test.step('a unit appeals against one record', () => appeals(town));
  await test.step('consequences of the result wait', () => waits(town, office));
  await test.step('the leader sees what it would change for everybody and upholds it', () => upholds(town));
  await test.step('the office issues the month anew', () => corrects(town, office));
  await test.step('the leader signs what is left', () => signs(town));
});

test('a bulletin too long for Word is said on the page, and its tables are still to be had', async ({ town }) => {
  await beginWith(town, await townPlan());
  const by = town.actor('bangongshi');
  const orders = Array.from({ length: 3100 }, (_, i) => {
    const at = instantAt('2026-11-20', '09:00');
    const text = i === 0 ? '=HYPERLINK("http://x","点")' : `事项${i}`;
    const command = { type: 'PassResolution', meeting: '专项整治调度会', text, unit: '小箐村', due: '2026-12-18' } as const;
    return { id: `resolution-${i}`, at, by, command };
  });
  for (const outcome of await town.work.book.play(town.campaign, orders))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  town.setTime('2026-12-04', '09:00');
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/bulletins/${encodeURIComponent('月度考核通报')}/2026-11`);
  await office.getByRole('button', { name: '下载 Word' }).click();
  await expect(office.getByText(/超过一份Word文件的上限3000行。请下载 Excel 表或在屏幕上看。/)).toBeVisible();
  await expect(office.getByRole('button', { name: '下载 Word' })).toBeVisible();
  await office.getByRole('button', { name: '下载表格' }).click();
  const saving = office.waitForEvent('download');
  await office.getByRole('menuitem', { name: /CSV/ }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.csv$/);
  const cells = (await readFile(await saved.path(), 'utf8')).split(/\r\n|,/);
  expect(cells.some((cell) => cell.includes(`'=HYPERLINK`))).toBe(true);
  expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
});
