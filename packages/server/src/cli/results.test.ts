import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xiuhua } from './terminal.fixture.ts';

const example = (file: string) => fileURLToPath(new URL(`../../../../examples/xiaoqing/${file}`, import.meta.url));
const [plan, log] = [example('plan.json'), example('log.jsonl')];
let folder = '';

/** The example's log with one line changed or put in. */
const spoiled = async (name: string, at: number, line: string, put = true): Promise<string> => {
  const lines = (await readFile(log, 'utf8')).split('\n');
  lines.splice(at, put ? 0 : 1, line);
  await writeFile(join(folder, name), lines.join('\n'));
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-results-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('xiuhua standings', () => {
  test('lists every published period, or the one asked for', async () => {
    const all = await xiuhua('standings', plan, log);
    expect(all.code).toBe(0);
    expect(all.out).toContain('月度排名 2026年11月');
    expect(all.out).toContain('月度排名 2026年12月');
    const { out } = await xiuhua('standings', plan, log, '--ranking', '月度排名', '--period', '2026-12', '--json');
    const { ok, standings } = JSON.parse(out) as { ok: boolean; standings: { published: boolean; standings: { period: string } }[] };
    expect([ok, standings.map((one) => [one.published, one.standings.period])]).toEqual([true, [[true, '2026-12']]]);
  });

  test('a period or a ranking that is none is wrong use, with the right one named', async () => {
    expect(await xiuhua('standings', plan, log, '--period', '2026-Q4')).toMatchObject({ code: 2, err: expect.stringContaining('2027-01') });
    expect(await xiuhua('standings', plan, log, '--ranking', '月排名')).toMatchObject({
      code: 2,
      err: expect.stringContaining('月度排名'),
    });
  });
});

test('xiuhua consequences tells what follows, why, and who signed', async () => {
  const { code, out } = await xiuhua('consequences', plan, log);
  expect(code).toBe(0);
  expect(out).toMatch(/小箐社区：2026年11月第12名（共12名）、2026年12月第12名（共12名），建议挂牌督办（六（四））。【已签发/);
});

test('xiuhua replay shows a past day by what was known then', async () => {
  const then = await xiuhua('replay', plan, log, '--at', '2026-11-20');
  expect(then.out).toContain('阶段“集中整治阶段”2026-11-07至2026-11-20：正在进行');
  expect(then.out).not.toContain('2026年12月');
  expect((await xiuhua('replay', plan, log, '--at', '2026-02-30')).code).toBe(2);
});

test('xiuhua explain goes down to the answer, each line with its clause', async () => {
  const { out, code } = await xiuhua('explain', plan, log, '--unit', '小箐村', '--period', '2026-12');
  expect(code).toBe(0);
  expect(out).toMatch(/月度考核（六（四））：[\d.]+分/);
  expect(out).toMatch(/门前干净不合格（三（一））：-0\.5分\n\s+· \d{4}-\d\d-\d\d 领导小组办公室检查员. ?检查，1处，照片1张/);
  expect(await xiuhua('explain', plan, log, '--unit', '小青村')).toMatchObject({ code: 2, err: expect.stringContaining('小箐村') });
});

describe('a log with a fault', () => {
  test.each([
    [
      'an unknown event',
      '{"seq":40,"at":"2026-11-02T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"FindingOpend"}}',
      'log.unknown-event',
    ],
    ['a line that is no JSON', '{', 'log.syntax'],
    [
      'a reading of 1e400',
      '{"seq":40,"at":"2026-11-02T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"ReadingReported","indicator":"甲","figure":{"value":1e400}}}',
      'log.bad-figure',
    ],
  ])('%s is named, the rest goes on, and the exit code says so', async (name, line, code) => {
    const file = await spoiled(`${name}.jsonl`, 39, line);
    const [good, bad] = [await xiuhua('standings', plan, log, '--json'), await xiuhua('standings', plan, file, '--json')];
    expect(bad.code).toBe(1);
    const told = JSON.parse(bad.out) as { standings: unknown; problems: { code: string; message: string }[] };
    expect(told.problems.map((one) => one.code)).toContain(code);
    expect(told.problems[0]?.message).toContain('第40行');
    expect(told.standings).toEqual((JSON.parse(good.out) as { standings: unknown }).standings);
  });

  test('an event out of order is named in words', async () => {
    const lines = (await readFile(log, 'utf8')).trim().split('\n');
    const [last = '', before = ''] = [lines.pop(), lines.pop()];
    await writeFile(join(folder, 'order.jsonl'), [...lines, last, before].join('\n'));
    const { code, err } = await xiuhua('consequences', plan, join(folder, 'order.jsonl'));
    expect(code).toBe(1);
    expect(err).toContain('次序不对');
  });

  test('an empty log and a log of another plan are answered', async () => {
    await writeFile(join(folder, 'empty.jsonl'), '\n');
    expect((await xiuhua('standings', plan, join(folder, 'empty.jsonl'))).code).toBe(2);
    const other = fileURLToPath(new URL('../../../../examples/jinchang/log.jsonl', import.meta.url));
    expect(await xiuhua('standings', plan, other)).toMatchObject({ code: 1, err: expect.stringContaining('不是给出的方案') });
  });
});

describe('xiuhua coverage', () => {
  test('prints how many cells there are and that none is untied', async () => {
    const { code, out } = await xiuhua('coverage', '--json');
    const told = JSON.parse(out) as { cells: number; untied: unknown[] };
    expect([code, told.untied]).toEqual([0, []]);
    expect(told.cells).toBeGreaterThanOrEqual(140);
  });
});
