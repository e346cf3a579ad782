import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  dutiesOn,
  filled,
  openTown,
  passwordOf,
  pngOf,
  type Reply,
  type Town,
  townPlan,
  upload,
  type Visitor,
  visitor,
} from '../app/town.fixture.ts';

const day = '2026-11-02';
let town: Town;
let base: string;
let jia: Visitor;
let office: Visitor;
let before: string;

/** Everything the store says, except that sessions were used. */
const everything = async (): Promise<string> => {
  const tables = ['account', 'campaign', 'member', 'draft', 'plan', 'event', 'command', 'record'] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => town.store.reading.selectFrom(table).selectAll().execute())));
};

beforeAll(async () => {
  town = await openTown();
  base = `/api/campaigns/${town.campaign}`;
  town.clock.set(instantAt(day, '10:00'));
  [jia, office] = [await town.as('jia'), await town.as('bangongshi')];
});
beforeEach(async () => {
  before = await everything();
});
afterAll(() => town.close());

/** The refusal, in words, with nothing changed. */
const refused = async (reply: Reply): Promise<{ status: number; code: string | undefined; at: string; message: string }> => {
  expect(await everything()).toBe(before);
  const problem = reply.as<{ problems: { code: string; at: string; message: string }[] }>().problems[0];
  expect(problem?.message).toMatch(/[\u4e00-\u9fff].*[。？]$/);
  return { status: reply.status, code: problem?.code, at: problem?.at ?? '', message: problem?.message ?? '' };
};

const visit = (submission: string, but = {}) => {
  const duty = dutiesOn(day)[0];
  if (!duty) throw new Error('no duty');
  return filled(duty, { submission, at: instantAt(day, '09:30'), but });
};
const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('a body that is not right', () => {
  test('broken JSON is named by line and column', async () => {
    expect(await refused(await office.ask('PUT', `${base}/draft`, '{"plan": {,}}'))).toMatchObject({
      status: 400,
      code: 'json.syntax',
      message: expect.stringContaining('第1行第11列'),
    });
  });
  test('text that is no UTF-8', async () => {
    expect(await refused(await office.ask('PUT', `${base}/draft`, Buffer.from([0x22, 0xff, 0x22])))).toMatchObject({
      status: 400,
      code: 'request.malformed',
    });
  });
  test('JSON ten thousand levels deep, and one level too deep', async () => {
    expect(await refused(await office.ask('PUT', `${base}/draft`, deep(10_000)))).toMatchObject({ status: 400, code: 'json.too-deep' });
    expect(await refused(await office.ask('PUT', `${base}/draft`, deep(65)))).toMatchObject({ status: 400, code: 'json.too-deep' });
    expect((await office.ask('PUT', `${base}/draft`, deep(64))).codes).not.toContain('json.too-deep');
  });
  test.each(['__proto__', 'constructor', 'prototype'])('the key %s', async (key) => {
    const reply = await office.ask('PUT', `${base}/draft`, `{"plan": {"${key}": {"admin": true}}, "revision": 1}`);
    expect(await refused(reply)).toMatchObject({ status: 400, code: 'json.forbidden-key', message: expect.stringContaining(key) });
  });
  test('a key written with escapes to hide it', async () => {
    expect(await refused(await office.ask('POST', '/api/plans/check', '{"plan": {"\\u005f_proto__": 1}}'))).toMatchObject({
      code: 'json.forbidden-key',
    });
  });
  test('a plan of five megabytes, and any other body of more than one', async () => {
    const huge = JSON.stringify({ plan: { note: 'x'.repeat(5_000_000) }, revision: 1 });
    expect(await refused(await office.ask('PUT', `${base}/draft`, huge))).toMatchObject({
      status: 413,
      code: 'request.too-large',
      message: expect.stringContaining('2 MB'),
    });
    const large = JSON.stringify({ ...visit('large-0001'), note: 'x'.repeat(1_100_000) });
    expect(await refused(await jia.ask('PUT', `${base}/submissions/large-0001`, large))).toMatchObject({
      status: 413,
      code: 'request.too-large',
      message: expect.stringContaining('1 MB'),
    });
  });
  test('an unknown key, with the nearest known one', async () => {
    const reply = await office.put(`${base}/draft`, { plan: townPlan, revison: 1 });
    expect(await refused(reply)).toMatchObject({ status: 400, code: expect.stringMatching(/unknown-key|missing-key/) });
    expect(reply.text).toContain('是否为“revision”');
  });
  test('keys a person may not set: roles, scores and states are unknown keys', async () => {
    const admin = await town.as('guanli');
    const person = { login: 'xinren', name: '新人', password: passwordOf('xinren'), admin: false };
    for (const more of [{ id: 'x' }, { createdAt: 'x' }, { disabled: false }]) {
      expect(await refused(await admin.post('/api/accounts', { ...person, ...more }))).toMatchObject({
        status: 400,
        code: 'request.unknown-key',
      });
    }
    for (const more of [{ day: '2026-01-01' }, { counts: true }, { by: 'me' }, { site: '东街门面段' }]) {
      expect(await refused(await jia.put(`${base}/submissions/extra-0001`, { ...visit('extra-0001'), ...more }))).toMatchObject({
        code: 'request.unknown-key',
      });
    }
  });
  test('another kind of content, or a compressed one', async () => {
    const headers = { 'content-type': 'text/xml' };
    expect(await refused(await office.ask('PUT', `${base}/draft`, '<plan/>', headers))).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
    });
    expect(await refused(await office.ask('PUT', `${base}/draft`, 'x', { 'content-encoding': 'gzip' }))).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
    });
  });
  test('in English for who asks for it', async () => {
    const reply = await office.ask('PUT', `${base}/draft`, '{"plan": {,}}', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' });
    expect(reply.as<{ problems: { message: string }[] }>().problems[0]?.message).toMatch(/^Line 1/);
  });
});

