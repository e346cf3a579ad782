import type { Instant } from '@xiuhua/engine';

/** Milliseconds in a minute, an hour and a day. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The instant so many milliseconds later (earlier when negative). */
export const shift = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString();

/** Milliseconds from one instant to another. */
export const since = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
