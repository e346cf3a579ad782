import type { Standings } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { movement } from './movement.ts';
import { publishedBefore } from './period.ts';

const standings = (ranks: Readonly<Record<string, number | null>>) =>
  ({ rows: Object.entries(ranks).map(([unit, rank]) => ({ unit, rank })) }) as unknown as Standings;

const before = standings({ 甲村: 5, 乙村: 1, 丙村: 3, 丁村: null });
const now = standings({ 甲村: 2, 乙村: 4, 丙村: 3, 丁村: 1, 戊村: 5, 己村: null });

test.each([
  ['from fifth to second is up three', '甲村', { kind: 'up', places: 3 }],
  ['from first to fourth is down three', '乙村', { kind: 'down', places: 3 }],
  ['third again is no movement', '丙村', { kind: 'same' }],
  ['not ranked before is new', '丁村', { kind: 'new' }],
  ['not listed before is new', '戊村', { kind: 'new' }],
  ['not ranked now has no movement', '己村', { kind: 'unranked' }],
])('%s', (_, unit, expected) => expect(movement(unit, now, before)).toEqual(expected));

test('without a period before, everybody is new', () => expect(movement('乙村', now, undefined)).toEqual({ kind: 'new' }));

test('the period before is the newest published one of the same ranking, not the newest of all', () => {
  const view = (ranking: string, period: string, published: boolean) => ({ ranking, period, published, over: true });
  const periods = [
    view('月度排名', '2026-11', false),
    view('月度排名', '2026-10', false),
    view('月度排名', '2026-09', true),
    view('月度排名', '2026-08', true),
    view('季度排名', '2026-10', true),
  ];
  expect(publishedBefore(periods, '月度排名', '2026-11')).toBe('2026-09');
  expect(publishedBefore(periods, '月度排名', '2026-08')).toBeUndefined();
});
