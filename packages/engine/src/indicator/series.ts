import type { Day } from '../calendar/day.ts';
import { daysOf, type Period } from '../calendar/period.ts';
import { divided, type Fraction, fractionOf, nothing, plus, times } from './fraction.ts';
import type { Figure } from './reading.ts';
import type { Covers, Per, ZeroRule } from './schema.ts';
import type { Mark } from './status.ts';

/** The number of one period, exact, before it is divided. `under` is null for a plain value. */
export interface Sample {
  /** As of which day: the last one of the period, or today while it runs. */
  readonly day: Day;
  /** The year the period belongs to. */
  readonly year: string;
  readonly over: Fraction;
  readonly under: Fraction | null;
  readonly confirmed: boolean;
}

/** How numbers of periods become values. */
export interface Reckoning {
  readonly covers: Covers;
  readonly per: Per;
  /** First day that counts, inclusive. */
  readonly from: Day;
  /** Last day that counts, inclusive; null when later numbers count on, so that a late success is seen. */
  readonly to: Day | null;
  readonly whole: Fraction;
  readonly zero: ZeroRule;
}

type Running = Omit<Sample, 'year'>;

/** A reported number as a sample. */
export const sampleOf = (period: Period, figure: Figure, confirmed: boolean): Sample => {
  const exact = (written: number | undefined): Fraction => fractionOf(written ?? 0) ?? nothing;
  const at = { day: daysOf(period).last, year: period.slice(0, 4), confirmed };
  if (figure.value !== undefined) return { ...at, over: exact(figure.value), under: null };
  return { ...at, over: exact(figure.numerator), under: exact(figure.denominator) };
};

/**
 * The value of a numerator over a denominator in a unit where all of it is `whole`. Nothing over nothing is what the
 * plan says; something over nothing is no data.
 */
export const reckon = (over: Fraction, under: Fraction | null, rule: Pick<Reckoning, 'whole' | 'zero'>): Fraction | null => {
  if (under === null) return over;
  const share = divided(over, under);
  if (share) return times(share, rule.whole);
  if (over.over !== 0n || rule.zero === 'no-data') return null;
  return rule.zero === 'full' ? rule.whole : nothing;
};

const added = (a: Running, b: Sample | Running): Pick<Running, 'over' | 'under' | 'confirmed'> => ({
  over: plus(a.over, b.over),
  under: a.under && b.under && plus(a.under, b.under),
  confirmed: a.confirmed && b.confirmed,
});

/** How the numbers of one subject run on: as they stand, added up, or added up over the years. */
const runningOf = (samples: readonly Sample[], { covers, per, from, to }: Reckoning): readonly Running[] => {
  const all = samples
    .filter(({ day }) => day >= from && (to === null || day <= to))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  if (covers === 'all' || per === 'every-reading' || (covers === 'year' && per === 'year')) return all;
  let before: Running | undefined;
  return all.map((sample, i) => {
    const next = all[i + 1];
    const run: Running = before ? { day: sample.day, ...added(before, sample) } : sample;
    if (covers === 'period' || next?.year !== sample.year) before = run;
    return run;
  });
};

/** What the subjects come to together on a day: the latest of each; of a target kept at every reading, those of that day. */
const together = (subjects: readonly (readonly Running[])[], day: Day, alone: boolean): Running | undefined =>
  subjects.reduce<Running | undefined>((sum, subject) => {
    const own = subject.findLast((run) => (alone ? run.day === day : run.day <= day));
    if (!own) return sum;
    return sum ? { day, ...added(sum, own) } : { ...own, day };
  }, undefined);

/** A value with what was divided by what. */
export interface Measured extends Mark {
  readonly over: Fraction;
  readonly under: Fraction | null;
}

/** The values of one or several subjects (units that report) together, one for each day on which a period ends. */
export const marksOf = (subjects: readonly (readonly Sample[])[], reckoning: Reckoning): readonly Measured[] => {
  const running = subjects.map((samples) => runningOf(samples, reckoning));
  const ends = [...new Set(running.flatMap((runs) => runs.map((run) => run.day)))].sort();
  return ends.flatMap((day) => {
    const run = together(running, day, reckoning.per === 'every-reading');
    return run ? [{ ...run, value: reckon(run.over, run.under, reckoning) }] : [];
  });
};
