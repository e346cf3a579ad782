import type { Input, Rule } from '../src/expression/scope.ts';
import { booleanType, choiceType, numberType } from '../src/expression/type.ts';
import type { Answers } from '../src/expression/value.ts';

/** A small generator of chance, the same on every machine for the same seed. */
export const chance = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

interface Item {
  readonly id: string;
  readonly category: number;
  readonly kind: 'boolean' | 'count' | 'choice' | 'number';
  readonly points: number;
  readonly each: number;
  readonly cap: number;
  readonly seenWhen: unknown;
}

const kinds = ['boolean', 'count', 'boolean', 'choice', 'count', 'boolean', 'number', 'count', 'boolean', 'choice'] as const;
const name = (id: string) => ({ var: `a.${id}` });

const seenWhen = (i: number): unknown => {
  if (i % 3 !== 2 || i % 10 < 2) return undefined;
  const first = Math.floor(i / 10) * 10;
  const [a, b, c] = [1, 2, 4].map((k) => name(`q${first + k}`));
  if (i % 2) return { and: [{ '==': [a, true] }, { '>': [b, 0] }] };
  return { or: [{ '!': [a] }, { '<=': [b, 12] }, { in: [c, ['A', 'B']] }] };
};

/** Sixty items: 24 yes or no, 18 counts, 12 choices, 6 numbers; 16 of them are only asked under a condition. */
export const items: readonly Item[] = Array.from({ length: 60 }, (_, i) => ({
  id: `q${i + 1}`,
  category: Math.floor(i / 10),
  kind: kinds[i % 10] as Item['kind'],
  points: 2 + (i % 4),
  each: [0.5, 0.1, 0.25][i % 3] as number,
  cap: [10, 5, 8][i % 3] as number,
  seenWhen: seenWhen(i),
}));

const pointsOf = (item: Item): unknown => {
  const v = name(item.id);
  if (item.kind === 'boolean') return { if: [{ '==': [v, true] }, item.points, 0] };
  if (item.kind === 'count') return { max: [-item.cap, { '*': [-item.each, v] }] };
  if (item.kind === 'choice')
    return { if: [{ '==': [v, 'A'] }, item.points, { '==': [v, 'B'] }, item.points - 1, { in: [v, ['C', 'D']] }, 1, 0] };
  return { if: [{ '>=': [v, 95] }, item.points, { '>=': [v, 80] }, 1.5, { '>=': [v, 60] }, 0.5, 0] };
};

const weights = [0.25, 0.2, 0.2, 0.15, 0.1, 0.1];
const indicators = [1, 2, 3, 4, 5, 6];

const rule = (name: string, logic: unknown): Rule => ({ name, logic, at: `/rules/${name}` });

const itemRules: readonly Rule[] = items.flatMap((item) =>
  item.seenWhen === undefined
    ? [rule(`s.${item.id}`, pointsOf(item))]
    : [rule(`v.${item.id}`, item.seenWhen), rule(`s.${item.id}`, { if: [{ var: `v.${item.id}` }, pointsOf(item), 0] })],
);

const categoryRules: readonly Rule[] = weights.map((_, c) => {
  const points = items.filter((item) => item.category === c).map((item) => ({ var: `s.${item.id}` }));
  return rule(`c.c${c + 1}`, { max: [0, { min: [100, { '+': [80, ...points] }] }] });
});

const totalRules: readonly Rule[] = [
  rule('r.total', { '+': weights.map((weight, c) => ({ '*': [weight, { var: `c.c${c + 1}` }] })) }),
  rule('r.veto', {
    or: [
      { and: [{ '==': [name('q1'), false] }, { '==': [name('q11'), false] }, { '>': [name('q2'), 15] }] },
      { '>': [name('q12'), 18] },
      { '==': [name('q4'), 'X'] },
    ],
  }),
  rule('r.final', { if: [{ var: 'r.veto' }, 0, { var: 'r.total' }] }),
  rule('r.grade', {
    if: [
      { var: 'r.veto' },
      'F',
      ...[90, 'A', 80, 'B', 70, 'C', 60, 'D'].map((each) => (typeof each === 'number' ? { '>=': [{ var: 'r.final' }, each] } : each)),
      'E',
    ],
  }),
];

const rate = (k: number) => ({ '/': [name(`num${k}`), name(`den${k}`)] });
const target = { if: [{ '==': [name('phase'), 1] }, 0.7, { '==': [name('phase'), 2] }, 0.8, 0.9] };

const indicatorRules = (rounded: boolean): readonly Rule[] =>
  indicators.flatMap((k) => [
    rule(`i.rate${k}`, { if: [{ '>': [name(`den${k}`), 0] }, rounded ? { round: [rate(k), 6, 'half-up'] } : rate(k), 0] }),
    rule(`i.gap${k}`, { '-': [{ var: `i.rate${k}` }, target] }),
    rule(`i.status${k}`, { if: [{ '>=': [{ var: `i.gap${k}` }, 0] }, 'met', { '>=': [{ var: `i.gap${k}` }, -0.1] }, 'risk', 'behind'] }),
  ]);

/** The 104 rules of the checklist; ours say how the six rates are rounded. */
export const rules: readonly Rule[] = [...itemRules, ...categoryRules, ...totalRules, ...indicatorRules(true)];

/** The same rules in plain JsonLogic, where a rate is an unrounded double. */
export const plainRules: readonly Rule[] = [...itemRules, ...categoryRules, ...totalRules, ...indicatorRules(false)];

const typeOf = (item: Item) => {
  if (item.kind === 'boolean') return booleanType;
  if (item.kind === 'count') return numberType(0, 0, 99);
  return item.kind === 'choice' ? choiceType(['A', 'B', 'C', 'D', 'X']) : numberType(1, 0, 100);
};

/** The inputs of the rules. */
export const inputs: readonly Input[] = [
  ...items.map((item) => ({ name: `a.${item.id}`, type: typeOf(item) })),
  ...indicators.flatMap((k) => [
    { name: `a.den${k}`, type: numberType(0, 0, 9999) },
    { name: `a.num${k}`, type: numberType(0, 0, 9999) },
  ]),
  { name: 'a.phase', type: numberType(0, 1, 3) },
];

/** One filled checklist by short names, as a hand-written function or another engine takes it. */
export const fill = (random: () => number): Record<string, boolean | number | string> => {
  const answers: Record<string, boolean | number | string> = {};
  for (const item of items) {
    if (item.kind === 'boolean') answers[item.id] = random() < 0.8;
    else if (item.kind === 'count') answers[item.id] = Math.floor(random() * 20);
    else if (item.kind === 'choice') answers[item.id] = 'ABCDX'[Math.min(4, Math.floor(random() * 4.1))] as string;
    else answers[item.id] = Math.round(random() * 1000) / 10;
  }
  for (const k of indicators) {
    const under = Math.floor(random() * 400);
    answers[`den${k}`] = under;
    answers[`num${k}`] = Math.floor(random() * (under + 1));
  }
  answers.phase = 1 + Math.floor(random() * 3);
  return answers;
};

/** The same answers under the names the rules use. */
export const named = (answers: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [`a.${id}`, value]));

/** So many filled checklists. */
export const pool = (count: number, seed = 42): readonly Record<string, boolean | number | string>[] => {
  const random = chance(seed);
  return Array.from({ length: count }, () => fill(random));
};
