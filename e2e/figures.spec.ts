import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Plan } from '@xiuhua/engine';
import { photo } from './inspector.ts';
import { beginWith, clean, dialog } from './live.ts';
import { desk, expect, phone, type Town, test, townPlan } from './town.ts';

const villages = ['小箐社区', '小箐村', '镇综合执法中队'] as const;
const [signed, cleared] = ['责任书签订率', '清理卫生死角'] as const;
const task = '镇容秩序专项整治';

/** The town's plan with a number three units report each, a rate one reports, and a day for one task. */
const measured = async (due: string): Promise<Plan> => {
  const plan = await townPlan();
  const [first, ...rest] = plan.responsibility.tasks;
  if (!first) throw new Error('the plan has tasks');
  const { groups = [] } = plan.organization;
  return {
    ...plan,
    organization: { ...plan.organization, groups: [...groups, { name: '村居和中队', units: [...villages] }] },
    responsibility: { ...plan.responsibility, tasks: [{ ...first, due }, ...rest] },
    indicators: [
      {
        name: cleared,
        unit: '处',
        binding: 'binding',
        reported: { by: '村居和中队', every: 'month', within: '5 workdays', covers: 'period' },
        targets: [{ target: 'at least 300', per: 'cumulative', due: '2026-12-31' }],
        source: '三（四）',
      },
      {
        name: signed,
        unit: '%',
        binding: 'binding',
        rate: { numerator: '已签订户数', denominator: '沿街门店户数', zero: 'no-data' },
        reported: { by: '小箐社区', every: 'month', within: '5 workdays', covers: 'all' },
        targets: [{ target: 'at least 95', per: 'cumulative', due: '2026-12-31' }],
        source: '三（一）',
      },
    ],
  };
};

const press = (page: Page | Locator, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const openIndicators = async (town: Town, page: Page): Promise<void> => {
  await page.goto(`/lead/${town.campaign}/indicators`);
  await expect(page.getByRole('heading', { name: '待填报' })).toBeVisible();
};

/** The form of a number that is awaited. */
const form = async (page: Page, indicator: string, period: string, unit: string): Promise<Locator> => {
  const row = page
    .getByRole('listitem')
    .filter({ hasText: `${indicator} · ${period}` })
    .filter({ hasText: unit });
  await row.getByRole('button', { name: '填报' }).click();
  return dialog(page);
};

const report = async (page: Page, { fields, note = '' }: { fields: Readonly<Record<string, string>>; note?: string }): Promise<void> => {
  const box = dialog(page);
  for (const [label, text] of Object.entries(fields)) await box.getByRole('textbox', { name: label }).fill(text);
  if (note) await box.getByRole('textbox', { name: '说明' }).fill(note);
  await press(box, '提交核实');
};

const gone = (page: Page): Promise<void> => expect(page.getByRole('dialog').filter({ visible: true })).toHaveCount(0);

const card = (page: Page, name: string): Locator => page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });

/** What is no number is said in words, whichever way it is wrong; nothing over nothing is told what it counts as. */
const answersNonsense = async (town: Town): Promise<void> => {
  const unit = await town.visit(desk, 'shequ');
  await openIndicators(town, unit);
  const box = await form(unit, signed, '2026年10月', '小箐社区');
  const [over, under] = ['分子：已签订户数', '分母：沿街门店户数'];
  const wrong: readonly (readonly [string, string, string])[] = [
    ['', '420', '“分子：已签订户数”还没有填。'],
    ['abc', '420', '“分子：已签订户数”要填数字，如 96.5；现在是“abc”。'],
    ['1e400', '420', '“分子：已签订户数”太大，最多十亿；现在是“1e400”。'],
    ['430', '420', '分子大于分母，请核对。'],
    ['5', '0', '分母为零时分子也应为零。'],
  ];
  for (const [numerator, denominator, words] of wrong) {
    await report(unit, { fields: { [over]: numerator, [under]: denominator } });
    await expect(box.getByText(words)).toBeVisible();
  }
  await box.getByRole('textbox', { name: over }).fill('0');
  await expect(box.getByText('分子、分母都是零：按方案记为无数据，不当作零分。')).toBeVisible();
  await clean(unit, 'the form of a rate');
  await report(unit, { fields: { [over]: '３１５', [under]: '420' } });
  await gone(unit);
  await expect(card(unit, signed).getByText('315/420').first()).toBeVisible();
  await form(unit, cleared, '2026年10月', '小箐社区');
  await report(unit, { fields: { '数值（处）': '20' } });
  await gone(unit);
  await unit.context().close();
};

