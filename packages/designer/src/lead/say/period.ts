import type { Period, PeriodView } from '@xiuhua/engine';

/** The newest published period of a ranking before this one; `undefined` when there is none. */
export const publishedBefore = (periods: readonly PeriodView[], ranking: string, period: Period): Period | undefined =>
  periods
    .filter((view) => view.ranking === ranking && view.published && view.period < period)
    .map((view) => view.period)
    .toSorted()
    .at(-1);
