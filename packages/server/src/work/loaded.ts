import { setImmediate } from 'node:timers/promises';
import { type Campaign, copyOf, type Day, dayOf, type Event, emptyCampaign, evolve } from '@xiuhua/engine';
import { eventOf, type Head } from '../store/chain.ts';
import { linesAfter } from '../store/log.ts';
import type { Db, EventTable } from '../store/tables.ts';
import type { Shelf } from './shelf.ts';

/** A campaign in memory and how far along the log it is. */
export interface Loaded {
  readonly campaign: Campaign;
  head: Head;
  /** The campaign as it stood at the end of some days on the way, oldest first: from there a past day is not far. */
  readonly stops: Stop[];
}

/** A campaign as it stood at the end of a day. What it holds belongs to all: whoever goes on from it takes a copy. */
export interface Stop extends Omit<Loaded, 'stops'> {
  readonly day: Day;
}

/**
 * Events between two stops, and as a share of what is still to come: days long ago are seldom asked for, and each stop keeps a
 * few dozen bytes for every record there was.
 */
const [apart, ofRest] = [100_000, 1 / 2];

/** Lines read at a time; between two pages others have their turn. */
const page = 1000;

/** A campaign before its first event. */
export const unread = (): Loaded => ({ campaign: emptyCampaign(), head: { seq: 0, hash: '' }, stops: [] });

/** Takes a line in: it must follow the head. Throws when the log is broken. */
export const takeIn = (
  loaded: Pick<Loaded, 'campaign' | 'head'>,
  row: EventTable,
  plans: Pick<Shelf, 'get'>,
  event: Event = eventOf(row),
): Event => {
  if (row.prev !== loaded.head.hash) throw new Error(`the log of ${row.campaign} is broken before event ${row.seq}`);
  evolve(loaded.campaign, event, plans.get);
  loaded.head = { seq: row.seq, hash: row.hash };
  return event;
};

/** Makes a stop before an event that begins another day, when the last one is far behind. */
const stopBefore = (
  { campaign, head, stops }: Loaded,
  { row, before, end }: { row: EventTable; before: EventTable | undefined; end: number },
): void => {
  const far = Math.max(apart, (end - head.seq) * ofRest);
  if (head.seq - (stops.at(-1)?.head.seq ?? 0) < far || !before) return;
  const day = dayOf(before.at);
  if (dayOf(row.at) > day) stops.push({ campaign: copyOf(campaign), head, day });
};

/**
 * Reads the log from where the campaign stands to its end, so that what other processes appended is known. Throws when the log is shorter than what was read before, or broken.
 */
export const catchUp = async (
  loaded: Loaded,
  { db, campaign, to, plans }: { db: Db; campaign: string; to: Head; plans: Shelf },
): Promise<void> => {
  while (loaded.head.seq < to.seq) {
    const lines = await linesAfter(db, campaign, { after: loaded.head.seq, limit: page });
    if (lines.length === 0) throw new Error(`the log of ${campaign} ends at ${loaded.head.seq} and should end at ${to.seq}`);
    for (const [i, row] of lines.entries()) {
      const event = eventOf(row);
      if (event.fact.type === 'PlanAdopted') await plans.need(db, campaign, event.fact.plan);
      stopBefore(loaded, { row, before: lines[i - 1], end: to.seq });
      takeIn(loaded, row, plans, event);
    }
    if (lines.length === page) await setImmediate();
  }
  if (loaded.head.hash !== to.hash) throw new Error(`the log of ${campaign} was rewritten before event ${loaded.head.seq}`);
};
