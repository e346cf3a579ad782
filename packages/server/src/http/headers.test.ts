import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app/app.ts';
import { openTown, type Reply, type Town, type Visitor, visitor } from '../app/town.fixture.ts';
import { readSettings } from '../settings.ts';
import type { WebServer } from './api.ts';

let town: Town;
let app: WebServer;
let browser: Visitor;
beforeAll(async () => {
  town = await openTown();
  const screens = join(town.folder, 'screens');
  for (const door of ['', 'design', 'lead', 'inspect', 'assets', 'inspect/assets']) await mkdir(join(screens, door), { recursive: true });
  for (const door of ['', 'design/', 'lead/', 'inspect/'])
    await writeFile(join(screens, `${door}index.html`), `<title>${door || 'gate'}</title>`);
  await writeFile(join(screens, 'assets', 'index-Bx81aQ2z.js'), 'export {};');
  await writeFile(join(screens, 'assets', 'index-Bx81aQ2z.js.br'), brotliCompressSync('export {};'));
  await writeFile(join(screens, 'inspect', 'sw.js'), 'self;');
  await writeFile(join(town.folder, 'secret'), 'secret');
  app = await createApp({ ...town, settings: { ...town.settings, screens } });
  browser = visitor(app);
});
afterAll(async () => {
  await app.close();
  await town.close();
});

const policy = (reply: Reply): string => String(reply.headers['content-security-policy']);

test.each([
  '/',
  '/design/',
  '/lead/rankings',
  '/inspect/',
  '/assets/index-Bx81aQ2z.js',
  '/api/health',
  '/api/nowhere',
  '/api/docs/',
  '/nowhere.js',
  '/api/docs/static/swagger-ui-bundle.js',
])('every answer carries strict headers: %s', async (path) => {
  const reply = await browser.get(path);
  expect(policy(reply)).toContain("script-src 'self';");
  expect(policy(reply)).toContain("frame-ancestors 'self'");
  expect(policy(reply)).not.toContain('unsafe-eval');
  expect(policy(reply)).not.toContain('upgrade-insecure-requests');
  expect(reply.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(reply.headers['x-powered-by'] ?? reply.headers.server).toBeUndefined();
});

test('scripts named by their content are kept for ever; pages, service workers and the API never', async () => {
  const caching = async (path: string) => (await browser.get(path)).headers['cache-control'];
  expect(await caching('/assets/index-Bx81aQ2z.js')).toBe('public, max-age=31536000, immutable');
  expect(await caching('/')).toBe('no-cache');
  expect(await caching('/design/outline')).toBe('no-cache');
  expect(await caching('/inspect/sw.js')).toBe('no-cache');
  expect(await caching('/api/health')).toBe('no-store');
  expect(await caching('/api/nowhere')).toBe('no-store');
});

test('a script goes out packed to a browser that takes it, kept as long as the plain one', async () => {
  const ask = (encoding: string) => app.inject({ url: '/assets/index-Bx81aQ2z.js', headers: { 'accept-encoding': encoding } });
  const packed = await ask('gzip, br');
  expect(packed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await ask('identity')).headers['content-encoding']).toBeUndefined();
});

test('a long answer of the API goes out packed to a browser that takes it; a short one as it is', async () => {
  const ask = (url: string, encoding: string) => app.inject({ url, headers: { 'accept-encoding': encoding } });
  const [long, short] = ['/api/docs/json', '/api/health'];
  const plain = await ask(long, 'identity');
  const packed = await ask(long, 'gzip');
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect((await ask(short, 'gzip')).headers['content-encoding']).toBeUndefined();
});

test.each([
  ['/', 'gate'],
  ['/design/', 'design/'],
  ['/design/outline/3', 'design/'],
  ['/lead/findings/abc%2F1', 'lead/'],
  ['/inspect/today?x=1', 'inspect/'],
])('%s opens the page of its door', async (path, title) => {
  const reply = await browser.get(path);
  expect([reply.status, reply.text]).toEqual([200, `<title>${title}</title>`]);
});

test.each(['/designer', '/design/missing.js', '/%2e%2e/secret', '/..%2fsecret', '/assets/..%2f..%2fsecret', '/lock', '/.env'])(
  '%s is not there',
  async (path) => {
    expect((await browser.get(path)).status).toBe(404);
  },
);

test('the API describes itself: every route of the table, with its bodies', async () => {
  const description = (await browser.get('/api/docs/json')).as<{
    openapi: string;
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  }>();
  expect(description.openapi).toBe('3.1.0');
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described).toContain('POST /api/campaigns/{campaign}/commands');
  expect(described.length).toBeGreaterThan(30);
  expect(JSON.stringify(description.paths['/api/campaigns/{campaign}/commands']?.post?.requestBody)).toContain('PublishStandings');
});

test('where the server is known by an https address, the cookie is secure and browsers are told to stay with it', async () => {
  const origin = 'https://xiuhua.example';
  const settings = { ...readSettings({ XIUHUA_DATA: town.folder }), origin };
  const behind = await createApp({ ...town, settings });
  const reply = await visitor(behind).ask(
    'POST',
    '/api/session',
    { login: 'jia', password: 'jia-绣花针脚细又密' },
    { origin, host: 'inner:3000' },
  );
  expect(String(reply.headers['set-cookie'])).toContain('; Secure');
  expect(reply.headers['strict-transport-security']).toContain('max-age=31536000');
  const foreign = await visitor(behind).ask(
    'POST',
    '/api/session',
    { login: 'jia', password: 'x' },
    { origin: 'https://inner:3000', host: 'inner:3000' },
  );
  expect(foreign.codes).toEqual(['request.wrong-origin']);
  await behind.close();
});

test('who asks too often is told when to come back', async () => {
  const slow = await createApp({ ...town, settings: { ...town.settings, perMinute: 3 } });
  const guest = visitor(slow);
  for (let i = 0; i < 3; i++) expect((await guest.get('/api/session')).status).toBe(401);
  const reply = await guest.get('/api/session');
  expect([reply.status, reply.codes]).toEqual([429, ['request.too-many']]);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  await slow.close();
});

test('a fault inside is answered without a word about it', async () => {
  const broken = await createApp({
    ...town,
    work: { ...town.work, book: { ...town.work.book, glance: () => Promise.reject(new Error('secret path /etc')) } },
  });
  const jia = visitor(broken);
  await jia.signIn('jia');
  const reply = await jia.get(`/api/campaigns/${town.campaign}/board`);
  expect([reply.status, reply.codes]).toEqual([500, ['request.failed']]);
  expect(reply.text).not.toContain('secret');
  await broken.close();
});
