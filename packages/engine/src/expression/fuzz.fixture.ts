import { between, type Chance, oneOf } from './chance.ts';
import { drawRule } from './expression.fixture.ts';
import { operators } from './operators.ts';

const hostileKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'length',
  '',
  'a.__proto__.b',
  '\u0000',
  'log',
  'var ',
  'VAR',
];
const hostileNames = [
  ...hostileKeys,
  'a.count',
  '处数',
  'a.rows',
  'a.scores',
  'a.yes',
  'a.word',
  'accumulator',
  'current',
  'current.数量',
  '数量',
];
const hostileNumbers = [
  0,
  -0,
  1e-7,
  1e21,
  1e300,
  -1e308,
  2 ** 53,
  2 ** 53 + 2,
  Number.MAX_VALUE,
  0.1,
  1 / 3,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  2.5,
];
const hostileTexts = ['', 'x'.repeat(1000), '2026-02-30', '2026-11-07', '\ud800', '优', '{"var":"x"}', '𝕏', '__proto__'];

/** JSON that someone who means harm, or a broken program, could send; what `JSON.parse` makes has own `__proto__` keys. */
export const hostile = (random: Chance, depth: number): unknown => {
  const kind = random();
  if (depth <= 0 || kind < 0.25)
    return oneOf(random, [oneOf(random, hostileNumbers), oneOf(random, hostileTexts), true, false, null, undefined]);
  if (kind < 0.4) return { var: random() < 0.8 ? oneOf(random, hostileNames) : hostile(random, depth - 1) };
  if (kind < 0.5) return Array.from({ length: between(random, 0, 4) }, () => hostile(random, depth - 1));
  const parts = Array.from({ length: between(random, 0, 4) }, () => hostile(random, depth - 1));
  if (kind < 0.9) return { [oneOf(random, [...operators.keys()])]: random() < 0.9 ? parts : parts[0] };
  return JSON.parse(`{${JSON.stringify(oneOf(random, hostileKeys))}: ${JSON.stringify(parts) ?? 'null'}}`) as unknown;
};

const deep = (random: Chance): unknown => {
  let logic: unknown = { var: oneOf(random, hostileNames) };
  const operator = oneOf(random, ['!', 'and', '+', 'map', 'if', '-', 'cat']);
  for (let i = between(random, 40, 20_000); i > 0; i--) logic = { [operator]: [logic] };
  return logic;
};

const doubling = (random: Chance): unknown => ({
  reduce: [
    Array(between(random, 10, 60)).fill(1),
    { [oneOf(random, ['cat', 'merge', '+', '*'])]: [{ var: 'accumulator' }, { var: 'accumulator' }] },
    oneOf(random, ['x', 2, [1]]),
  ],
});

const nested = (random: Chance): unknown => {
  const list = Array.from({ length: between(random, 10, 400) }, (_, i) => i);
  let logic: unknown = { '+': [{ var: '' }, 1] };
  for (let i = between(random, 1, 5); i > 0; i--)
    logic = { [oneOf(random, ['map', 'filter', 'some', 'count', 'sum', 'all'])]: [list, oneOf(random, [logic, { '>': [logic, 3] }])] };
  return logic;
};

const searching = (): unknown => ({ in: [{ cat: ['a'.repeat(20_000), 'b'] }, { cat: ['a'.repeat(20_000), { var: 'a.word' }] }] });

/** Spoils a sound rule in one place. */
const spoiled = (random: Chance): unknown => {
  const text = JSON.stringify(drawRule(random));
  const [from, to] = oneOf(random, [
    ['a.', '__proto__.'],
    ['"var"', '"__proto__"'],
    ['"and"', '"xor"'],
    ['1', '1e400'],
    [':[', ':[null,'],
    ['}', ',"b":1}'],
  ] as const);
  try {
    return JSON.parse(text.replace(from, to));
  } catch {
    return text;
  }
};

/** A hostile rule. */
export const hostileRule = (random: Chance): unknown => {
  const kind = random();
  if (kind < 0.55) return hostile(random, between(random, 1, 6));
  if (kind < 0.75) return spoiled(random);
  if (kind < 0.85) return drawRule(random);
  if (kind < 0.88) return deep(random);
  if (kind < 0.92) return doubling(random);
  if (kind < 0.96) return nested(random);
  return kind < 0.97 ? searching() : Array(between(random, 1, 6000)).fill(hostile(random, 1));
};

/** Answers to go with it: some fit, some do not, one may be a text of 16 million characters. */
export const hostileAnswers = (random: Chance, sound: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const answers: Record<string, unknown> = JSON.parse('{"__proto__": {"a.count": 1}, "constructor": 1}') as Record<string, unknown>;
  for (const [name, value] of Object.entries(sound)) answers[name] = random() < 0.6 ? value : hostile(random, 3);
  if (random() < 0.02) answers['a.word'] = 'x'.repeat(16 * 2 ** 20);
  if (random() < 0.05) answers['a.scores'] = Array(20_000).fill(1);
  return answers;
};
