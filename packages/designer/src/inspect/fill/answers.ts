import { type Answer, checkAnswers, costOf, failsAt, isJudged, needsPhoto, type Points } from '@xiuhua/engine';
import type { DraftAnswer } from '../device/records.ts';
import type { Question } from './form.ts';

/** What an answer still lacks: a result, a photo, or a value that fits. */
export type Gap = 'result' | 'photo' | 'range' | 'decimals' | 'value';

/** The most spots one answer may state. */
export const mostSpots = 999;

/** Most photos one answer may carry. */
export const mostPhotos = 20;

/** A value that a question of another kind than 合格 is answered with. */
export type Value = NonNullable<Answer['value']>;

/** True when there is nothing in an answer. */
const isBlank = (answer: DraftAnswer | undefined): boolean => !answer || Object.keys(answer).length === 0;

/** True when a question may stay as it is although it has no answer. */
export const mayStayOpen = (question: Question, answer: DraftAnswer | undefined): boolean =>
  question.item.item.optional === true && isBlank(answer);

/** What the answer lacks, or `undefined` when it is complete. It is the engine that judges, as on the server. */
export const gapOf = (question: Question, answer: DraftAnswer | undefined): Gap | undefined => {
  const result = answer?.result;
  if (!answer || !result) return mayStayOpen(question, answer) ? undefined : 'result';
  const problem = checkAnswers(question.alone, { [question.name]: { ...answer, result } })[0];
  if (!problem) return undefined;
  if (problem.code === 'submission.photo-missing') return 'photo';
  const { detail } = problem.params;
  return detail === 'range' || detail === 'decimals' ? detail : 'value';
};

/** How many photos the answer still needs; 0 when it needs none. */
export const photosWanted = (question: Question, answer: DraftAnswer | undefined): number => {
  const { result } = answer ?? {};
  if (!needsPhoto(question.item, result && { result })) return 0;
  return Math.max(0, (question.item.item.photosLeast ?? 1) - (answer?.photos?.length ?? 0));
};

/** Points that the answer costs in this visit. Zero unless it is a failure. */
export const lostBy = (question: Question, answer: DraftAnswer | undefined): Points =>
  answer?.result === 'fail' && isJudged(question.item.item) ? costOf(question.item, answer.count ?? 1) : 0;

/** The answer with this result. A failed counted item starts at one spot; a change of mind keeps photos and remarks. */
export const withResult = (question: Question, answer: DraftAnswer | undefined, result: Answer['result']): DraftAnswer => {
  const { count, value, ...rest } = answer ?? {};
  const kept = { ...rest, ...(value === undefined || result === 'not-applicable' ? {} : { value }), result };
  return result === 'fail' && question.item.item.counted ? { ...kept, count: count ?? 1 } : kept;
};

/** What the value comes to: a failure or not where the plan says when it fails, else a record. */
const resultOf = ({ item }: Question, value: Value | undefined): Answer['result'] =>
  item.fails ? (failsAt(item.fails, value) ? 'fail' : 'pass') : 'recorded';

/** The answer without a result, when a value or a mark is taken back. */
export const withoutResult = (answer: DraftAnswer | undefined): DraftAnswer => {
  const { result: _, value: __, count: ___, ...rest } = answer ?? {};
  return rest;
};

/** The answer with this value and what follows from it; without a value it is open again. */
export const withValue = (question: Question, answer: DraftAnswer | undefined, value: Value | undefined): DraftAnswer =>
  value === undefined || value === '' ? withoutResult(answer) : withResult(question, { ...answer, value }, resultOf(question, value));

/** The answer with so many spots, kept between 1 and 999. */
export const withCount = (answer: DraftAnswer, count: number): DraftAnswer => ({
  ...answer,
  count: Math.min(Math.max(Math.trunc(count) || 1, 1), mostSpots),
});

/** The answer with this remark; no remark leaves no trace. */
export const withNote = (answer: DraftAnswer | undefined, note: string): DraftAnswer => {
  const { note: _, ...rest } = answer ?? {};
  return note === '' ? rest : { ...rest, note: note.slice(0, 2000) };
};

/** The longest a caption may be. */
export const longestCaption = 200;

/** The answer with this caption to one of its photos; an empty one leaves no trace. */
export const withCaption = (answer: DraftAnswer | undefined, hash: string, caption: string): DraftAnswer => {
  const { captions, ...rest } = answer ?? {};
  const others = Object.entries(captions ?? {}).filter(([of]) => of !== hash);
  const all = caption === '' ? others : [...others, [hash, caption.slice(0, longestCaption)] as const];
  return all.length ? { ...rest, captions: Object.fromEntries(all) } : rest;
};

const captionsOf = (answer: DraftAnswer | undefined, photos: readonly string[]): Pick<DraftAnswer, 'captions'> => {
  const own = Object.entries(answer?.captions ?? {}).filter(([hash]) => photos.includes(hash));
  return own.length ? { captions: Object.fromEntries(own) } : {};
};

/** The answer with these photos. A question that asks for nothing but a photo is answered by having one. */
export const withPhotos = (question: Question, answer: DraftAnswer | undefined, photos: readonly string[]): DraftAnswer => {
  const { photos: _, captions: __, ...rest } = answer ?? {};
  const kept = [...new Set(photos)].slice(0, mostPhotos);
  const next = kept.length ? { ...rest, photos: kept, ...captionsOf(answer, kept) } : rest;
  if (question.kind !== 'photo' || next.result === 'not-applicable') return next;
  return kept.length ? { ...next, result: resultOf(question, undefined) } : withoutResult(next);
};

/** The answer with a photo more; the same picture twice is one. */
export const withPhoto = (question: Question, answer: DraftAnswer | undefined, hash: string): DraftAnswer =>
  withPhotos(question, answer, [...(answer?.photos ?? []), hash]);

/** The answer without this photo. */
export const withoutPhoto = (question: Question, answer: DraftAnswer | undefined, hash: string): DraftAnswer =>
  withPhotos(
    question,
    answer,
    (answer?.photos ?? []).filter((p) => p !== hash),
  );

/** The answer with one photo in the place of another: 重拍. What was written on it stays. */
export const withPhotoAgain = (
  question: Question,
  answer: DraftAnswer | undefined,
  { old, next }: { readonly old: string; readonly next: string },
): DraftAnswer => {
  const caption = answer?.captions?.[next] ?? answer?.captions?.[old] ?? '';
  return withPhotos(
    question,
    withCaption(answer, next, caption),
    (answer?.photos ?? []).map((p) => (p === old ? next : p)),
  );
};
