import { readFile } from 'node:fs/promises';
import { desk, expect, test } from './town.ts';

const chain = (name: string): URL => new URL(`../examples/yijinhuoluo/chain/${name}.json`, import.meta.url);

test('a town makes its plan from the upper level’s, is told where it is looser, and carries an amendment in', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.goto('/design/');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('radio', { name: /照上级方案制定/ }).check();
  await page.locator('input[type=file]').setInputFiles({
    name: '旗方案.json',
    mimeType: 'application/json',
    buffer: await readFile(chain('rectification')),
  });
  await page.getByRole('combobox', { name: '本地是其中的哪个单位' }).click();
  await page.getByTitle('阿镇政府').click();
  await page.getByLabel('方案全称').fill('阿镇窨井专项整治方案');
  await page.getByLabel('印发机关').fill('阿镇人民政府');
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('tab', { name: '上级' }).click();
  await expect(page.getByText('与上级方案相符')).toBeVisible();
  await page
    .getByRole('button', { name: /问题整改/ })
    .first()
    .click();
  await page.getByRole('button', { name: '编辑“整改通知”' }).click();
  const limit = page.getByRole('spinbutton');
  const beside = page.getByRole('tabpanel', { name: '上级' });
  await expect(beside.getByText('只严不宽')).toBeVisible();

  await limit.fill('8');
  await expect(beside.getByRole('heading', { name: '放宽了的地方 1' })).toBeVisible();
  await expect(beside.getByText(/由“5个工作日内”改为“8个工作日内”/)).toBeVisible();

  await limit.fill('3');
  await expect(beside.getByText('与上级方案相符')).toBeVisible();
  await expect(beside.getByRole('heading', { name: '加码 1' })).toBeVisible();
  await expect(beside.getByText('没有写理由')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toBeVisible();

  town.setTime('2026-10-29', '10:00');
  const amended = (await readFile(chain('rectification'), 'utf8')).replace('井周半米内', '井周一米内');
  const taken = await page.context().request.post('/api/upper-plans', {
    data: { plan: JSON.parse(amended) as unknown },
    headers: { origin: town.address },
  });
  expect(taken.ok()).toBe(true);
  await page.reload();
  await page.getByRole('tab', { name: '上级' }).click();
  await page.getByRole('button', { name: '把改动带进来' }).click();
  await expect(page.getByText(/已随上级改动 1 处/)).toBeVisible();
  await page
    .getByRole('button', { name: /检查表/ })
    .first()
    .click();
  await expect(page.getByText(/井周一米内/)).toBeVisible();
  await page.getByRole('tab', { name: '上级' }).click();
  await expect(beside.getByRole('heading', { name: '加码 1' })).toBeVisible();
});
