import {
  type Bulletin,
  bulletin,
  bulletinViews,
  type Campaign,
  complaintViews,
  type Event,
  listEntries,
  ratings,
  replay,
  resolutionViews,
} from '@xiuhua/engine';
import Type from 'typebox';
import type { CampaignBook } from '../../work/book.ts';
import type { Api, WebServer } from '../api.ts';
import { answers, done } from '../reply.ts';
import { Computed, ComputedList, Day, InCampaign } from '../schemas.ts';
import { showAsOf } from './as-of.ts';
import { entranceOf } from './campaigns.ts';

const tags = ['views'];
const base = '/api/campaigns/:campaign';
const closed = { additionalProperties: false } as const;
const OnDay = Type.Object({ day: Type.Optional(Day) }, closed);

/** The campaign as it was when the log had so many lines. */
const knownAt = async (book: CampaignBook, campaign: string, seq: number): Promise<Campaign> => {
  const events: Event[] = [];
  while (events.length < seq) {
    const more = await book.events(campaign, events.length);
    if (more.length === 0) break;
    events.push(...more.slice(0, seq - events.length));
  }
  const plans = await book.ask(campaign, ({ versions }) => new Map(versions.map(({ plan }) => [plan.hash, plan])));
  return replay(events, (hash) => plans?.get(hash));
};

/** An issued bulletin as it went out: what was known then, whatever came later. */
const asIssued = async (
  api: Api,
  campaign: string,
  at: { readonly report: string; readonly period: string; readonly language: 'zh' | 'en' },
): Promise<Bulletin | undefined> => {
  const issued = await api.book.ask(campaign, ({ bulletins }) => bulletins.get(`${at.report}·${at.period}`));
  return (
    issued &&
    bulletin(await knownAt(api.book, campaign, issued.seq), at.report, { period: at.period, today: issued.day, language: at.language })
  );
};

const listRoutes = (app: WebServer, api: Api): void => {
  const views = { bulletins: bulletinViews, lists: listEntries, ratings, resolutions: resolutionViews } as const;
  for (const [path, view] of Object.entries(views)) {
    const response = answers(ComputedList('View', `The campaign's ${path}`));
    app.get(`${base}/${path}`, { schema: { tags, params: InCampaign, querystring: OnDay, response } }, (request, reply) =>
      showAsOf(api, { request, reply, day: request.query.day }, (campaign, today) => view(campaign, today)),
    );
  }
  const response = answers(ComputedList('ComplaintView', 'What the public reported'));
  app.get(`${base}/complaints`, { schema: { tags, params: InCampaign, querystring: OnDay, response } }, (request, reply) =>
    showAsOf(api, { request, reply, day: request.query.day }, (campaign, today, actor) => {
      const all = complaintViews(campaign, today);
      return actor.roles.every((role) => role === 'unit') ? all.filter(({ unit }) => unit === actor.unit) : all;
    }),
  );
};

/** Bulletins due and issued, one of them in full, and the public part: lists, ratings, complaints, resolutions. */
export const bulletinRoutes = (app: WebServer, api: Api): void => {
  listRoutes(app, api);
  const name = Type.String({ minLength: 1, maxLength: 200 });
  const language = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]));
  const querystring = Type.Object(
    { report: name, period: Type.String({ minLength: 4, maxLength: 8 }), language, day: Type.Optional(Day) },
    closed,
  );
  const response = answers(Computed('Bulletin', 'A bulletin as it went out, or as it would by what is known'));
  app.get(`${base}/bulletin`, { schema: { tags, params: InCampaign, querystring, response } }, async (request, reply) => {
    const { report, period, language = 'zh', day } = request.query;
    const issued = day === undefined ? await asIssued(api, entranceOf(request).id, { report, period, language }) : undefined;
    if (issued) return done(reply, issued);
    return showAsOf(api, { request, reply, day }, (campaign, today) => bulletin(campaign, report, { period, today, language }));
  });
};
