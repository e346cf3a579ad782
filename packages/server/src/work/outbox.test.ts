import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { isOutside, postOutside } from '../adapters/webhook.ts';
import { pngOf } from '../app/pictures.fixture.ts';
import { databases, dutiesOn, filled, openTown, people, type Town, upload } from '../app/town.fixture.ts';
import { readSettings, type Settings } from '../settings.ts';
import { outboxView, runOutbox, sendOnceMore } from './outbox.ts';
import { alterRobot, makeRobot, type NewRobot } from './robots.ts';
import type { Tools } from './tools.ts';
import { workOn } from './work.ts';

/** What the peer heard. */
interface Heard {
  readonly path: string;
  readonly host: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the peer behaves: an answer with its status, or not at all. */
type Manner = { readonly status: number; readonly body: string; readonly headers?: Record<string, string> } | 'silent' | 'hangs-up';

const fine: Manner = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };

let server: Server;
let manner: Manner = fine;
let heard: Heard[] = [];
const sockets = new Set<Socket>();

const read = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

beforeAll(async () => {
  server = createServer(async (request, reply) => {
    const body = JSON.parse(await read(request)) as Heard['body'];
    heard.push({ path: request.url ?? '', host: request.headers.host ?? '', body });
    if (manner === 'hangs-up') request.socket.destroy();
    else if (manner !== 'silent') reply.writeHead(manner.status, manner.headers ?? {}).end(manner.body);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

const monday = '2026-11-02';
const hosts = ['qyapi.weixin.qq.com', 'oapi.dingtalk.com', 'open.feishu.cn'];
const open = (more: Partial<Settings> = {}): Partial<Settings> => ({
  webhookHosts: hosts,
  webhookPeer: { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeout: 300 },
  ...more,
});

const wecom = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=very-secret-key-0001';
const robot = (more: Partial<NewRobot> = {}): NewRobot => ({
  name: '整治工作群',
  kind: 'wecom',
  url: wecom,
  secret: '',
  unit: '',
  kinds: ['finding-dispatched', 'finding-overdue'],
  rhythm: 'daily',
  ...more,
});

describe.each(databases)('the outbox on %s', (database) => {
  let town: Town;

  /** On a Monday at ten an inspection dispatches a finding; at five past the unit replies. */
  beforeAll(async () => {
    town = await openTown(database, open());
    const url = `/api/campaigns/${town.campaign}`;
    const duty = dutiesOn(monday).find(({ site, checklist }) => site === '东街门面段' && checklist === '门前三包检查表');
    if (!duty) throw new Error('no such duty');
    town.clock.set(instantAt(monday, '10:00'));
    const jia = await town.as('jia');
    const { hash } = await upload(jia, town.campaign, pngOf('before'));
    const but = { 门前干净: { result: 'fail' as const, photos: [hash] } };
    const command = filled(duty, { submission: 'visit-0001', at: instantAt(monday, '10:00'), but });
    expect((await jia.put(`${url}/submissions/visit-0001`, command)).status).toBe(201);
    town.clock.set(instantAt(monday, '10:05'));
    const [finding] = [...((await town.work.book.ask(town.campaign, ({ findings }) => [...findings.values()])) ?? [])];
    const unit = people.find(([, , name]) => name === finding?.unit)?.[0] ?? '';
    const reply = { type: 'ReplyRectification', finding: finding?.id, text: '已改', photos: [hash] };
    expect((await (await town.as(unit)).post(`${url}/commands`, { id: 'reply-0001', command: reply })).codes).toEqual([]);
  });
  beforeEach(async () => {
    manner = fine;
    heard = [];
    await town.store.write(async (db) => {
      await db.deleteFrom('outbox').execute();
      await db.deleteFrom('robot').execute();
    });
  });
  afterAll(() => town.close());

  const at = (clock: string, day = monday): void => town.clock.set(instantAt(day, clock));
  const run = () => runOutbox(town.work, town.settings);
  const rows = async () => (await outboxView(town.work, town.campaign, 'zh')).map(({ state, reason }) => [state, reason]);
  const states = async () => (await outboxView(town.work, town.campaign, 'zh')).map(({ state }) => state);
  /** A robot made on the Saturday before, or at another time. */
  const made = async (more: Partial<NewRobot> = {}, when = instantAt('2026-10-31', '10:00')): Promise<string> => {
    town.clock.set(when);
    const outcome = await makeRobot(town.work.tools, town.settings, { campaign: town.campaign, robot: robot(more) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    at('10:10');
    return outcome.value.id;
  };

  test('what is urgent goes out at once in office hours, once, in the words of the inbox', async () => {
    await made();
    await run();
    await run();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ path: '/cgi-bin/webhook/send?key=very-secret-key-0001', host: 'qyapi.weixin.qq.com' });
    expect(JSON.stringify(heard[0]?.body)).toContain('派发问题：东街门面段 · 门前干净');
    expect(await states()).toEqual(['sent']);
  });

  test('nothing goes out in quiet hours: it waits for the office to open', async () => {
    await made();
    at('12:30');
    await run();
    expect([heard.length, await states()]).toEqual([0, ['waiting']]);
    at('14:00');
    await run();
    expect([heard.length, await states()]).toEqual([1, ['sent']]);
  });

  test.each([
    ['daily', '2026-11-03'],
    ['weekly', '2026-11-09'],
  ] as const)('what is not urgent is gathered into one %s digest', async (rhythm, day) => {
    await made({ kinds: ['reply-waiting', 'plan-adopted'], rhythm }, instantAt('2026-10-01', '10:00'));
    await run();
    expect([heard.length, await states()]).toEqual([0, ['waiting', 'waiting']]);
    at('07:59', day);
    await run();
    expect(heard).toHaveLength(0);
    at('08:00', day);
    await run();
    expect([heard.length, await states()]).toEqual([1, ['sent', 'sent']]);
  });

  test.each([
    ['a broken server', { status: 500, body: 'oh' }, '对方回答 500', 'waiting'],
    ['too many at once', { status: 200, body: '{"errcode":45009}' }, '机器人没有收下（代码 45009）', 'waiting'],
    ['a wrong key', { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, '机器人没有收下（代码 93000）', 'failed'],
    [
      'another place',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
      '对方要求转到别处（302），没有跟去',
      'failed',
    ],
    ['no sense', { status: 200, body: '<html>' }, '对方的回答读不懂', 'failed'],
    ['nothing, for too long', 'silent', '对方太久没有回答', 'unsure'],
    ['a line that breaks', 'hangs-up', '发送途中断线', 'unsure'],
    ['an endless answer', { status: 200, body: 'x'.repeat(100_000) }, '对方的回答太长', 'unsure'],
  ] as const)('a robot that answers with %s', async (...[, how, reason, state]) => {
    await made();
    manner = how;
    await run();
    await run();
    expect(heard).toHaveLength(1);
    expect(await rows()).toEqual([[state, reason]]);
  });

  test('what surely did not arrive is tried again later and later, then it has failed; the office sends it again', async () => {
    await made();
    manner = { status: 503, body: '' };
    const tried: number[] = [];
    for (const clock of ['10:10', '10:10', '10:11', '10:16', '10:31', '11:31']) {
      at(clock);
      await run();
      tried.push(heard.length);
    }
    expect(tried).toEqual([1, 1, 2, 3, 4, 5]);
    at('15:31');
    await run();
    expect([heard.length, await states()]).toEqual([6, ['failed']]);
    manner = fine;
    await sendOnceMore(town.work, town.campaign, await outboxView(town.work, town.campaign, 'zh'));
    await run();
    expect([heard.length, await states()]).toEqual([7, ['sent']]);
  });

  test('a program killed while sending sends nothing a second time: what was under way is said to be unsure', async () => {
    await made();
    manner = 'silent';
    const peer = { address: town.settings.webhookPeer?.address ?? '', timeout: 60_000 };
    const never = runOutbox(town.work, { ...town.settings, webhookPeer: peer });
    await expect.poll(() => heard.length).toBe(1);
    const next = workOn({ store: town.store, clock: town.clock, log: silentLog, data: town.folder });
    manner = fine;
    await runOutbox(next, town.settings);
    expect([heard.length, await states()]).toEqual([1, ['sending']]);
    at('10:13');
    await runOutbox(next, town.settings);
    expect(await rows()).toEqual([['unsure', '程序在发送途中停止']]);
    expect(heard).toHaveLength(1);
    for (const socket of sockets) socket.destroy();
    await never;
    expect(await states()).toEqual(['unsure']);
  });

  test('a new robot hears only of what comes later, and one that is paused of nothing', async () => {
    const id = await made({ kinds: ['finding-dispatched', 'reply-waiting'] }, instantAt(monday, '10:02'));
    await alterRobot(town.work.tools, { campaign: town.campaign, id }, { paused: true });
    await run();
    expect(await rows()).toEqual([]);
    await alterRobot(town.work.tools, { campaign: town.campaign, id }, { paused: false });
    await run();
    expect((await outboxView(town.work, town.campaign, 'zh')).map(({ text }) => text.slice(0, 5))).toEqual(['回复待核查']);
  });

  test('a robot of one unit hears what that unit is told', async () => {
    await made({ unit: '小箐村' });
    await run();
    const own = (await town.work.book.ask(town.campaign, ({ findings }) => [...findings.values()][0]?.unit)) === '小箐村';
    expect(await states()).toEqual(own ? ['sent'] : []);
  });

  test('钉钉 signs in the address by the millisecond, 飞书 in the body by the second', async () => {
    await made({ kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=abc', secret: 'SEC1' });
    await made({ kind: 'feishu', url: 'https://open.feishu.cn/open-apis/bot/v2/hook/abc-def', secret: 'SEC2' });
    manner = { status: 200, body: '{"errcode":0,"code":0}' };
    await run();
    const now = Date.parse(town.clock.now());
    const seal = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
    const [ding, lark] = ['dingtalk', 'feishu'].map((name) => heard.find(({ host }) => host.includes(name)));
    const asked = new URL(`https://x${ding?.path}`).searchParams;
    expect([asked.get('access_token'), asked.get('timestamp'), asked.get('sign')]).toEqual(['abc', `${now}`, seal('SEC1', `${now}\nSEC1`)]);
    expect(ding?.body).toMatchObject({ msgtype: 'text' });
    expect(lark?.body).toMatchObject({ timestamp: `${now / 1000}`, sign: seal(`${now / 1000}\nSEC2`, ''), msg_type: 'text' });
    expect(await states()).toEqual(['sent', 'sent']);
  });

  test('addresses and secrets never leave the server, not even into a log', async () => {
    const office = await town.as('bangongshi');
    const url = `/api/campaigns/${town.campaign}`;
    const secret = {
      kind: 'dingtalk',
      url: 'https://oapi.dingtalk.com/robot/send?access_token=secret-token-77',
      secret: 'SECsealed',
    } as const;
    const begun = await office.post(`${url}/robots`, robot(secret));
    const list = await office.get(`${url}/robots`);
    await run();
    const access = await (await town.as('guanli')).get(`${url}/access`);
    expect(begun.status).toBe(201);
    expect(access.text).toContain('robot-made');
    for (const { text } of [begun, list, access, await office.get(`${url}/outbox`)]) expect(text).not.toMatch(/secret-token|SECsealed/);
    expect(list.as<{ robots: object[] }>().robots).toEqual([
      expect.objectContaining({ host: 'oapi.dingtalk.com', tail: 'n-77', signed: true }),
    ]);
  });

  test.each([
    ['http', { url: 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, 'robot.bad-address'],
    ['another port', { url: 'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=1' }, 'robot.bad-address'],
    ['a name and password', { url: 'https://a:b@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, 'robot.bad-address'],
    ['another path', { url: 'https://qyapi.weixin.qq.com/cgi-bin/gettoken?key=1' }, 'robot.bad-address'],
    ['no address', { url: '机器人' }, 'robot.bad-address'],
    ['a host below an allowed one', { url: 'https://x.qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, 'robot.unknown-host'],
    ['an address of this machine', { url: 'https://127.0.0.1/cgi-bin/webhook/send?key=1' }, 'robot.unknown-host'],
  ])('a robot at %s is refused in words', async (...[, more, code]) => {
    const outcome = await makeRobot(town.work.tools, town.settings, { campaign: town.campaign, robot: robot(more) });
    expect(outcome.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

test('nothing goes out unless the operator says where to', async () => {
  const outcome = await makeRobot({} as Tools, readSettings({}), { campaign: 'any', robot: robot() });
  expect(outcome.problems.map(({ code }) => code)).toEqual(['robot.off']);
});

test('an allowed host that stands for a private address is not spoken to, nor is one the operator does not name', async () => {
  const settings = { ...readSettings({}), webhookHosts: ['localhost'] };
  expect(await postOutside({ url: 'https://localhost/robot/send', body: {} }, settings)).toMatchObject({
    because: 'private-address',
    again: false,
  });
  expect(await postOutside({ url: 'https://example.com/', body: {} }, settings)).toMatchObject({ because: 'not-allowed', again: false });
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  'fe80::1',
  'fc00::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
])('%s lies inside', (address) => expect(isOutside(address)).toBe(false));
test.each(['8.8.8.8', '101.226.1.1', '2408:8000::1'])('%s lies outside', (address) => expect(isOutside(address)).toBe(true));

test.each([['*.qq.com'], ['10.0.0.1'], ['qq.com:443'], ['https://qq.com'], ['localhost']])('%s cannot be allowed', (host) => {
  expect(() => readSettings({ XIUHUA_WEBHOOK_HOSTS: host })).toThrow('XIUHUA_WEBHOOK_HOSTS');
});
