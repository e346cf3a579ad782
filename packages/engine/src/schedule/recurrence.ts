import type { Day } from '../calendar/day.ts';

/** A stretch of time that a recurrence repeats in. `ten-days` is 旬: the 1st to 10th, 11th to 20th, 21st to the end. */
export type Stretch = 'week' | 'ten-days' | 'month' | 'quarter' | 'half-year' | 'year' | 'phase';

/**
 * Which days of a stretch are meant. Numbers count from 1; `-1` is the last one. A day or workday that a shorter
 * stretch does not reach is its last one (the 31st of April is the 30th), except in a phase, where it is none.
 */
export type Point =
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
  | { readonly kind: 'nth-weekday'; readonly nth: number; readonly weekday: number }
  | { readonly kind: 'days'; readonly days: readonly number[] }
  | { readonly kind: 'workday'; readonly nth: number }
  | { readonly kind: 'date'; readonly month: number; readonly day: number };

/**
 * How often: the read form of an `every` phrase. `clock` is the wall clock `HH:mm` by which it is done, or null.
 * `step` 2 is every second stretch, counted from the first one in which the schedule has a day. `before` opens with
 * its stretch and is due on the point, inclusive; `in` opens on the first of the days or workdays it names.
 */
export type Every =
  | { readonly kind: 'daily'; readonly workdays: boolean; readonly clock: string | null }
  | { readonly kind: 'once'; readonly days: readonly Day[]; readonly before: boolean; readonly clock: string | null }
  | {
      readonly kind: 'on' | 'before';
      readonly stretch: Stretch;
      readonly step: number;
      readonly point: Point;
      readonly clock: string | null;
    }
  | {
      readonly kind: 'in';
      readonly stretch: Stretch;
      readonly step: number;
      readonly edge: 'first' | 'last';
      readonly amount: number;
      readonly unit: 'days' | 'workdays';
    };
