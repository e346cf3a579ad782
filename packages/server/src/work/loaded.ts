import { type Campaign, type Event, emptyCampaign, evolve } from '@xiuhua/engine';
import { eventOf, type Head } from '../store/chain.ts';
import { linesAfter } from '../store/log.ts';
import type { Db, EventTable } from '../store/tables.ts';
import type { Shelf } from './shelf.ts';

/** A campaign in memory and how far along the log it is. */
export interface Loaded {
  readonly campaign: Campaign;
  head: Head;
}

/** Lines read at a time. */
const page = 2000;

/** A campaign before its first event. */
export const unread = (): Loaded => ({ campaign: emptyCampaign(), head: { seq: 0, hash: '' } });

/** Takes a line in: it must follow the head. Throws when the log is broken. */
export const takeIn = (loaded: Loaded, row: EventTable, plans: Shelf): Event => {
  if (row.prev !== loaded.head.hash) throw new Error(`the log of ${row.campaign} is broken before event ${row.seq}`);
  const event = eventOf(row);
  evolve(loaded.campaign, event, plans.get);
  loaded.head = { seq: row.seq, hash: row.hash };
  return event;
};

/**
 * Reads the log from where the campaign stands to its end, so that what other processes appended is known. `seen`
 * is told of each event. Throws when the log is shorter than what was read before, or broken.
 */
export const catchUp = async (
  loaded: Loaded,
  { db, campaign, to, plans }: { db: Db; campaign: string; to: Head; plans: Shelf },
  seen?: (event: Event, row: EventTable) => void,
): Promise<void> => {
  while (loaded.head.seq < to.seq) {
    const lines = await linesAfter(db, campaign, { after: loaded.head.seq, limit: page });
    if (lines.length === 0) throw new Error(`the log of ${campaign} ends at ${loaded.head.seq} and should end at ${to.seq}`);
    for (const row of lines) {
      const fact = eventOf(row).fact;
      if (fact.type === 'PlanAdopted') await plans.need(db, campaign, fact.plan);
      const event = takeIn(loaded, row, plans);
      seen?.(event, row);
    }
  }
  if (loaded.head.hash !== to.hash) throw new Error(`the log of ${campaign} was rewritten before event ${loaded.head.seq}`);
};
