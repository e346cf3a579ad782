import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { None, Ratio, runCareful, type Value } from './careful.ts';
import { between, type Chance, chance, oneOf } from './chance.ts';
import { stepBudget } from './compiled.ts';
import { drawRule, groups, inputs } from './expression.fixture.ts';
import { Machine } from './machine.ts';
import { AnswerRows } from './rows.ts';
import { compileRules } from './rules.ts';
import { landmarksOf, sampleAnswers } from './sample.ts';
import type { Rule } from './scope.ts';
import { mostSteps } from './steps.ts';
import { numberType } from './type.ts';
import type { Answers } from './value.ts';

const battery = process.env.XIUHUA_BATTERY === '1' ? 50 : 1;
const scope = { inputs, groups, calendar: officialCalendar() };

const drawnRules = (random: Chance): readonly Rule[] => {
  const rules = Array.from({ length: 40 }, (_, i) => ({ name: `r${i}`, logic: drawRule(random), at: `/${i}` }));
  return rules.filter((rule) => compileRules(scope, [rule]).ok);
};

const machineOf = (rules: readonly Rule[]): Machine => {
  const compiled = compileRules(scope, rules);
  if (!compiled.ok) throw new Error('unsound');
  return new Machine(compiled.value);
};

/** Some answers taken away, marked as having no value, or made bad. */
const holed = (answers: Answers, random: Chance): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const hole =
        random() < 0.35 ? oneOf(random, [undefined, null, { none: 'not-asked' }, { none: 'not-applicable' }, { bad: 1 }]) : value;
      return [name, hole];
    }),
  );

const same = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a instanceof None && b instanceof None) return a.state === b.state;
  return !(a instanceof Ratio) && JSON.stringify(a, big) === JSON.stringify(b, big);
};
const big = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

test('the fast path and the careful path come to the same, whatever answers have no value', { timeout: 3_600_000 }, () => {
  const random = chance(11);
  for (let round = 0; round < 40 * battery; round++) {
    const rules = drawnRules(random);
    const machine = machineOf(rules);
    const landmarks = landmarksOf(rules);
    for (let i = 0; i < 8; i++) {
      const answers = holed(sampleAnswers(inputs, random, landmarks), random);
      machine.score(answers);
      rules.forEach((rule, index) => {
        const named = machine.compiled.names.get(rule.name);
        const program = machine.compiled.careful(index);
        const budget = { left: stepBudget };
        const registers = runCareful(program, (name) => machine.read(name), budget);
        const careful = registers[program.result];
        expect(stepBudget - budget.left, JSON.stringify(rule.logic)).toBeLessThanOrEqual(mostSteps(program.root));
        const fast = named && machine.read(named);
        if (!same(fast, careful)) throw new Error(JSON.stringify({ rule: rule.logic, answers, fast, careful }, big));
      });
    }
  }
});

test('what is decided without an answer stays so, whatever the answer turns out to be', { timeout: 3_600_000 }, () => {
  const random = chance(12);
  let decided = 0;
  for (let round = 0; round < 30 * battery; round++) {
    const rules = drawnRules(random);
    const machine = machineOf(rules);
    const landmarks = landmarksOf(rules);
    for (let i = 0; i < 6; i++) {
      const full = sampleAnswers(inputs, random, landmarks);
      const some = Object.fromEntries(Object.entries(full).filter(() => random() < 0.6));
      const before = rules.map(({ name }) => machine.score(some).result(name));
      machine.score(full);
      rules.forEach(({ name, logic }, index) => {
        const earlier = before[index];
        if (earlier?.state !== 'value') return;
        decided += 1;
        expect(machine.result(name), JSON.stringify(logic)).toEqual(earlier);
      });
    }
  }
  expect(decided).toBeGreaterThan(500);
});

test('rows of numbers score as the answers they were made from', { timeout: 120_000 }, () => {
  const own = inputs.filter(({ type }) => type.kind !== 'text' && type.kind !== 'list');
  const random = chance(13);
  const rules = drawnRules(random).filter((rule) => compileRules({ ...scope, inputs: own }, [rule]).ok);
  const compiled = compileRules({ ...scope, inputs: own }, rules);
  if (!compiled.ok) throw new Error('unsound');
  const [machine, again] = [new Machine(compiled.value), new Machine(compiled.value)];
  const rows = new AnswerRows(compiled.value, new SharedArrayBuffer(AnswerRows.bytes(compiled.value, 300)));
  expect([AnswerRows.fit(compiled.value), AnswerRows.fit(machineOf([]).compiled), rows.count]).toEqual([true, false, 300]);
  for (let row = 0; row < rows.count; row++) {
    const answers = holed(sampleAnswers(own, random, landmarksOf(rules)), random);
    rows.put(row, machine, answers);
    machine.score(answers);
    rows.score(row, again);
    for (const { name } of rules) expect(again.result(name)).toEqual(machine.result(name));
  }
});

test(`no total of ${20_000 * battery} differs from decimal.js`, { timeout: 3_600_000 }, () => {
  const random = chance(14);
  for (let round = 0; round < 20 * battery; round++) {
    const decimals = Array.from({ length: 12 }, () => between(random, 0, 3));
    const weights = decimals.map(() => between(random, -999, 999) / 10 ** between(random, 0, 3));
    const own = decimals.map((places, i) => ({ name: `x${i}`, type: numberType(places, -1000, 1000) }));
    const total = { '+': [80, ...own.map(({ name }, i) => ({ '*': [weights[i], { var: name }] }))] };
    const compiled = compileRules({ inputs: own }, [{ name: '总分', logic: { max: [-5000, { min: [5000, total] }] }, at: '' }]);
    if (!compiled.ok) throw new Error('unsound');
    const machine = new Machine(compiled.value);
    for (let i = 0; i < 1000; i++) {
      const answers = Object.fromEntries(
        own.map(({ name }, k) => [
          name,
          between(random, -1000 * 10 ** (decimals[k] ?? 0), 1000 * 10 ** (decimals[k] ?? 0)) / 10 ** (decimals[k] ?? 0),
        ]),
      );
      const sum = own.reduce((so, { name }, k) => so.plus(new Decimal(answers[name] ?? 0).times(weights[k] ?? 0)), new Decimal(80));
      const bounded = Decimal.max(-5000, Decimal.min(5000, sum));
      machine.score(answers);
      if (machine.shown('总分') !== bounded.toFixed()) throw new Error(`${machine.shown('总分')} is not ${bounded.toFixed()}`);
      if (machine.value('总分') !== bounded.toNumber()) throw new Error(`${machine.value('总分')} is not ${bounded}`);
    }
  }
});
