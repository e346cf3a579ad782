import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTown, type Town, type Visitor, visitor } from '../app/town.fixture.ts';
import type { Api, WebServer } from './api.ts';
import { guard } from './guard.ts';
import { permissionOf, routes } from './permission.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const hash = 'a'.repeat(64);
const rows = Object.entries(routes)
  .filter(([route]) => route !== 'GET /*')
  .map(([route, [who]]) => [route, who] as const);

/** Asks for a route with something plausible in its place; HEAD is left to GET. */
const ask = (browser: Visitor, route: string) => {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const path = pattern.replace(':campaign', town.campaign).replace(':hash', hash).replace(/:\w+/, 'some-thing').replace(/\*$/, '/json');
  return browser.ask(method as 'GET', path, method === 'GET' || method === 'HEAD' ? undefined : {});
};

test('every route of the table exists, and every route is in the table', () => {
  for (const [route] of rows.filter(([route]) => !route.endsWith('*'))) {
    const [method = '', url = ''] = route.split(' ');
    expect(town.app.hasRoute({ method: method as 'GET', url }), route).toBe(true);
  }
  expect(permissionOf('GET', '/api/nowhere')).toBeUndefined();
  expect(permissionOf('DELETE', '/api/campaigns/:campaign')).toBeUndefined();
});

test('a server with a route the table does not name does not start', async () => {
  const app = Fastify() as unknown as WebServer;
  await guard(app, { tools: town.work.tools, settings: town.settings } as Api);
  expect(() => app.get('/api/campaigns/:campaign/secrets', () => 'all of them')).toThrow('names no permission');
});

describe('who is not signed in', () => {
  test.each(rows.filter(([, permission]) => permission !== 'anyone'))('%s asks him to sign in', async (route) => {
    const reply = await ask(visitor(town.app), route);
    expect(reply.status).toBe(401);
    if (!route.startsWith('HEAD')) expect(reply.codes).toEqual(['request.unauthenticated']);
  });
});

describe('who is signed in and a member of nothing', () => {
  let luren: Visitor;
  let missing: string;
  beforeAll(async () => {
    luren = await town.as('luren');
    missing = (await luren.get('/api/campaigns/none-such/board')).text;
  });
  test.each(rows.filter(([, permission]) => permission !== 'anyone' && permission !== 'signed-in'))(
    '%s does not exist, word for word',
    async (route) => {
      const reply = await ask(luren, route);
      expect(reply.status).toBe(404);
      if (!route.startsWith('HEAD')) expect(reply.text).toBe(missing);
    },
  );
});

test.each([
  ['jia', 'draft', 404],
  ['shequ', 'draft', 404],
  ['shequ', 'log', 404],
  ['jia', 'members', 404],
  ['zuzhang', 'members', 404],
  ['zuzhang', 'draft', 200],
  ['zuzhang', 'log', 200],
  ['bangongshi', 'members', 200],
  ['guanli', 'draft', 200],
  ['guanli', 'board', 200],
  ['shequ', 'board', 200],
  ['jia', 'plan', 200],
])('%s asks for the %s: %i', async (login, what, status) => {
  expect((await (await town.as(login)).get(`/api/campaigns/${town.campaign}/${what}`)).status).toBe(status);
});

test('inspectors see their own unit’s duties, the office and leaders all, a unit none', async () => {
  const count = async (login: string): Promise<number> => {
    const reply = await (await town.as(login)).get(`/api/campaigns/${town.campaign}/duties?from=2026-11-02&to=2026-11-08`);
    return reply.as<{ duties: unknown[] }>().duties.length;
  };
  const all = await count('bangongshi');
  expect(all).toBeGreaterThan(5);
  expect([await count('jia'), await count('zuzhang'), await count('shequ')]).toEqual([all, all, 0]);
});
