import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { xiuhua } from './terminal.fixture.ts';

const level = (name: string): string => fileURLToPath(new URL(`../../../../examples/yijinhuoluo/chain/${name}.json`, import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-inherit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('conform names the banner’s breach with both values and counts what it adds', async () => {
  const { code, out } = await xiuhua('conform', level('banner'), level('city'), '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    breaches: [{ code: 'conform.looser', clause: '公园绿地服务半径覆盖率', upper: 'at least 90', lower: 'at least 88.41' }],
    adds: { clauses: 7, withoutReason: 0 },
  });
});

test('a town that only tightens is fine, and its reasons are printed', async () => {
  const { code, out } = await xiuhua('conform', level('town'), level('rectification'));
  expect(code).toBe(0);
  expect(out).toContain('＋ 井盖写明权属  理由：无主井盖派不出单');
});

test('another version of the upper plan is not the upper plan', async () => {
  const file = join(folder, 'city.json');
  await writeFile(file, (await readFile(level('city'), 'utf8')).replace('at least 90', 'at least 88'));
  const { code, out } = await xiuhua('conform', level('banner'), file, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ code: 'basis.not-the-upper' }] });
});

test('derive drafts for a unit, and names the nearest for one that is not there', async () => {
  const file = join(folder, 'town.json');
  expect((await xiuhua('derive', level('rectification'), '--as', '阿镇政府', '--out', file)).code).toBe(0);
  expect((await xiuhua('conform', file, level('rectification'))).code).toBe(0);
  const { code, out } = await xiuhua('derive', level('rectification'), '--as', '阿镇');
  expect(code).toBe(1);
  expect(out).toContain('阿镇政府');
});

test('rebase carries an amendment down and keeps what the town wrote; a plan without upper plan is wrong use', async () => {
  const amended = join(folder, 'amended.json');
  const text = await readFile(level('rectification'), 'utf8');
  await writeFile(amended, text.replace('"within": "5 workdays"', '"within": "4 workdays"').replace('井周半米内', '井周一米内'));
  const { code, out } = await xiuhua('rebase', level('town'), level('rectification'), amended, '--json');
  expect(code).toBe(1);
  const told = JSON.parse(out) as { plan: { findings: unknown }; followed: readonly string[]; clashes: readonly unknown[] };
  expect(told.plan.findings).toMatchObject({ notice: { within: '3 workdays' } });
  expect(told.followed.join()).toContain('井周一米内');
  expect(told.clashes).toHaveLength(1);
  expect((await xiuhua('conform', level('city'), level('banner'))).code).toBe(2);
});
