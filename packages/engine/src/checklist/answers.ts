import { nearest } from '../problem/nearest.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import type { Answer, Answers } from './answer.ts';
import { askedItems } from './asked.ts';
import { type CompiledChecklist, type CompiledItem, isJudged } from './compile.ts';
import { failsAt } from './fails.ts';
import { checkValue } from './values.ts';

/** What the result must be, given the value; `undefined` where the inspector judges. */
const resultBy = (item: CompiledItem, answer: Answer): Answer['result'] | undefined => {
  if ((item.item.answer ?? 'pass') === 'pass') return undefined;
  if (!item.fails) return 'recorded';
  return failsAt(item.fails, answer.value) ? 'fail' : 'pass';
};

/** True when the answer must come with a photo. */
export const needsPhoto = (item: CompiledItem, answer: Pick<Answer, 'result'> | undefined): boolean => {
  if (answer?.result === 'not-applicable') return false;
  return item.item.answer === 'photo' || item.item.photo === 'always' || (item.item.photo === 'on-failure' && answer?.result === 'fail');
};

const checkAnswer = (item: CompiledItem, answer: Answer): readonly Problem[] => {
  const at = pointer('/answers', item.item.name);
  const bad = (detail: string): Problem => problem('submission.bad-answer', at, { item: item.item.name, detail });
  const failed = answer.result === 'fail';
  const problems: Problem[] = [];
  const fault = answer.result === 'not-applicable' ? undefined : checkValue(item.item, answer.value);
  if (fault) return [bad(fault)];
  const due = answer.result === 'not-applicable' ? undefined : resultBy(item, answer);
  if (due !== undefined && due !== answer.result) problems.push(bad('result'));
  if (due === undefined && answer.result === 'recorded') problems.push(bad('result'));
  if (answer.count !== undefined && !(failed && item.item.counted)) problems.push(bad('count'));
  if (failed && item.item.counted && answer.count === undefined) problems.push(bad('count-missing'));
  if (needsPhoto(item, answer) && (answer.photos?.length ?? 0) < (item.item.photosLeast ?? 1))
    problems.push(problem('submission.photo-missing', at, { item: item.item.name, least: item.item.photosLeast ?? 1 }));
  return problems;
};

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/**
 * Everything wrong with a set of answers; empty when it can be submitted. `items` are those put to this site (see
 * `itemsAt`); an item whose condition does not hold must not be answered, every other must, unless it is optional.
 */
export const checkAnswers = (
  checklist: CompiledChecklist,
  answers: Answers,
  items: ReadonlyMap<string, CompiledItem> = checklist.items,
): readonly Problem[] => {
  const name = checklist.checklist.name;
  const asked = askedItems(checklist.checklist, checklist.asked, answers);
  const put = [...items.values()].filter((item) => asked.has(item.item.name));
  const names = new Set(put.map((item) => item.item.name));
  const unknown = Object.keys(answers)
    .filter((item) => !names.has(item))
    .map((item) => problem('submission.unknown-item', pointer('/answers', item), { checklist: name, item, near: nearest(item, names) }));
  const open = put.filter((item) => !item.item.optional && !Object.hasOwn(answers, item.item.name)).map((item) => item.item.name);
  const unanswered = open.length
    ? [problem('submission.unanswered', '/answers', { count: open.length, items: open.slice(0, 3).join('、') })]
    : [];
  const wrong = put.flatMap((item) => {
    const answer = own(answers, item.item.name);
    return answer ? checkAnswer(item, answer) : [];
  });
  return [...unknown, ...unanswered, ...wrong];
};

/** The failed items among those put to the site, in the order of the checklist. */
export const failedItems = (
  items: ReadonlyMap<string, CompiledItem>,
  answers: Answers,
): readonly { readonly item: CompiledItem; readonly answer: Answer }[] =>
  [...items.values()].flatMap((item) => {
    const answer = own(answers, item.item.name);
    return answer?.result === 'fail' && isJudged(item.item) ? [{ item, answer }] : [];
  });
