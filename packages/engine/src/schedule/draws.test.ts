import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { hashOf } from '../problem/canonical.ts';
import { drawFrom, drawNumber } from './draw.ts';
import { layOut } from './duties.ts';
import { readEvery } from './every.ts';
import { type DrawRecord, drawRecords, drawRegister } from './record.ts';
import { compiledOf, manySites, phase, scopeOf, sitesOf } from './schedule.fixture.ts';
import type { Schedule } from './schema.ts';
import { drawPeriod, drawSeed, plainSeeding, type Seeding, seedingOf } from './seeding.ts';

const calendar = officialCalendar();
const grids = sitesOf(...manySites('网格', 33).map((site, i) => ({ ...site, area: `第${Math.floor(i / 3) + 1}网区` })));
const zones = Array.from({ length: 11 }, (_, i) => ({ name: `第${i + 1}网区`, kind: 'zone' as const }));
const monthly: Partial<Schedule> = { checklist: '网格检查表', every: 'month on day 15', sites: 'draw 11 of 33' };
const year = { seeding: seedingOf('2026年第128期双色球'), until: '2026-12-31' };

const drawn = (records: readonly DrawRecord[]): readonly (readonly string[])[] =>
  records.map(({ pools }) => pools.flatMap((pool) => pool.drawn));

describe('a number of a draw', () => {
  it('is the one any SHA-256 program gives', () => {
    // printf '种子|月抽查·2026-11-15|网格|1' | sha256sum | cut -c1-13
    expect(drawNumber('种子', '月抽查·2026-11-15', '网格', 1).toString(16).padStart(13, '0')).toBe('88e63a47b5f7a');
  });

  it('calls tickets in the order of the list', () => {
    const number = (turn: number): number => [0, 4, 7, 3][turn] ?? 0;
    expect(drawFrom(['甲', '乙', '丙', '丁'], 3, { number })).toEqual(['甲', '丙', '丁']);
    expect(drawFrom(['甲', '乙', '丙'], 2, { number, tickets: [1, 3, 1] })).toEqual(['丙', '乙']);
  });
});

