import { hash } from 'node:crypto';
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

const { stringify } = JSON;

/**
 * Hash of a line: SHA-256 over all its columns but `hash`, as canonical JSON, the hash of the line before among them. The
 * text is written column by column: every line of every log goes through here.
 */
export const sealOf = ({ at, by, campaign, cause, fact, index, prev, seq }: Omit<EventTable, 'hash'>): string =>
  hash(
    'sha256',
    `{"at":${stringify(at)},"by":${stringify(by)},"campaign":${stringify(campaign)},"cause":${stringify(cause)},"fact":${stringify(fact)},"index":${index},"prev":${stringify(prev)},"seq":${seq}}`,
  );

/** The words of actors, as long as somebody holds them: many lines in a row are of the same few people. */
const words = new WeakMap<Actor, string>();

const wordsOf = (actor: Actor): string => {
  const known = words.get(actor);
  if (known !== undefined) return known;
  const text = canonicalText(actor);
  words.set(actor, text);
  return text;
};

/** The row of a line that follows the head. */
export const seal = ({ campaign, cause, index, at, by, fact }: Line, after: Head): EventTable => {
  const row = { campaign, seq: after.seq + 1, cause, index, at, by: wordsOf(by), fact: canonicalText(fact), prev: after.hash, hash: '' };
  row.hash = sealOf(row);
  return row;
};

const actors = new Map<string, Actor>();

/** Actors kept at most, by what the log says of them. */
const most = 10_000;

/** The actor a line names. Lines of the same words share one object: a log names the same few people a million times. */
const actorOf = (text: string): Actor => {
  const known = actors.get(text);
  if (known) return known;
  if (actors.size >= most) actors.clear();
  const actor = JSON.parse(text) as Actor;
  actors.set(text, actor);
  return actor;
};

/**
 * The event a row says. It is read from the row even when what was decided is at hand: what is read has its keys in the
 * order of the log, and so does everything that is listed from it, today and when the log is read again.
 */
export const eventOf = (row: EventTable): Event => ({
  seq: row.seq,
  cause: row.cause,
  at: row.at,
  by: actorOf(row.by),
  fact: JSON.parse(row.fact) as Fact,
});
