import { describe, expect, test } from 'vitest';
import type { Reason } from '../scoring/reason.ts';
import { liftOf } from './lift.ts';
import { luckOf } from './luck.ts';
import type { Standing, Standings } from './standings.ts';

const leaf = (visit: string, points: number): Reason => ({
  kind: 'occasion',
  name: '门前干净',
  source: '三',
  points: -points,
  parts: [],
  cause: { kind: 'answer', submission: visit, item: '门前干净', finding: `${visit}/0`, site: '东街', day: '2026-03-02', count: 1 },
});

/** A rule that may take so much at most, over the losses; each loss is one visit. */
const scored = (unit: string, losses: readonly number[], most = 1_000_000): Reason => {
  const leaves = losses.map((points, i) => leaf(`${unit}-${i}`, points));
  const sum = losses.reduce((total, points) => total + points, 0);
  const limit: readonly Reason[] = sum > most ? [{ kind: 'limit', name: '扣分', source: '', points: sum - most, parts: [] }] : [];
  const rule: Reason = { kind: 'rule', name: '扣分', source: '', points: -Math.min(sum, most), parts: [...leaves, ...limit] };
  const base: Reason = { kind: 'base', name: '基础分', source: '', points: 100_000, parts: [] };
  return { kind: 'total', name: '考核', source: '', points: 100_000 + rule.points, parts: [base, rule] };
};

const standings = (units: Readonly<Record<string, { visits: number; losses: readonly number[]; most?: number }>>): Standings => {
  const rows = Object.entries(units)
    .map(([unit, { visits, losses, most }]): Standing => {
      const reason = scored(unit, losses, most);
      return { unit, group: '', points: reason.points, rank: null, inspections: visits, reason };
    })
    .sort((a, b) => b.points - a.points);
  return {
    ranking: '月度排名',
    sheet: '考核',
    period: '2026-03',
    from: '2026-03-01',
    to: '2026-03-31',
    plan: '',
    source: '',
    rows: rows.map((row) => ({ ...row, rank: rows.filter((other) => other.points > row.points).length + 1 })),
  };
};

const of = (found: Standings, unit: string) => luckOf(found)?.units.find((one) => one.unit === unit);

describe('how much of an order is luck of the draw', () => {
  test('two units that were looked at twice each and differ by one failed item can hardly be told apart', () => {
    const found = standings({ 甲: { visits: 2, losses: [1000] }, 乙: { visits: 2, losses: [1000, 1000] } });
    expect(of(found, '甲')?.overtaken).toBeGreaterThan(50);
    expect(of(found, '甲')?.overtaken).toBeLessThan(500);
  });

  test('a unit that fails at every one of forty visits is last whatever is drawn', () => {
    const found = standings({ 甲: { visits: 40, losses: [] }, 乙: { visits: 40, losses: new Array(40).fill(1000) } });
    expect(of(found, '乙')).toMatchObject({ last: 1000, same: 1000, overtaken: null });
    expect(of(found, '甲')?.overtaken).toBe(0);
  });

  test('more visits with the same share of failures make the order surer', () => {
    const few = standings({ 甲: { visits: 5, losses: [1000] }, 乙: { visits: 5, losses: [1000, 1000] } });
    const many = standings({
      甲: { visits: 100, losses: new Array(20).fill(1000) },
      乙: { visits: 100, losses: new Array(40).fill(1000) },
    });
    expect(of(many, '甲')?.overtaken).toBeLessThan(of(few, '甲')?.overtaken ?? 0);
  });

  test('a clean record of two visits is less sure than one of fifty', () => {
    const pair = (visits: number) => standings({ 甲: { visits, losses: [] }, 乙: { visits: 20, losses: new Array(10).fill(1000) } });
    expect(of(pair(50), '甲')?.same).toBeGreaterThanOrEqual(of(pair(2), '甲')?.same ?? 0);
  });

  test('units tied for a place hold it together: one of them being there is enough, and more likely than each by itself', () => {
    const fails = (count: number) => new Array<number>(count).fill(1000);
    const found = standings({
      甲: { visits: 6, losses: fails(1) },
      乙: { visits: 6, losses: fails(1) },
      丙: { visits: 6, losses: fails(1) },
      丁: { visits: 6, losses: fails(4) },
    });
    const [first, second, third] = ['甲', '乙', '丙'].map((unit) => of(found, unit)?.same ?? 0);
    const [group] = luckOf(found)?.groups ?? [];
    expect(group?.first).toBeGreaterThan(Math.max(first ?? 0, second ?? 0, third ?? 0) + 100);
    expect(group?.last).toBe(of(found, '丁')?.last);
  });

  test('the same standings give the same answer', () => {
    const found = standings({ 甲: { visits: 9, losses: [500, 1500] }, 乙: { visits: 7, losses: [2000, 700] } });
    expect(luckOf(found)).toEqual(luckOf(found));
  });

  test('nothing is said where nothing was sampled or nobody is compared', () => {
    expect(luckOf(standings({ 甲: { visits: 0, losses: [] }, 乙: { visits: 0, losses: [] } }))).toBeUndefined();
    expect(luckOf(standings({ 甲: { visits: 5, losses: [1000] } }))).toBeUndefined();
  });
});

describe('what would lift a unit out of the last three', () => {
  const five = (last: readonly number[], most?: number) =>
    standings({
      甲: { visits: 9, losses: [] },
      乙: { visits: 9, losses: [1000] },
      丙: { visits: 9, losses: [3000] },
      丁: { visits: 9, losses: [4000] },
      戊: { visits: 9, losses: last, ...(most === undefined ? {} : { most }) },
    });

  test('names the points it lacks and the fewest records that cost so much', () => {
    const lift = liftOf(five([1000, 2500, 2000, 500]).rows, '戊');
    // 94 points; to have three behind it must pass 乙 (99): 乙, 丙 and 丁 are then behind.
    expect(lift).toMatchObject({ lacks: 5001, past: '乙' });
    expect(lift?.without.map(({ gives }) => gives)).toEqual([2500, 2000, 1000]);
  });

  test('a loss above the rule’s most gives nothing back, and is counted so', () => {
    const lift = liftOf(five([4000, 4000, 4000], 6000).rows, '戊');
    expect(lift?.without.map(({ gives }) => gives)).toEqual([0, 2000, 4000]);
    expect(lift?.without.reduce((sum, { gives }) => sum + gives, 0)).toBeGreaterThanOrEqual(lift?.lacks ?? 0);
  });

  test('says only what is lacking when no record given back is enough', () => {
    const clean = standings({
      甲: { visits: 9, losses: [] },
      乙: { visits: 9, losses: [] },
      丙: { visits: 9, losses: [] },
      丁: { visits: 9, losses: [1000] },
    });
    expect(liftOf(clean.rows, '丁')?.without).toEqual([]);
  });

  test('a unit with three behind it, the first place, and a group of three need none', () => {
    expect(liftOf(five([5000]).rows, '乙')).toBeUndefined();
    expect(liftOf(five([5000]).rows, '甲')).toBeUndefined();
    expect(liftOf(five([5000]).rows.slice(2), '戊')).toBeUndefined();
  });
});
