import { expect, test } from 'vitest';
import { board } from '../report/board.ts';
import { compiled, people, planFile, play } from './story.fixture.ts';

const at = '2026-03-05T02:00:00.000Z';
const tile = (unit: string, column: number, row: number) => ({ unit, column, row });

const adopted = () => {
  const plan = compiled(planFile());
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  const arrange = (by: (typeof people)[keyof typeof people], ...tiles: ReturnType<typeof tile>[]) => {
    const outcome = story.given(by, at, { type: 'ArrangeTiles', tiles });
    return outcome.ok ? outcome.value.map(({ type }) => type) : outcome.problems.map(({ code }) => code);
  };
  return { arrange, tiles: () => board(story.campaign(), '2026-03-05').tiles };
};

test('the office lays the tiles out for all who look, and lays them out anew; the same again is no event', () => {
  const { arrange, tiles } = adopted();
  const laid = [tile('东村', 2, 1), tile('西村', 1, 3)];
  expect(arrange(people.office, ...laid)).toEqual(['TilesArranged']);
  expect(tiles()).toEqual(laid);
  expect(arrange(people.office, ...laid)).toEqual([]);
  expect(arrange(people.office, tile('东村', 1, 1))).toEqual(['TilesArranged']);
  expect(tiles()).toEqual([tile('东村', 1, 1)]);
});

test('no one else does, no unit lies twice, no two in one place, none that nobody knows', () => {
  const { arrange, tiles } = adopted();
  expect(arrange(people.east, tile('东村', 1, 1))).toEqual(['command.not-allowed']);
  expect(arrange(people.office, tile('东村', 1, 1), tile('东村', 2, 1))).toEqual(['tile.twice']);
  expect(arrange(people.office, tile('东村', 1, 1), tile('西村', 1, 1))).toEqual(['tile.place-taken']);
  expect(arrange(people.office, tile('南村', 1, 1))).toEqual(['tile.unknown-unit']);
  expect(tiles()).toEqual([]);
});
