import { addDays, type Day, daysBetween, isDay, type Problem, problem } from '@xiuhua/engine';

/** Longest stretch of days whose duties are laid out at once. */
const longest = 400;

const impossible = (key: string, found: string): Problem => problem('day.impossible', `/${key}`, { term: key, termEn: key, found });

const reversed = (key: string, { from, to }: { readonly from: Day; readonly to: Day }): readonly Problem[] =>
  to < from ? [problem('day.reversed', `/${key}`, { from, to })] : [];

/** The first and the last day of a stretch written as `2026-01-01..2026-01-31`. */
export const stretchOf = (text: string): { readonly from: Day; readonly to: Day } => ({ from: text.slice(0, 10), to: text.slice(-10) });

/** What is wrong with a day that an address names under a key, or with a stretch: a day that cannot be, an end before its beginning. */
export const dayProblems = (key: string, text: string): readonly Problem[] => {
  const odd = text.split('..').find((day) => !isDay(day));
  return odd === undefined ? reversed(key, stretchOf(text)) : [impossible(key, odd)];
};

/** What is wrong with the order of the days `from` and `to` of an address, each of which is a day. */
export const orderProblems = (address: unknown): readonly Problem[] => {
  const { from, to } = (address ?? {}) as { readonly from?: unknown; readonly to?: unknown };
  return typeof from === 'string' && typeof to === 'string' ? reversed('to', { from, to }) : [];
};

/** What is wrong with days that are to be laid out one by one: one is not said, or there are too many. */
export const spanProblems = (from: Day | undefined, to: Day | undefined, most = longest): readonly Problem[] => {
  if (from === undefined || to === undefined) return [impossible(from === undefined ? 'from' : 'to', '')];
  return daysBetween(from, to) > most
    ? [problem('shape.out-of-range', '/to', { term: 'to', termEn: 'to', low: from, high: addDays(from, most), found: to })]
    : [];
};
