import type { Page } from '@playwright/test';
import { meter } from '../scripts/typing.mjs';
import { atTheDesk, examplePlan, savedDraft } from './design-desk.ts';
import { desk, expect, type Town, test } from './town.ts';

const status = (page: Page, text: RegExp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible();

const setAim = async (page: Page, phase: string, aim: string): Promise<void> => {
  await page.getByRole('button', { name: `编辑“${phase}”` }).click();
  await page.getByLabel('目标', { exact: true }).fill(aim);
};

/** What the draft on the server says of the aim of each phase. */
const aims = async (page: Page, town: Town): Promise<readonly (string | undefined)[]> => {
  const { phases } = (await savedDraft(page, town)).plan as { phases: { aim?: string }[] };
  return phases.map(({ aim }) => aim);
};

test('of two tabs the second is told who changed what, and nothing is overwritten', async ({ town }) => {
  const first = await atTheDesk(town, 'xiaoqing', 'phases');
  const second = await first.context().newPage();
  await second.clock.setSystemTime(town.now());
  await second.goto(first.url());
  await expect(second.getByRole('button', { name: '编辑“全面排查阶段”' })).toBeVisible();

  await setAim(first, '全面排查阶段', '第一个窗口写的');
  await status(first, /^已保存/);
  await expect.poll(() => aims(first, town)).toContain('第一个窗口写的');

  await setAim(second, '集中整治阶段', '第二个窗口写的');
  const dialog = second.getByRole('dialog', { name: /办公室主任 在 09:00 保存了较新的草稿/ });
  await expect(dialog.getByText('工作步骤 · 修改 “全面排查阶段”')).toBeVisible();
  await expect(dialog.getByText('工作步骤 · 修改 “集中整治阶段”')).toBeVisible();
  expect(await aims(first, town)).not.toContain('第二个窗口写的');

  await dialog.getByRole('button', { name: '合并两边的修改' }).click();
  await status(second, /^已保存/);
  await expect.poll(() => aims(second, town)).toEqual(['第一个窗口写的', '第二个窗口写的', '对标整改，转入常态管理']);
});

test('a pasted matrix with unknown units offers the nearest, or a new unit', async ({ town }) => {
  const page = await atTheDesk(town, 'xiaoqing', 'responsibility');
  await page.getByRole('button', { name: '从 Excel 粘贴' }).click();
  await page.getByLabel('粘贴到这里').fill('任务\t牵头单位\t责任单位\n河道清漂\t镇综合执法队\t镇水务站、小箐村');
  const dialog = page.getByRole('dialog', { name: '从 Excel 粘贴责任分工' });
  await expect(dialog.getByText('有 2 个单位不在名单中，请看一下怎么办：')).toBeVisible();
  await expect(dialog.getByText('就是“镇综合执法中队”')).toBeVisible();
  await expect(dialog.getByText('作为新单位登记')).toBeVisible();
  await dialog.getByRole('button', { name: '写入 1 项任务' }).click();
  await status(page, /^已保存/);
  const { plan } = await savedDraft(page, town);
  const written = plan as { organization: { units: { name: string }[] }; responsibility: { tasks: unknown[] } };
  expect(written.responsibility.tasks.at(-1)).toEqual({ name: '河道清漂', lead: '镇综合执法中队', responsible: ['镇水务站', '小箐村'] });
  expect(written.organization.units.at(-1)).toEqual({ name: '镇水务站' });
});

test('five thousand pasted rows are read, taken in and edited without the page hanging', async ({ town }) => {
  test.setTimeout(180_000);
  const page = await atTheDesk(town, 'xiaoqing', 'responsibility');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { spent } = await meter(page);
  /** Work of the page while something is done, in ms. */
  const worked = async (act: () => Promise<void>): Promise<number> => {
    const before = (await spent()).TaskDuration;
    await act();
    return Math.round((await spent()).TaskDuration - before);
  };
  const rows = Array.from({ length: 5000 }, (_, i) => `任务${i + 1}\t小箐村\t单位${i % 400}、小箐社区`);
  await page.evaluate((table) => navigator.clipboard.writeText(table), ['任务\t牵头单位\t责任单位', ...rows].join('\n'));
  await page.locator('[data-cell="0:0"]').focus();
  const reading = await worked(async () => {
    await page.keyboard.press('Control+v');
    await expect(page.getByText(/^认出 5000 项任务/)).toBeVisible();
  });
  const taking = await worked(async () => {
    await page.getByRole('button', { name: '写入 5000 项任务' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  const cell = page.locator('[data-cell="3:2"]');
  const key = await worked(async () => {
    await cell.focus();
    await page.keyboard.press('p');
    await expect(cell).toHaveText(/配/);
  });
  console.log(`5,000 rows: read in ${reading} ms, taken in ${taking} ms, one key then ${key} ms of work`);
  expect.soft(reading, 'reading').toBeLessThanOrEqual(2000);
  expect.soft(taking, 'taking in').toBeLessThanOrEqual(4000);
  expect.soft(key, 'a key').toBeLessThanOrEqual(1000);
});

test('a broken plan file is refused with the line that is broken', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto('/design/');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('radio', { name: /打开方案文件/ }).check();
  const broken = JSON.stringify(await examplePlan('xiaoqing'), null, 2)
    .split('\n')
    .map((line, i) => (i === 11 ? line.replace('"', '') : line))
    .join('\n');
  await page.locator('input[type=file]').setInputFiles({ name: '方案.json', mimeType: 'application/json', buffer: Buffer.from(broken) });
  await expect(page.getByText('这个文件打不开：')).toBeVisible();
  await expect(page.getByText(/第12行第\d+列不是正确的JSON/)).toBeVisible();
  await expect(page.getByRole('button', { name: '建立草稿' })).toBeDisabled();
});

test('a server that is away: the draft stays on the machine, says so, and comes back after the page is opened again', async ({ town }) => {
  const page = await atTheDesk(town, 'xiaoqing', 'phases');
  await page.route('**/api/campaigns/*/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await setAim(page, '全面排查阶段', '断网时写的');
  await status(page, /连不上，已存在本机/);
  await page.reload();
  await expect(page.getByText(/已恢复本机上没有来得及保存的修改/)).toBeVisible();
  await expect(page.getByText('断网时写的')).toBeVisible();
  expect(await aims(page, town)).not.toContain('断网时写的');
  await page.unroute('**/api/campaigns/*/draft');
  await expect.poll(() => aims(page, town)).toContain('断网时写的');
  await status(page, /^已保存/);
});
