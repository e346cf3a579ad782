import { expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { chance } from './chance.ts';
import { drawRule, groups, inputs } from './expression.fixture.ts';
import { secondOpinion } from './opinion.ts';
import { compileRules } from './rules.ts';

const wanted = process.env.XIUHUA_BATTERY === '1' ? 1_000_000 : 20_000;
const scope = { inputs, groups, calendar: officialCalendar() };

test(`json-logic-js agrees on ${wanted} rules drawn at random, on answers that are all there`, { timeout: 3_600_000 }, () => {
  const random = chance(20261107);
  let [compared, exactOnly, refused] = [0, 0, 0];
  for (let seed = 0; compared < wanted; seed++) {
    const rules = Array.from({ length: 50 }, (_, i) => ({ name: `r${i}`, logic: drawRule(random), at: `/rules/${i}` }));
    const sound = rules.filter((rule) => compileRules(scope, [rule]).ok);
    const compiled = compileRules(scope, sound);
    if (!compiled.ok) throw new Error('rules that are sound alone are sound together');
    const opinion = secondOpinion(compiled.value, { cases: 1, seed });
    expect(opinion.problems).toEqual([]);
    compared += opinion.compared;
    exactOnly += opinion.exactOnly;
    refused += rules.length - sound.length;
  }
  expect(exactOnly).toBeLessThan(compared * 0.02);
  expect(refused).toBeLessThan(compared * 0.5);
});