/** Another person confirms, which locks; the lock opens only for a reason, and the number comes anew. */
const locks = async (town: Town): Promise<void> => {
  const office = await town.visit(desk, 'bangongshi');
  await openIndicators(town, office);
  await form(office, cleared, '2026年10月', '小箐村');
  await report(office, { fields: { '数值（处）': '16' } });
  await gone(office);
  const mine = card(office, cleared).getByRole('listitem').filter({ hasText: '16 处' }).filter({ hasText: '2026年10月' });
  await expect(mine.getByText('本人或本单位填报，须由他人核实')).toBeVisible();
  const rate = card(office, signed);
  await press(rate, '核实无误，锁定');
  await expect(rate.getByText('已核实').first()).toBeVisible();
  await press(rate, '解锁退回');
  await press(dialog(office), '退回');
  await expect(dialog(office).getByText('请写明退回的理由。')).toBeVisible();
  await dialog(office).getByRole('textbox', { name: '退回理由' }).fill('与台账不符，应为 310 户');
  await press(dialog(office), '退回');
  await gone(office);
  await expect(rate.getByText(/与台账不符，应为 310 户/)).toBeVisible();
  await office.context().close();
  const unit = await town.visit(phone, 'shequ');
  await openIndicators(town, unit);
  await form(unit, signed, '2026年10月', '小箐社区');
  await report(unit, { fields: { '分子：已签订户数': '310', '分母：沿街门店户数': '420' }, note: '按台账更正' });
  await gone(unit);
  await expect(card(unit, signed).getByText('310/420').first()).toBeVisible();
  await unit.context().close();
};

/** A number far from last time wants a reason, and so does one that comes late. */
const explains = async (town: Town): Promise<void> => {
  town.setTime('2026-12-01', '09:00');
  const unit = await town.visit(desk, 'shequ');
  await openIndicators(town, unit);
  const box = await form(unit, cleared, '2026年11月', '小箐社区');
  await report(unit, { fields: { '数值（处）': '95' } });
  await expect(box.getByText('与上期相差 375%。请核对；确实无误的，在说明里写明原因。')).toBeVisible();
  await expect(box.getByText('与上期相差较大，请在说明里写明原因后再提交。')).toBeVisible();
  await clean(unit, 'a number far from last time');
  await report(unit, { fields: {}, note: '集中整治两周，全部有台账' });
  await gone(unit);
  await unit.context().close();
  town.setTime('2026-12-09', '09:00');
  const village = await town.visit(phone, 'cun');
  await openIndicators(town, village);
  const late = await form(village, cleared, '2026年11月', '小箐村');
  await report(village, { fields: { '数值（处）': '18' } });
  await expect(late.getByText('已逾期，请写明迟报的原因。')).toBeVisible();
  await clean(village, 'a late number');
  await press(late, '取消');
  await village.context().close();
};

