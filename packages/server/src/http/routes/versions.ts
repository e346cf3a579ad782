import { type Actor, dayOf, problem, type Role, versionsView } from '@xiuhua/engine';
import Type from 'typebox';
import { adoptedOnly, amendmentFor, readablePlan, sayBegun } from '../../work/versions.ts';
import type { Api, WebServer } from '../api.ts';
import { answer, answers, done, refuseWith } from '../reply.ts';
import { Computed, Day, Hash, InCampaign } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';
import { personOf } from './session.ts';

const tags = ['versions'];
const base = '/api/campaigns/:campaign';
const closed = { additionalProperties: false } as const;

const readers: ReadonlySet<Role> = new Set(['office', 'leader', 'admin', 'auditor']);

/** True for somebody who writes, reviews or audits plans, and so may read drafts. */
const plans = ({ roles }: Actor): boolean => roles.some((role) => readers.has(role));

const planRoute = (app: WebServer, { tools, book }: Api): void => {
  const querystring = Type.Object({ hash: Type.Optional(Hash) }, closed);
  const response = answers(
    Type.Object({
      plan: Computed('Plan', 'The plan'),
      hash: Hash,
      version: Type.Union([Type.Integer(), Type.Null()], { description: 'Null for a draft that was asked about' }),
      from: Type.Union([Day, Type.Null()]),
    }),
  );
  app.get(`${base}/plan`, { schema: { tags, params: InCampaign, querystring, response } }, async (request, reply) => {
    const { id: campaign, actor } = entranceOf(request);
    const found = await readablePlan(tools, book, { campaign, hash: request.query.hash, drafts: plans(actor) });
    return found ? done(reply, found) : refuseWith(reply, [problem('request.not-found', '')]);
  });
};

const begunRoute = (app: WebServer, { tools }: Api): void => {
  const params = Type.Object({ ...InCampaign.properties, phone: Type.String({ pattern: '^[0-9a-f]{32}$' }) });
  const begun = Type.Object({ plan: Hash, duty: Type.String({ minLength: 1, maxLength: 400 }) }, closed);
  const body = Type.Object({ drafts: Type.Array(begun, { maxItems: 500 }) }, closed);
  const response = answers(Type.Object({}));
  app.put(`${base}/begun/:phone`, { schema: { tags, params, body, response } }, async (request, reply) => {
    const at = { campaign: entranceOf(request).id, account: personOf(request).account.id, phone: request.params.phone };
    await sayBegun(tools, at, request.body.drafts);
    return done(reply, {});
  });
};

/** The plan and its versions: what is in force, what was, what waits for a review, and what the next one would do. */
export const versionRoutes = (app: WebServer, api: Api): void => {
  planRoute(app, api);
  begunRoute(app, api);
  const response = answers(Computed('VersionsView', 'Versions, newest first, and the reviews since the last'));
  app.get(`${base}/versions`, { schema: { tags, params: InCampaign, response } }, async (request, reply) => {
    const { id, actor } = entranceOf(request);
    const found = await api.book.ask(id, (campaign) => versionsView(campaign, dayOf(api.tools.clock.now())));
    if (!found) return refuseWith(reply, [problem('request.not-found', '')]);
    return done(reply, plans(actor) ? found : adoptedOnly(found));
  });
  const querystring = Type.Object({ plan: Hash, days: Type.Integer({ minimum: 1, maximum: 400 }) }, closed);
  const amendment = answers(Computed('AmendmentView', 'What becomes of duties, records, scores and what is begun on phones'));
  app.get(`${base}/amendment`, { schema: { tags, params: InCampaign, querystring, response: amendment } }, async (request, reply) => {
    const { plan: hash, days } = request.query;
    return answer(reply, await amendmentFor(api.tools, api.book, { campaign: entranceOf(request).id, hash, days }));
  });
};
