import type { Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Points } from '../checklist/points.ts';

/** A published rank that counts towards a consequence. */
export interface RankCounted {
  readonly period: Period;
  readonly rank: number;
  readonly ranked: number;
  readonly points: Points;
}

/** A consequence the plan calls for. The engine proposes; a named person signs or declines. */
export interface Proposal {
  /** `<consequence>·<period>·<unit>`. */
  readonly id: string;
  readonly consequence: string;
  readonly kind: 'praise' | 'sanction';
  readonly unit: string;
  readonly ranking: string;
  /** The period whose publication brought it up. */
  readonly period: Period;
  readonly then: string;
  readonly signedBy: string;
  readonly source: string;
  /** The chain of reasons, oldest first. */
  readonly because: readonly RankCounted[];
  readonly state: 'proposed' | 'signed' | 'declined';
  readonly decision?: { readonly at: Instant; readonly by: string; readonly reason: string };
}
