import type { MilestoneView, PhaseView } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { placeLabels, placeToday } from './labels.ts';
import { seam } from './stitches.ts';

const milestone = (name: string, by: string): MilestoneView => ({ name, by, source: '', state: 'ahead', reached: null });
const phase = (name: string, from: string, to: string | null, more: Pick<PhaseView, 'state'> & Partial<PhaseView>): PhaseView => ({
  name,
  from,
  to,
  source: '',
  left: null,
  milestones: [],
  ...more,
});

const phases = [
  phase('排查', '2026-11-01', '2026-11-10', { state: 'past', milestones: [milestone('问题清单', '2026-11-10')] }),
  phase('整治', '2026-11-11', '2026-11-20', { state: 'current', milestones: [milestone('小结', '2026-11-20')] }),
];

describe('the line of time', () => {
  test('gives a day a stitch when there is room, and sews up to today inclusive', () => {
    const line = seam(phases, '2026-11-12', 400);
    expect(line.stitches).toHaveLength(20);
    expect(line.stitches.filter((stitch) => stitch.sewn)).toHaveLength(12);
    expect(line.stitches.filter((stitch) => stitch.current).map((stitch) => stitch.day)).toEqual(
      Array.from({ length: 10 }, (_, i) => `2026-11-${11 + i}`),
    );
  });

  test('gives several days a stitch when the campaign is long, and never squeezes them below 11 pixels', () => {
    const line = seam([phase('三年行动', '2025-01-01', '2027-12-31', { state: 'current' })], '2026-11-12', 390);
    expect(line.daysEach).toBeGreaterThan(1);
    expect(line.pitch).toBeGreaterThanOrEqual(11);
  });

  test('phases meet where one ends and the next begins', () => {
    const [first, second] = seam(phases, '2026-11-12', 400).stretches;
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? -1);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(400);
  });

  test('a long-term phase runs to the end of the line, with ground ahead of today', () => {
    const line = seam([phase('长效', '2026-11-01', null, { state: 'current' })], '2026-11-30', 400);
    expect(line.stretches[0]).toMatchObject({ x: 0, width: 400, open: true });
    expect(line.stitches.some((stitch) => !stitch.sewn)).toBe(true);
  });

  test('milestones of the same day are stacked, not drawn over one another', () => {
    const same = [
      phase('整治', '2026-11-01', '2026-11-20', {
        state: 'current',
        milestones: [milestone('甲', '2026-11-05'), milestone('乙', '2026-11-05')],
      }),
    ];
    expect(seam(same, '2026-11-02', 400).knots.map((knot) => knot.row)).toEqual([0, 1]);
  });

  test('today outside of the campaign has no mark', () => expect(seam(phases, '2026-12-24', 400).today).toBeNull());

  test('a campaign without phases is an empty line', () => expect(seam([], '2026-11-12', 400).stitches).toEqual([]));
});

describe('the labels under the line', () => {
  const knot = (x: number) => ({ milestone: milestone('节点', '2026-11-05'), x, row: 0 });

  test('go to the next row rather than touch', () => {
    const labels = placeLabels([knot(10), knot(40), knot(200)], { width: 400, most: 3 }, () => 80);
    expect(labels?.map((label) => label.row)).toEqual([0, 1, 0]);
  });

  test('stay inside the line at its right end', () => {
    const labels = placeLabels([knot(395)], { width: 400, most: 3 }, () => 80);
    expect(labels?.[0]?.x).toBe(320);
  });

  test('give way to a list when they need too many rows', () => {
    expect(placeLabels([knot(10), knot(12), knot(14)], { width: 400, most: 2 }, () => 80)).toBeUndefined();
  });
});

describe('the word of today', () => {
  const knots = (...places: readonly (readonly [x: number, row: number])[]) =>
    places.map(([x, row]) => ({ milestone: milestone('节点', '2026-11-05'), x, row }));
  const begins = (at: number, ...places: readonly (readonly [x: number, row: number])[]) =>
    placeToday(at, 26, { knots: knots(...places), width: 300 });

  test('stands to the right of its mark, and to the left at the end of the line', () => {
    expect(begins(100)).toBe(104);
    expect(begins(290)).toBe(260);
  });

  test('is not in the way of a milestone on the line itself', () => expect(begins(100, [110, 0])).toBe(104));

  test('goes to the other side of its mark where a stacked milestone stands', () => expect(begins(100, [112, 0], [120, 1])).toBe(70));

  test('goes just beyond the stack where today itself has several milestones', () => expect(begins(100, [100, 0], [100, 1])).toBe(110));

  test('stays inside the line beside a stack at its beginning', () => expect(begins(8, [8, 0], [8, 1], [20, 2])).toBe(30));
});
