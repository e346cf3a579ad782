import type { Day } from './day.ts';

/** Office hours from a day of the year on (`MM-DD`), as spans of the wall clock in minutes after midnight. */
export interface Season {
  readonly from: string;
  readonly spans: readonly (readonly [number, number])[];
}

/** Office hours (工作时间): seasons in order of their first day; the last one also holds from New Year to the first. */
export type OfficeHours = readonly Season[];

/** 08:00–12:00 and 14:00–18:00 all the year, eight hours: what holds where nothing else is said. */
export const ordinaryHours: OfficeHours = [
  {
    from: '01-01',
    spans: [
      [480, 720],
      [840, 1080],
    ],
  },
];

/** All hours of a day. */
export const roundTheClock: Season['spans'] = [[0, 1440]];

/** Hours that spans of a day add up to. */
export const hoursIn = (spans: Season['spans']): number => spans.reduce((sum, [from, to]) => sum + to - from, 0) / 60;

const minutes = (clock: string): number => +clock.slice(0, 2) * 60 + +clock.slice(3, 5);

/**
 * Reads `08:00-12:00 and 14:00-18:00` as spans of minutes. `undefined` when a span does not end after it begins,
 * begins before the one before it ends, or the phrase is anything else.
 */
export const readHours = (phrase: string): Season['spans'] | undefined => {
  const parts = phrase.split(' and ').map((part) => /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(part));
  const spans: [number, number][] = [];
  for (const part of parts) {
    if (!part) return undefined;
    const span: [number, number] = [minutes(part[1] ?? ''), minutes(part[2] ?? '')];
    if (span[0] >= span[1] || span[0] < (spans.at(-1)?.[1] ?? 0)) return undefined;
    spans.push(span);
  }
  return spans;
};

/** The office hours of the season in which the day lies. Whether it is a workday is another question. */
export const hoursOn = (hours: OfficeHours, day: Day): Season['spans'] => {
  const season = hours.findLast(({ from }) => from <= day.slice(5)) ?? hours.at(-1);
  return season?.spans ?? [];
};
