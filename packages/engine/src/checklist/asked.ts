import type { CompiledRules } from '../expression/compiled.ts';
import { Machine } from '../expression/machine.ts';
import { compileRules } from '../expression/rules.ts';
import type { Input, Rule } from '../expression/scope.ts';
import { booleanType, choiceType, dayType, listType, numberType, rowType, type Type, textType } from '../expression/type.ts';
import type { NoAnswer, Answers as Values } from '../expression/value.ts';
import { type Outcome, type Problem, pointer } from '../problem/problem.ts';
import type { Answer, Answers } from './answer.ts';
import type { Checklist, Column, Item } from './schema.ts';

/** Bounds of a number nobody bounded. */
const wide = 1_000_000_000;

const columnType = (column: Column): Type => {
  switch (column.answer) {
    case 'count':
      return numberType(0, 0, wide);
    case 'number':
      return numberType(column.decimals ?? 2, -wide, wide);
    case 'choice':
      return choiceType(column.choices ?? []);
    case 'yes-no':
      return booleanType;
    case 'date':
      return dayType;
    case 'text':
      return textType();
  }
};

/** What kind of value a rule sees for the answer to an item; `undefined` for kinds no rule can read. 合格 is true. */
const typeOf = (item: Item): Type | undefined => {
  switch (item.answer ?? 'pass') {
    case 'pass':
    case 'yes-no':
      return booleanType;
    case 'count':
      return numberType(0, item.least ?? 0, item.greatest ?? wide);
    case 'number':
      return numberType(item.decimals ?? 2, item.least ?? -wide, item.greatest ?? wide);
    case 'choice':
      return choiceType(item.choices ?? []);
    case 'several':
      return listType(choiceType(item.choices ?? []));
    case 'text':
      return textType();
    case 'date':
      return dayType;
    case 'table':
      return listType(rowType(Object.fromEntries((item.columns ?? []).map((column) => [column.name, columnType(column)]))));
    default:
      return undefined;
  }
};

/** The rule's name among the names of the checklist; people read it in problems. */
const askedName = (item: Item): string => `询问条件·${item.name}`;

const inputsOf = (items: readonly Item[]): readonly Input[] =>
  items.flatMap((item): Input[] => {
    const type = typeOf(item);
    return type ? [{ name: item.name, type, ...(item.asked === undefined ? {} : { askedWhen: askedName(item) }) }] : [];
  });

/** The problem of a condition, with the item and clause it stands in. */
const placed = (found: Problem, rules: readonly Rule[]): Problem => {
  const rule = rules.find(({ at }) => found.at === at || found.at.startsWith(`${at}/`));
  return rule ? { ...found, params: { ...found.params, item: rule.word, source: rule.source } } : found;
};

/** Compiles the conditions under which items are asked; `undefined` when there are none. */
export const compileAsked = (checklist: Checklist, at: string): Outcome<CompiledRules | undefined> => {
  const rules = checklist.items.flatMap((item, i): Rule[] =>
    item.asked === undefined
      ? []
      : [
          {
            name: askedName(item),
            logic: item.asked,
            at: pointer(`${at}/items/${i}`, 'asked'),
            word: item.name,
            source: item.source ?? checklist.source,
          },
        ],
  );
  if (rules.length === 0) return { ok: true, value: undefined, problems: [] };
  const compiled = compileRules({ inputs: inputsOf(checklist.items) }, rules);
  return { ...compiled, problems: compiled.problems.map((each) => placed(each, rules)) };
};

/** What a rule sees of an answer: 合格 as true, a value as it is, 不适用 as no value. */
const seen = (answer: Answer): unknown => {
  if (answer.result === 'not-applicable') return { none: 'not-applicable' } satisfies NoAnswer;
  return answer.value ?? answer.result === 'pass';
};

/**
 * Which items are asked, given the answers so far: all without a condition, and those whose condition holds. An item
 * whose condition waits for an answer is not asked yet.
 */
export const askedItems = (checklist: Checklist, asked: CompiledRules | undefined, answers: Answers): ReadonlySet<string> => {
  const machine =
    asked && new Machine(asked).score(Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, seen(answer)])) as Values);
  return new Set(
    checklist.items.filter((item) => item.asked === undefined || machine?.value(askedName(item)) === true).map((item) => item.name),
  );
};