/** The sum of the units, what each brings, and who is missing by name; the table holds no formula. */
const addsUp = async (town: Town): Promise<void> => {
  const office = await town.visit(desk, 'bangongshi');
  await openIndicators(town, office);
  const sum = card(office, cleared);
  await expect(sum.getByText('最近一期还没有报：小箐村、镇综合执法中队')).toBeVisible();
  await sum.getByText('3 个单位合计 131 处').click();
  const part = (unit: string) => sum.getByRole('listitem').filter({ has: office.getByRole('link', { name: unit }) });
  await expect(part('小箐社区')).toContainText('115 处');
  await expect(part('小箐村')).toContainText(/16 处.*最近一期未报，只计入以前报的/);
  await expect(part('镇综合执法中队')).toContainText('没有报过，未计入');
  await clean(office, 'a sum of several units');
  await office.getByRole('button', { name: '下载表格' }).click();
  const saving = office.waitForEvent('download');
  await office.getByRole('menuitem', { name: /CSV/ }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain(cleared);
  expect(file.split(/\r\n|,/).filter((cell) => /^"?[=+@\t-]\D/.test(cell))).toEqual([]);
  await office.context().close();
};

const milestone = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

/** A unit says how far it is, with a photo; the office returns it with a reason, then confirms it as done. */
const progresses = async (town: Town): Promise<void> => {
  const unit = await town.visit(phone, 'shequ');
  const tell = async (seed: string, text: string): Promise<void> => {
    await unit.goto(`/lead/${town.campaign}/milestones`);
    await press(milestone(unit, '问题清单'), '填报进展');
    await press(dialog(unit), '提交确认');
    await expect(dialog(unit).getByText('请写明做到了哪一步。')).toBeVisible();
    await unit.getByRole('slider').press('End');
    await dialog(unit).getByRole('textbox', { name: '做到了哪一步' }).fill(text);
    await dialog(unit).locator('input[type=file]').first().setInputFiles(photo(seed));
    await expect(dialog(unit).getByText('已送到')).toBeVisible();
    await clean(unit, 'the form of progress');
    await press(dialog(unit), '提交确认');
    await gone(unit);
  };
  await tell('list', '清单列出 86 处');
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/milestones`);
  const mine = milestone(office, '问题清单');
  await expect(mine.getByText('黄色：7 天内到期')).toBeVisible();
  await mine.getByText('待确认 1 条').click();
  await press(mine, '退回');
  await press(dialog(office), '退回');
  await expect(dialog(office).getByText('请写明退回的理由。')).toBeVisible();
  await dialog(office).getByRole('textbox', { name: '退回理由' }).fill('西街的还没有列入');
  await press(dialog(office), '退回');
  await gone(office);
  await tell('whole-list', '西街 9 处已补入，共 95 处');
  await office.reload();
  await mine.getByText('待确认 1 条').click();
  await press(mine, '确认');
  await expect(mine.getByText('11月3日 周二完成 · 小箐社区填报，办公室主任确认')).toBeVisible();
  await clean(office, 'milestones');
  await office.context().close();
  await unit.context().close();
};

/** The office moves a task's day: the first plan's day stays named, and every day ahead or past has its sign. */
const slips = async (town: Town): Promise<void> => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/lead/${town.campaign}/milestones`);
  const line = milestone(page, task);
  await expect(line.getByText('比最初方案（11月12日 周四）推迟 5 天')).toBeVisible();
  await expect(line.getByText('蓝色：15 天内到期')).toBeVisible();
  await page.context().close();
  town.setTime('2026-11-19', '09:00');
  const later = await town.visit(desk, 'bangongshi');
  await later.goto(`/lead/${town.campaign}/milestones`);
  await expect(milestone(later, task)).toContainText('红色：已逾期');
  await expect(milestone(later, task)).toContainText('已过 2 天');
  await clean(later, 'days past and near');
  await later.context().close();
};

test('units report how far they are; the office returns, confirms, and moves a day that stays named', async ({ town }) => {
  await beginWith(town, await measured('2026-11-12'));
  town.setTime('2026-11-03', '10:00');
  await test.step('progress with evidence, returned and confirmed', () => progresses(town));
  await beginWith(town, await measured('2026-11-17'), 2);
  await test.step('a day moved against the first plan', () => slips(town));
});

test('numbers of three units add up by name; nonsense, jumps and lateness are answered in words; a lock opens for a reason', async ({
  town,
}) => {
  await beginWith(town, await measured('2026-11-12'));
  town.setTime('2026-11-03', '10:00');
  await test.step('what is no number', () => answersNonsense(town));
  await test.step('another person confirms, the lock opens for a reason', () => locks(town));
  await test.step('a jump and a late number want a reason', () => explains(town));
  await test.step('the sum names who is missing', () => addsUp(town));
});