describe('a plan that is wrong', () => {
  const checked = async (change: (plan: typeof townPlan) => unknown) =>
    (await office.post('/api/plans/check', { plan: change(structuredClone(townPlan)) })).as<{
      ok: boolean;
      problems: { code: string; at: string; message: string }[];
    }>();
  test('an unknown unit, with the nearest name', async () => {
    const verdict = await checked((plan) => JSON.parse(JSON.stringify(plan).replace('"units":["镇派出所"]', '"units":["镇派出新所"]')));
    expect(verdict).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'name.unknown', message: expect.stringContaining('是否为“镇派出所”？') }),
      ]),
    });
  });
  test('phases that overlap', async () => {
    const verdict = await checked((plan) => ({
      ...plan,
      phases: plan.phases.map((phase, i) => (i === 1 ? { ...phase, from: '2026-11-05' } : phase)),
    }));
    expect(verdict).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'phase.overlap', at: expect.stringContaining('/phases/1') })]),
    });
  });
  test('a date that does not exist', async () => {
    const verdict = await checked((plan) => ({
      ...plan,
      phases: plan.phases.map((phase, i) => (i === 0 ? { ...phase, from: '2026-02-30' } : phase)),
    }));
    expect(verdict).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'day.impossible', at: '/phases/0/from' })]),
    });
  });
  test('cannot be adopted: the answer says what is wrong, and the plan in force stays', async () => {
    const revision = (await office.get(`${base}/draft`)).as<{ revision: number }>().revision;
    const saved = await office.put(`${base}/draft`, { plan: { ...townPlan, phases: [] }, revision });
    expect(saved.as<{ problems: unknown[] }>().problems.length).toBeGreaterThan(0);
    before = await everything();
    const reply = await office.post(`${base}/commands`, {
      id: 'adopt-bad',
      command: { type: 'AdoptPlan', plan: saved.as<{ hash: string }>().hash },
    });
    expect(await refused(reply)).toMatchObject({ status: 422, code: 'plan.has-errors' });
    expect(reply.codes).toContain('phase.none');
    const old = await office.post(`${base}/commands`, {
      id: 'adopt-old',
      command: { type: 'AdoptPlan', plan: (await office.get(`${base}/plan`)).as<{ hash: string }>().hash },
    });
    expect(await refused(old)).toMatchObject({ status: 409, code: 'draft.moved' });
    await office.put(`${base}/draft`, { plan: townPlan, revision: revision + 1 });
  });
});

