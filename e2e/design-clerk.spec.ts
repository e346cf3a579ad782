import type { Locator, Page } from '@playwright/test';
import { atTheDesk, examplePlan, savedDraft } from './design-desk.ts';
import { desk, expect, type Town, test } from './town.ts';

const undo = async (page: Page, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) await page.keyboard.press('Control+z');
};

const canUndo = (page: Page): Locator => page.getByRole('button', { name: '撤销', exact: true });

const goTo = (page: Page, section: RegExp): Promise<void> =>
  page.getByRole('navigation', { name: '大纲' }).getByRole('button', { name: section }).click();

const saved = (page: Page): Promise<void> => expect(page.getByText(/^已保存/)).toBeVisible();

/** The value of the plan on the server at a path. */
const planOf = async (page: Page, town: Town): Promise<never> => (await savedDraft(page, town)).plan as never;

test('fifty edits of the biggest plan, in the matrix, on the line of time and in the table of indicators, are undone to the identical plan', async ({
  town,
}) => {
  test.setTimeout(240_000);
  const page = await atTheDesk(town, 'yijinhuoluo', 'responsibility');
  const cell = page.locator('[data-cell="0:6"]');
  await cell.focus();
  for (let n = 0; n < 10; n++) {
    for (const key of ['z', 'p', 'd']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowDown');
  }
  await goTo(page, /指标/);
  const targets = page.getByRole('textbox', { name: /2025目标$/ });
  for (let n = 0; n < 10; n++) {
    await targets.nth(n).fill(`≥${60 + n}.5`);
    await targets.nth(n).press('Enter');
  }
  await goTo(page, /工作步骤/);
  const ends = page.getByRole('slider', { name: /到哪天止$/ });
  for (let n = 0; n < 10; n++) {
    await ends.nth(n % 2).focus();
    await page.keyboard.press('ArrowRight');
  }
  await saved(page);
  expect(JSON.stringify(await planOf(page, town))).not.toBe(JSON.stringify(await examplePlan('yijinhuoluo')));
  await page.locator('#section-title').click();
  await undo(page, 60);
  await expect(canUndo(page)).toBeDisabled();
  await saved(page);
  await expect.poll(async () => JSON.stringify(await planOf(page, town))).toBe(JSON.stringify(await examplePlan('yijinhuoluo')));
});

/** Types a value into a field of the open clause, by the name of the field. */
const fillIn = (page: Page, field: string | RegExp, value: string): Promise<void> =>
  page.locator('.open-clause').getByLabel(field).first().fill(value);

/** Chooses in a list of the open clause what one typed, with Enter. */
const choose = async (page: Page, field: RegExp, value: string): Promise<void> => {
  await fillIn(page, field, value);
  await page.keyboard.press('Enter');
};

const done = (page: Page): Promise<void> => page.getByRole('button', { name: '完成', exact: true }).click();

test('a clerk amends the biggest plan: a unit, a lead, a task split in two, a tighter indicator, a moved phase', async ({ town }) => {
  test.setTimeout(180_000);
  const page = await atTheDesk(town, 'yijinhuoluo', 'organization');

  await page.getByRole('button', { name: '添加单位', exact: true }).click();
  await fillIn(page, /^名称/, '智慧城管中心');
  await done(page);

  await goTo(page, /重点任务/);
  await page.getByRole('button', { name: '从 Excel 粘贴' }).click();
  await page.getByLabel('粘贴到这里').fill('任务\t牵头单位\t配合单位\n加快公园城市建设\t园林绿化中心\t文化馆');
  await expect(page.getByText('认出 1 项任务：1 项已有')).toBeVisible();
  await page.getByRole('button', { name: '写入 1 项任务' }).click();
  await expect(page.locator('.matrix-lead').getByText('园林绿化中心').first()).toBeVisible();

  await page.getByRole('button', { name: '编辑“强化窨井安全整治”' }).click();
  await page.getByRole('button', { name: '拆成两项' }).click();
  const dialog = page.getByRole('dialog', { name: '把“强化窨井安全整治”拆成两项任务' });
  await dialog.getByLabel('新任务名称').fill('窨井防坠网安装');
  await dialog.getByLabel('新任务内容').fill('主要道路窨井装齐防坠网。');
  await dialog.getByRole('radiogroup', { name: '检查项 防坠网齐全' }).getByText('归新任务').click();
  await dialog.getByRole('button', { name: '拆成两项任务' }).click();
  await expect(page.getByRole('button', { name: '窨井防坠网安装', exact: true })).toBeVisible();
  await done(page);

  await goTo(page, /指标/);
  const target = page.getByRole('textbox', { name: '“公园绿地服务半径覆盖率”2025目标' });
  await target.fill('92');
  await target.press('Enter');
  await expect(target).toHaveValue('≥ 92');

  await goTo(page, /工作步骤/);
  const bar = page.getByRole('slider', { name: /到哪天止$/ }).first();
  const box = (await bar.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 8, { steps: 6 });
  await page.mouse.up();
  const problems = page.getByRole('tabpanel', { name: /问题/ });
  await expect(problems.getByText(/重叠/).first()).toBeVisible();
  await problems
    .getByRole('button', { name: /^改为 \d/ })
    .first()
    .click();
  await expect(problems.getByText(/重叠/)).toHaveCount(0);
  await saved(page);

  const plan: {
    organization: { units: { name: string }[] };
    responsibility: { tasks: { name: string; lead?: string; cooperate?: string[]; source?: string }[] };
    indicators: { name: string; targets: { target: string; due?: string }[] }[];
    checklists: { items: { name: string; task?: string }[] }[];
  } = await planOf(page, town);
  expect(plan.organization.units).toContainEqual({ name: '智慧城管中心' });
  const { tasks } = plan.responsibility;
  expect(tasks[0]).toMatchObject({ name: '加快公园城市建设', lead: '园林绿化中心' });
  const [old, fresh] = [
    tasks.findIndex(({ name }) => name === '强化窨井安全整治'),
    tasks.findIndex(({ name }) => name === '窨井防坠网安装'),
  ];
  expect(fresh).toBe(old + 1);
  expect(tasks[fresh]?.lead).toBe(tasks[old]?.lead);
  expect(tasks[fresh]?.source).toBe(tasks[old]?.source);
  const wells = plan.checklists[0]?.items ?? [];
  expect(wells.filter(({ task }) => task === '窨井防坠网安装').map(({ name }) => name)).toEqual(['防坠网齐全']);
  expect(plan.indicators.find(({ name }) => name === '公园绿地服务半径覆盖率')?.targets[0]?.target).toBe('at least 92');

  // all of it can be taken back
  await page.locator('#section-title').click();
  while (await canUndo(page).isEnabled()) await undo(page, 1);
  await saved(page);
  await expect.poll(async () => JSON.stringify(await planOf(page, town))).toBe(JSON.stringify(await examplePlan('yijinhuoluo')));
});

test('a clerk adds to the biggest plan a checklist with a condition, and a deduction with its clause', async ({ town }) => {
  test.setTimeout(180_000);
  const page = await atTheDesk(town, 'yijinhuoluo', 'checklists');
  await page.getByRole('button', { name: '添加检查表', exact: true }).click();
  await fillIn(page, /^名称/, '夜间巡查表');
  await choose(page, /^适用类别/, '道路');
  await done(page);
  const list = page.locator('.clause-group').nth(2);
  for (const [name, points] of [
    ['路灯亮', '1'],
    ['灯杆无漏电', '2'],
  ] as const) {
    await list.getByRole('button', { name: '添加检查项', exact: true }).click();
    await fillIn(page, /^名称/, name);
    await choose(page, /^所属任务/, '提升城市亮化水平');
    await fillIn(page, /^扣分/, points);
    await done(page);
  }
  await page.locator('tr[data-at="/checklists/2/items/1"]').click();
  await page.getByRole('button', { name: '何时询问', exact: true }).click();
  await page.getByRole('button', { name: '添加条件' }).click();
  await expect(page.getByText(/路灯亮.*时才询问。$/)).toBeVisible();

  await goTo(page, /评分/);
  await page.locator('.clause-group').first().getByRole('button', { name: '添加评分规则', exact: true }).click();
  await fillIn(page, /^名称/, '超期未复查');
  await choose(page, /^每发生一次/, '逾期未整改');
  await fillIn(page, /^分值/, '1.5');
  await fillIn(page, /^条款/, '五（三）');
  await done(page);
  const row = page.locator('tr', { has: page.getByLabel('“超期未复查”的项目') });
  await expect(row.getByText(/每发生一次逾期未整改，扣 1.5 分/)).toBeVisible();
  await saved(page);

  const plan: {
    checklists: { name: string; for: string; items: { name: string; asked?: unknown; points?: number }[] }[];
    scoring: { rules: unknown[] }[];
  } = await planOf(page, town);
  expect(plan.checklists[2]).toMatchObject({
    name: '夜间巡查表',
    for: '道路',
    items: [{ name: '路灯亮', points: 1 }, { name: '灯杆无漏电' }],
  });
  expect(plan.checklists[2]?.items[1]?.asked).toBeDefined();
  expect(plan.scoring[0]?.rules.at(-1)).toEqual({
    name: '超期未复查',
    kind: 'deduct',
    each: 'overdue-rectification',
    points: 1.5,
    source: '五（三）',
  });
});

test('a checklist is tried on the real phone form as it is built', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/design/${town.campaign}/checklists`);
  await page.getByRole('tab', { name: '手机' }).click();
  const phone = page.frameLocator('iframe[title^="手机预览"]');
  await phone.getByRole('radio', { name: '不合格' }).first().click();
  await expect(phone.getByRole('button', { name: /提交.*0\.5/ })).toBeVisible();
  await page.locator('tr[data-at="/checklists/0/items/0"]').click();
  await page.getByLabel(/^名称/).first().fill('货架不出卷帘门');
  await expect(phone.getByText('货架不出卷帘门')).toBeVisible();
});
