import {
  agenda,
  type Bulletin,
  bulletin,
  bulletinViews,
  complaintViews,
  dayOf,
  earlier,
  listEntries,
  meetingViews,
  type Outcome,
  problem,
  ratings,
  refuse,
  resolutionViews,
} from '@xiuhua/engine';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { paperAside } from '../../adapters/export/aside.ts';
import { mostRows, rowsOf } from '../../adapters/export/word.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { answer, answers, refuseWith } from '../reply.ts';
import { Computed, ComputedList, Day, InCampaign } from '../schemas.ts';
import { askAsOf, showAsOf } from './as-of.ts';
import { entranceOf } from './campaigns.ts';
import { unitsInSight } from './sight.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const tags = ['views'];
const base = '/api/campaigns/:campaign';
const closed = { additionalProperties: false } as const;
const OnDay = Type.Object({ day: Type.Optional(Day) }, closed);

/** An issued bulletin as it went out: what was known then, whatever came later. */
const asIssued = async (
  api: Api,
  campaign: string,
  at: { readonly report: string; readonly period: string; readonly language: 'zh' | 'en' },
): Promise<Bulletin | undefined> => {
  const issued = await api.book.ask(campaign, ({ bulletins }) => bulletins.get(`${at.report}·${at.period}`));
  const known = issued && (await api.book.past(campaign, { seq: issued.seq }));
  return known && bulletin(known, at.report, { period: at.period, today: issued.day, language: at.language });
};

/** Which paper somebody asks for: a report and its period, or a meeting and the day it sits. */
export interface AskedPaper {
  readonly report?: string;
  readonly period?: string;
  readonly meeting?: string;
  readonly sits?: string;
  readonly language: 'zh' | 'en';
  readonly day?: string;
}

/**
 * A bulletin as it went out; without one, or for a past day, as it would be by what is known. The paper of a meeting says
 * what was known on the day it sat, before that what is known by now.
 */
export const paperAsOf = async (api: Api, request: FastifyRequest, asked: AskedPaper): Promise<Outcome<Bulletin>> => {
  const { report, period = '', meeting = '', sits, language, day } = asked;
  if (report === undefined) {
    if (sits === undefined) return refuse('request.not-found');
    const known = earlier(sits, day ?? dayOf(api.tools.clock.now()));
    return askAsOf(api, { request, day: known }, (campaign, today) => agenda(campaign, meeting, { day: sits, today, language }));
  }
  const issued = day === undefined ? await asIssued(api, entranceOf(request).id, { report, period, language }) : undefined;
  if (issued) return { ok: true, value: issued, problems: [] };
  return askAsOf(api, { request, day }, (campaign, today) => bulletin(campaign, report, { period, today, language }));
};

const listRoutes = (app: WebServer, api: Api): void => {
  const views = { bulletins: bulletinViews, meetings: meetingViews, lists: listEntries, ratings, resolutions: resolutionViews } as const;
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
      const units = unitsInSight(campaign, actor);
      return units ? all.filter(({ unit }) => units.has(unit)) : all;
    }),
  );
};

const name = Type.String({ minLength: 1, maxLength: 200 });
const period = Type.String({ minLength: 4, maxLength: 8 });
const language = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]));
/** What names a paper in the address. */
export const WhichPaper = {
  report: Type.Optional(name),
  period: Type.Optional(period),
  meeting: Type.Optional(name),
  sits: Type.Optional(Day),
};

/** A bulletin, or the agenda of a meeting, as an office keeps it: a Word document in official layout. One too long for that is refused in words. */
const wordRoute = (app: WebServer, api: Api): void => {
  const querystring = Type.Object(WhichPaper, closed);
  const schema = { tags, params: InCampaign, querystring, response: answers(Type.Unsafe<unknown>({ description: 'A Word document' })) };
  app.get(`${base}/bulletin.docx`, { schema }, async (request, reply) => {
    const asked = await paperAsOf(api, request, { ...request.query, language: 'zh' });
    if (!asked.ok) return refuseWith(reply, asked.problems);
    const found = asked.value;
    const rows = rowsOf(found);
    if (rows > mostRows) return refuseWith(reply, [problem('bulletin.too-long', '', { rows, limit: mostRows })]);
    await audit(api, request, { kind: 'exported', campaign: entranceOf(request).id, says: { what: `${found.title}.docx` } });
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${found.title}.docx`)}`);
    return reply
      .status(200)
      .type(wordType)
      .send(await paperAside({ kind: 'docx', bulletin: found }));
  });
};

/** Bulletins due and issued, meetings, the paper of one of them in full, and the public part: lists, ratings, complaints, resolutions. */
export const bulletinRoutes = (app: WebServer, api: Api): void => {
  listRoutes(app, api);
  wordRoute(app, api);
  const querystring = Type.Object({ ...WhichPaper, language, day: Type.Optional(Day) }, closed);
  const response = answers(Computed('Bulletin', 'A bulletin as it went out, or as it would by what is known'));
  app.get(`${base}/bulletin`, { schema: { tags, params: InCampaign, querystring, response } }, async (request, reply) =>
    answer(reply, await paperAsOf(api, request, { ...request.query, language: request.query.language ?? 'zh' })),
  );
};
