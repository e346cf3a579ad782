import { type Answer, costOf, type Points } from '@xiuhua/engine';
import type { DraftAnswer } from '../device/records.ts';
import type { Form, Question } from './form.ts';

/** What an answer still lacks. */
export type Gap = 'result' | 'photo';

/** The most spots one answer may state. */
export const mostSpots = 999;

/** Most photos one answer may carry. */
export const mostPhotos = 20;

/** True when this answer needs a photo to be complete. */
export const needsPhoto = (question: Question, answer: DraftAnswer | undefined): boolean =>
  question.photo === 'always' ? answer?.result !== 'not-applicable' : question.photo === 'on-failure' && answer?.result === 'fail';

/** What the answer lacks, or `undefined` when it is complete. */
export const gapOf = (question: Question, answer: DraftAnswer | undefined): Gap | undefined => {
  if (!answer?.result) return 'result';
  return needsPhoto(question, answer) && !answer.photos?.length ? 'photo' : undefined;
};

/** Points that the answer costs in this visit. Zero unless it is a failure. */
export const lostBy = (question: Question, answer: DraftAnswer | undefined): Points =>
  answer?.result === 'fail' ? costOf(question.item, answer.count ?? 1) : 0;

/** The answer with this result. A failed counted item starts at one spot; a change of mind keeps photos and remarks. */
export const withResult = (question: Question, answer: DraftAnswer | undefined, result: Answer['result']): DraftAnswer => {
  const { count, ...rest } = answer ?? {};
  return result === 'fail' && question.item.item.counted ? { ...rest, result, count: count ?? 1 } : { ...rest, result };
};

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

/** The answer with a photo more; the same picture twice is one. */
export const withPhoto = (answer: DraftAnswer | undefined, hash: string): DraftAnswer => {
  const photos = answer?.photos ?? [];
  return photos.includes(hash) || photos.length >= mostPhotos ? (answer ?? {}) : { ...answer, photos: [...photos, hash] };
};

/** The answer without this photo. */
export const withoutPhoto = (answer: DraftAnswer | undefined, hash: string): DraftAnswer => {
  const { photos = [], ...rest } = answer ?? {};
  const left = photos.filter((p) => p !== hash);
  return left.length ? { ...rest, photos: left } : rest;
};

/** The answer with one photo in the place of another: 重拍. */
export const withPhotoAgain = (answer: DraftAnswer | undefined, old: string, next: string): DraftAnswer => {
  const photos = (answer?.photos ?? []).filter((p) => p === old || p !== next);
  return { ...answer, photos: photos.map((p) => (p === old ? next : p)) };
};

/** The questions among these that have no result yet: what 其余全部合格 answers. */
export const unanswered = (questions: readonly Question[], answers: ReadonlyMap<string, DraftAnswer>): readonly Question[] =>
  questions.filter((q) => !answers.get(q.name)?.result);

/** What is missing, in the order of the checklist. */
export const missing = (
  form: Form,
  answers: ReadonlyMap<string, DraftAnswer>,
): readonly { readonly question: Question; readonly gap: Gap }[] =>
  form.questions.flatMap((question) => {
    const gap = gapOf(question, answers.get(question.name));
    return gap ? [{ question, gap }] : [];
  });
