import { isEqual, isList, isObject, type Json, listAt, textOf, textsOf } from '../../draft/json.ts';

/** What kind of value a question gives to a condition. */
export type Asks = 'truth' | 'number' | 'choice' | 'several' | 'text' | 'day';

/** A question a condition can read: one of the same checklist that stands before it. */
export interface Question {
  readonly name: string;
  readonly asks: Asks;
  /** True for 合格/不合格, false for 是/否; both give a truth. */
  readonly judged: boolean;
  readonly choices: readonly string[];
}

export const comparisons = ['==', '!=', '>', '>=', '<', '<='] as const;
export type Comparison = (typeof comparisons)[number];

/** One thing to hold: a question is true or false, its value compares, or its choices contain one. */
export type Operator = Comparison | 'true' | 'false' | 'has' | 'has not';

/** A test of one question. */
export interface Test {
  readonly field: string;
  readonly operator: Operator;
  readonly value: string | number;
}

/** Tests of which all, or one, must hold. */
export interface Group {
  readonly combinator: 'and' | 'or';
  readonly rules: readonly (Test | Group)[];
}

const kinds: Readonly<Record<string, Asks>> = {
  pass: 'truth',
  'yes-no': 'truth',
  count: 'number',
  number: 'number',
  choice: 'choice',
  several: 'several',
  text: 'text',
  date: 'day',
};

/** The questions before the one at `at`, which its condition may read. Kinds no rule can read are left out. */
export const questionsBefore = (plan: Json, at: string): readonly Question[] => {
  const place = /^(.*\/items)\/(\d+)$/.exec(at);
  if (!place) return [];
  return listAt(plan, place[1] ?? '')
    .slice(0, Number(place[2]))
    .flatMap((item): Question[] => {
      const answer = textOf(item, 'answer') || 'pass';
      const asks = kinds[answer];
      const name = textOf(item, 'name');
      return asks && name ? [{ name, asks, judged: answer === 'pass', choices: textsOf(item, 'choices') }] : [];
    });
};

/** The tests that fit a kind of value, the commonest first. */
export const operatorsFor = (asks: Asks): readonly Operator[] => {
  switch (asks) {
    case 'truth':
      return ['true', 'false'];
    case 'number':
      return ['>', '>=', '<', '<=', '==', '!='];
    case 'day':
      return ['>=', '<=', '>', '<', '==', '!='];
    case 'several':
      return ['has', 'has not'];
    default:
      return ['==', '!='];
  }
};

/** The test a question begins with. */
export const testOf = ({ name, asks, choices }: Question): Test => ({
  field: name,
  operator: operatorsFor(asks)[0] ?? 'true',
  value: asks === 'number' ? 0 : asks === 'truth' ? '' : (choices[0] ?? ''),
});

export const isGroup = (rule: Test | Group): rule is Group => 'rules' in rule;

const nameOf = (logic: Json): string | undefined => {
  if (!isObject(logic) || Object.keys(logic).length !== 1) return undefined;
  return typeof logic.var === 'string' ? logic.var : undefined;
};

/** The only operator of a rule and its parts; one part may be written without a list. */
export const partsOf = (logic: Json): readonly [operator: string, parts: readonly Json[]] | undefined => {
  if (!isObject(logic)) return undefined;
  const [entry, ...more] = Object.entries(logic);
  if (!entry || more.length > 0) return undefined;
  return [entry[0], isList(entry[1]) ? entry[1] : [entry[1]]];
};

const isComparison = (operator: string): operator is Comparison => comparisons.some((each) => each === operator);
const isPlain = (value: Json | undefined): value is string | number => typeof value === 'string' || typeof value === 'number';

const readTest = (logic: Json): Test | undefined => {
  const name = nameOf(logic);
  if (name !== undefined) return { field: name, operator: 'true', value: '' };
  const [operator, [first, second, ...more]] = partsOf(logic) ?? ['', []];
  if (more.length > 0 || first === undefined) return undefined;
  if (operator === '!' && second === undefined) {
    const inner = readTest(first);
    if (inner?.operator === 'true') return { ...inner, operator: 'false' };
    return inner?.operator === 'has' ? { ...inner, operator: 'has not' } : undefined;
  }
  if (second === undefined) return undefined;
  if (operator === 'in' && isPlain(first)) {
    const field = nameOf(second);
    return field === undefined ? undefined : { field, operator: 'has', value: first };
  }
  const field = nameOf(first);
  return isComparison(operator) && field !== undefined && isPlain(second) ? { field, operator, value: second } : undefined;
};

const readRule = (logic: Json): Test | Group | undefined => {
  const [operator, parts] = partsOf(logic) ?? ['', []];
  if (operator !== 'and' && operator !== 'or') return readTest(logic);
  const rules = parts.map(readRule);
  return rules.every((rule) => rule !== undefined) ? { combinator: operator, rules } : undefined;
};

const writeTest = ({ field, operator, value }: Test): Json => {
  const name = { var: field };
  switch (operator) {
    case 'true':
      return name;
    case 'false':
      return { '!': name };
    case 'has':
      return { in: [value, name] };
    case 'has not':
      return { '!': { in: [value, name] } };
    default:
      return { [operator]: [name, value] };
  }
};

/** The rule that says it; a single test stands alone. `undefined` for an empty group: always asked. */
export const writeCondition = (group: Group): Json | undefined => {
  const written = group.rules.map((rule) => (isGroup(rule) ? writeCondition(rule) : writeTest(rule))).filter((rule) => rule !== undefined);
  const [only] = written;
  return written.length < 2 ? only : { [group.combinator]: written };
};

/**
 * A rule as groups of tests, when they can hold exactly what it says and read only these questions; else `undefined`,
 * and it is left as it is. A rule that was never written is an empty group.
 */
export const readCondition = (logic: Json | undefined, questions: readonly Question[]): Group | undefined => {
  if (logic === undefined) return { combinator: 'and', rules: [] };
  const rule = readRule(logic);
  if (!rule) return undefined;
  const group: Group = isGroup(rule) ? rule : { combinator: 'and', rules: [rule] };
  const known = new Map(questions.map((question) => [question.name, question]));
  const fits = (each: Test | Group): boolean =>
    isGroup(each)
      ? each.rules.every(fits)
      : operatorsFor(known.get(each.field)?.asks ?? 'truth').includes(each.operator) && known.has(each.field);
  return isEqual(writeCondition(group), logic) && fits(group) ? group : undefined;
};
