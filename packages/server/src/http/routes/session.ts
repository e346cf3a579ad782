import { dayOf, problem, type SessionView } from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { entrancesBelow } from '../../work/overseeing.ts';
import {
  changeOwnPassword,
  closeSession,
  listSessions,
  lookFrom,
  lookFromOwn,
  openSession,
  type Person,
  personFinder,
  signIn,
  type Visit,
} from '../../work/sessions.ts';
import { needsSetup, setUp } from '../../work/setup.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { cookieName } from '../guard.ts';
import { answer, answers, created, done, Refusal, refuseWith } from '../reply.ts';
import { Computed, Credentials, Fine, PasswordChange, SessionRow, SetUp } from '../schemas.ts';

const tags = ['session'];
const closed = { additionalProperties: false } as const;
const Session = Computed('SessionView', 'Who is signed in and what he may open');

/** Where a request comes from. */
export const visitOf = (request: FastifyRequest): Visit => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
  ...(request.person?.device === undefined ? {} : { device: request.person.device }),
});

const viewOf = async (api: Api, person: Person): Promise<SessionView> => ({
  account: person.account,
  campaigns: [...person.campaigns, ...(person.seenBy ? [] : await entrancesBelow(api.tools, api.book, person))].map(
    ({ id, title, actor }) => ({ id, title, actor }),
  ),
  ...(person.seenBy ? { seenBy: person.seenBy.name } : {}),
  today: dayOf(api.tools.clock.now()),
  demo: api.demo !== undefined,
});

/** The person of a route that is for signed-in people only. */
export const personOf = (request: FastifyRequest): Person => {
  if (!request.person) throw new Refusal(problem('request.unauthenticated', ''));
  return request.person;
};

/** Hands the cookie of a session to the browser. */
export const setCookie = (api: Api, request: FastifyRequest, reply: FastifyReply, token: string): void => {
  const secure = api.settings.origin?.startsWith('https:') ?? request.protocol === 'https';
  void reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * 86_400 });
};

/** What a browser that has just come in is told. */
export const welcome = async (api: Api, token: string): Promise<SessionView> => {
  const person = await personFinder(api.tools)(token);
  if (!person) throw new Error('a session just opened cannot be found');
  return viewOf(api, person);
};

const setupRoutes = (app: WebServer, api: Api): void => {
  const { tools } = api;
  app.get('/api/health', { schema: { tags, response: answers(Fine) } }, (_request, reply) => done(reply, { ok: true }));
  app.get('/api/setup', { schema: { tags, response: answers(Type.Object({ needed: Type.Boolean() })) } }, async (_request, reply) =>
    done(reply, { needed: await needsSetup(tools) }),
  );
  app.post('/api/setup', { schema: { tags, body: SetUp, response: answers(Session) } }, async (request, reply) => {
    const made = await setUp(tools, request.body, { address: request.ip, folder: api.settings.data });
    if (!made.ok) return refuseWith(reply, made.problems);
    const token = await openSession(tools, made.value.id, visitOf(request).agent);
    setCookie(api, request, reply, token);
    const as = { account: made.value.id, name: made.value.name };
    await audit(api, request, { kind: 'account-made', says: { login: made.value.login, name: as.name, admin: 'yes' }, as });
    return created(reply, await welcome(api, token));
  });
};

const ownSessions = (app: WebServer, api: Api): void => {
  const { tools } = api;
  app.get('/api/sessions', { schema: { tags, response: answers(Type.Array(SessionRow)) } }, async (request, reply) =>
    done(reply, await listSessions(tools, personOf(request))),
  );
  const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
  app.delete('/api/sessions/:id', { schema: { tags, params, response: answers(Fine) } }, async (request, reply) => {
    if (!(await closeSession(tools, personOf(request), request.params.id))) return refuseWith(reply, [problem('request.not-found', '')]);
    await audit(api, request, { kind: 'session-ended' });
    return done(reply, { ok: true });
  });
};

/** Looking from a member's place: begun only once it is written down, seen on every screen, and ended by who began it. */
const lookingRoutes = (app: WebServer, api: Api): void => {
  const body = Type.Object({ campaign: Type.String({ maxLength: 64 }), account: Type.String({ maxLength: 64 }) }, closed);
  app.post('/api/session/as', { schema: { tags, body, response: answers(Fine) } }, async (request, reply) => {
    const looked = await lookFrom(api.tools, personOf(request), request.body);
    if (!looked.ok) return refuseWith(reply, looked.problems);
    await audit(api, request, { kind: 'see-as-begun', campaign: request.body.campaign, says: { name: looked.value.name } });
    return done(reply, { ok: true });
  });
  app.delete('/api/session/as', { schema: { tags, response: answers(Fine) } }, async (request, reply) => {
    const person = personOf(request);
    await lookFromOwn(api.tools, person);
    if (person.seenBy)
      await audit(api, request, { kind: 'see-as-ended', campaign: person.campaigns[0]?.id ?? '', says: { name: person.account.name } });
    return done(reply, { ok: true });
  });
};

/** Set-up, signing in and out, and the person's own sessions. */
export const sessionRoutes = (app: WebServer, api: Api): void => {
  const { tools } = api;
  setupRoutes(app, api);
  ownSessions(app, api);
  lookingRoutes(app, api);
  app.get('/api/session', { schema: { tags, response: answers(Session) } }, async (request, reply) =>
    done(reply, await viewOf(api, personOf(request))),
  );
  app.post('/api/session', { schema: { tags, body: Credentials, response: answers(Session) } }, async (request, reply) => {
    const token = await signIn(tools, request.body, visitOf(request));
    if (!token.ok) {
      const as = { account: '', name: request.body.login };
      await audit(api, request, { kind: 'sign-in-failed', says: { because: token.problems[0]?.code ?? '' }, as });
      return refuseWith(reply, token.problems);
    }
    if (request.person) await closeSession(tools, request.person, request.person.session);
    setCookie(api, request, reply, token.value);
    const view = await welcome(api, token.value);
    await audit(api, request, { kind: 'signed-in', as: { account: view.account.id, name: view.account.name } });
    return done(reply, view);
  });
  app.delete('/api/session', { schema: { tags, response: answers(Fine) } }, async (request, reply) => {
    if (request.person) {
      await closeSession(tools, request.person, request.person.session);
      await audit(api, request, { kind: 'signed-out' });
    }
    void reply.clearCookie(cookieName, { path: '/' });
    return done(reply, { ok: true });
  });
  app.put('/api/session/password', { schema: { tags, body: PasswordChange, response: answers(Fine) } }, async (request, reply) => {
    const change = { person: personOf(request), old: request.body.old, password: request.body.password, visit: visitOf(request) };
    const token = await changeOwnPassword(tools, change);
    if (token.ok) {
      setCookie(api, request, reply, token.value);
      await audit(api, request, { kind: 'password-changed' });
    }
    return answer(reply, token, (to) => done(to, { ok: true }));
  });
};
