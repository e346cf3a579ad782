import { gzipSync } from 'node:zlib';
import { costOfKey, enterField, fields, meter } from '../scripts/typing.mjs';
import { atTheDesk } from './design-desk.ts';
import { desk, expect, test } from './town.ts';

/** Script a key may cost, in ms, and how long the biggest plan may take to open after the page has loaded. */
const perKey = 16;
const opening = 1000;
/** All scripts and styles that are asked for before a plan stands on the screen, gzipped, in bytes. */
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

test('the first load of a plan is at most 600 KB on the way; the checker beside it and the forms come after', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  const files = new Set<string>();
  let stands = false;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!stands && pathname.startsWith('/assets/') && !pathname.includes('.worker-')) files.add(pathname);
  });
  await page.exposeFunction('planStands', () => {
    stands = true;
  });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.clause')) return;
      observer.disconnect();
      (globalThis as unknown as { planStands: () => void }).planStands();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`/design/${town.campaign}/phases`);
  await expect(page.getByRole('button', { name: '编辑“全面排查阶段”' })).toBeVisible();
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await (await page.request.get(file)).body()).length;
  console.log(`first load: ${(bytes / 1000).toFixed(0)} KB gzipped in ${files.size} files`);
  expect(bytes).toBeGreaterThan(300_000);
  expect(bytes).toBeLessThanOrEqual(firstLoad);
  expect(
    [...files].some((file) => /\/ClauseForm-[^/]*\.js$/.test(file)),
    'the forms wait',
  ).toBe(false);
});
