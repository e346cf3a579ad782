import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePlan } from '@xiuhua/engine';
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

test('what stands under an approval is printed with its number', async () => {
  const banner = JSON.parse(await readFile(level('banner'), 'utf8')) as { basis: object[] };
  const exceptions = [{ clause: '公园绿地服务半径覆盖率', approval: '鄂城管发〔2023〕1号', why: '老城区无地可建' }];
  const file = join(folder, 'excepted.json');
  await writeFile(file, JSON.stringify({ ...banner, basis: banner.basis.map((one) => ({ ...one, exceptions })) }));
  const { code, out } = await xiuhua('conform', file, level('city'));
  expect(code).toBe(0);
  expect(out).toContain('△ 经批准的例外“公园绿地服务半径覆盖率”（鄂城管发〔2023〕1号）');
  expect(JSON.parse((await xiuhua('conform', file, level('city'), '--json')).out)).toMatchObject({
    ok: true,
    breaches: [{ code: 'conform.looser', approval: '鄂城管发〔2023〕1号' }],
  });
});

test('an upper plan that was not given, plans in a circle and a lock let go are refused in words', async () => {
  const write = async (name: string, plan: unknown): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, JSON.stringify(plan));
    return file;
  };
  const told = async (...files: readonly string[]) => {
    const { code, out } = await xiuhua('conform', ...files, '--json');
    const { breaches, problems } = JSON.parse(out) as Record<'breaches' | 'problems', readonly { code: string; message: string }[]>;
    return { code, codes: [...breaches, ...problems].map((one) => one.code), words: [...breaches, ...problems].map((one) => one.message) };
  };
  const lost = await told(level('town'), level('city'));
  expect([lost.code, lost.codes]).toEqual([1, ['basis.unknown-upper']]);
  expect(lost.words[0]).toContain('找不到上级方案《伊金霍洛旗窨井和公共设施专项整治方案》');

  const rectification = JSON.parse(await readFile(level('rectification'), 'utf8')) as { title: string; indicators: object[] };
  const town = JSON.parse(await readFile(level('town'), 'utf8')) as { indicators: object[] };
  const free = { ...town, indicators: town.indicators.map((one, i) => (i === 0 ? { ...one, binds: 'free' } : one)) };
  const unlocked = await told(await write('unlocked.json', free), level('rectification'));
  expect([unlocked.code, unlocked.codes]).toEqual([1, ['conform.unlocked']]);

  const { basis: _, ...alone } = rectification as Record<string, unknown>;
  const first = compilePlan(alone);
  if (!first.ok) throw new Error('the rectification has errors');
  const between = { ...alone, title: '中间方案', basis: [{ title: rectification.title, hash: first.value.hash }] };
  const second = compilePlan(between);
  if (!second.ok) throw new Error('the plan between has errors');
  const round = { ...alone, basis: [{ title: '中间方案', hash: second.value.hash }] };
  const circle = await told(await write('round.json', round), await write('between.json', between), await write('alone.json', alone));
  expect([circle.code, circle.codes]).toEqual([1, ['basis.circle']]);
  expect(circle.words[0]).toContain('《中间方案》');
});
