import { type Board, board } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { County } from '../county.fixture.ts';
import { arranged, swapped, tilesOf } from './tiles.ts';

const seen = (day: string): Board => {
  const county = new County();
  county.inspect('019a0000-0000-7000-8000-000000000001');
  return board(county.campaign, day);
};

test('a tile says rank and overdue findings in shape as well as colour', () => {
  const tiles = tilesOf(seen('2026-11-10'));
  expect(tiles.find(({ unit }) => unit === '小箐社区')).toMatchObject({ overdue: 2, place: 'lastThree', shape: 'triangle' });
  expect(tiles.find(({ rank }) => rank === null)).toMatchObject({ place: 'noRank', shape: 'diamond', overdue: 0 });
});

test('tiles keep the places of this device, and a unit that is new comes last', () => {
  const tiles = tilesOf(seen('2026-11-10'));
  const names = tiles.map(({ unit }) => unit);
  const [first = '', second = ''] = names;
  const order = swapped(names, first, second);
  expect(order.slice(0, 2)).toEqual([second, first]);
  expect(arranged(tiles, order.slice(1)).at(-1)?.unit).toBe(second);
});
