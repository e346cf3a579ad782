import type { Page } from '@playwright/test';
import type { Plan } from '@xiuhua/engine';
import { addAccountAs, listMembers, setMembers } from '@xiuhua/server';
import { photo } from './inspector.ts';
import { beginWith, clean, dialog, failAt, openMessage } from './live.ts';
import { desk, expect, passwordOf, phone, type Town, test, townPlan } from './town.ts';

const site = '东街门面段';
const [littered, piled, late] = ['门前干净', '无乱堆乱放', '无占道经营作业'] as const;

/** The town's plan with the seven steps, more time on request, and a look-back each month. */
const sevenSteps = async (): Promise<Plan> => {
  const plan = await townPlan();
  return {
    ...plan,
    findings: {
      ...plan.findings,
      flow: 'seven-step',
      stages: [{ name: '延期审批', is: 'suspended' }],
      moves: [
        { name: '申请延期', from: ['处置'], to: '延期审批', by: ['unit'], needs: ['text'], does: 'ask', most: 1 },
        { name: '准予延期', from: ['延期审批'], by: ['office'], does: 'extend', adds: '2 workdays' },
        { name: '不予延期', from: ['延期审批'], by: ['office'], needs: ['text'], does: 'refuse' },
      ],
      lookBack: { every: 'month', draw: 1 },
    },
  };
};

/** Somebody of the unit who is an inspector as well joins the town. */
const addHelper = async ({ work: { tools }, campaign }: Town): Promise<void> => {
  const account = { login: 'liang', name: '社区网格员', password: passwordOf('liang'), admin: false };
  const made = await addAccountAs(tools, account);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const members = (await listMembers(tools, campaign)).map(({ account: id, unit, roles }) => ({ account: id, unit, roles }));
  const all = [...members, { account: made.value.id, unit: '小箐社区', roles: ['unit', 'inspector'] as const }];
  const set = await setMembers(tools, campaign, { members: all, units: (await townPlan()).organization.units.map(({ name }) => name) });
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
};

const open = async (town: Town, page: Page, item: string): Promise<void> => {
  await page.goto(`/lead/${town.campaign}/findings?state=all`);
  await page.getByRole('link', { name: new RegExp(item) }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${site} · ${item}` })).toBeVisible();
};

const say = (page: Page, words: string): Promise<void> => page.getByRole('textbox', { name: /^说明/ }).fill(words);
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const choose = (page: Page, move: string): Promise<void> => page.getByRole('radio', { name: move }).check();
const fact = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: name }) })
    .locator('dd');

const filesAndDispatches = async (town: Town, office: Page): Promise<void> => {
  await office.goto(`/lead/${town.campaign}/findings`);
  for (const move of ['立案', '派遣']) {
    await press(office, `${move} 3 件`);
    await dialog(office)
      .getByRole('button', { name: new RegExp(`^${[...move].join('\\s?')}$`) })
      .click();
    await expect(office.getByText(`已${move} 3 件`)).toBeVisible();
    await expect(office.getByRole('dialog')).toBeHidden();
  }
  await expect(office.getByText('11月5日 周四到期')).toHaveCount(3);
  await clean(office, 'the list of findings');
};

const asksForTime = async (town: Town, unit: Page): Promise<void> => {
  for (const item of [littered, piled]) {
    await open(town, unit, item);
    await choose(unit, '申请延期');
    await press(unit, '申请延期');
    await expect(unit.getByText('请写明说明或理由。')).toBeVisible();
    await say(unit, `${item}要等吊车`);
    await press(unit, '申请延期');
    await expect(unit.getByText('等办公室办')).toBeVisible();
  }
  await clean(unit, 'a finding that waits');
};

const decidesRequests = async (town: Town, office: Page): Promise<void> => {
  await office.goto(`/lead/${town.campaign}`);
  await openMessage(office, new RegExp(`小箐社区申请延期.*${littered}`));
  await expect(fact(office, '整改期限')).toHaveText('11月5日 周四');
  await press(office, '准予延期');
  await expect(fact(office, '整改期限')).toHaveText('11月10日 周二');
  await expect(fact(office, '停止计时')).toHaveText('11月3日 周二 10:00 至 11月3日 周二 15:00');
  await clean(office, 'a finding with more time');
  await openMessage(office, new RegExp(`小箐社区申请延期.*${piled}`));
  await choose(office, '不予延期');
  await press(office, '不予延期');
  await expect(office.getByText('请写明说明或理由。')).toBeVisible();
  await say(office, '一天可以清完');
  await press(office, '不予延期');
  await expect(office.getByText(/现在“处置”环节，等小箐社区办/)).toBeVisible();
};

const hearsBack = async (town: Town): Promise<void> => {
  const page = await town.visit(phone, 'shequ');
  await page.goto(`/lead/${town.campaign}`);
  await openMessage(page, new RegExp(`${littered}：准予延期，期限11月10日`));
  await expect(fact(page, '整改期限')).toHaveText('11月10日 周二');
  await openMessage(page, new RegExp(`${piled}：不予延期，期限11月6日。一天可以清完`));
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(piled) })).toBeVisible();
  await page.context().close();
};

const goesUp = async (town: Town): Promise<void> => {
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}`);
  await openMessage(office, new RegExp(`整改超期.*${late}，小箐社区应在11月5日前整改`));
  await expect(office.getByText('超期 1 个工作日').first()).toBeVisible();
  await office.getByRole('button', { name: /^消息/ }).click();
  await expect(office.getByRole('button', { name: new RegExp(`整改超期.*${littered}`) })).toHaveCount(0);
  await office.context().close();
};

