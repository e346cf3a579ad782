import { expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { answerCheck } from './answers.ts';
import { chance } from './chance.ts';
import { compileCompatible, runCompatible } from './compatible.ts';
import { explain } from './explain.ts';
import { groups, inputs } from './expression.fixture.ts';
import { hostileAnswers, hostileRule } from './fuzz.fixture.ts';
import { Machine } from './machine.ts';
import { compileRules } from './rules.ts';
import { sampleAnswers } from './sample.ts';
import type { Answers } from './value.ts';

const wanted = process.env.XIUHUA_BATTERY === '1' ? 100_000 : 4_000;
const scope = { inputs, groups, calendar: officialCalendar() };
const check = answerCheck(inputs);

const strictly = (logic: unknown, answers: Answers): boolean => {
  const compiled = compileRules(scope, [
    { name: '规则', logic, at: '/0' },
    { name: '旁边', logic: { '+': [1, 2] }, at: '/1' },
  ]);
  if (!compiled.ok) return false;
  const machine = new Machine(compiled.value).score(answers);
  machine.result('规则');
  explain(machine, '规则');
  if (machine.value('旁边') !== 3) throw new Error('the rest of the sheet was not scored');
  return true;
};

const compatibly = (logic: unknown, answers: Answers): void => {
  const rule = compileCompatible(logic);
  if (rule.ok) runCompatible(rule.value, answers);
};

/** Milliseconds of computing; a slow one is taken again, since the machine may have been busy with something else. */
const spent = (work: () => void): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4 && least > 50; i++) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
};

test(`${wanted} hostile rules and answers: no crash, no run over 100 ms, nothing written to a prototype`, { timeout: 3_600_000 }, () => {
  const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];
  const before = prototypes.map((each) => Reflect.ownKeys(each).length);
  const random = chance(99);
  let ran = 0;
  let slowest = 0;
  for (let i = 0; i < wanted; i++) {
    const logic = hostileRule(random);
    const answers = hostileAnswers(random, sampleAnswers(inputs, random, { numbers: [], texts: [] }));
    const time = spent(() => {
      check(answers);
      if (strictly(logic, answers)) ran += 1;
      compatibly(logic, answers);
    });
    slowest = Math.max(slowest, time);
  }
  expect(slowest).toBeLessThan(100);
  expect(ran).toBeGreaterThan(wanted / 20);
  expect(prototypes.map((each) => Reflect.ownKeys(each).length)).toEqual(before);
  expect(({} as Record<string, unknown>)['a.count']).toBeUndefined();
});

test('a rule past the limits is refused in less than a millisecond', () => {
  const wide = { '+': Array(6_000).fill({ var: '处数' }) };
  let deep: unknown = 1;
  for (let i = 0; i < 20_000; i++) deep = { '!': [deep] };
  for (const logic of [wide, deep, { cat: ['x'.repeat(16 * 2 ** 20)] }, Array(10_000_000).fill(0)]) {
    const times = Array.from({ length: 30 }, () => {
      const from = performance.now();
      expect(compileRules({ inputs: [] }, [{ name: '规则', logic, at: '' }]).ok).toBe(false);
      return performance.now() - from;
    });
    expect(Math.min(...times)).toBeLessThan(1);
  }
});

test('an object whose own text is broken is refused in words like any other', () => {
  const broken = { toString: 1, valueOf: 1 };
  for (const logic of [
    { belongs: [{ var: '处数' }, broken] },
    { default: [{ var: '处数' }, 0, broken] },
    { round: [{ var: '处数' }, broken, 'half-up'] },
    { round: [{ var: '处数' }, 1, broken] },
  ]) {
    expect(compileRules(scope, [{ name: '规则', logic, at: '' }]).ok).toBe(false);
  }
});
