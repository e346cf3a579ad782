import type { Campaign, Event, Outcome } from '@xiuhua/engine';
import { outcome, refuse } from '@xiuhua/engine';
import { eventOf } from '../store/chain.ts';
import { storeProblem } from '../store/fault.ts';
import { headOf, linesAfter } from '../store/log.ts';
import { type Result, takeOrders } from './batch.ts';
import { catchUp, type Loaded, unread } from './loaded.ts';
import type { Handing, Order, Receipt, Taken } from './order.ts';
import { turns } from './queue.ts';
import { shelf } from './shelf.ts';
import type { Tools } from './tools.ts';

/** What became of a submission. A `conflict` is kept beside the first content, whose receipt this is. */
export interface Submitted {
  readonly kind: 'taken' | 'known' | 'conflict';
  readonly receipt: Receipt;
}

/** The campaigns of a store: orders go in, answers come out. All reading and writing of logs goes through it. */
export interface CampaignBook {
  /** Takes a filled checklist in. Resolves when it is on the disk. Many at once share one transaction. */
  submit(campaign: string, handing: Handing): Promise<Outcome<Submitted>>;
  /** Takes any other command in; the events it led to, the same ones when the id was taken before. */
  command(campaign: string, order: Order): Promise<Outcome<readonly Event[]>>;
  /** Takes many orders in, in order, a thousand to a transaction; for playing history in. */
  play(campaign: string, orders: readonly Order[]): Promise<readonly Outcome<Taken>[]>;
  /** Asks a campaign as of the newest event; the asking must not keep it or change it. `undefined` for no such campaign. */
  ask<T>(campaign: string, question: (campaign: Campaign) => T): Promise<T | undefined>;
  /** Events after a position, at most a thousand; empty at the end. */
  events(campaign: string, after: number): Promise<readonly Event[]>;
}

/** Orders that go into one transaction, orders that may wait, and campaigns kept in memory. */
const limits = { together: 256, waiting: 4000, loaded: 40, played: 1000 } as const;

interface Waiting {
  readonly order: Order;
  readonly resolve: (outcome: Outcome<Taken>) => void;
  readonly reject: (fault: unknown) => void;
}

const unknownCampaign: Result = { outcome: refuse('request.not-found') };

/** Opens the book of a store. One book per process and store: it keeps the campaigns it has read in memory. */
export const campaignBook = (tools: Tools): CampaignBook => {
  const plans = shelf();
  const memory = new Map<string, Loaded>();
  const queues = new Map<string, Waiting[]>();
  const queue = turns();

  /** The campaign as it was last read, most recently used last. */
  const recall = (campaign: string): Loaded => {
    const loaded = memory.get(campaign) ?? unread();
    memory.delete(campaign);
    memory.set(campaign, loaded);
    const [oldest] = memory.keys();
    if (memory.size > limits.loaded && oldest !== undefined) memory.delete(oldest);
    return loaded;
  };

  const attempt = async (campaign: string, orders: readonly Order[]): Promise<readonly Result[]> => {
    try {
      const results = await takeOrders(tools, { campaign, loaded: recall(campaign), plans }, orders);
      return results ?? orders.map(() => unknownCampaign);
    } catch (fault) {
      memory.delete(campaign);
      if (orders.length === 1 || storeProblem(fault)) return orders.map(() => ({ fault }));
      tools.log.error('a transaction of several orders failed; each is tried alone', { campaign, error: fault });
      const results: Result[] = [];
      for (const order of orders) results.push(...(await attempt(campaign, [order])));
      return results;
    }
  };

  const flush = async (campaign: string): Promise<void> => {
    const all = queues.get(campaign) ?? [];
    const now = all.splice(0, limits.together);
    if (all.length > 0) schedule(campaign);
    else queues.delete(campaign);
    const results = await attempt(
      campaign,
      now.map((waiting) => waiting.order),
    );
    for (const [i, result] of results.entries()) {
      if ('outcome' in result) now[i]?.resolve(result.outcome);
      else now[i]?.reject(result.fault);
    }
  };

  const schedule = (campaign: string): void => void setImmediate(() => void queue.take(campaign, () => flush(campaign)));

  const take = (campaign: string, order: Order): Promise<Outcome<Taken>> => {
    const waiting = queues.get(campaign);
    if (waiting && waiting.length >= limits.waiting) return Promise.resolve(refuse('store.busy'));
    return new Promise((resolve, reject) => {
      const entry = { order, resolve, reject };
      if (waiting) return void waiting.push(entry);
      queues.set(campaign, [entry]);
      schedule(campaign);
    });
  };

  return {
    submit: async (campaign, handing) => {
      const taken = await take(campaign, { ...handing, id: handing.command.submission });
      if (!taken.ok) return taken;
      const { receipt, conflict, known } = taken.value;
      if (!receipt) throw new Error(`submission ${handing.command.submission} was taken without a receipt`);
      return outcome({ kind: conflict ? 'conflict' : known ? 'known' : 'taken', receipt }, []);
    },
    command: async (campaign, order) => {
      const taken = await take(campaign, order);
      return taken.ok ? outcome(taken.value.events, []) : taken;
    },
    play: (campaign, orders) =>
      queue.take(campaign, async () => {
        const outcomes: Outcome<Taken>[] = [];
        for (let i = 0; i < orders.length; i += limits.played) {
          for (const result of await attempt(campaign, orders.slice(i, i + limits.played))) {
            if ('fault' in result) throw result.fault;
            outcomes.push(result.outcome);
          }
        }
        return outcomes;
      }),
    ask: (campaign, question) =>
      queue.take(campaign, async () => {
        const to = await headOf(tools.store.reading, campaign);
        if (!to) return undefined;
        const loaded = recall(campaign);
        try {
          await catchUp(loaded, { db: tools.store.reading, campaign, to, plans });
        } catch (fault) {
          memory.delete(campaign);
          throw fault;
        }
        return question(loaded.campaign);
      }),
    events: async (campaign, after) => (await linesAfter(tools.store.reading, campaign, { after, limit: 1000 })).map(eventOf),
  };
};
