import { describe, expect, it } from 'vitest';
import { edited } from '../draft/edits.ts';
import { type Json, listAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { fitsIn, marksOf, roomOf, shareOf, timeLine } from './layout.ts';

const plan = xiaoqing();
const lineOf = (after: Json) => timeLine(listAt(after, '/phases'));
const move = (index: number, value: Readonly<Record<string, string>>) =>
  edited(plan, { type: 'WriteClause', at: `/phases/${index}`, keys: Object.keys(value), value });

describe('the line of time', () => {
  it('has no fault where phases follow day on day, and an open end for a long-term one', () => {
    const line = lineOf(plan);
    expect(line?.faults).toEqual([]);
    expect(line?.bars.map((bar) => bar.open)).toEqual([false, false, true]);
  });
  it('names an overlap with its days', () => {
    expect(lineOf(move(1, { from: '2026-11-04' }))?.faults).toEqual([
      { kind: 'overlap', before: '全面排查阶段', after: '集中整治阶段', from: '2026-11-04', to: '2026-11-06', days: 3, index: 1 },
    ]);
  });
  it('names a gap with its days', () => {
    expect(lineOf(move(1, { from: '2026-11-09' }))?.faults).toMatchObject([{ kind: 'gap', from: '2026-11-07', to: '2026-11-08', days: 2 }]);
  });
  it('reads a month as its first day at the start and its last day at the end', () => {
    expect(timeLine([{ name: '全年', from: '2026', to: '2026-06' }])?.bars).toMatchObject([{ from: '2026-01-01', to: '2026-06-30' }]);
  });
  it('asks the engine for a milestone that is counted from its phase', () => {
    const phases = [{ name: '排查', from: '2026-09-01', to: '2026-09-14', milestones: [{ name: '清单', by: '5 workdays after start' }] }];
    expect(timeLine(phases, () => '2026-09-08')?.bars[0]?.milestones).toEqual([{ index: 0, name: '清单', by: '2026-09-08' }]);
    expect(timeLine(phases)?.bars[0]?.milestones).toEqual([]);
  });
  it('leaves out a phase whose days cannot be read', () => {
    expect(lineOf(move(1, { to: '2026-11-31' }))?.bars.map((bar) => bar.name)).toEqual(['全面排查阶段', '巩固提升长效阶段']);
    expect(timeLine([{ name: '未定' }])).toBeUndefined();
  });
  it('marks the months, each day inside the line', () => {
    const line = lineOf(plan);
    if (!line) throw new Error('no line');
    expect(marksOf(line)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    expect(shareOf(line, line.first)).toBe(0);
    expect(shareOf(line, line.last)).toBeLessThan(1);
  });
});

it('a phase keeps within the days the upper plan leaves it; one without end has no room where there is an end', () => {
  const room = roomOf(['2026-03-01', '2026-03-05'], ['2026-06', '长期']);
  expect(room).toEqual({ from: '2026-03-05', to: '2026-06-30' });
  expect(fitsIn(room, { from: '2026-03-05', to: '2026-06-30', open: false })).toBe(true);
  expect(fitsIn(room, { from: '2026-03-04', to: '2026-06-30', open: false })).toBe(false);
  expect(fitsIn(room, { from: '2026-03-05', to: '2026-07-01', open: false })).toBe(false);
  expect(fitsIn(room, { from: '2026-03-05', to: '2026-04-19', open: true })).toBe(false);
  expect(roomOf([], ['长期'])).toBeUndefined();
});
