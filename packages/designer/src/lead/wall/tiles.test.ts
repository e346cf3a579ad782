import { type Board, board } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { County } from '../county.fixture.ts';
import { moved, placed, tilesOf } from './tiles.ts';

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

test('tiles lie where the office laid them; a unit that is new takes the first free place', () => {
  const tiles = tilesOf(seen('2026-11-10'));
  const [first = '', second = ''] = tiles.map(({ unit }) => unit);
  const laid = placed(tiles, [{ unit: second, column: 1, row: 1 }], 4);
  expect(laid[0]).toMatchObject({ unit: second, column: 1, row: 1 });
  expect(laid.find(({ unit }) => unit === first)).toMatchObject({ column: 2, row: 1 });
  expect(new Set(laid.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
});

test('a tile put where another lies changes places with it', () => {
  const laid = placed(tilesOf(seen('2026-11-10')), [], 4);
  const [first, second] = laid;
  const after = moved(laid, first?.unit ?? '', { column: 2, row: 1 });
  expect(after.find(({ unit }) => unit === first?.unit)).toMatchObject({ column: 2, row: 1 });
  expect(after.find(({ unit }) => unit === second?.unit)).toMatchObject({ column: 1, row: 1 });
  expect(moved(after, first?.unit ?? '', { column: 4, row: 9 }).filter(({ column, row }) => column === 2 && row === 1)).toEqual([]);
});
