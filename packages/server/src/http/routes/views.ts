import {
  board,
  type Day as DayText,
  drawBooks,
  dutyList,
  dutyViews,
  dutyWeeks,
  outlined,
  periodViews,
  planInForce,
  proposals,
  standingsView,
  submissionView,
} from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Api, WebServer } from '../api.ts';
import { spanProblems } from '../days.ts';
import { answers, done, refuseWith } from '../reply.ts';
import { Computed, ComputedList, Day, Events, InCampaign } from '../schemas.ts';
import { type Question, showAsOf } from './as-of.ts';
import { entranceOf } from './campaigns.ts';
import { dutiesInSight, sightOf, touching, unitsInSight } from './sight.ts';

const tags = ['views'];
const base = '/api/campaigns/:campaign';
const OnDay = Type.Object({ day: Type.Optional(Day) }, { additionalProperties: false });

/** Asks a campaign what it shows today, or on the `day` of the address; an answer of `undefined` does not exist for this person. */
const show = <T>(
  api: Api,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  question: Question<T>,
): Promise<FastifyReply> => showAsOf(api, { request, reply, day: (request.query as { day?: DayText }).day }, question);

/** Days a list of duties may reach over: no campaign is longer. */
export const tenYears = 3660;

const states = ['all', 'visited', 'upcoming', 'open', 'done', 'late', 'missed'] as const;

/** What a list of duties can be narrowed to besides its days. */
export const NarrowedDuties = {
  due: Type.Optional(Type.Literal('yes', { description: 'Only those due in the span; else those whose days touch it' })),
  state: Type.Optional(Type.Unsafe<(typeof states)[number]>({ type: 'string', enum: [...states] })),
  unit: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Only what touches this unit: it keeps the site, or has a finding of the visit',
    }),
  ),
};

const dutyRoutes = (app: WebServer, api: Api): void => {
  const querystring = Type.Object({ from: Day, to: Day, day: Type.Optional(Day) }, { additionalProperties: false });
  const response = answers(Type.Object({ today: Day, duties: ComputedList('DutyView', 'Duties and what became of them') }));
  app.get(`${base}/duties`, { schema: { tags, params: InCampaign, querystring, response } }, (request, reply) => {
    const { from, to } = request.query;
    const problems = spanProblems(from, to);
    if (problems.length > 0) return refuseWith(reply, problems);
    return show(api, { request, reply }, (campaign, today, actor) => ({
      today,
      duties: dutiesInSight(campaign, dutyViews(campaign, { from, to, today }), { actor, today }),
    }));
  });
  const wanted = Type.Object(
    {
      from: Day,
      to: Day,
      ...NarrowedDuties,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      day: Type.Optional(Day),
    },
    { additionalProperties: false },
  );
  const list = answers(Computed('DutyList', 'The newest of the duties wanted, and how many there are'));
  app.get(`${base}/duties/list`, { schema: { tags, params: InCampaign, querystring: wanted, response: list } }, (request, reply) => {
    const { from, to, due, state = 'all', unit, limit = 50, day } = request.query;
    const problems = spanProblems(from, to, tenYears);
    if (problems.length > 0) return refuseWith(reply, problems);
    const forAll = `duty list ${sightOf(entranceOf(request).actor)}`;
    return showAsOf(api, { request, reply, day, forAll }, (campaign, today, actor) =>
      dutyList(
        campaign,
        { from, to, due: due === 'yes', state },
        {
          today,
          limit,
          sees: (all) => dutiesInSight(campaign, all, { actor, today }).filter(touching(campaign, unit)),
        },
      ),
    );
  });
  const span = Type.Object({ from: Day, to: Day, day: Type.Optional(Day) }, { additionalProperties: false });
  const weeks = answers(ComputedList('DutyWeek', 'Duties counted by the week in which they are due, newest first'));
  app.get(`${base}/duties/weeks`, { schema: { tags, params: InCampaign, querystring: span, response: weeks } }, (request, reply) => {
    const { from, to, day } = request.query;
    const problems = spanProblems(from, to);
    if (problems.length > 0) return refuseWith(reply, problems);
    const forAll = `duty weeks ${sightOf(entranceOf(request).actor)}`;
    return showAsOf(api, { request, reply, day, forAll }, (campaign, today, actor) =>
      dutyWeeks(campaign, { from, to, today }, (duties) => dutiesInSight(campaign, duties, { actor, today })),
    );
  });
  const books = answers(ComputedList('DrawBook', 'Registers and records of the draws that have begun'));
  app.get(`${base}/draws`, { schema: { tags, params: InCampaign, querystring: OnDay, response: books } }, (request, reply) =>
    show(api, { request, reply }, drawBooks),
  );
};

