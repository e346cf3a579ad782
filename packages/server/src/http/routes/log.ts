import { aboutFindings, addDays, type Day as DayText, instantAt } from '@xiuhua/engine';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { eventOf } from '../../store/chain.ts';
import { type LogWanted, linesWanted } from '../../store/log.ts';
import { accessKinds, accessPage, checkAccess } from '../../work/access.ts';
import { checkLog } from '../../work/verify.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { answers, done } from '../reply.ts';
import { ComputedList, Day, Events, InCampaign } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';

const tags = ['log'];
const base = '/api/campaigns/:campaign';
const closed = { additionalProperties: false } as const;
/** Events of a page of the log, and of a file of it. */
const [page, most] = [100, 20_000];

const span = { from: Type.Optional(Day), to: Type.Optional(Day) };
const account = Type.Optional(Type.String({ maxLength: 64 }));
const before = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 2_000_000_000, description: 'Position before which to look; the end without it' }),
);
const Narrowing = Type.Object(
  {
    before,
    account,
    ...span,
    kind: Type.Optional(Type.String({ maxLength: 40, pattern: '^[A-Za-z]+$', description: 'Kind of fact, such as FindingOpened' })),
    unit: Type.Optional(Type.String({ maxLength: 80 })),
    text: Type.Optional(Type.String({ maxLength: 200, description: 'What the fact names: a site, a finding, a record, a word' })),
  },
  closed,
);

/** The days of an address as instants, the second not included. */
const instants = ({ from, to }: { readonly from?: DayText; readonly to?: DayText }) => ({
  from: from === undefined ? undefined : instantAt(from),
  until: to === undefined ? undefined : instantAt(addDays(to, 1)),
});

const wantedOf = (query: Static<typeof Narrowing>, limit: number): LogWanted => ({
  before: query.before ?? 2_000_000_001,
  account: query.account,
  kind: query.kind,
  texts: [query.unit, query.text?.trim()].filter((text): text is string => text !== undefined && text !== ''),
  ...instants(query),
  limit,
});

const events = async ({ tools }: Api, request: FastifyRequest, wanted: LogWanted) =>
  (await linesWanted(tools.store.reading, entranceOf(request).id, wanted)).map(eventOf);

const About = Type.Record(Type.String(), Type.String(), { description: 'Site and item of each finding that an event names, by its id' });

const campaignLog = (app: WebServer, api: Api): void => {
  const last = Type.Integer({ description: 'Position of the newest event of all' });
  const more = Type.Boolean({ description: 'Whether older ones may follow' });
  const response = answers(Type.Object({ ...Events.properties, about: About, last, more }));
  app.get(`${base}/log/page`, { schema: { tags, params: InCampaign, querystring: Narrowing, response } }, async (request, reply) => {
    const found = await events(api, request, wantedOf(request.query, page));
    const [seq, about] = (await api.book.ask(entranceOf(request).id, (campaign) => [campaign.seq, aboutFindings(campaign, found)])) ?? [
      0,
      {},
    ];
    return done(reply, { events: found, about, last: seq, more: found.length === page && (found.at(-1)?.seq ?? 1) > 1 });
  });
  const file = answers(Type.Object({ ...Events.properties, about: About }));
  app.get(
    `${base}/log/export`,
    { schema: { tags, params: InCampaign, querystring: Narrowing, response: file } },
    async (request, reply) => {
      const { before: _, ...asked } = request.query;
      const found = await events(api, request, wantedOf(asked, most));
      const what = ['log.csv', ...Object.entries(asked).map(([key, value]) => `${key}=${value}`)].join(' ');
      await audit(api, request, { kind: 'exported', campaign: entranceOf(request).id, says: { what, n: found.length } });
      const about = await api.book.ask(entranceOf(request).id, (campaign) => aboutFindings(campaign, found));
      return done(reply, { events: found, about: about ?? {} });
    },
  );
  const verdict = answers(
    Type.Object({
      events: Type.Integer({ description: 'Events looked at, up to the first bad one' }),
      bad: Type.Union([Type.Object({ seq: Type.Integer(), kind: Type.String() }), Type.Null()]),
    }),
  );
  app.get(`${base}/log/check`, { schema: { tags, params: InCampaign, response: verdict } }, async (request, reply) =>
    done(reply, await checkLog(api.tools.store, entranceOf(request).id)),
  );
};

const accessLog = (app: WebServer, { tools }: Api): void => {
  const kind = Type.Optional(Type.Unsafe<string>({ type: 'string', enum: [...accessKinds] }));
  const querystring = Type.Object({ before, account, kind, ...span }, closed);
  const response = answers(ComputedList('AccessView', 'Lines of the access log, newest first'));
  app.get(`${base}/access`, { schema: { tags, params: InCampaign, querystring, response } }, async (request, reply) => {
    const { id, actor } = entranceOf(request);
    const { before = 2_000_000_001, account, kind } = request.query;
    const at = { campaign: id, everything: actor.roles.includes('admin') };
    return done(reply, await accessPage(tools, at, { before, account, kind, ...instants(request.query) }));
  });
  const verdict = answers(
    Type.Object({
      lines: Type.Integer({ description: 'Lines looked at, up to the first bad one' }),
      bad: Type.Union([Type.Object({ seq: Type.Integer(), kind: Type.String() }), Type.Null()]),
    }),
  );
  app.get(`${base}/access/check`, { schema: { tags, params: InCampaign, response: verdict } }, async (_request, reply) =>
    done(reply, await checkAccess(tools)),
  );
};

/** The audit: the log of the campaign narrowed down by the server, and who signed in, was given roles or took files out. */
export const logRoutes = (app: WebServer, api: Api): void => {
  campaignLog(app, api);
  accessLog(app, api);
};
