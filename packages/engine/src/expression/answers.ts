import { nearest } from '../problem/nearest.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import { dayNumber } from './days.ts';
import { showDecimal } from './decimal.ts';
import type { Input } from './scope.ts';
import type { Type } from './type.ts';
import { type Answers, stateOfNoValue } from './value.ts';

/**
 * Checks answers against the types of their inputs and returns every problem; the same empty list when there is none.
 * With `all`, every input must be answered. Made once for a set of inputs; needs no compilation.
 */
export type AnswerCheck = (answers: Answers, all?: boolean) => readonly Problem[];

const fine: readonly Problem[] = [];

const fits = (type: Type, answer: unknown): boolean => {
  switch (type.kind) {
    case 'boolean':
      return answer === true || answer === false;
    case 'number': {
      if (typeof answer !== 'number') return false;
      if (type.decimals === 0) return answer >= type.low && answer <= type.high && Math.floor(answer) === answer;
      const scale = 10 ** type.decimals;
      const units = Math.round(answer * scale);
      return units >= type.low && units <= type.high && units / scale === answer;
    }
    case 'choice':
      return typeof answer === 'string' && type.choices.includes(answer);
    case 'text':
      return typeof answer === 'string' && answer.length <= type.longest;
    case 'day':
      return typeof answer === 'string' && dayNumber(answer) !== undefined;
    case 'list':
      return Array.isArray(answer) && answer.length <= type.most && answer.every((each) => fits(type.of, each));
    case 'row':
      return typeof answer === 'object' && answer !== null && !Array.isArray(answer) && fitsRow(type.fields, answer as Answers);
    default:
      return false;
  }
};

const fitsRow = (fields: ReadonlyMap<string, Type>, row: Answers): boolean => {
  if (Object.keys(row).some((name) => !fields.has(name))) return false;
  for (const [name, type] of fields) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value !== undefined && value !== null && !fits(type, value)) return false;
  }
  return true;
};

const isMark = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  Object.hasOwn(answer, 'none') &&
  stateOfNoValue((answer as { none: unknown }).none) !== undefined;

const misfit = ({ name, type, word }: Input, answer: unknown): Problem => {
  const at = pointer('', name);
  const said = word ?? name;
  if (type.kind === 'choice' && typeof answer === 'string') {
    const found = answer.slice(0, 80);
    return problem('answer.not-a-choice', at, { name: said, found, near: nearest(found, type.choices) });
  }
  if (type.kind === 'number' && typeof answer === 'number') {
    const { decimals, low, high } = type;
    return problem('answer.out-of-range', at, { name: said, low: showDecimal(low, decimals), high: showDecimal(high, decimals), decimals });
  }
  if (type.kind === 'text' && typeof answer === 'string') return problem('answer.too-long', at, { name: said, limit: type.longest });
  if (type.kind === 'list' && Array.isArray(answer) && answer.length > type.most)
    return problem('answer.too-long', at, { name: said, limit: type.most });
  return problem('answer.wrong-kind', at, { name: said, expected: type.kind });
};

/** Makes the check for the inputs. */
export const answerCheck = (inputs: readonly Input[]): AnswerCheck => {
  const names = inputs.map((input) => input.name);
  const types = inputs.map((input) => input.type);
  const slots = new Map(names.map((name, slot) => [name, slot]));
  const slowly = (answers: Answers, all: boolean): readonly Problem[] => {
    const problems: Problem[] = [];
    const given = new Set(Object.keys(answers));
    for (const name of given) {
      const input = inputs[slots.get(name) ?? -1];
      const answer = answers[name];
      if (!input)
        problems.push(
          problem('answer.unknown', pointer('', name.slice(0, 80)), { name: name.slice(0, 80), near: nearest(name.slice(0, 80), names) }),
        );
      else if (answer === undefined || answer === null) given.delete(name);
      else if (!fits(input.type, answer) && !isMark(answer)) problems.push(misfit(input, answer));
    }
    if (all)
      for (const { name, word } of inputs)
        if (!given.has(name)) problems.push(problem('answer.missing', pointer('', name), { name: word ?? name }));
    return problems;
  };
  return (answers, all = false) => {
    let slot = 0;
    for (const name in answers) {
      if (name !== names[slot] || !fits(types[slot] as Type, answers[name])) return slowly(answers, all);
      slot += 1;
    }
    return slot === names.length ? fine : slowly(answers, all);
  };
};
