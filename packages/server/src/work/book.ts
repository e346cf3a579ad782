import { type Campaign, type Event, type Outcome, outcome } from '@xiuhua/engine';
import { eventOf } from '../store/chain.ts';
import { linesAfter } from '../store/log.ts';
import { type Glance, glances } from './glance.ts';
import { waitingLine } from './line.ts';
import { campaignMemory } from './memory.ts';
import type { Handing, Order, Receipt, Taken } from './order.ts';
import { pastCampaigns, type Until } from './past.ts';
import { turns } from './queue.ts';
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
  /**
   * Asks for what many ask for. The answer is kept, and while visits come in without a pause a costly one may be a moment old;
   * after any other command it is as of the newest event.
   */
  glance<T>(campaign: string, glance: Glance, question: (campaign: Campaign) => T): Promise<T | undefined>;
  /**
   * The campaign as it was known at the end of a day or after an event, for whoever asks not to change. Read from the log
   * beside what goes on; `undefined` for no such campaign.
   */
  past(campaign: string, until: Until): Promise<Campaign | undefined>;
  /** Events after a position, at most a thousand; empty at the end. */
  events(campaign: string, after: number): Promise<readonly Event[]>;
}

/** Orders of a history that go into one transaction. */
const played = 1000;

/** Opens the book of a store. One book per process and store: it keeps the campaigns it has read in memory. */
export const campaignBook = (tools: Tools): CampaignBook => {
  const queue = turns();
  const memory = campaignMemory(tools);
  const take = waitingLine(queue, memory.take);
  const seen = glances();

  const play = async (campaign: string, orders: readonly Order[]): Promise<readonly Outcome<Taken>[]> => {
    const outcomes: Outcome<Taken>[] = [];
    for (let i = 0; i < orders.length; i += played) {
      for (const result of await memory.take(campaign, orders.slice(i, i + played))) {
        if ('fault' in result) throw result.fault;
        outcomes.push(result.outcome);
      }
    }
    return outcomes;
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
      seen.forget(campaign);
      return taken.ok ? outcome(taken.value.events, []) : taken;
    },
    play: (campaign, orders) => queue.take(campaign, () => play(campaign, orders)),
    past: pastCampaigns(tools, memory.plans, (campaign) => queue.take(campaign, () => memory.stops(campaign))),
    ask: (campaign, question) => queue.take(campaign, () => memory.ask(campaign, question)),
    glance: (campaign, glance, question) =>
      queue.take(campaign, () => memory.ask(campaign, (state) => seen.of(state, { ...glance, id: campaign }, () => question(state)))),
    events: async (campaign, after) => (await linesAfter(tools.store.reading, campaign, { after, limit: 1000 })).map(eventOf),
  };
};
