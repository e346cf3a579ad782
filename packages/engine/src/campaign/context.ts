import type { Instant } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Actor } from './actor.ts';

/** What a decision needs to know besides campaign and command; the engine has no clock, disk or network of its own. */
export interface Context {
  /** When the server took the command. */
  readonly at: Instant;
  readonly by: Actor;
  /** For a record from a phone's file: who brought it in. */
  readonly carriedBy?: string;
  /** For a filled checklist: the units as whose inspector the person worked before, when that is over. */
  readonly inspectedFor?: readonly string[];
  /** Who saved the draft with this hash last; whoever asks for its review where nothing says so. */
  readonly wrote?: (hash: string) => Pick<Actor, 'account' | 'name'> | undefined;
  /** Random text that nobody can foresee, 32 bytes as hex, made by the server for this command alone. */
  readonly random: string;
  /** A compiled plan by its hash; `undefined` for one that does not exist or has errors. */
  readonly plans: (hash: string) => CompiledPlan | undefined;
  /** True for a photo that has arrived whole. */
  readonly photos: (hash: string) => boolean;
}
