import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { hashOf } from '../problem/canonical.ts';
import { drawFrom, drawNumber } from './draw.ts';
import { layOut } from './duties.ts';
import { type DrawRecord, drawRecords, drawRegister } from './record.ts';
import { compiledOf, manySites, phase, scopeOf, sitesOf } from './schedule.fixture.ts';
import type { Schedule } from './schema.ts';

const calendar = officialCalendar();
const grids = sitesOf(...manySites('网格', 33).map((site, i) => ({ ...site, area: `第${Math.floor(i / 3) + 1}网区` })));
const zones = Array.from({ length: 11 }, (_, i) => ({ name: `第${i + 1}网区`, kind: 'zone' as const }));
const monthly: Partial<Schedule> = { checklist: '网格检查表', every: 'month on day 15', sites: 'draw 11 of 33' };
const year = { seed: '2026年第128期双色球', until: '2026-12-31' };

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
    expect(drawn(drawRecords(compiled, calendar, { ...year, seed: '另一个种子' }))).not.toEqual(drawn(records));
  });

  it('are the sites of the duties laid out with the same seed', () => {
    const duties = layOut([compiled], calendar, '2026-11-01', '2026-11-30', year.seed).filter((duty) => duty.planned === '2026-11-15');
    expect(duties.map((duty) => duty.site).sort()).toEqual([...(drawn(records)[10] ?? [])].sort());
  });
});

describe('a rule of a draw', () => {
  it('“per zone” draws one grid of each of the eleven', () => {
    const { compiled } = compiledOf({ ...monthly, sites: 'draw 1 per zone' }, scopeOf(grids, { areaList: zones }));
    for (const sites of drawn(drawRecords(compiled, calendar, year)))
      expect(sites.map((site) => grids.get(site)?.area)).toEqual(zones.map((zone) => zone.name));
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
      expect(new Set(drawn(records.filter(({ period }) => period === `2026-${quarter}`)).flat()).size).toBe(33);
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
    const duties = layOut([compiled], calendar, '2026-01-01', '2026-12-31', '种子');
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
    const duties = layOut([compiled], calendar, '2026-03-01', '2026-04-30', '种子');
    for (const { site, by, along } of duties) expect([`单位${site.slice(2)}`, by, ...along].sort()).toEqual(['单位1', '单位2', '单位3']);
    expect(new Set(duties.filter(({ site }) => site === '门店1').map(({ by }) => by))).toEqual(new Set(['单位2', '单位3']));
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
  const published = { register: drawRegister(compiled), records: drawRecords(compiled, calendar, year) };

  it('agrees with the engine', () => {
    expect(run(published)).toBe('12 draws recomputed, 0 faults\n');
  });

  it.each<[string, (p: typeof published) => unknown]>([
    [
      'a site put in for another',
      (p) => ({
        ...p,
        records: p.records.map((r, i) =>
          i === 4 ? { ...r, pools: r.pools.map((pool) => ({ ...pool, drawn: ['网格1', ...pool.drawn.slice(1)] })) } : r,
        ),
      }),
    ],
    ['a draw left out', (p) => ({ ...p, records: p.records.filter((_, i) => i !== 4) })],
    ['a site struck off the register', (p) => ({ ...p, register: { ...p.register, lines: p.register.lines.slice(1) } })],
    [
      'a draw altered together with its hash',
      (p) => ({
        ...p,
        records: p.records.map((r, i) =>
          i === 4 ? rehashed({ ...r, pools: r.pools.map((pool) => ({ ...pool, drawn: [...pool.drawn].reverse() })) }) : r,
        ),
      }),
    ],
    ['another seed for one draw', (p) => ({ ...p, records: p.records.map((r, i) => (i === 4 ? { ...r, seed: '别的' } : r)) })],
    [
      'an inspector put in for another',
      (p) => ({
        ...p,
        records: p.records.map((r, i) => (i === 4 ? { ...r, crews: r.crews.map((crew) => ({ ...crew, by: '单位9' })) } : r)),
      }),
    ],
  ])('finds %s', (_, forge) => {
    expect(run(forge(published))).not.toContain(', 0 faults');
  });
});
