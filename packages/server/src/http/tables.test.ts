import type { DutyList } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRefusingTown, type RefusingTown } from '../app/refusal.fixture.ts';

let town: RefusingTown;
/** The campaign, and years around it: more than the week by week page counts at once. */
const years = 'from=2025-01-01&to=2027-12-31';

beforeAll(async () => {
  town = await openRefusingTown();
});
afterAll(() => town.close());

const table = async (query: string): Promise<readonly string[]> => {
  const { text } = await town.office.get(`${town.base}/tables/duties?format=csv&${query}`);
  return text.replace('\uFEFF', '').trimEnd().split('\r\n');
};
const list = async (query: string) => (await town.office.get(`${town.base}/duties/list?${query}`)).as<DutyList>();

test('the table of inspections holds every day of the stretch, as the list on the screen does, and says which days', async () => {
  const { found, duties } = await list(years);
  const [about, head, ...rows] = await table(years);
  expect(about).toBe(`2025-01-01至2027-12-31的检查任务，共${found}次`);
  expect(head).toMatch(/^期限,/);
  expect([rows.length, rows[0]?.split(',')[0]]).toEqual([found, duties[0]?.due]);
  expect(found).toBeGreaterThan(duties.length);
});

test('what the list is narrowed to, the table is narrowed to as well, and says so', async () => {
  for (const [query, said] of [
    ['from=2026-11-01&to=2026-11-01&due=yes', ''],
    [`${years}&state=upcoming`, ' · 未到期'],
    [`${years}&unit=${encodeURIComponent('小箐村')}`, ' · 小箐村'],
  ] as const) {
    const { found } = await list(query);
    const [about, , ...rows] = await table(query);
    expect([rows.length, about], query).toEqual([found, expect.stringMatching(new RegExp(`共${found}次${said}$`))]);
  }
  expect((await table(`${years}&state=upcoming&language=en`))[0]).toMatch(/^Duties from 2025-01-01 to 2027-12-31: \d+ · not due$/);
});

test('the file is named by its days', async () => {
  const { headers } = await town.office.get(`${town.base}/tables/duties?format=csv&from=2026-11-01&to=2026-11-30`);
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('检查任务 2026-11-01–2026-11-30.csv');
});
