import type { Day } from '@xiuhua/engine';
import { shareOf, type TimeLine } from './layout.ts';

/** Sizes of the drawing, in its own units. */
export const width = 820;
export const rowHeight = 40;
export const top = 30;

/** Where a day begins, from the left. */
export const xOf = (line: TimeLine, day: Day): number => Math.round(shareOf(line, day) * width * 10) / 10;

/** As much of a name as there is room for. */
export const clip = (name: string, room: number): string =>
  room < 40 ? '' : name.length * 13 <= room ? name : `${name.slice(0, Math.max(1, Math.floor(room / 13) - 1))}…`;
