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

test('a clerk amends the biggest plan: a unit, a lead, a tighter indicator, a moved phase, a question with a condition', async ({
  town,
}) => {
  test.setTimeout(180_000);
  const page = await atTheDesk(town, 'yijinhuoluo', 'responsibility');

  await page.getByRole('button', { name: '从 Excel 粘贴' }).click();
  await page.getByLabel('粘贴到这里').fill('任务\t牵头单位\t配合单位\n加快公园城市建设\t园林绿化中心\t文化馆');
  await expect(page.getByText('认出 1 项任务：1 项已有')).toBeVisible();
  await page.getByRole('button', { name: '写入 1 项任务' }).click();
  await expect(page.locator('.matrix-lead').getByText('园林绿化中心').first()).toBeVisible();

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
  await expect(page.getByRole('tabpanel', { name: /问题/ }).getByText(/重叠/).first()).toBeVisible();
  await page
    .getByRole('tabpanel', { name: /问题/ })
    .getByRole('button', { name: /^改为 \d/ })
    .first()
    .click();
  await expect(page.getByRole('tabpanel', { name: /问题/ }).getByText(/重叠/)).toHaveCount(0);

  await goTo(page, /检查表/);
  await page.locator('tr[data-at="/checklists/0/items/1"]').click();
  await page.getByRole('button', { name: '何时询问' }).click();
  await page.getByRole('button', { name: '添加条件' }).click();
  await expect(page.getByText(/时才询问。$/)).toBeVisible();
  await saved(page);

  const plan: {
    organization: { units: { name: string }[] };
    responsibility: { tasks: { name: string; lead?: string; cooperate?: string[] }[] };
    indicators: { name: string; targets: { target: string; due?: string }[] }[];
    checklists: { items: { asked?: unknown }[] }[];
  } = await planOf(page, town);
  expect(plan.responsibility.tasks[0]).toMatchObject({ name: '加快公园城市建设', lead: '园林绿化中心' });
  expect(plan.indicators.find(({ name }) => name === '公园绿地服务半径覆盖率')?.targets[0]?.target).toBe('at least 92');
  expect(plan.checklists[0]?.items[1]?.asked).toBeDefined();
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