const replies = async (town: Town, seed: string): Promise<Page> => {
  const page = await town.visit(desk, 'liang');
  await open(town, page, littered);
  await choose(page, '反馈');
  await say(page, '地面已冲洗');
  await press(page, '反馈');
  await expect(page.getByText('这一步要附照片。')).toBeVisible();
  await page.locator('input[type=file]').first().setInputFiles(photo(seed));
  await expect(page.getByText('已送到')).toBeVisible();
  await press(page, '反馈');
  await expect(page.getByText('整改的人和单位不能自己核查，请由办公室或其他检查人员核查。')).toBeVisible();
  return page;
};

const comesBack = async (town: Town): Promise<void> => {
  const helper = await replies(town, 'half-done');
  const office = await town.visit(desk, 'bangongshi');
  await open(town, office, littered);
  await choose(office, '返工');
  await press(office, '返工');
  await expect(office.getByText('请写明说明或理由。')).toBeVisible();
  await say(office, '墙角还有油渍');
  await press(office, '返工');
  await expect(office.getByText(/现在“处置”环节/).first()).toBeVisible();
  await helper.context().close();
  await (await replies(town, 'all-done')).context().close();
  await office.reload();
  await choose(office, '批转核查');
  await press(office, '批转核查');
  await expect(office.getByText('已批转核查')).toBeVisible();
  await office.context().close();
};

const closes = async (town: Town): Promise<void> => {
  const page = await town.visit(desk, 'yi');
  await open(town, page, littered);
  await choose(page, '核查合格');
  await press(page, '核查合格');
  await expect(page.getByText('已核查合格')).toBeVisible();
  const [before, after] = await Promise.all(
    ['整改前', '整改后'].map((name) => page.getByRole('img', { name: new RegExp(name) }).boundingBox()),
  );
  expect(before?.y).toBe(after?.y);
  expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThanOrEqual(after?.x ?? 0);
  await expect(page.getByText('现在“结案”，已办结。')).toBeVisible();
  await clean(page, 'a closed finding');
  await page.getByRole('button', { name: '打印通知单' }).click();
  await expect(page.getByRole('heading', { name: '整改通知单' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '打印', exact: true })).toBeHidden();
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('cell', { name: new RegExp(littered) })).toBeVisible();
  await expect(page.getByText('请于2026年11月10日前整改到位')).toBeVisible();
  await expect(page.getByText('该期限含印发以后准予的延期 1 次')).toBeVisible();
  await expect(page.getByText('已核查合格')).toBeHidden();
  await page.context().close();
};

const looksBack = async (town: Town): Promise<void> => {
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/findings`);
  await press(office, '抽取2026年11月回头看');
  await expect(office.getByText('已抽出 1 件')).toBeVisible();
  await expect(office.getByRole('link', { name: new RegExp(littered) })).toBeVisible();
  const inspector = await town.visit(phone, 'yi');
  await inspector.goto(`/lead/${town.campaign}`);
  await openMessage(inspector, /2026年11月抽出结案的问题 1 件，还有 1 件没有回头看/);
  await inspector.getByRole('link', { name: new RegExp(littered) }).click();
  await expect(inspector.getByText('已抽中回头看，请到现场再看一次。')).toBeVisible();
  await clean(inspector, 'a finding drawn for a look-back');
  await choose(inspector, '回头看不合格');
  await say(inspector, '又堆了纸箱');
  await press(inspector, '回头看不合格');
  await expect(inspector.getByText(/现在“处置”环节/).first()).toBeVisible();
  const unit = await town.visit(phone, 'shequ');
  await unit.goto(`/lead/${town.campaign}`);
  await openMessage(unit, new RegExp(`${littered}.*又堆了纸箱`));
  await expect(unit.getByText('整改中').first()).toBeVisible();
};

test('findings are dispatched together, given more time or not, sent back, closed by another, go up when late and are looked at again', async ({
  town,
}) => {
  await addHelper(town);
  await beginWith(town, await sevenSteps());
  town.setTime('2026-11-02', '09:30');
  await failAt(town, { site, checklist: '门前三包检查表', items: [littered, piled, late], day: '2026-11-02' });
  const office = await town.visit(desk, 'bangongshi');
  await test.step('the office files and dispatches all of them', () => filesAndDispatches(town, office));
  await office.context().close();
  town.setTime('2026-11-03', '10:00');
  const unit = await town.visit(desk, 'shequ');
  await test.step('the unit asks for more time', () => asksForTime(town, unit));
  await unit.context().close();
  town.setTime('2026-11-03', '15:00');
  const again = await town.visit(desk, 'bangongshi');
  await test.step('the office grants one request and refuses the other', () => decidesRequests(town, again));
  await again.context().close();
  await test.step('the unit hears of both', () => hearsBack(town));
  town.setTime('2026-11-06', '09:00');
  await test.step('what is late reaches the office', () => goesUp(town));
  await test.step('a reply is sent back, nobody judges his own', () => comesBack(town));
  town.setTime('2026-11-09', '10:00');
  await test.step('an inspector closes it; photos stand side by side, the notice prints', () => closes(town));
  town.setTime('2026-12-01', '09:00');
  await test.step('the look-back finds it as before', () => looksBack(town));
});
