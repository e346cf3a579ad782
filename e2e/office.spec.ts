import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Plan } from '@xiuhua/engine';
import { failQuestion, handIn, openChecklist } from './inspector.ts';
import { desk, expect, phone, type Town, test, townPlan } from './town.ts';

const officeUnit = '领导小组办公室';

/** The town's plan with a mailbox the office keeps, and a survey. */
const publicPlan = async (): Promise<Plan> => ({
  ...(await townPlan()),
  indicators: [
    {
      name: '群众满意率',
      unit: '%',
      binding: 'expected',
      rate: { numerator: '满意人数', denominator: '有效问卷数', zero: 'no-data' },
      reported: { by: officeUnit, every: 'month', covers: 'period' },
      targets: [{ target: 'at least 85', per: 'every-reading' }],
    },
  ],
  channels: [
    {
      name: '书记信箱',
      kind: 'mailbox',
      by: officeUnit,
      topics: [
        { name: '占道经营', unit: '小箐社区' },
        { name: '乱倒垃圾', unit: '小箐村' },
      ],
    },
  ],
  surveys: [{ name: '居民满意度测评', among: '常住居民', sample: 100, by: officeUnit, indicator: '群众满意率' }],
});

/** The office adopts that plan, and an inspector finds a dirty front with a photo. */
const begin = async (town: Town): Promise<Page> => {
  const office = await town.visit(desk, 'bangongshi');
  const plan = await publicPlan();
  const draft = { data: { plan, revision: 1 }, headers: { origin: town.address } };
  const saved = await office.request.put(`/api/campaigns/${town.campaign}/draft`, draft);
  if (!saved.ok()) throw new Error(await saved.text());
  await town.adopt(plan);
  town.setTime('2026-11-02', '09:30');
  const inspector = await town.visit(phone, 'jia');
  await openChecklist(inspector, '东街门面段');
  await failQuestion(inspector, '门前干净', { photo: 'ground' });
  await handIn(inspector);
  await expect.poll(() => town.ask(({ submissions }) => submissions.size)).toBe(1);
  await inspector.context().close();
  return town.visit(desk, 'bangongshi');
};

const clean = async (page: Page, what: string): Promise<void> => {
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
      what,
    )
    .toEqual([]);
};

const takesAComplaint = async (town: Town, page: Page): Promise<void> => {
  await page.goto(`/lead/${town.campaign}/complaints`);
  await page.getByRole('button', { name: '登记群众反映' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '登记并转办' }).click();
  await expect(form.getByText('请选择反映事项。')).toBeVisible();
  await form.getByRole('combobox', { name: '反映事项' }).click();
  await page.getByTitle('占道经营').click();
  await form.getByRole('combobox', { name: '地点' }).fill('东街路口');
  await form.getByLabel('反映内容').fill('夜间烧烤占道，油烟大');
  await clean(page, 'the form of a complaint');
  await form.getByRole('button', { name: '登记并转办' }).click();
  const row = page.getByRole('link', { name: /占道经营 东街路口/ });
  await expect(row).toContainText('小箐社区');
  await clean(page, 'complaints');
  await row.click();
  await expect(page.getByRole('heading', { name: /东街路口 · 占道经营/ })).toBeVisible();
};

const passesAResolution = async (town: Town, page: Page): Promise<void> => {
  await page.goto(`/lead/${town.campaign}/bulletins`);
  await page.getByRole('link', { name: /专项整治调度会 · 10月30日/ }).click();
  await expect(page.getByRole('heading', { name: /专项整治调度会议程/ })).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 Word' }).click();
  expect((await saving).suggestedFilename()).toMatch(/议程.*\.docx$/);
  await page.getByRole('button', { name: '登记议定事项' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('议定内容').fill('东街路口补划停车线');
  await page.mouse.click(20, 450);
  await form.getByRole('combobox', { name: '责任单位' }).fill('小箐社区');
  await page.keyboard.press('Enter');
  const calendar = page.locator('.ant-picker-dropdown:visible');
  await form.getByRole('textbox', { name: '完成日' }).click();
  await expect(calendar).toHaveCSS('opacity', '1');
  await calendar.getByTitle('2026-11-20').click();
  await expect(calendar).toBeHidden();
  await form.getByRole('checkbox', { name: '经过表决' }).check();
  await form.getByRole('spinbutton', { name: '不同意' }).fill('1');
  await form.getByRole('button', { name: /登记$/ }).click();
  await expect(form.getByText(/没有过半数/)).toBeVisible();
  await form.getByRole('spinbutton', { name: '同意', exact: true }).fill('9');
  await clean(page, 'the form of a resolution');
  await form.getByRole('button', { name: /登记$/ }).click();
  await expect(page.getByText('同意 9，不同意 1，弃权 0')).toBeVisible();
  await clean(page, 'a meeting and what it decided');
};

const laysTheMapOut = async (town: Town, page: Page): Promise<void> => {
  await page.goto(`/lead/${town.campaign}`);
  await page.getByRole('button', { name: '调整位置' }).click();
  const first = page.locator('[data-arranging=true] button[draggable]').first();
  const unit = (await first.locator('span').first().innerText()).trim();
  await first.focus();
  for (let row = 0; row < 2; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: '保存位置' }).click();
  await expect(page.getByText('位置已保存')).toBeVisible();
  expect(await town.ask(({ tiles }) => tiles.find((tile) => tile.unit === unit))).toMatchObject({ column: 2, row: 3 });
};

/** From a number of the board to the photo and the clause: the number, a row of what it opens, and there they are. */
const opensEvidence = async (town: Town, page: Page): Promise<void> => {
  const base = `/lead/${town.campaign}`;
  await page.goto(base);
  const numbers = page.locator('main a[href*="/findings?"]');
  await expect(numbers.first()).toBeVisible();
  const addresses = await numbers.evaluateAll((links) => links.map((link) => `${link.getAttribute('href')}`));
  let opened = 0;
  for (const address of new Set(addresses)) {
    await page.goto(address);
    const row = page.getByRole('link', { name: /门前干净/ });
    await expect(page.getByRole('heading', { name: '问题整改', level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    if ((await row.count()) === 0) continue;
    await row.first().click();
    await expect(page.getByRole('img').first()).toBeVisible();
    await expect(page.getByText(/依据/).first()).toBeVisible();
    opened += 1;
  }
  expect(opened).toBeGreaterThan(2);
};

test('the office takes in a complaint, writes a resolution down, lays the map out, and every number of findings opens photo and clause', async ({
  town,
}) => {
  test.setTimeout(120_000);
  const page = await begin(town);
  await takesAComplaint(town, page);
  await passesAResolution(town, page);
  await laysTheMapOut(town, page);
  await opensEvidence(town, page);
});
