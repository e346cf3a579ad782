import { createHash } from 'node:crypto';
import { type Actor, canonicalText, type Event, type Fact } from '@xiuhua/engine';
import type { EventTable } from './tables.ts';

/** A line of the log before it is linked to the one before it. */
export interface Line {
  readonly campaign: string;
  readonly cause: string;
  readonly index: number;
  readonly at: string;
  readonly by: Actor;
  readonly fact: Fact;
}

/** Where a log ends: position and hash of its last line; `{ seq: 0, hash: '' }` when it is empty. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Hash of a line: SHA-256 over all its columns but `hash`, as canonical JSON, the hash of the line before among them. */
export const sealOf = ({ hash: _, ...line }: EventTable): string => createHash('sha256').update(canonicalText(line)).digest('hex');

/** The row of a line that follows the head. */
export const seal = (line: Line, after: Head): EventTable => {
  const row = { ...line, seq: after.seq + 1, by: canonicalText(line.by), fact: canonicalText(line.fact), prev: after.hash, hash: '' };
  return { ...row, hash: sealOf(row) };
};

/** The event a row says. */
export const eventOf = (row: EventTable): Event => ({
  seq: row.seq,
  cause: row.cause,
  at: row.at,
  by: JSON.parse(row.by) as Actor,
  fact: JSON.parse(row.fact) as Fact,
});
