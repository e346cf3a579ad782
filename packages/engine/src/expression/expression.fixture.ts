import { between, type Chance, oneOf } from './chance.ts';
import type { Input } from './scope.ts';
import { booleanType, choiceType, dayType, listType, numberType, rowType, textType } from './type.ts';

/** Inputs of every kind, for rules drawn at random. */
export const inputs: readonly Input[] = [
  { name: 'a.yes', type: booleanType },
  { name: 'a.no', type: booleanType },
  { name: 'a.count', type: numberType(0, 0, 99) },
  { name: '处数', type: numberType(0, 1, 20) },
  { name: 'a.rate', type: numberType(1, 0, 100) },
  { name: 'a.change', type: numberType(2, -50, 50) },
  { name: 'a.grade', type: choiceType(['优', '良', '差']) },
  { name: 'a.other', type: choiceType(['优', '良', '差', '无']) },
  { name: 'a.word', type: textType(40) },
  { name: 'a.due', type: dayType },
  { name: 'a.done', type: dayType },
  { name: 'a.scores', type: listType(numberType(1, -10, 100), 12) },
  { name: 'a.flags', type: listType(booleanType, 12) },
  { name: 'a.rows', type: listType(rowType({ 数量: numberType(0, 0, 50), 合格: booleanType, 等级: choiceType(['优', '良', '差']) }), 8) },
];

/** Groups a rule can ask about. */
export const groups: ReadonlyMap<string, readonly string[]> = new Map([['好的', ['优', '良']]]);

type Kind = 'boolean' | 'number' | 'whole' | 'choice' | 'day' | 'text' | 'numbers';

interface Draw {
  readonly random: Chance;
  /** Names readable here: those of the scope, or of an element. */
  readonly names: Readonly<Partial<Record<Kind, readonly string[]>>>;
}

const outside: Draw['names'] = {
  boolean: ['a.yes', 'a.no'],
  number: ['a.count', '处数', 'a.rate', 'a.change'],
  whole: ['a.count', '处数'],
  choice: ['a.grade', 'a.other'],
  day: ['a.due', 'a.done'],
  text: ['a.word'],
  numbers: ['a.scores'],
};

const inRow: Draw['names'] = { boolean: ['合格'], number: ['数量'], whole: ['数量'], choice: ['等级'] };
const inNumber: Draw['names'] = { number: [''] };
const gathering: Draw['names'] = { number: ['current'] };

const literal: Readonly<Record<Kind, (random: Chance) => unknown>> = {
  boolean: (random) => random() < 0.5,
  number: (random) => oneOf(random, [0, 1, -1, 2, 0.5, 0.25, 0.1, 10, 60, 80, 99.5, -3.75, 100]),
  whole: (random) => between(random, 0, 12),
  choice: (random) => oneOf(random, ['优', '良', '差']),
  day: (random) => oneOf(random, ['2026-10-01', '2026-11-07', '2026-02-28']),
  text: (random) => oneOf(random, ['甲', '', '绣花', 'abc']),
  numbers: (random) => Array.from({ length: between(random, 1, 4) }, () => oneOf(random, [0, 1, 2.5, -4, 60])),
};

const leaf = (draw: Draw, kind: Kind): unknown => {
  const names = draw.names[kind];
  return names && draw.random() < 0.7 ? { var: oneOf(draw.random, names) } : literal[kind](draw.random);
};

type Maker = (draw: Draw, depth: number) => unknown;

const many = (draw: Draw, kind: Kind, depth: number): unknown[] =>
  Array.from({ length: between(draw.random, 2, 3) }, () => drawn(draw, kind, depth));

const comparison: Maker = (draw, depth) => {
  const { random } = draw;
  const kind = oneOf(random, ['number', 'number', 'number', 'day'] as const);
  const parts = [drawn(draw, kind, depth), drawn(draw, kind, depth)];
  const operator = oneOf(random, ['<', '<=', '>', '>=', '==', '!=', '===', '!==']);
  return (operator === '<' || operator === '<=') && random() < 0.2
    ? { [operator]: [...parts, drawn(draw, kind, depth)] }
    : { [operator]: parts };
};

const rate: Maker = (draw, depth) => {
  const under = oneOf(draw.random, [{ var: '处数' }, 4, 3, { '+': [{ var: 'a.count' }, 1] }]);
  const quotient = { '/': [drawn(draw, 'number', depth), draw.names === outside ? under : 7] };
  return draw.random() < 0.2 ? { '*': [100, quotient] } : quotient;
};

const overList = (draw: Draw, depth: number, kind: 'boolean' | 'number'): readonly [unknown, unknown] => {
  const inside = (names: Draw['names'], what: Kind) => drawn({ ...draw, names }, what, depth);
  if (draw.random() < 0.5) return [{ var: 'a.rows' }, inside(inRow, kind)];
  return [drawn(draw, 'numbers', depth), inside(inNumber, kind)];
};

const booleans: readonly Maker[] = [
  comparison,
  comparison,
  (draw, depth) => ({ [oneOf(draw.random, ['and', 'or'])]: many(draw, 'boolean', depth) }),
  (draw, depth) => ({ [oneOf(draw.random, ['!', '!!'])]: [drawn(draw, 'boolean', depth)] }),
  (draw, depth) => ({ [oneOf(draw.random, ['==', '!=', '==='])]: [drawn(draw, 'choice', depth), drawn(draw, 'choice', 0)] }),
  (draw, depth) => ({ in: [drawn(draw, 'choice', depth), oneOf(draw.random, [['优'], ['良', '差'], ['优', '差']])] }),
  (draw, depth) => ({ in: [drawn(draw, 'number', depth), [0, 1, 2.5, 60]] }),
  (draw, depth) => ({ if: [drawn(draw, 'boolean', depth), drawn(draw, 'boolean', depth), drawn(draw, 'boolean', depth)] }),
  (draw, depth) => ({ [oneOf(draw.random, ['<', '<=', '>', '>=', '=='])]: [rate(draw, depth), drawn(draw, 'number', 0)] }),
];

