import {
  type Actor,
  addDays,
  type Campaign,
  type Day as DayText,
  dayOf,
  type Event,
  isDay,
  planInForce,
  problem,
  replay,
} from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CampaignBook } from '../../work/book.ts';
import type { Api } from '../api.ts';
import { done, Refusal, refuseWith } from '../reply.ts';
import { entranceOf } from './campaigns.ts';

/** Every event up to the end of a day. */
const eventsUpTo = async (book: CampaignBook, campaign: string, day: DayText): Promise<readonly Event[]> => {
  const events: Event[] = [];
  for (;;) {
    const more = await book.events(campaign, events.length);
    events.push(...more.filter((event) => dayOf(event.at) <= day));
    const last = more.at(-1);
    if (!last || dayOf(last.at) > day) return events;
  }
};

/** Past days kept in memory, over all campaigns; what was known on a day that is over never changes. */
const most = 4;

/** Campaigns as they were known at the end of past days. */
const pastDays = (book: CampaignBook) => {
  const kept = new Map<string, Promise<Campaign>>();
  return (campaign: string, day: DayText): Promise<Campaign> => {
    const key = `${campaign} ${day}`;
    const known =
      kept.get(key) ??
      (async () => {
        const events = await eventsUpTo(book, campaign, day);
        const plans = await book.ask(campaign, ({ versions }) => new Map(versions.map(({ plan }) => [plan.hash, plan])));
        return replay(events, (hash) => plans?.get(hash));
      })();
    kept.delete(key);
    kept.set(key, known);
    known.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return known;
  };
};

const books = new WeakMap<CampaignBook, ReturnType<typeof pastDays>>();

const knownOn = (book: CampaignBook, campaign: string, day: DayText): Promise<Campaign> => {
  const past = books.get(book) ?? pastDays(book);
  books.set(book, past);
  return past(campaign, day);
};

/** A view is asked for a day of the campaign, or of the year to come. */
const withinCampaign = ({ versions }: Campaign, day: DayText, today: DayText): void => {
  const [low, high] = [versions[0]?.from ?? today, addDays(today, 366)];
  if (day < low || day > high)
    throw new Refusal(problem('shape.out-of-range', '/day', { term: 'day', termEn: 'day', low, high, found: day }));
};

/** What a campaign is asked: as it was known at the end of the day, which day that is, and who asks. */
export type Question<T> = (campaign: Campaign, today: DayText, actor: Actor) => T | undefined;

/**
 * Asks a campaign what it shows, today or as of the `day` of the address: on a past day it answers what was known then. An
 * answer of `undefined` does not exist for this person.
 */
export const showAsOf = async <T>(
  api: Api,
  { request, reply, day }: { request: FastifyRequest; reply: FastifyReply; day: DayText | undefined },
  question: Question<T>,
): Promise<FastifyReply> => {
  const { id, actor } = entranceOf(request);
  if (day !== undefined && !isDay(day))
    return refuseWith(reply, [problem('day.impossible', '/day', { term: 'day', termEn: 'day', found: day })]);
  const today = dayOf(api.tools.clock.now());
  const asked = await api.book.ask(id, (campaign) => {
    if (day !== undefined && planInForce(campaign)) withinCampaign(campaign, day, today);
    return day !== undefined && day < today ? 'past' : { answer: question(campaign, day ?? today, actor) };
  });
  const found = asked === 'past' && day !== undefined ? { answer: question(await knownOn(api.book, id, day), day, actor) } : asked;
  const answer = found === undefined || found === 'past' ? undefined : found.answer;
  return answer === undefined ? refuseWith(reply, [problem('request.not-found', '')]) : done(reply, answer);
};
