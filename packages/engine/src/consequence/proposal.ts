import type { Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Points } from '../expression/points.ts';

/** A published result that counts towards a consequence. `rank` and `ranked` are of its group. */
export interface ResultCounted {
  readonly period: Period;
  readonly rank: number | null;
  readonly ranked: number;
  readonly group: string;
  readonly points: Points;
  readonly grade: string;
}

/** What the plan calls for, before anybody decided on it. */
export interface Called {
  /** `<consequence>·<period>·<unit>`. */
  readonly id: string;
  readonly consequence: string;
  readonly kind: 'praise' | 'sanction';
  readonly unit: string;
  readonly ranking: string;
  /** The period whose publication brought it up. */
  readonly period: Period;
  readonly then: string;
  readonly addressee: string;
  readonly signedBy: string;
  readonly source: string;
  /** The chain of reasons, oldest first. */
  readonly because: readonly ResultCounted[];
  /** Lead units bound in with the unit. */
  readonly bound: readonly string[];
  /** Money in fen: negative is taken from the unit, positive given; 0 when no money moves. */
  readonly fen: number;
}

/** A consequence the plan calls for. The engine proposes; a named person signs or declines. */
export interface Proposal extends Called {
  /** `paused` while an appeal against one of its results is open. */
  readonly state: 'proposed' | 'paused' | 'signed' | 'declined';
  readonly decision?: { readonly at: Instant; readonly by: string; readonly reason: string };
}
