import writeXlsx from 'write-excel-file/node';
import { savedDraft } from './design-desk.ts';
import { desk, expect, phone, test } from './town.ts';

const sheet = (...rows: (readonly string[])[]): Promise<Buffer> =>
  writeXlsx([
    { sheet: '登记表', data: [['名称', '类别', '片区', '管护单位'], ...rows].map((row) => row.map((value) => ({ value, type: String }))) },
  ]).toBuffer();
const file = (buffer: Buffer) => ({ name: '登记表.xlsx', mimeType: 'application/octet-stream', buffer });

test('the office brings its register of sites in from Excel: a wrong row stops it, the mended table is taken in and can be undone', async ({
  town,
}) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/design/${town.campaign}/places`);
  await page.getByRole('button', { name: '从 Excel 导入检查对象' }).click();
  const dialog = page.getByRole('dialog', { name: '导入检查对象' });
  const input = dialog.locator('input[type=file]');

  const good = [
    ['北街门面段', '沿街门面', '小箐村', '小箐村'],
    ['东街门面段', '沿街门面', '小箐社区', '小箐村、小箐社区'],
  ];
  await input.setInputFiles(file(await sheet(...good, ['南街门面段', '沿街门店', '小箐村', '小箐村'])));
  await expect(dialog.getByText('类别“沿街门店”不在方案中。是否为“沿街门面”？')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^导入 \d+ 行$/ })).toBeDisabled();

  await input.setInputFiles(file(await sheet(...good)));
  await expect(dialog.getByText('改动：管护单位')).toBeVisible();
  await dialog.getByRole('button', { name: '导入 2 行' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('北街门面段')).toBeVisible();
  await expect(page.getByText(/已保存/)).toBeVisible();

  await page.reload();
  await expect(page.getByText('北街门面段')).toBeVisible();
});

test('a score sheet in Excel becomes a checklist, one with a wrong row says which, and undo takes it back', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/design/${town.campaign}/checklists`);
  await page.getByRole('button', { name: '从 Excel 导入评分表' }).click();
  const dialog = page.getByRole('dialog', { name: '导入评分表' });
  await dialog.getByLabel('适用类别').click();
  await page.getByTitle('沿街门面', { exact: true }).click();
  const input = dialog.locator('input[type=file]');
  const head = ['检查项目', '标准', '分值', '扣分办法'];
  const good = [
    ['门头完好', '无破损', '5', '每处扣0.5分，扣完为止'],
    ['门头干净', '无积尘', '3', '扣1分'],
  ];
  const scores = (...rows: (readonly string[])[]) =>
    writeXlsx([{ sheet: '评分表', data: [head, ...rows].map((row) => row.map((value) => ({ value, type: String }))) }]).toBuffer();

  await input.setInputFiles({ ...file(await scores(...good, ['门头统一', '', '几分', '看着扣'])), name: '评分表.xlsx' });
  await expect(dialog.getByText(/几分/).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^导入 \d+ 行$/ })).toBeDisabled();

  await input.setInputFiles({ ...file(await scores(...good)), name: '评分表.xlsx' });
  await expect(dialog.getByText('门头完好')).toBeVisible();
  await dialog.getByRole('button', { name: '导入 2 行' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  const { checklists } = (await savedDraft(page, town)).plan as { checklists: { for: string; items: { name: string }[] }[] };
  expect(checklists.at(-1)).toMatchObject({
    for: '沿街门面',
    items: [
      { name: '门头完好', standard: '无破损', points: 0.5, counted: true, most: 5 },
      { name: '门头干净', standard: '无积尘', points: 1 },
    ],
  });
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => ((await savedDraft(page, town)).plan as { checklists: unknown[] }).checklists)
    .toHaveLength(checklists.length - 1);
});

test('a score sheet becomes a checklist, on a phone as well', async ({ town }) => {
  const page = await town.visit(phone, 'bangongshi');
  await page.goto(`/design/${town.campaign}/checklists`);
  await page.getByRole('button', { name: '从 Excel 导入评分表' }).click();
  const dialog = page.getByRole('dialog', { name: '导入评分表' });
  await dialog.getByLabel('适用类别').click();
  await page.getByTitle('沿街门面', { exact: true }).click();
  const rows = '检查项目,标准,分值,扣分办法\n门头完好,无破损,5,每处扣0.5分，扣完为止\n门头干净,无积尘,3,扣1分\n';
  await dialog.locator('input[type=file]').setInputFiles({ name: '评分表.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await expect(dialog.getByText('门头完好')).toBeVisible();
  await dialog.getByRole('button', { name: '导入 2 行' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/沿街门面检查表/).first()).toBeVisible();
});
