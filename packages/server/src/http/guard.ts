import cookie from '@fastify/cookie';
import limiter from '@fastify/rate-limit';
import { problem } from '@xiuhua/engine';
import type { FastifyRequest } from 'fastify';
import { formerEntrance } from '../work/members.ts';
import { entranceFromAbove } from '../work/overseeing.ts';
import { type Entrance, personFinder } from '../work/sessions.ts';
import { needsSetup } from '../work/setup.ts';
import type { Api, WebServer } from './api.ts';
import { languageOf } from './language.ts';
import { type Permission, permissionOf, rowOf } from './permission.ts';
import { Refusal } from './reply.ts';

/** Name of the session cookie. */
export const cookieName = 'xiuhua';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/** True when a request that changes something comes from our own pages, by what only a browser can say. */
const sameOrigin = (request: FastifyRequest, own: string | undefined): boolean => {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  return own === undefined ? hostOf(origin) === request.headers.host : origin === own;
};

const refuseForeign =
  (api: Api) =>
  (request: FastifyRequest): void => {
    if (unsafe.has(request.method) && !sameOrigin(request, api.settings.origin)) throw new Refusal(problem('request.wrong-origin', ''));
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity')
      throw new Refusal(problem('request.unsupported-type', '', { found: encoding.slice(0, 40), expected: 'identity' }));
  };

/** Routes that answer while nobody has an account. */
const beforeSetup = new Set(['/api/health', '/api/setup', '/api/demo']);

const refuseBeforeSetup = (api: Api): ((url: string) => Promise<void>) => {
  let done = false;
  return async (url) => {
    if (done || !url.startsWith('/api/') || beforeSetup.has(url)) return;
    done = !(await needsSetup(api.tools));
    if (!done) throw new Refusal(problem('setup.needed', ''));
  };
};

const isAuthor = ({ person }: FastifyRequest): boolean =>
  person !== null && (person.account.admin || person.campaigns.some(({ actor }) => actor.roles.includes('office')));

/** What remains open to one who looks from another's place, besides the views of the campaign. */
const whileLooking = new Set(['GET /api/session', 'GET /api/campaigns', 'DELETE /api/session', 'DELETE /api/session/as', 'GET /api/demo']);

/** One who looks from another's place sees that person's campaign and does nothing. */
const refuseDeeds = (request: FastifyRequest, url: string): void => {
  const { person } = request;
  if (!person?.seenBy || url === '/*') return;
  const views = (request.method === 'GET' || request.method === 'HEAD') && url.startsWith('/api/campaigns/:campaign/');
  const kept = url.startsWith('/api/docs') || whileLooking.has(`${request.method} ${url}`);
  if (!views && !kept) throw new Refusal(problem('session.read-only', '', { name: person.account.name }));
};

/** Who comes from an upper campaign may look, and nothing else. */
const fromAbove = async (api: Api, { person, method }: FastifyRequest, campaign: string): Promise<Entrance | undefined> =>
  person && !person.seenBy && (method === 'GET' || method === 'HEAD') ? entranceFromAbove(api, person, campaign) : undefined;

/** Decides by the table; what one may not see does not exist. */
const allow = async (api: Api, request: FastifyRequest, permission: Permission): Promise<void> => {
  if (permission === 'anyone') return;
  const { person } = request;
  if (!person) throw new Refusal(problem('request.unauthenticated', ''));
  if (permission === 'signed-in') return;
  if (permission === 'administrator') {
    if (!person.account.admin) throw new Refusal(problem('request.not-found', ''));
  } else if (permission === 'author') {
    if (!isAuthor(request)) throw new Refusal(problem('request.not-found', ''));
  } else {
    const { campaign = '' } = request.params as { campaign?: string };
    request.entrance = person.campaigns.find(({ id }) => id === campaign) ?? null;
    if (permission !== 'filler') request.entrance ??= (await fromAbove(api, request, campaign)) ?? null;
    const roles = request.entrance?.actor.roles ?? [];
    if (permission === 'filler') {
      request.entrance ??= (await formerEntrance(api.tools, campaign, person)) ?? null;
      if (!request.entrance || (roles.length > 0 && roles.every((role) => role === 'auditor' || role === 'town')))
        throw new Refusal(problem('request.not-found', ''));
    } else if (permission === 'member' ? roles.length === 0 : !permission.some((role) => roles.includes(role)))
      throw new Refusal(problem('request.not-found', ''));
  }
};

/** Milliseconds an answer may take. */
const toAnswer = 30_000;

/** What is taken in by the hundred and answered when it is on the disk: a clock for each would cost a tenth of the work. */
const unclocked = '/api/campaigns/:campaign/submissions/:submission';

/** Refuses a route the table does not name, describes it by its row, and limits how long it may take. */
const nameEveryRoute = (app: WebServer): void => {
  app.addHook('onRoute', (route) => {
    if (route.url !== unclocked) route.handlerTimeout ??= toAnswer;
    for (const method of [route.method].flat()) {
      const row = rowOf(method, route.url);
      if (!row) throw new Error(`the route ${method} ${route.url} names no permission`);
      if (route.schema) route.schema = { ...route.schema, summary: row[1], description: `For: ${[row[0]].flat().join(', ')}.` };
    }
  });
};

/**
 * Stands before every route: finds out the language and who is asking, limits how often, refuses foreign pages,
 * waits for the set-up, and decides by the table of permissions. Registered before any route.
 */
export const guard = async (app: WebServer, api: Api): Promise<void> => {
  nameEveryRoute(app);
  app.decorateRequest('language', 'zh');
  app.decorateRequest('person', null);
  app.decorateRequest('entrance', null);
  await app.register(cookie);
  const [foreign, setup, personBy] = [refuseForeign(api), refuseBeforeSetup(api), personFinder(api.tools)];
  app.addHook('onRequest', async (request) => {
    request.language = languageOf(request.headers['accept-language']);
    const token = request.cookies[cookieName];
    if (token && token.length < 100 && request.url.startsWith('/api/')) request.person = (await personBy(token)) ?? null;
  });
  await app.register(limiter, {
    global: false,
    max: api.settings.perMinute,
    allowList: (request) => !request.url.startsWith('/api/'),
    timeWindow: 60_000,
    keyGenerator: (request) => request.person?.seenBy?.id ?? request.person?.account.id ?? request.ip,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': false },
    errorResponseBuilder: (_request, { ttl }) => new Refusal(problem('request.too-many', '', { seconds: Math.ceil(ttl / 1000) })),
  });
  app.addHook('onRequest', app.rateLimit());
  app.addHook('onRequest', async (request) => {
    foreign(request);
    const url = request.routeOptions.url;
    await setup(url ?? request.url);
    if (url === undefined) return;
    const permission = permissionOf(request.method, url);
    if (permission === undefined) throw new Refusal(problem('request.not-found', ''));
    refuseDeeds(request, url);
    await allow(api, request, permission);
  });
};
