import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pngOf } from '../app/pictures.fixture.ts';
import { openRefusingTown, type RefusingTown } from '../app/refusal.fixture.ts';
import { passwordOf, upload, visitor } from '../app/town.fixture.ts';

let town: RefusingTown;
let base: string;
let jia: RefusingTown['jia'];
let office: RefusingTown['office'];
let refused: RefusingTown['refused'];
let visit: RefusingTown['visit'];

beforeAll(async () => {
  town = await openRefusingTown();
  ({ base, jia, office, refused, visit } = town);
});
beforeEach(() => town.remember());
afterAll(() => town.close());

describe('a command that is not right', () => {
  test('an answer to a question that was not asked, with the nearest one', async () => {
    const reply = await jia.put(`${base}/submissions/asked-0001`, visit('asked-0001', {}));
    expect(reply.status).toBe(201);
    await town.remember();
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
  test('an answer with signs in its name that mean something in addresses', async () => {
    const answers = { '100%/~': { result: 'failed' } };
    const reply = await jia.put(`${base}/submissions/asked-0004`, { ...visit('asked-0004'), answers });
    expect(await refused(reply)).toMatchObject({ status: 400, at: '/answers/100%~1~0/result', message: expect.stringContaining('fail') });
  });
  test('a role nobody has, and a list of a hundred thousand roles', async () => {
    const members = (roles: readonly string[]) => office.put(`${base}/members`, [{ account: town.accounts.jia, unit: '', roles }]);
    expect(await refused(await members(['inspektor']))).toMatchObject({
      code: 'shape.not-a-choice',
      message: expect.stringContaining('inspector'),
    });
    const started = performance.now();
    const reply = await members(Array.from({ length: 100_000 }, (_, i) => `r${i}`));
    expect((await refused(reply)).status).toBe(400);
    expect(performance.now() - started).toBeLessThan(20_000);
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
  const here = { origin: 'http://localhost:3000', host: 'localhost:3000' };
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour site', { 'sec-fetch-site': 'same-site' }],
    ['another site under our origin', { 'sec-fetch-site': 'cross-site', ...here }],
    ['another origin', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['an origin that hides', { 'sec-fetch-site': '', origin: 'null' }],
    ['a page that says nothing', { 'sec-fetch-site': '' }],
  ])('%s cannot change anything', async (_who, headers) => {
    const order = { id: 'foreign-1', command: { type: 'PublishStandings', ranking: '月度排名', period: '2026-10' } };
    const reply = await office.ask('POST', `${base}/commands`, order, headers);
    expect(await refused(reply)).toMatchObject({ status: 403, code: 'request.wrong-origin' });
  });
  test.each([
    ['our own origin', { 'sec-fetch-site': '', ...here }],
    ['our own site', { 'sec-fetch-site': 'same-origin' }],
  ])('%s can', async (_who, headers) => {
    const reply = await visitor(town.app).ask('POST', '/api/session', { login: 'jia', password: passwordOf('jia') }, headers);
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