describe('a command that is not right', () => {
  test('an answer to a question that was not asked, with the nearest one', async () => {
    const reply = await jia.put(`${base}/submissions/asked-0001`, visit('asked-0001', {}));
    expect(reply.status).toBe(201);
    before = await everything();
    const command = visit('asked-0002');
    const wrong = { ...command, answers: { ...command.answers, 门前清洁: { result: 'pass' } } };
    expect(await refused(await jia.put(`${base}/submissions/asked-0002`, wrong))).toMatchObject({
      status: 422,
      code: 'submission.unknown-item',
      message: expect.stringContaining('门前干净'),
    });
  });
  test('an answer that is none of the choices, with the nearest one', async () => {
    const reply = await jia.put(`${base}/submissions/asked-0003`, visit('asked-0003', { 门前干净: { result: 'failed' } }));
    expect(await refused(reply)).toMatchObject({
      status: 400,
      code: 'shape.not-a-choice',
      message: expect.stringContaining('是否为“fail”？'),
    });
  });
  test('a command by someone who may not', async () => {
    const order = { id: 'publish-1', command: { type: 'PublishStandings', ranking: '月度排名', period: '2026-10' } };
    expect(await refused(await jia.post(`${base}/commands`, order))).toMatchObject({ status: 403, code: 'command.not-allowed' });
    const command = visit('office-0001');
    expect(await refused(await office.put(`${base}/submissions/office-0001`, command))).toMatchObject({
      status: 403,
      code: 'command.not-allowed',
    });
  });
  test('a kind of command nobody knows, with the nearest one; a checklist has an address of its own', async () => {
    const reply = await office.post(`${base}/commands`, {
      id: 'publish-2',
      command: { type: 'PublishStanding', ranking: 'x', period: '2026-10' },
    });
    expect(await refused(reply)).toMatchObject({
      status: 400,
      code: 'shape.not-a-choice',
      message: expect.stringContaining('是否为“PublishStandings”？'),
    });
    expect(await refused(await jia.post(`${base}/commands`, { id: 'submit-1', command: visit('submit-0001') }))).toMatchObject({
      code: 'shape.not-a-choice',
    });
  });
  test('a submission under an address that names another', async () => {
    expect(await refused(await jia.put(`${base}/submissions/other-0001`, visit('other-0002')))).toMatchObject({
      status: 400,
      code: 'request.malformed',
    });
  });
  test('an id that is too short, or made of other signs', async () => {
    const command = { type: 'PublishStandings', ranking: '月度排名', period: '2026-10' };
    for (const id of ['x', '../../../etc', 'a'.repeat(65)])
      expect((await refused(await office.post(`${base}/commands`, { id, command }))).status).toBe(400);
  });
  test('days and spans that cannot be', async () => {
    expect(await refused(await jia.get(`${base}/duties?from=2026-02-30&to=2026-03-01`))).toMatchObject({
      status: 422,
      code: 'day.impossible',
    });
    expect(await refused(await jia.get(`${base}/duties?from=2026-03-02&to=2026-03-01`))).toMatchObject({ code: 'day.reversed' });
    expect(await refused(await jia.get(`${base}/duties?from=2020-01-01&to=2026-03-01`))).toMatchObject({ code: 'shape.out-of-range' });
    expect(await refused(await jia.get(`${base}/duties?from=2026-03-01&to=2026-03-02&sort=name;drop`))).toMatchObject({
      code: 'request.unknown-key',
    });
    expect(await refused(await jia.get(`${base}/board?day=1990-01-01`))).toMatchObject({ status: 400, code: 'shape.out-of-range' });
    expect((await jia.get(`${base}/board?day=2027-01-01`)).status).toBe(200);
    expect(await refused(await jia.get(`${base}/standings?ranking=${encodeURIComponent('无此排名')}&period=2026-11`))).toMatchObject({
      status: 404,
    });
  });
});

describe('a photo that is no picture', () => {
  const send = async (bytes: Buffer) => (await upload(jia, town.campaign, bytes)).reply;
  test.each([
    ['text', Buffer.from('not a picture at all')],
    ['a page that begins like a picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>alert(1)</script>')])],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a picture cut short', pngOf('cut').subarray(0, 60)],
    ['a small file that claims a hundred megapixels', pngOf('bomb', [14_000, 14_000])],
  ])('%s', async (_what, bytes) => {
    expect(await refused(await send(bytes))).toMatchObject({ status: 422, code: 'photo.not-a-picture' });
    const url = `${base}/photos/${(await upload(jia, town.campaign, bytes)).hash}`;
    expect((await jia.get(url)).status).toBe(404);
  });
  test('bytes that are not those of its name', async () => {
    const photo = pngOf('named');
    const url = `${base}/photos/${'b'.repeat(64)}`;
    await jia.ask('PUT', `${url}?size=${photo.length}`);
    const reply = await jia.ask('PATCH', url, photo, { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' });
    expect(await refused(reply)).toMatchObject({ status: 422, code: 'photo.hash-mismatch' });
  });
  test('more than twelve megabytes', async () => {
    expect(await refused(await jia.ask('PUT', `${base}/photos/${'c'.repeat(64)}?size=12582913`))).toMatchObject({
      status: 413,
      code: 'photo.too-large',
    });
  });
});

describe('a request from elsewhere', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['an origin that hides', { 'sec-fetch-site': '', origin: 'null' }],
  ])('%s cannot change anything', async (_who, headers) => {
    const order = { id: 'foreign-1', command: { type: 'PublishStandings', ranking: '月度排名', period: '2026-10' } };
    const own = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const stripped = { ...own, ...(headers['sec-fetch-site'] === '' ? { 'sec-fetch-site': 'none' } : {}) };
    expect(await refused(await office.ask('POST', `${base}/commands`, order, stripped))).toMatchObject({
      status: 403,
      code: 'request.wrong-origin',
    });
  });
  test('our own origin can', async () => {
    const reply = await visitor(town.app).ask(
      'POST',
      '/api/session',
      { login: 'jia', password: passwordOf('jia') },
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000', host: 'localhost:3000' },
    );
    expect(reply.status).toBe(200);
  });
});

test.each(['/api/nowhere', '/api/campaigns/%2e%2e/draft', '/api/campaigns/../accounts', '/api/%00', `/api/${'x'.repeat(3000)}`])(
  '%s does not exist',
  async (path) => {
    const reply = await jia.get(path);
    expect([reply.status, reply.codes]).toEqual([404, ['request.not-found']]);
  },
);
