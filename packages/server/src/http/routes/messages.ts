import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { inbox, mostMessages, readMessages } from '../../work/messages.ts';
import { outboxView, quietUntil, sendOnceMore } from '../../work/outbox-view.ts';
import { alterRobot, listRobots, makeRobot, removeRobot, robotKinds } from '../../work/robots.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { answer, answers, created, done, refuseWith } from '../reply.ts';
import { Computed, Fine, InCampaign, PersonName } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';

const tags = ['messages'];
const base = '/api/campaigns/:campaign';
const closed = { additionalProperties: false } as const;
const MessageId = Type.String({ minLength: 1, maxLength: 600 });

const inboxRoutes = (app: WebServer, { tools, book }: Api): void => {
  const response = answers(Computed('InboxView', 'What one is told, the unread first'));
  const most = { minimum: 1, maximum: mostMessages, description: `How many to show at most; ${mostMessages} without it` };
  const querystring = Type.Object({ limit: Type.Optional(Type.Integer(most)) }, closed);
  app.get(`${base}/messages`, { schema: { tags, params: InCampaign, querystring, response } }, async (request, reply) => {
    const { id: campaign, actor } = entranceOf(request);
    const { limit = mostMessages } = request.query;
    return done(reply, await inbox(tools, book, { campaign, actor, language: request.language, limit }));
  });
  const body = Type.Object(
    { ids: Type.Optional(Type.Array(MessageId, { maxItems: 500, description: 'Which; all of them when left out' })) },
    closed,
  );
  app.post(`${base}/messages/read`, { schema: { tags, params: InCampaign, body, response: answers(Fine) } }, async (request, reply) => {
    const { id: campaign, actor } = entranceOf(request);
    await readMessages(tools, book, { campaign, actor, ids: request.body.ids });
    return done(reply, { ok: true });
  });
};

const Kinds = Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 50 });
const Rhythm = Type.Unsafe<'daily' | 'weekly'>({ type: 'string', enum: ['daily', 'weekly'] });
const Unit = Type.String({ maxLength: 80 });
const RobotView = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    host: Type.String(),
    tail: Type.String({ description: 'The last four letters of its address; the rest never leaves the server' }),
    signed: Type.Boolean(),
    lost: Type.Boolean({ description: 'The key its address was sealed with is gone: the address must be entered again' }),
    unit: Type.String(),
    kinds: Type.Array(Type.String()),
    rhythm: Type.String(),
    paused: Type.Boolean(),
    createdAt: Type.String(),
  },
  closed,
);

const robotRoutes = (app: WebServer, api: Api): void => {
  const { tools, settings } = api;
  const url = `${base}/robots`;
  const all = answers(
    Type.Object({ hosts: Type.Array(Type.String(), { description: 'Hosts the operator allows' }), robots: Type.Array(RobotView) }),
  );
  app.get(url, { schema: { tags, params: InCampaign, response: all } }, async (request, reply) =>
    done(reply, { hosts: settings.webhookHosts, robots: await listRobots(tools, entranceOf(request).id) }),
  );
  const address = { url: Type.String({ minLength: 1, maxLength: 500 }), secret: Type.String({ maxLength: 200 }) };
  const body = Type.Object(
    {
      name: PersonName,
      kind: Type.Unsafe<(typeof robotKinds)[number]>({ type: 'string', enum: [...robotKinds] }),
      ...address,
      unit: Unit,
      kinds: Kinds,
      rhythm: Rhythm,
    },
    closed,
  );
  app.post(url, { schema: { tags, params: InCampaign, body, response: answers(RobotView) } }, async (request, reply) => {
    const { id: campaign } = entranceOf(request);
    const made = await makeRobot(tools, settings, { campaign, robot: request.body });
    if (made.ok) await audit(api, request, { kind: 'robot-made', campaign, says: { name: made.value.name, host: made.value.host } });
    return answer(reply, made, created);
  });
  const params = Type.Object({ ...InCampaign.properties, id: Type.String({ maxLength: 64 }) });
  const change = Type.Object(
    {
      name: Type.Optional(PersonName),
      unit: Type.Optional(Unit),
      kinds: Type.Optional(Kinds),
      rhythm: Type.Optional(Rhythm),
      paused: Type.Optional(Type.Boolean()),
      address: Type.Optional(Type.Object(address, closed)),
    },
    closed,
  );
  app.patch(`${url}/:id`, { schema: { tags, params, body: change, response: answers(RobotView) } }, async (request, reply) => {
    const { id: campaign } = entranceOf(request);
    const changed = await alterRobot(tools, settings, { campaign, id: request.params.id }, request.body);
    if (!changed) return refuseWith(reply, [problem('request.not-found', '')]);
    if (changed.ok)
      await audit(api, request, { kind: 'robot-changed', campaign, says: { name: changed.value.name, what: Object.keys(request.body) } });
    return answer(reply, changed);
  });
  app.delete(`${url}/:id`, { schema: { tags, params, response: answers(Fine) } }, async (request, reply) => {
    const { id: campaign } = entranceOf(request);
    const robot = (await listRobots(tools, campaign)).find(({ id }) => id === request.params.id);
    if (!robot || !(await removeRobot(tools, { campaign, id: robot.id }))) return refuseWith(reply, [problem('request.not-found', '')]);
    await audit(api, request, { kind: 'robot-dropped', campaign, says: { name: robot.name, host: robot.host } });
    return done(reply, { ok: true });
  });
};

const outboxRoutes = (app: WebServer, api: Api): void => {
  const response = answers(Computed('Outbox', 'Messages on their way outside, the last changed first, and until when it is quiet'));
  app.get(`${base}/outbox`, { schema: { tags, params: InCampaign, response } }, async (request, reply) => {
    const { id } = entranceOf(request);
    return done(reply, { quietUntil: await quietUntil(api, id), rows: await outboxView(api, id, request.language) });
  });
  const row = Type.Object({ robot: Type.String({ maxLength: 64 }), message: MessageId }, closed);
  const body = Type.Object({ rows: Type.Array(row, { minItems: 1, maxItems: 500 }) }, closed);
  app.post(`${base}/outbox/again`, { schema: { tags, params: InCampaign, body, response: answers(Fine) } }, async (request, reply) => {
    const { id: campaign } = entranceOf(request);
    await sendOnceMore(api, campaign, request.body.rows);
    await audit(api, request, { kind: 'outbox-again', campaign, says: { n: request.body.rows.length } });
    return done(reply, { ok: true });
  });
};

/** The inbox of a person, the robots of a campaign, and what is on its way to them. */
export const messageRoutes = (app: WebServer, api: Api): void => {
  inboxRoutes(app, api);
  robotRoutes(app, api);
  outboxRoutes(app, api);
};