describe('11 of 33 grids', () => {
  const { compiled, problems } = compiledOf(monthly, scopeOf(grids));
  const records = drawRecords(compiled, calendar, year);

  it('are drawn every month, without a problem', () => {
    expect(problems).toEqual([]);
    expect(records.map(({ planned }) => planned.slice(5))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${month}-15`),
    );
    for (const sites of drawn(records)) expect(new Set(sites).size).toBe(11);
  });

  it('are other grids with another seed', () => {
    expect(drawn(drawRecords(compiled, calendar, { ...year, seeding: seedingOf('另一个种子') }))).not.toEqual(drawn(records));
  });

  it('are the sites of the duties laid out with the same seed', () => {
    const duties = layOut([compiled], calendar, '2026-11-01', '2026-11-30', year.seeding).filter((duty) => duty.planned === '2026-11-15');
    expect(duties.map((duty) => duty.site).sort()).toEqual([...(drawn(records)[10] ?? [])].sort());
  });
});

describe('a rule of a draw', () => {
  it('“per zone” draws one grid of each of the eleven', () => {
    const { compiled } = compiledOf({ ...monthly, sites: 'draw 1 per zone' }, scopeOf(grids, { areaList: zones }));
    for (const sites of drawn(drawRecords(compiled, calendar, year)))
      expect(sites.map((site) => grids.get(site)?.area)).toEqual(zones.map((zone) => zone.name).sort());
  });

  it('“not again for 2 draws” lets a grid rest twice', () => {
    const { compiled } = compiledOf({ ...monthly, sites: 'draw 11, not again for 2 draws' }, scopeOf(grids));
    const sites = drawn(drawRecords(compiled, calendar, year));
    for (let i = 2; i < sites.length; i++) expect(new Set(sites.slice(i - 2, i + 1).flat()).size).toBe(33);
  });

  it('“each once a quarter” reaches every grid in every quarter, and says how many it had to take for that', () => {
    const { compiled } = compiledOf({ ...monthly, sites: 'draw 14, each once a quarter' }, scopeOf(grids));
    const records = drawRecords(compiled, calendar, year);
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4'])
      expect(new Set(drawn(records.filter(({ cover }) => cover === `2026-${quarter}`)).flat()).size).toBe(33);
    expect(records.filter((_, i) => i % 3 === 0).map(({ pools }) => pools[0]?.mustTake)).toEqual([5, 5, 5, 5]);
  });

  it('“draw 30%” rounds up', () => {
    const { compiled } = compiledOf({ ...monthly, sites: 'draw 30%' }, scopeOf(grids));
    expect(compiled.pools.map((pool) => pool.take)).toEqual([10]);
  });

  it('“by class” draws two 严禁路, two 严控路 and one 社区, each with its checklist', () => {
    const roads = manySites('道路', 12).map((site, i) => ({ ...site, grades: i < 6 ? ['严禁路'] : ['严控路'] }));
    const strata = [
      { grade: '严禁路', draw: 2 },
      { grade: '严控路', draw: 2 },
      { class: '社区', draw: 1, checklist: '社区检查表' },
    ];
    const { compiled, problems } = compiledOf(
      { checklist: '道路检查表', every: 'quarter in last 5 workdays', sites: 'draw by class', strata },
      scopeOf(sitesOf(...roads, ...manySites('社区', 5))),
    );
    expect(problems).toEqual([]);
    const duties = layOut([compiled], calendar, '2026-01-01', '2026-12-31', seedingOf('种子'));
    const kinds = duties.map(({ site, checklist, planned }) =>
      [planned, roads.find(({ name }) => name === site)?.grades[0] ?? '社区', checklist].join(' '),
    );
    const quarter = (planned: string): string[] => [
      `${planned} 严控路 道路检查表`,
      `${planned} 严控路 道路检查表`,
      `${planned} 严禁路 道路检查表`,
      `${planned} 严禁路 道路检查表`,
      `${planned} 社区 社区检查表`,
    ];
    expect(kinds.sort()).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].flatMap(quarter));
  });

  it('with weights draws a site at risk about as much oftener as it has chances', () => {
    const sites = sitesOf(...manySites('门店', 20).map((site, i) => ({ ...site, grades: i === 0 ? ['重点'] : ['一般'] })));
    const { compiled } = compiledOf(
      { every: 'workday', sites: 'draw 1', weights: [{ grade: '重点', chances: 6 }] },
      scopeOf(sites, { phases: [phase('三年', '2024-01-01', '2026-12-31')] }),
    );
    const taken = drawn(drawRecords(compiled, calendar, year)).flat();
    const share = taken.filter((site) => site === '门店1').length / taken.length;
    expect(taken.length).toBe(747);
    expect(Math.abs(share - 6 / 25)).toBeLessThan(0.05);
  });

  it('sends of a group one that does not keep the site, and others along', () => {
    const parties = new Map([['各中队', ['单位1', '单位2', '单位3']]]);
    const { compiled, problems } = compiledOf(
      { by: '各中队', along: { from: ['各中队'], draw: 1 }, every: 'workday' },
      scopeOf(sitesOf(...manySites('门店', 3)), { parties }),
    );
    expect(problems).toEqual([]);
    const duties = layOut([compiled], calendar, '2026-03-01', '2026-04-30', seedingOf('种子'));
    for (const { site, by, along } of duties) expect([`单位${site.slice(2)}`, by, ...along].sort()).toEqual(['单位1', '单位2', '单位3']);
    expect(new Set(duties.filter(({ site }) => site === '门店1').map(({ by }) => by))).toEqual(new Set(['单位2', '单位3']));
  });
});

describe('the seed of a draw', () => {
  it('is the one any SHA-256 program gives, and knowing one helps with no other', () => {
    // printf '种子|月抽查|2026-11' | sha256sum, and with |2 behind it for the second issue
    expect(drawSeed('种子', { schedule: '月抽查', period: '2026-11', issue: 1 })).toBe(
      '8f5c997b0f8a38a2dc1148fc74f71c5e3dea8f80e0ad43320f15c029e60c3af0',
    );
    expect(drawSeed('种子', { schedule: '月抽查', period: '2026-11', issue: 2 })).toBe(
      'c32c8de2d1f4e8634246d2850b8a0d9cd5aa140ddbea14082ba6d39df20df039',
    );
  });

  it('goes by the period, so that another day of the same month draws the same grids', () => {
    const on = (day: number) =>
      drawn(drawRecords(compiledOf({ ...monthly, every: `month on day ${day}` }, scopeOf(grids)).compiled, calendar, year));
    expect(on(8)).toEqual(on(15));
  });

  it.each([
    ['week on monday', '2026-11-16', '2026-W47'],
    ['week on monday and thursday', '2026-11-16', '2026-11-16'],
    ['month on day 5 and 15', '2026-11-15', '2026-11-15'],
    ['month before day 25', '2026-11-25', '2026-11'],
    ['quarter in last 5 workdays', '2026-12-31', '2026-Q4'],
    ['workday', '2026-11-16', '2026-11-16'],
  ])('the period of %s on %s is %s', (phrase, planned, period) => {
    const every = readEvery(phrase);
    if (!every) throw new Error(phrase);
    expect(drawPeriod(every, planned)).toBe(period);
  });

  it('in a log without one, is the text the plan’s draws always rested on, by the rows of the register', () => {
    const { compiled } = compiledOf(monthly, scopeOf(grids));
    const [first] = drawRecords(compiled, calendar, { seeding: plainSeeding('旧种子'), until: '2026-01-31' });
    const number = (turn: number): number => drawNumber('旧种子', '检查·2026-01-15', '网格', turn);
    expect(first?.pools[0]?.drawn).toEqual(drawFrom([...grids.keys()], 11, { number }));
    expect(first).toMatchObject({ seed: '旧种子', commitment: null, draw: '检查·2026-01-15' });
  });
});

describe('the published script', () => {
  const script = fileURLToPath(new URL('../../../../examples/recompute-draw.mjs', import.meta.url));
  const run = (published: unknown): string => {
    const folder = mkdtempSync(join(tmpdir(), 'draw-'));
    try {
      writeFileSync(join(folder, 'draws.json'), JSON.stringify(published));
      return execFileSync(process.execPath, [script, join(folder, 'draws.json')], { encoding: 'utf8' });
    } catch (fault) {
      return String((fault as { stdout?: unknown }).stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const rehashed = ({ hash, ...record }: DrawRecord): DrawRecord => ({ ...record, hash: hash && hashOf(record) });
  const parties = new Map([['各中队', ['单位1', '单位2', '单位3']]]);
  const weights = [{ site: '网格7', chances: 5 }];
  const { compiled } = compiledOf(
    {
      ...monthly,
      sites: 'draw 7, not again for 1 draw, each once a half-year',
      weights,
      by: '各中队',
      along: { from: ['各中队'], draw: 1 },
    },
    scopeOf(grids, { parties }),
  );
  const again = new Map([['检查·2026-08', ['第一次抽到的道路正在施工']]]);
  const bookOf = (seeding: Seeding) => ({
    schedule: '检查',
    commitment: seeding.commitment,
    seed: seeding.commitment === null ? null : seeding.seed,
    registers: [drawRegister(compiled, seeding)],
    records: drawRecords(compiled, calendar, { seeding, until: '2026-12-31' }),
  });
  const published = bookOf({ ...year.seeding, repeats: again });
  const forged = (p: typeof published, at: number, change: (record: DrawRecord) => DrawRecord) => ({
    ...p,
    records: p.records.map((record, i) => (i === at ? change(record) : record)),
  });

  it('is short enough to be read before it is trusted', () => {
    expect(readFileSync(script, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(50);
  });

  it('agrees with the engine, a draw made again among them', () => {
    expect(run(published)).toBe('13 draws recomputed, 0 faults\n');
    expect(run({ ...published, seed: null })).toBe('13 draws recomputed, 0 faults\n');
  });

  it('agrees about the draws of a log that is older than seeds', () => {
    expect(run(bookOf(plainSeeding('旧种子')))).toBe('12 draws recomputed, 0 faults\n');
  });

  it.each<[string, (p: typeof published) => unknown]>([
    [
      'a site put in for another',
      (p) => forged(p, 4, (r) => ({ ...r, pools: r.pools.map((pool) => ({ ...pool, drawn: ['网格1', ...pool.drawn.slice(1)] })) })),
    ],
    ['a draw left out', (p) => ({ ...p, records: p.records.filter((_, i) => i !== 4) })],
    [
      'a first draw hidden behind the one made again',
      (p) => ({ ...p, records: p.records.filter(({ period, issue }) => period !== '2026-08' || issue === 2) }),
    ],
    ['another reason for drawing again', (p) => forged(p, 8, (r) => ({ ...r, reason: '没有理由' }))],
    ['a site struck off the register', (p) => ({ ...p, registers: p.registers.map((one) => ({ ...one, lines: one.lines.slice(1) })) })],
    [
      'a draw altered together with its hash',
      (p) => forged(p, 4, (r) => rehashed({ ...r, pools: r.pools.map((pool) => ({ ...pool, drawn: [...pool.drawn].reverse() })) })),
    ],
    ['another seed for one draw', (p) => forged(p, 4, (r) => ({ ...r, seed: '别的' }))],
    ['a seed that is not the one committed to', (p) => ({ ...p, seed: '别的' })],
    ['an inspector put in for another', (p) => forged(p, 4, (r) => ({ ...r, crews: r.crews.map((crew) => ({ ...crew, by: '单位9' })) }))],
  ])('finds %s', (_, forge) => {
    expect(run(forge(published))).not.toContain(', 0 faults');
  });

  it('finds, once the seed is known, a draw that was given a seed of its own choosing', () => {
    const chosen = bookOf({ ...seedingOf('挑中的种子'), commitment: year.seeding.commitment });
    expect(run({ ...chosen, seed: null })).toBe('12 draws recomputed, 0 faults\n');
    expect(run({ ...chosen, seed: year.seeding.seed })).toContain('12 faults');
  });
});
