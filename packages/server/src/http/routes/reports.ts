import {
  type Actor,
  appealViews,
  type Campaign,
  closingView,
  type Day as DayText,
  indicatorRecords,
  indicatorViews,
  progressViews,
} from '@xiuhua/engine';
import Type from 'typebox';
import type { Api, WebServer } from '../api.ts';
import { answers } from '../reply.ts';
import { Computed, ComputedList, Day, InCampaign } from '../schemas.ts';
import { showAsOf } from './as-of.ts';
import { entranceOf } from './campaigns.ts';
import { indicatorsInSight, sightOf, unitsInSight } from './sight.ts';

const tags = ['views'];
const base = '/api/campaigns/:campaign';
const closed = { additionalProperties: false } as const;
const OnDay = Type.Object({ day: Type.Optional(Day) }, closed);
const name = Type.String({ minLength: 1, maxLength: 200 });

const indicatorRoutes = (app: WebServer, api: Api): void => {
  const list = answers(ComputedList('IndicatorView', 'Indicators with their targets, values and numbers still awaited'));
  app.get(`${base}/indicators`, { schema: { tags, params: InCampaign, querystring: OnDay, response: list } }, (request, reply) =>
    showAsOf(
      api,
      { request, reply, day: request.query.day, forAll: `indicators ${sightOf(entranceOf(request).actor)}` },
      (campaign, today, actor) => indicatorsInSight(campaign, indicatorViews(campaign, today), actor),
    ),
  );
  const kinds = (['whole', 'unit', 'area', 'class', 'grade'] as const).map((kind) => Type.Literal(kind));
  const scope = { kind: Type.Union(kinds), scope: Type.String({ maxLength: 200 }) };
  const querystring = Type.Object({ indicator: name, ...scope, from: Day, to: Day, day: Type.Optional(Day) }, closed);
  const response = answers(Computed('Counted', 'The records behind a computed indicator, by what they count for'));
  app.get(`${base}/indicators/records`, { schema: { tags, params: InCampaign, querystring, response } }, (request, reply) => {
    const { indicator, kind, scope, from, to, day } = request.query;
    return showAsOf(api, { request, reply, day }, (campaign, today, actor) =>
      unitsInSight(campaign, actor)?.has(scope) === false
        ? undefined
        : indicatorRecords(campaign, indicator, { scope: { kind, name: scope }, from, to, today }),
    );
  });
};

const progressRoute = (app: WebServer, api: Api): void => {
  const response = answers(ComputedList('ProgressView', 'Milestones and tasks: how far, against which baseline'));
  app.get(`${base}/progress`, { schema: { tags, params: InCampaign, querystring: OnDay, response } }, (request, reply) =>
    showAsOf(api, { request, reply, day: request.query.day }, progressViews),
  );
};

const closingRoutes = (app: WebServer, api: Api): void => {
  const querystring = Type.Object({ ranking: name, period: Type.String({ minLength: 4, maxLength: 8 }) }, closed);
  const view = answers(Computed('ClosingView', 'Who is missing, and what a late record would change'));
  app.get(`${base}/closing`, { schema: { tags, params: InCampaign, querystring, response: view } }, (request, reply) =>
    showAsOf(api, { request, reply, day: undefined }, (campaign, today) => closingView(campaign, { ...request.query, today })),
  );
  const appeals = (campaign: Campaign, today: DayText, actor: Actor) =>
    appealViews(campaign, today).filter(({ unit }) => unitsInSight(campaign, actor)?.has(unit) ?? true);
  const list = answers(ComputedList('AppealView', 'Appeals, newest first, with what upholding each would change'));
  app.get(`${base}/appeals`, { schema: { tags, params: InCampaign, querystring: OnDay, response: list } }, (request, reply) =>
    showAsOf(api, { request, reply, day: request.query.day }, appeals),
  );
};

/** What the office works with: indicators, progress, closing a period and appeals. */
export const reportRoutes = (app: WebServer, api: Api): void => {
  indicatorRoutes(app, api);
  progressRoute(app, api);
  closingRoutes(app, api);
};
