import { type Actor, type Campaign, type Finding, findingDesk, findingViews, ledgerOf } from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Api, WebServer } from '../api.ts';
import { answers } from '../reply.ts';
import { Computed, ComputedList, Day, InCampaign } from '../schemas.ts';
import { type Question, showAsOf } from './as-of.ts';
import { concerns } from './sight.ts';

const tags = ['findings'];
const base = '/api/campaigns/:campaign';
const OnDay = Type.Object({ day: Type.Optional(Day) }, { additionalProperties: false });

/** Findings, one finding with the moves of whoever asks, the ledger and the look-backs. */
export const findingRoutes = (app: WebServer, api: Api): void => {
  const show = <T>(request: FastifyRequest, reply: FastifyReply, question: Question<T>): Promise<FastifyReply> =>
    showAsOf(api, { request, reply, day: (request.query as { day?: string }).day }, question);
  const mine = <T extends Finding>(campaign: Campaign, all: readonly T[], who: { readonly actor: Actor; readonly today: string }) =>
    all.filter((finding) => concerns(campaign, finding, who));

  const list = answers(Type.Object({ today: Day, findings: ComputedList('FindingView', 'Findings, as of today') }));
  app.get(`${base}/findings`, { schema: { tags, params: InCampaign, querystring: OnDay, response: list } }, (request, reply) =>
    show(request, reply, (campaign, today, actor) => ({
      today,
      findings: mine(campaign, findingViews(campaign, today), { actor, today }),
    })),
  );

  const params = Type.Object({ ...InCampaign.properties, finding: Type.String({ maxLength: 400 }) });
  const one = answers(Computed('FindingDesk', 'One finding, and what one may do with it now'));
  app.get(`${base}/findings/:finding`, { schema: { tags, params, querystring: OnDay, response: one } }, (request, reply) =>
    show(request, reply, (campaign, today, actor) => {
      const finding = campaign.findings.get(request.params.finding);
      if (!finding || !concerns(campaign, finding, { actor, today })) return undefined;
      const desk = findingDesk(campaign, finding.id, { by: actor, at: api.tools.clock.now() });
      if (request.query.day === undefined) return desk;
      const then = findingViews(campaign, today).find(({ id }) => id === finding.id);
      return desk && then && { ...desk, ...then, moves: [] };
    }),
  );

  const ledger = answers(ComputedList('LedgerRow', 'All findings as rows of the ledger'));
  app.get(`${base}/ledger`, { schema: { tags, params: InCampaign, querystring: OnDay, response: ledger } }, (request, reply) =>
    show(request, reply, (campaign, today, actor) => {
      const seen = new Set(mine(campaign, [...campaign.findings.values()], { actor, today }).map(({ id }) => id));
      return ledgerOf(campaign, today).filter((row) => seen.has(row.finding));
    }),
  );

  const drawn = answers(ComputedList('DrawnLookBack', 'Look-backs, oldest first'));
  app.get(`${base}/look-backs`, { schema: { tags, params: InCampaign, querystring: OnDay, response: drawn } }, (request, reply) =>
    show(request, reply, ({ lookBacks }) => [...lookBacks.values()]),
  );
};