const outerBooleans: readonly Maker[] = [
  (draw, depth) => ({ [oneOf(draw.random, ['all', 'some', 'none'])]: overList(draw, depth, 'boolean') }),
  (draw, depth) => ({ in: [drawn(draw, 'text', depth), drawn(draw, 'text', depth)] }),
  (draw) => ({ belongs: [{ var: oneOf(draw.random, ['a.grade', 'a.other']) }, '好的'] }),
  (draw, depth) => ({ in: [drawn(draw, 'number', depth), drawn(draw, 'numbers', depth)] }),
];

const numbers: readonly Maker[] = [
  (draw, depth) => ({ '+': many(draw, 'number', depth) }),
  (draw, depth) => ({ '-': [drawn(draw, 'number', depth), drawn(draw, 'number', depth)] }),
  (draw, depth) => ({ '-': [drawn(draw, 'number', depth)] }),
  (draw, depth) => ({ '*': [drawn(draw, 'number', depth), drawn(draw, 'number', 0)] }),
  (draw, depth) => ({ [oneOf(draw.random, ['min', 'max'])]: many(draw, 'number', depth) }),
  (draw, depth) => ({ if: [drawn(draw, 'boolean', depth), drawn(draw, 'number', depth), drawn(draw, 'number', depth)] }),
  (draw, depth) => ({ if: [comparison(draw, 0), 1, comparison(draw, 0), 0.5, drawn(draw, 'number', depth)] }),
  (draw, depth) => ({ '%': [drawn(draw, 'number', depth), oneOf(draw.random, [3, 7, 0.5, 2.25])] }),
  (draw, depth) => ({ round: [rate(draw, depth), between(draw.random, 0, 3), oneOf(draw.random, ['half-up', 'half-even', 'down', 'up'])] }),
];

const outerNumbers: readonly Maker[] = [
  (draw, depth) => ({ count: draw.random() < 0.3 ? [drawn(draw, 'numbers', depth)] : overList(draw, depth, 'boolean') }),
  (draw, depth) => ({ sum: draw.random() < 0.3 ? [drawn(draw, 'numbers', depth)] : overList(draw, depth, 'number') }),
  (draw, depth) => ({ streak: overList(draw, depth, 'boolean') }),
  (draw, depth) => ({ rank: [drawn(draw, 'number', depth), drawn(draw, 'numbers', depth)] }),
  (draw, depth) => ({ days: [drawn(draw, 'day', depth), drawn(draw, 'day', depth)] }),
  (draw, depth) => ({
    reduce: [
      drawn(draw, 'numbers', depth),
      { [oneOf(draw.random, ['+', 'max', 'min'])]: [{ var: 'accumulator' }, drawn({ ...draw, names: gathering }, 'number', 1)] },
      literal.whole(draw.random),
    ],
  }),
];

const texts: readonly Maker[] = [
  (draw, depth) => ({ cat: many(draw, 'text', depth) }),
  (draw, depth) => ({
    substr: [drawn(draw, 'text', depth), between(draw.random, -3, 3), ...(draw.random() < 0.5 ? [between(draw.random, -2, 3)] : [])],
  }),
  () => ({ cat: [{ var: 'a.grade' }, { var: 'a.word' }] }),
];

const lists: readonly Maker[] = [
  (draw, depth) => ({ map: overList(draw, depth, 'number') }),
  (draw, depth) => ({ filter: [drawn(draw, 'numbers', depth), drawn({ ...draw, names: inNumber }, 'boolean', depth)] }),
  (draw, depth) => ({ merge: [drawn(draw, 'numbers', depth), drawn(draw, 'number', 0)] }),
];

const makers: Readonly<Record<Kind, readonly [inner: readonly Maker[], outer: readonly Maker[]]>> = {
  boolean: [booleans, outerBooleans],
  number: [numbers, outerNumbers],
  whole: [[], []],
  choice: [[(draw, depth) => ({ if: [drawn(draw, 'boolean', depth), literal.choice(draw.random), literal.choice(draw.random)] })], []],
  day: [[], [(draw, depth) => ({ 'add-days': [drawn(draw, 'day', depth), between(draw.random, -9, 9)] })]],
  text: [[], texts],
  numbers: [[], lists],
};

/** Draws a rule of a kind, at most so many operators deep. */
export const drawn = (draw: Draw, kind: Kind, depth: number): unknown => {
  const [inner, outer] = makers[kind];
  const choices = draw.names === outside ? [...inner, ...outer] : inner;
  return depth <= 0 || choices.length === 0 || draw.random() < 0.15 ? leaf(draw, kind) : oneOf(draw.random, choices)(draw, depth - 1);
};

/** Draws a rule over the inputs. */
export const drawRule = (random: Chance): unknown => {
  const kind = oneOf(random, ['boolean', 'boolean', 'number', 'number', 'number', 'choice', 'day', 'text', 'numbers'] as const);
  return drawn({ random, names: outside }, kind, between(random, 1, 4));
};
