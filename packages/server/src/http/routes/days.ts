import { type Day, daysBetween, isDay, type Problem, problem } from '@xiuhua/engine';

/** Longest stretch of days whose duties are laid out at once. */
const longest = 400;

const impossibleDays = (days: Readonly<Record<string, Day | undefined>>): readonly Problem[] =>
  Object.entries(days).flatMap(([key, day]) =>
    day === undefined || isDay(day) ? [] : [problem('day.impossible', `/${key}`, { term: key, termEn: key, found: day })],
  );

/** What is wrong with a stretch of days: a day that cannot be, an end before its beginning, too long a stretch. */
export const spanProblems = (from: Day, to: Day, most = longest): readonly Problem[] => {
  const impossible = impossibleDays({ from, to });
  if (impossible.length > 0) return impossible;
  if (to < from) return [problem('day.reversed', '/to', { from, to })];
  return daysBetween(from, to) > most
    ? [problem('shape.out-of-range', '/to', { term: 'to', termEn: 'to', low: from, high: most, found: to })]
    : [];
};