const submissionRoute = (app: WebServer, api: Api): void => {
  const params = Type.Object({ ...InCampaign.properties, submission: Type.String({ maxLength: 64 }) });
  const response = answers(Computed('SubmissionView', 'A filled checklist and the findings it opened'));
  app.get(`${base}/submissions/:submission`, { schema: { tags, params, querystring: OnDay, response } }, (request, reply) =>
    show(api, { request, reply }, (campaign, today, actor) => {
      const visit = submissionView(campaign, request.params.submission, today);
      const units = unitsInSight(campaign, actor);
      return !visit || !units || visit.opened.some((finding) => units.has(finding.unit)) ? visit : undefined;
    }),
  );
};

const rankingRoutes = (app: WebServer, api: Api): void => {
  const name = Type.String({ minLength: 1, maxLength: 200 });
  const period = Type.String({ minLength: 4, maxLength: 8 });
  const outline = Type.Optional(Type.Literal('yes', { description: 'Only the rules that gave the points, not what they rest on' }));
  const querystring = Type.Object({ ranking: name, period, outline, day: Type.Optional(Day) }, { additionalProperties: false });
  const response = answers(Computed('StandingsView', 'Standings of a period, published or as they stand'));
  app.get(`${base}/standings`, { schema: { tags, params: InCampaign, querystring, response } }, (request, reply) =>
    show(api, { request, reply }, (campaign, today) => {
      const { ranking, period, outline } = request.query;
      const view = standingsView(campaign, { ranking, period, today });
      return view && (outline === 'yes' ? outlined(view) : view);
    }),
  );
  app.get(
    `${base}/periods`,
    { schema: { tags, params: InCampaign, querystring: OnDay, response: answers(ComputedList('PeriodView', 'Periods, newest first')) } },
    (request, reply) => show(api, { request, reply }, periodViews),
  );
  app.get(
    `${base}/proposals`,
    { schema: { tags, params: InCampaign, querystring: OnDay, response: answers(ComputedList('Proposal', 'What the plan calls for')) } },
    (request, reply) => show(api, { request, reply }, proposals),
  );
};

const boardRoutes = (app: WebServer, api: Api): void => {
  const response = answers(Computed('Board', 'What leaders see first'));
  app.get(`${base}/board`, { schema: { tags, params: InCampaign, querystring: OnDay, response } }, (request, reply) =>
    showAsOf(api, { request, reply, day: request.query.day, forAll: 'board' }, (campaign, today) =>
      planInForce(campaign) ? board(campaign, today) : undefined,
    ),
  );
  const after = Type.Object(
    { after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })) },
    { additionalProperties: false },
  );
  app.get(`${base}/log`, { schema: { tags, params: InCampaign, querystring: after, response: answers(Events) } }, async (request, reply) =>
    done(reply, { events: await api.book.events(entranceOf(request).id, request.query.after ?? 0) }),
  );
};

/** Views out: everything a campaign can be asked, as of today in China. */
export const viewRoutes = (app: WebServer, api: Api): void => {
  dutyRoutes(app, api);
  submissionRoute(app, api);
  rankingRoutes(app, api);
  boardRoutes(app, api);
};
