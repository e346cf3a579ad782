import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Day, type Event, instantAt, type Problem } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { live, template } from '../demo/live.fixture.ts';
import { demoPlan } from '../demo/plan.ts';
import { xiuhua } from './terminal.fixture.ts';

const plan = fileURLToPath(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url));
const today: Day = '2026-11-24';
/** A schedule of that plan that draws its sites. */
const drawing = '月抽查';
let folder = '';

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('xiuhua check', () => {
  test('a good plan is fine', async () => {
    const { code, out } = await xiuhua('check', plan, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true });
  });

  test('overlapping phases are an error in words, with the place', async () => {
    const bad = structuredClone(template);
    Object.assign(bad.phases[1] ?? {}, { from: '2026-11-05' });
    const file = await write('overlap.json', JSON.stringify(bad));
    const { code, out } = await xiuhua('check', file, '--json');
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: (Problem & { message: string })[] };
    expect([code, ok]).toEqual([1, false]);
    expect(problems.find((p) => p.code === 'phase.overlap')).toMatchObject({
      severity: 'error',
      at: expect.stringMatching(/^\/phases\/1/),
      message: expect.stringContaining('重叠'),
    });
  });

  test('a scenario that comes out otherwise is a warning with both scores, and leaves the plan fine', async () => {
    const read = await readFile(new URL('../../../engine/bad-plans/scenario.score.json', import.meta.url), 'utf8');
    const { code, out } = await xiuhua('check', await write('scenario.json', read), '--json');
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: (Problem & { message: string })[] };
    expect([code, ok, problems.map((p) => p.code)]).toEqual([0, true, ['scenario.score']]);
    expect(problems[0]?.message).toContain('应为98分，现为96分');
  });

  test('broken JSON is an error that names line and column', async () => {
    const { code, out } = await xiuhua('check', await write('broken.json', '{\n  "title": \n}'));
    expect(code).toBe(1);
    expect(out).toContain('第3行');
  });

  test('--lang en answers in English', async () => {
    expect((await xiuhua('check', plan, '--lang', 'en')).out).toMatch(/No problems|0 errors/);
  });
});

describe('xiuhua duties', () => {
  test('lays out the visits between two days', async () => {
    const { code, out } = await xiuhua('duties', plan, '--from', '2026-11-02', '--to', '2026-11-02', '--json');
    const { duties } = JSON.parse(out) as { duties: { schedule: string; site: string }[] };
    expect(code).toBe(0);
    expect(duties.filter((duty) => duty.schedule === '门面周查').map((duty) => duty.site)).toHaveLength(5);
  });

  test('a day that does not exist is wrong use', async () => {
    const { code, err } = await xiuhua('duties', plan, '--from', '2026-02-30');
    expect(code).toBe(2);
    expect(err).toContain('2026-02-30');
  });
});

describe('xiuhua draw', () => {
  const grids = fileURLToPath(new URL('../../../../examples/district-bureau/plan.json', import.meta.url));
  const asked = (...line: string[]) => xiuhua('draw', grids, ...line);

  test('draws with a seed, and says of every site which number called it', async () => {
    const { code, out } = await asked('--schedule', drawing, '--period', '2026-11', '--seed', '第128期', '--json');
    const drawn = JSON.parse(out) as { registerHash: string; draws: { register: string; planned: string; turns: { site: string }[] }[] };
    expect(code).toBe(0);
    expect(drawn.draws.every(({ register, planned }) => register === drawn.registerHash && planned.startsWith('2026-11'))).toBe(true);
    expect(drawn.draws[0]?.turns.length).toBeGreaterThan(0);
    const again = await asked('--schedule', drawing, '--period', '2026-11', '--seed', '第128期', '--json');
    expect(again.out).toBe(out);
    expect((await asked('--schedule', drawing, '--period', '2026-11', '--seed', '第129期', '--json')).out).not.toBe(out);
    expect((await asked('--schedule', drawing, '--period', '2026-11', '--seed', '第128期')).out).toMatch(/除以 \d+ 张签余 \d+/);
  });

  test.each([
    [['--period', '2026-11', '--seed', '1', '--schedule', '没有的'], '没有抽样检查'],
    [['--period', '2026年', '--seed', '1', '--schedule', drawing], '2026-Q4'],
    [['--period', '2026-11', '--schedule', drawing], '--seed'],
  ])('%j is wrong use', async (line, words) => {
    const { code, err } = await asked(...line);
    expect([code, err.includes(words)]).toEqual([2, true]);
  });
});

describe('xiuhua score', () => {
  test('computes from plan and log what the campaign published', async () => {
    const { campaign, events } = live(today);
    const log = await write('log.jsonl', `${events.map((event: Event) => JSON.stringify(event)).join('\n')}\n`);
    const file = await write('plan.json', JSON.stringify(demoPlan(template, today)));
    const published = campaign.standings.get('月度排名·2026-09');
    const { code, out } = await xiuhua('score', file, log, '--period', '2026-09', '--today', '2026-10-02', '--json');
    expect(code).toBe(0);
    const { standings } = JSON.parse(out) as { standings: { rows: { unit: string; points: number }[] } };
    expect(standings.rows.map(({ unit }) => unit)).toEqual(published?.standings.rows.map(({ unit }) => unit));
  });

  test('a line that is no event is named by its number', async () => {
    const at = instantAt(today);
    const { code, err } = await xiuhua('score', plan, await write('bad.jsonl', `{"seq":1}\n{"at":"${at}"}\n`));
    expect(code).toBe(2);
    expect(err).toContain('第 1 行');
  });
});

describe('wrong use', () => {
  test.each([
    [['chek', plan], 'check'],
    [['check'], '方案文件'],
    [['check', 'nowhere.json'], 'ENOENT'],
    [['check', plan, '--colour'], '--colour'],
    [['duties', plan, '--from', '2026-11-02', '--to', '2026-11-01'], '2026-11-01'],
    [['verify', '--data', '/nowhere/at/all'], '/nowhere/at/all'],
  ])('%j gets one sentence and exit code 2', async (line, words) => {
    const { code, err } = await xiuhua(...line);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.split('\n')).toHaveLength(1);
  });

  test('--help of each command is fine and shows how to use it', async () => {
    for (const name of ['check', 'duties', 'score', 'serve', 'verify']) {
      const { code, out } = await xiuhua(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`xiuhua ${name}`);
    }
    expect((await xiuhua()).code).toBe(2);
    expect((await xiuhua('--help')).code).toBe(0);
  });
});
