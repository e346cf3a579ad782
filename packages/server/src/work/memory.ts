import { type Campaign, type Outcome, refuse } from '@xiuhua/engine';
import { storeProblem } from '../store/fault.ts';
import { headOf } from '../store/log.ts';
import { type Result, takeOrders } from './batch.ts';
import { catchUp, type Loaded, type Stop, unread } from './loaded.ts';
import type { Order, Taken } from './order.ts';
import { type Shelf, shelf } from './shelf.ts';
import type { Tools } from './tools.ts';

/** Campaigns a process has read, kept level with their logs. Whoever calls sees to it that one thing happens to a campaign at a time. */
export interface Memory {
  /** Takes orders in together; when they cannot be written together, one by one. What was not written is forgotten. */
  take(campaign: string, orders: readonly Order[]): Promise<readonly Result[]>;
  /** Asks the campaign as of its newest event; `undefined` for no such campaign. */
  ask<T>(campaign: string, question: (campaign: Campaign) => T): Promise<T | undefined>;
  /** Where the campaign stopped on the way to its newest event; `undefined` for no such campaign. */
  stops(campaign: string): Promise<readonly Stop[] | undefined>;
  /** The plans of all campaigns read. */
  readonly plans: Shelf;
}

/** Campaigns kept; the one not used for longest makes room. */
const most = 40;

const unknownCampaign: Outcome<Taken> = refuse('request.not-found');

/** An empty memory over a store. */
export const campaignMemory = (tools: Tools): Memory => {
  const plans = shelf();
  const kept = new Map<string, Loaded>();

  const recall = (campaign: string): Loaded => {
    const loaded = kept.get(campaign) ?? unread();
    kept.delete(campaign);
    kept.set(campaign, loaded);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return loaded;
  };

  const take: Memory['take'] = async (campaign, orders) => {
    try {
      const results = await takeOrders(tools, { campaign, loaded: recall(campaign), plans }, orders);
      return results ?? orders.map(() => ({ outcome: unknownCampaign }));
    } catch (fault) {
      kept.delete(campaign);
      if (orders.length === 1 || storeProblem(fault)) return orders.map(() => ({ fault }));
      tools.log.error('a transaction of several orders failed; each is tried alone', { campaign, error: fault });
      const results: Result[] = [];
      for (const order of orders) results.push(...(await take(campaign, [order])));
      return results;
    }
  };

  const level = async (campaign: string): Promise<Loaded | undefined> => {
    const db = tools.store.reading;
    const to = await headOf(db, campaign);
    if (!to) return undefined;
    const loaded = recall(campaign);
    try {
      await catchUp(loaded, { db, campaign, to, plans });
    } catch (fault) {
      kept.delete(campaign);
      throw fault;
    }
    return loaded;
  };

  const ask: Memory['ask'] = async (campaign, question) => {
    const loaded = await level(campaign);
    return loaded && question(loaded.campaign);
  };

  return { take, ask, stops: async (campaign) => (await level(campaign))?.stops, plans };
};
