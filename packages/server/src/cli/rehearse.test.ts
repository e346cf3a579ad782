import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { template } from '../demo/live.fixture.ts';
import { xiuhua } from './terminal.fixture.ts';

const plan = fileURLToPath(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url));
let folder = '';

const write = async (name: string, content: object): Promise<string> => {
  await writeFile(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-rehearse-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('xiuhua rehearse', () => {
  test('shows load, scores and consequences, the same for the same seed', async () => {
    const line = ['rehearse', plan, '--from', '2026-10-30', '--to', '2027-01-15', '--seed', '7', '--json'];
    const [one, two] = [await xiuhua(...line), await xiuhua(...line)];
    expect([one.code, one.out === two.out]).toEqual([0, true]);
    const { load, scores, consequences, refused } = JSON.parse(one.out) as Record<string, unknown[]>;
    expect([load?.length, scores?.length, consequences?.length].every((n) => (n ?? 0) > 0)).toBe(true);
    expect(refused).toEqual([]);
  });

  test('tells it in sentences too', async () => {
    const { code, out } = await xiuhua('rehearse', plan, '--to', '2026-12-20');
    expect(code).toBe(0);
    expect(out).toMatch(/^推演 2026-10-30 至 2026-12-20：/);
    expect(out).toContain('月度排名');
  });

  test('days that run backwards are wrong use', async () => {
    expect((await xiuhua('rehearse', plan, '--from', '2026-12-01', '--to', '2026-11-01')).code).toBe(2);
  });
});

describe('xiuhua check, with waivers', () => {
  const gap = { ...template, number: '箐府发[2026]12号' };

  test('a warning that is waived is listed apart with its reason, and no longer counts', async () => {
    const waivers = [{ code: 'basis.number-format', reason: '沿用发文机关的写法' }];
    const before = JSON.parse((await xiuhua('check', await write('a.json', gap), '--json')).out) as { problems: { code: string }[] };
    const { code, out } = await xiuhua('check', await write('b.json', { ...gap, waivers }), '--json');
    const { ok, problems, waived } = JSON.parse(out) as { ok: boolean; problems: { code: string }[]; waived: object[] };
    expect(before.problems.map((p) => p.code)).toContain('basis.number-format');
    expect(problems.map((p) => p.code)).not.toContain('basis.number-format');
    expect(waived).toMatchObject([{ code: 'basis.number-format', reason: '沿用发文机关的写法', severity: 'warning' }]);
    expect([code, ok]).toEqual([0, true]);
    expect((await xiuhua('check', await write('b.json', { ...gap, waivers }))).out).toContain('暂不处理：沿用发文机关的写法');
  });

  test('an error stays an error', async () => {
    const phases = gap.phases.map((phase, i) => (i === 1 ? { ...phase, from: '2026-11-05' } : phase));
    const file = await write('c.json', { ...gap, phases, waivers: [{ code: 'phase.overlap', reason: '有意交叉' }] });
    const { code, out } = await xiuhua('check', file, '--json');
    const { problems, waived } = JSON.parse(out) as { problems: { code: string }[]; waived: object[] };
    expect([code, waived]).toEqual([1, []]);
    expect(problems.map((p) => p.code)).toEqual(expect.arrayContaining(['phase.overlap', 'waiver.of-error']));
  });

  test('--rehearse adds what only living through the plan shows', async () => {
    const sites = Array.from({ length: 40 }, (_, i) => ({ ...template.places.sites[0], name: `门面${i + 1}` }));
    const weekly = template.schedule.filter(({ name }) => name === '门面周查').map(({ within: _, ...rest }) => rest);
    const crowded = {
      ...template,
      places: { ...template.places, sites: [...sites, ...template.places.sites] },
      schedule: [...weekly, ...template.schedule.filter(({ name }) => name !== '门面周查')],
    };
    const { out } = await xiuhua('check', await write('d.json', crowded), '--rehearse', '--json');
    expect((JSON.parse(out) as { problems: { code: string }[] }).problems.map((p) => p.code)).toContain('rehearsal.crowded');
  });
});
