import { type Actor, addDays, type Campaign, type Day as DayText, dayOf, type Outcome, planInForce, problem, refuse } from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api.ts';
import { answer, Refusal } from '../reply.ts';
import { entranceOf } from './campaigns.ts';

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
 * answer of `undefined` does not exist for this person. `forAll` names one that is the same
 * for all who ask it in the same words; it is kept for the next.
 */
export const askAsOf = async <T>(
  api: Api,
  { request, day, forAll }: { request: FastifyRequest; day: DayText | undefined; forAll?: string },
  question: Question<T>,
): Promise<Outcome<T>> => {
  const { id, actor } = entranceOf(request);
  const today = dayOf(api.tools.clock.now());
  const ask = (campaign: Campaign) => {
    if (day !== undefined && planInForce(campaign)) withinCampaign(campaign, day, today);
    return day !== undefined && day < today ? 'past' : { answer: question(campaign, day ?? today, actor) };
  };
  const asked = await (forAll === undefined || day !== undefined
    ? api.book.ask(id, ask)
    : api.book.glance(id, { name: forAll, as: `${today} ${request.url}` }, ask));
  const past = asked === 'past' && day !== undefined ? await api.book.past(id, { day }) : undefined;
  const shown = asked === 'past' ? past && question(past, day ?? today, actor) : asked?.answer;
  return shown === undefined ? refuse('request.not-found') : { ok: true, value: shown, problems: [] };
};

/** Sends the answer to such a question, or why there is none. */
export const showAsOf = async <T>(
  api: Api,
  { reply, ...asked }: { request: FastifyRequest; reply: FastifyReply; day: DayText | undefined; forAll?: string },
  question: Question<T>,
): Promise<FastifyReply> => answer(reply, await askAsOf(api, asked, question));
