import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Actor, type Command, planHash } from '@xiuhua/engine';
import { desk, expect, type Town, test } from './town.ts';

const chain = (name: string): Promise<string> => readFile(new URL(`../examples/yijinhuoluo/chain/${name}.json`, import.meta.url), 'utf8');

/** The county issues its plan again: one target raised, one standard said more exactly, with a day to follow by. */
const amend = async (town: Town, page: Page): Promise<void> => {
  const text = (await chain('rectification')).replace('井周半米内', '井周一米内');
  const plan = JSON.parse(text) as { indicators: { name: string; targets: { target: string }[] }[]; lowerBy?: string };
  const raised = plan.indicators.find(({ name }) => name === '城市道路完好率')?.targets[0];
  if (raised) raised.target = 'at least 97';
  plan.lowerBy = '2026-11-20';
  const taken = await page.context().request.post('/api/upper-plans', { data: { plan }, headers: { origin: town.address } });
  expect(taken.ok()).toBe(true);
};

/** The leader passes the draft as it was saved, the office puts it in force; what the screen says of that is another story. */
const adopt = async (town: Town, page: Page, id: string): Promise<void> => {
  const campaign = /design\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await expect(page.getByText(/^已保存/)).toBeVisible();
  const { plan } = (await (await page.context().request.get(`/api/campaigns/${campaign}/draft`)).json()) as { plan: unknown };
  const by = { ...town.actor('bangongshi'), unit: '' };
  const hash = planHash(plan);
  const give = async (giver: Actor, command: Command) => {
    const given = await town.work.book.command(campaign, { id: `${id}-${command.type}`, by: giver, command });
    expect(given.problems).toEqual([]);
  };
  await give(by, { type: 'AskReview', plan: hash, text: '' });
  await give(town.actor('zuzhang'), { type: 'ReviewPlan', plan: hash, passed: true, text: '', remarks: {} });
  await give(by, { type: 'AdoptPlan', plan: hash });
};

const section = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

test('a town derives its plan, is stopped at a looser target, tightens another, adds an item with its reason and adopts; the county amends and the town follows', async ({
  town,
}) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto('/design/');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('radio', { name: /照上级方案制定/ }).check();
  const file = { name: '旗方案.json', mimeType: 'application/json', buffer: Buffer.from(await chain('rectification')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('combobox', { name: '本地是其中的哪个单位' }).click();
  await page.getByTitle('阿镇政府').click();
  await page.getByLabel('方案全称').fill('阿镇窨井专项整治方案');
  await page.getByLabel('印发机关').fill('阿镇人民政府');
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('tab', { name: '上级' }).click();
  const beside = page.getByRole('tabpanel', { name: '上级' });
  await expect(beside.getByText('与上级方案相符')).toBeVisible();

  // A looser target: the field says so at once, in words.
  await section(page, /^十、 指标/);
  const cell = page.getByRole('textbox', { name: /城市道路完好率.*2025.*上级：不低于95%/ });
  await cell.fill('90');
  await cell.press('Enter');
  await expect(page.getByText('■ 上级：不低于95%，可更严')).toBeVisible();
  await page.getByRole('tab', { name: /^问题/ }).click();
  await expect(page.getByText(/指标“城市道路完好率”.*比上级方案《.*》.*宽：.*由“不少于95”改为“不少于90”/)).toBeVisible();

  // What is measured is the county's: its unit cannot be changed.
  await page.getByRole('button', { name: '编辑“城市道路完好率”' }).click();
  await expect(page.getByText('上级规定，不得改动').first()).toBeVisible();
  await expect(page.locator('#field_unit')).toBeDisabled();
  await page.getByRole('button', { name: '完成', exact: true }).click();

  // A stricter one is the town's to set, with its reason.
  await cell.fill('96');
  await cell.press('Enter');
  await expect(page.getByText('■ 上级：不低于95%，可更严')).toBeHidden();
  await page.getByRole('tab', { name: '上级' }).click();
  await expect(beside.getByRole('heading', { name: '加码 1' })).toBeVisible();
  await expect(beside.getByText('没有写理由')).toBeVisible();

  // An item of its own.
  await section(page, /检查表/);
  await page.getByRole('button', { name: '添加检查项' }).first().click();
  await page.locator('#field_name').fill('井盖写明权属');
  await page.locator('#field_task').click();
  await page.getByTitle('强化窨井安全整治').last().click();
  await page.locator('.fields-more').getByRole('button', { name: '加严理由' }).click();
  await page.locator('#field_reason').fill('无主井盖派不出单');
  await page.locator('#field_points').fill('0.5');
  await expect(beside.getByText('理由：无主井盖派不出单')).toBeVisible();
  await adopt(town, page, 'adoption-of-the-town');

  // The county amends; the town follows in a dialog, and loses nothing.
  town.setTime('2026-10-29', '10:00');
  await amend(town, page);
  await page.reload();
  await page.getByRole('tab', { name: '上级' }).click();
  await expect(beside.getByText(/已修订.*最晚11月20日 周五前调整/)).toBeVisible();
  await page.getByRole('button', { name: '随上级修订调整' }).click();
  const merge = page.getByRole('dialog');
  await expect(merge.getByText(/自动跟进 1 处/)).toBeVisible();
  await expect(merge.getByText(/井周一米内/)).toBeVisible();
  await expect(merge.getByText('两边都改过 1 处，请逐条选择')).toBeVisible();
  await expect(merge.getByText('调整后仍低于上级 1 处')).toBeVisible();
  await expect(merge.getByText(/最晚11月20日 周五前改到位/)).toBeVisible();
  await merge.getByRole('radio', { name: /改用上级.*不少于97/ }).check();
  await expect(merge.getByText('调整后没有放宽。')).toBeVisible();
  await merge.getByRole('button', { name: '并入草稿' }).click();
  await expect(page.getByText(/已随上级调整 2 处/)).toBeVisible();
  await section(page, /检查表/);
  await expect(page.getByText(/井周一米内/)).toBeVisible();
  await expect(page.getByText(/无主井盖派不出单/).first()).toBeVisible();
  await adopt(town, page, 'adoption-of-the-amendment');
});
