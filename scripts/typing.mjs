/*
 * What a key costs in the design door, in milliseconds of the page's own script: one field of each kind, in the plan of
 * 伊金霍洛旗. Used by the benchmark and by the browser tests.
 */

/**
 * Fields of the plan: section, name, how the clause is opened, which field, and where a form of the whole plan has it.
 * @type {readonly { section: string, name: string, label: string | RegExp, edit?: string, condition?: string, digits?: boolean, peer?: string }[]}
 */
export const fields = [
  { section: 'general', name: 'title', edit: '', label: /^标题/, peer: 'root_title' },
  { section: 'phases', name: 'phase name', edit: '示范创建年', label: /^名称/, peer: 'root_phases_0_name' },
  { section: 'organization', name: 'unit name', edit: '园林绿化中心', label: /^名称/, peer: 'root_organization_units_3_name' },
  { section: 'responsibility', name: 'task text', edit: '加快公园城市建设', label: /^内容/, peer: 'root_responsibility_tasks_0_text' },
  { section: 'indicators', name: 'indicator cell', label: '“公园绿地服务半径覆盖率”2025目标', peer: 'root_indicators_1_targets_0_target' },
  { section: 'checklists', name: 'question standard', edit: '井盖无缺损', label: /^标准/, peer: 'root_checklists_0_items_0_standard' },
  {
    section: 'checklists',
    name: 'condition value',
    edit: '次干道和支路亮灯率',
    condition: '主干道亮灯率',
    label: '与什么比',
    digits: true,
  },
  { section: 'scoring', name: 'score sheet, points', label: '“逾期未解决”的分值', digits: true, peer: 'root_scoring_0_rules_1_points' },
  { section: 'scoring', name: 'score sheet, name', label: '“逾期未解决”的项目', peer: 'root_scoring_0_rules_1_name' },
];

const letters = [...'全面提升城市精细化管理水平'];
const figures = [...'1234567'];

const metrics = async (session) => {
  const { metrics: all } = await session.send('Performance.getMetrics');
  return Object.fromEntries(all.map(({ name, value }) => [name, value * 1000]));
};

/** Counts the time of the page's own thread, so that other work on the machine does not lengthen it. */
export const meter = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { spent: async () => metrics(session), stop: () => session.detach() };
};

/** The mean of what each key costs in script, in ms, in the field that has the cursor. */
export const costOfKey = async (page, isNumber = false, rest = 60) => {
  const { spent, stop } = await meter(page);
  const keys = isNumber ? figures : letters;
  await page.keyboard.insertText(keys[0]);
  await page.waitForTimeout(300);
  const costs = [];
  for (const key of keys) {
    const before = (await spent()).ScriptDuration;
    await page.keyboard.insertText(key);
    // work put off to a quiet moment belongs to the key as well
    await page.waitForTimeout(rest);
    costs.push((await spent()).ScriptDuration - before);
  }
  await stop();
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
};

/**
 * Turns to the section of a field and puts the cursor in it.
 * @param {import('@playwright/test').Page} page
 * @param {string} campaign
 * @param {typeof fields[number]} field
 */
export const enterField = async (page, campaign, { section, edit, condition, label }) => {
  await page.goto(`/design/${campaign}/${section}`);
  const clause = edit === '' ? /^编辑“/ : `编辑“${edit}”`;
  if (edit !== undefined) await page.getByRole('button', { name: clause }).first().click();
  if (condition) {
    await page.getByRole('button', { name: '何时询问', exact: true }).click();
    await page.getByRole('button', { name: '添加条件' }).click();
    await page.locator('.condition-field input').fill(condition);
    await page.keyboard.press('Enter');
  }
  const input = page.getByLabel(label).first();
  await input.click();
  await page.keyboard.press('End');
};
