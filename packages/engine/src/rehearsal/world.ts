import { type Day, type Instant, instantAt } from '../calendar/day.ts';
import type { Actor } from '../campaign/actor.ts';
import type { Command } from '../campaign/command.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import type { Habits } from './habits.ts';
import { type Luck, luckOf } from './luck.ts';
import type { People } from './people.ts';

/** One thing somebody does in a rehearsal: an ordinary command, when, and by whom. */
export interface Step {
  readonly at: Instant;
  readonly by: Actor;
  readonly command: Command;
}

/** Something somebody means to do on a day; what it comes to is settled when the day has come. */
export interface Intent {
  readonly day: Day;
  readonly act: (now: Campaign) => readonly Step[];
}

/** What everybody in a rehearsal knows. */
export interface World {
  readonly plan: CompiledPlan;
  /** First and last day, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  readonly habits: Habits;
  readonly people: People;
  readonly luck: (about: string) => Luck;
}

/** The luck of things under a seed. */
export const lucky =
  (seed: string | number) =>
  (about: string): Luck =>
    luckOf(String(seed), about);

/** A minute between two full hours of the day, on the wall clock in China. */
export const momentIn = (day: Day, [from, to]: readonly [number, number], luck: Luck): Instant => {
  const minute = luck.whole(from * 60, to * 60 - 1);
  return instantAt(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
};

/** Names of photos that were never taken. Nothing in a rehearsal looks at one. */
const album: readonly string[] = Array.from({ length: 24 }, (_, i) => hashOf(`推演照片${i + 1}`));

/** So many different photos. */
export const photosOf = (count: number, luck: Luck): readonly string[] => {
  const first = luck.whole(0, album.length - 1);
  return Array.from({ length: Math.min(count, 20) }, (_, i) => album[(first + i) % album.length] as string);
};
