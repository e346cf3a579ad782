import { gzipSync } from 'node:zlib';
import { costOfKey, enterField, fields, meter } from '../scripts/typing.mjs';
import { atTheDesk } from './design-desk.ts';
import { desk, expect, test } from './town.ts';

/** Script a key may cost, in ms, and how long the biggest plan may take to open after the page has loaded. */
const perKey = 16;
const opening = 1000;
/** Everything the first load of a plan fetches before it stands, gzipped, in bytes. */
const firstLoad = 600_000;

test('opening the biggest plan, and typing in a field of every kind', async ({ town }) => {
  test.setTimeout(240_000);
  const page = await atTheDesk(town, 'yijinhuoluo', 'responsibility');
  const { spent, stop } = await meter(page);
  await page.reload({ waitUntil: 'load' });
  const since = (await spent()).TaskDuration;
  await expect(page.getByRole('heading', { name: /重点任务与责任分工/ }).first()).toBeVisible();
  await expect(page.locator('[data-cell="0:0"]')).toBeVisible();
  const opened = Math.round((await spent()).TaskDuration - since);
  await stop();
  console.log(`opened with ${opened} ms of work after load`);
  expect.soft(opened).toBeLessThanOrEqual(opening);
  for (const field of fields) {
    await enterField(page, town.campaign, field);
    const cost = await costOfKey(page, field.digits);
    console.log(`${field.name}: ${cost.toFixed(1)} ms of script a key`);
    expect.soft(cost, field.name).toBeLessThanOrEqual(perKey);
  }
});

test('the first load of a plan is at most 600 KB on the way, the forms and the checker coming after it', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  const fetched: Promise<readonly [path: string, bytes: number]>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/')) fetched.push(response.body().then((body) => [pathname, gzipSync(body).length] as const));
  });
  await page.goto(`/design/${town.campaign}/phases`);
  await expect(page.getByRole('button', { name: '编辑“全面排查阶段”' })).toBeVisible();
  const files = await Promise.all([...fetched]);
  const bytes = files.reduce((sum, [, size]) => sum + size, 0);
  console.log(`first load: ${(bytes / 1000).toFixed(0)} KB gzipped in ${files.length} files`);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(firstLoad);
  await page.getByRole('button', { name: '编辑“全面排查阶段”' }).click();
  await expect(page.getByLabel('目标', { exact: true })).toBeVisible();
  const all = (await Promise.all(fetched)).reduce((sum, [, size]) => sum + size, 0);
  console.log(`with the form open: ${(all / 1000).toFixed(0)} KB`);
  expect(all).toBeGreaterThan(bytes);
});
