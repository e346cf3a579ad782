import type { Day, Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';

/** What a number is about: everything the plan covers, or one area, class, grade or unit of it. `name` is empty for the whole. */
export interface Scope {
  readonly kind: 'whole' | 'area' | 'class' | 'grade' | 'unit';
  readonly name: string;
}

/** A reported number: a plain value, or numerator and denominator when the indicator is a rate. At most six decimals each. */
export type Figure =
  | { readonly value: number; readonly numerator?: undefined; readonly denominator?: undefined }
  | { readonly numerator: number; readonly denominator: number; readonly value?: undefined };

/** One step in the life of a reading, in the order of the log. `figure` is what was reported, null for a verdict. */
export interface ReadingStep {
  readonly kind: 'reported' | 'confirmed' | 'returned';
  readonly at: Instant;
  readonly day: Day;
  readonly by: { readonly account: string; readonly name: string; readonly unit: string };
  readonly figure: Figure | null;
  readonly text: string;
  readonly photos: readonly string[];
}

/** The number of an indicator for one period and scope. A returned one does not count until it is reported anew. */
export interface Reading {
  /** `<indicator>·<period>`, and `·<kind>·<name>` behind it for a scope. */
  readonly id: string;
  readonly indicator: string;
  readonly scope: Scope;
  readonly period: Period;
  readonly figure: Figure;
  readonly state: 'reported' | 'confirmed' | 'returned';
  readonly steps: readonly ReadingStep[];
}

/** The id of a reading: there is one for each indicator, period and scope. */
export const readingId = (indicator: string, period: Period, scope: Scope): string =>
  `${indicator}·${period}${scope.kind === 'whole' ? '' : `·${scope.kind}·${scope.name}`}`;
