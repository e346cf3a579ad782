import { setImmediate } from 'node:timers/promises';
import { type Campaign, copyOf, type Day, dayOf, emptyCampaign } from '@xiuhua/engine';
import { linesAfter } from '../store/log.ts';
import type { EventTable } from '../store/tables.ts';
import { type Stop, takeIn } from './loaded.ts';
import type { Shelf } from './shelf.ts';
import type { Tools } from './tools.ts';

/** How far the log is read: to the end of a day, or to a position. */
export type Until = { readonly day: Day } | { readonly seq: number };

/** Campaigns kept as they were known; what was known on a day that is over never changes. */
const most = 4;

/** Lines read at a time; between two pages others have their turn. */
const page = 500;

const isWithin = (until: Until, { at, seq }: { readonly at: string; readonly seq: number }): boolean =>
  'day' in until ? dayOf(at) <= until.day : seq <= until.seq;

const start: Stop = { campaign: emptyCampaign(), head: { seq: 0, hash: '' }, day: '' };

/** The last stop that lies before the point asked for. */
const nearest = (stops: readonly Stop[], until: Until): Stop =>
  stops.findLast(({ day, head }) => ('day' in until ? day <= until.day : head.seq <= until.seq)) ?? start;

/**
 * Campaigns as they were known earlier: read from the log again, from the last stop before. `stopsOf` gives the stops
 * of a campaign that is level with its log.
 */
export const pastCampaigns = (
  { store }: Tools,
  plans: Pick<Shelf, 'get'>,
  stopsOf: (campaign: string) => Promise<readonly Stop[] | undefined>,
) => {
  const kept = new Map<string, Promise<Campaign | undefined>>();

  const readUntil = async (campaign: string, until: Until): Promise<Campaign | undefined> => {
    const stops = await stopsOf(campaign);
    if (!stops) return undefined;
    const from = nearest(stops, until);
    const at = { campaign: copyOf(from.campaign), head: from.head };
    for (;;) {
      const lines: readonly EventTable[] = await linesAfter(store.reading, campaign, { after: at.head.seq, limit: page });
      for (const row of lines) {
        if (!isWithin(until, row)) return at.campaign;
        takeIn(at, row, plans);
      }
      if (lines.length < page) return at.campaign;
      await setImmediate();
    }
  };

  return (campaign: string, until: Until): Promise<Campaign | undefined> => {
    const key = `${campaign} ${'day' in until ? until.day : until.seq}`;
    const known = kept.get(key) ?? readUntil(campaign, until);
    kept.delete(key);
    kept.set(key, known);
    known.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return known;
  };
};
