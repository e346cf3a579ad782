import { type Command, type Day, type Instant, instantAt } from '@xiuhua/engine';
import type { Chance } from './chance.ts';

/** One thing somebody does in the demo county: an ordinary command, when, and by whom (login). */
export interface Step {
  readonly at: Instant;
  readonly who: string;
  readonly command: Command;
}

/** A minute of the day between two full hours, on the wall clock in China. */
export const momentIn = (day: Day, [from, to]: readonly [number, number], chance: Chance): Instant => {
  const minute = chance.whole(from * 60, to * 60 - 1);
  return instantAt(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
};
