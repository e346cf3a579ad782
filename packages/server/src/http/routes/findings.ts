import { type FindingWanted, findingDesk, findingList, findingView, ledgerOf, listedStates, readAge } from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Api, WebServer } from '../api.ts';
import { stretchOf } from '../days.ts';
import { answers } from '../reply.ts';
import { Computed, ComputedList, Day, InCampaign, Stretch } from '../schemas.ts';
import { type Question, showAsOf } from './as-of.ts';
import { concerning } from './sight.ts';

const tags = ['findings'];
const base = '/api/campaigns/:campaign';
const OnDay = Type.Object({ day: Type.Optional(Day) }, { additionalProperties: false });

/** Findings shown when no number is said, and at most. */
const [some, most] = [50, 1000];

const Name = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

/** What a list of findings can be narrowed to. */
const Wanted = Type.Object(
  {
    day: Type.Optional(Day),
    state: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 80,
        description: `${listedStates.join(', ')}, or a stage of the plan’s flow; all without it`,
      }),
    ),
    unit: Name,
    site: Name,
    overdue: Type.Optional(Type.Literal('yes')),
    text: Type.Optional(Type.String({ maxLength: 200 })),
    age: Type.Optional(Type.String({ pattern: '^\\d{1,4}-\\d{0,4}$', description: 'Days open, such as 4-7 or 16-' })),
    notice: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000_000 })),
    opened: Type.Optional(Stretch),
    closed: Type.Optional(Stretch),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: most, description: `How many to show at most; ${some} without it` })),
  },
  { additionalProperties: false },
);

const spanOf = (text: string | undefined) => (text === undefined ? undefined : stretchOf(text));

const wantedOf = ({ age, overdue, opened, closed, ...rest }: Static<typeof Wanted>): FindingWanted => ({
  ...rest,
  overdue: overdue === 'yes',
  age: readAge(age),
  opened: spanOf(opened),
  closed: spanOf(closed),
});

/** Findings, one finding with the moves of whoever asks, the ledger and the look-backs. */
export const findingRoutes = (app: WebServer, api: Api): void => {
  const show = <T>(request: FastifyRequest, reply: FastifyReply, question: Question<T>): Promise<FastifyReply> =>
    showAsOf(api, { request, reply, day: (request.query as { day?: string }).day }, question);

  const list = answers(Computed('FindingList', 'The most urgent findings of those wanted, and how many there are'));
  app.get(`${base}/findings`, { schema: { tags, params: InCampaign, querystring: Wanted, response: list } }, (request, reply) =>
    show(request, reply, (campaign, today, actor) =>
      findingList(campaign, wantedOf(request.query), {
        today,
        limit: request.query.limit ?? some,
        sees: concerning(campaign, { actor, today }),
      }),
    ),
  );

  const params = Type.Object({ ...InCampaign.properties, finding: Type.String({ maxLength: 400 }) });
  const one = answers(Computed('FindingDesk', 'One finding, and what one may do with it now'));
  app.get(`${base}/findings/:finding`, { schema: { tags, params, querystring: OnDay, response: one } }, (request, reply) =>
    show(request, reply, (campaign, today, actor) => {
      const finding = campaign.findings.get(request.params.finding);
      if (!finding || !concerning(campaign, { actor, today })(finding)) return undefined;
      const desk = findingDesk(campaign, finding.id, { by: actor, at: api.tools.clock.now() });
      if (request.query.day === undefined) return desk;
      const then = findingView(campaign, finding.id, today);
      return desk && then && { ...desk, ...then, moves: [] };
    }),
  );

  const ledger = answers(ComputedList('LedgerRow', 'All findings as rows of the ledger'));
  app.get(`${base}/ledger`, { schema: { tags, params: InCampaign, querystring: OnDay, response: ledger } }, (request, reply) =>
    show(request, reply, (campaign, today, actor) => {
      const seen = new Set([...campaign.findings.values()].filter(concerning(campaign, { actor, today })).map(({ id }) => id));
      return ledgerOf(campaign, today).filter((row) => seen.has(row.finding));
    }),
  );

  const drawn = answers(ComputedList('DrawnLookBack', 'Look-backs, oldest first'));
  app.get(`${base}/look-backs`, { schema: { tags, params: InCampaign, querystring: OnDay, response: drawn } }, (request, reply) =>
    show(request, reply, ({ lookBacks }) => [...lookBacks.values()]),
  );
};
