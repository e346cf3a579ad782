import { createHmac } from 'node:crypto';
import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { isOutside, postOutside } from '../adapters/webhook.ts';
import { databases } from '../app/stores.fixture.ts';
import { openTown, type Town } from '../app/town.fixture.ts';
import { readSettings } from '../settings.ts';
import { type Chat, dispatchOne, fine, monday, openChat, robotWith } from './chat.fixture.ts';
import { keepOutbox, runOutbox } from './outbox.ts';
import { outboxView, sendOnceMore } from './outbox-view.ts';
import { alterRobot, makeRobot, type NewRobot } from './robots.ts';
import { workOn } from './work.ts';

describe.each(databases)('the outbox on %s', (database) => {
  let town: Town;
  let chat: Chat;

  beforeAll(async () => {
    chat = await openChat();
    town = await openTown(database, chat.settings);
    await dispatchOne(town);
  });
  beforeEach(async () => {
    chat.manner = fine;
    chat.heard = [];
    await town.store.write(async (db) => {
      await db.deleteFrom('outbox').execute();
      await db.deleteFrom('robot').execute();
    });
  });
  afterAll(async () => {
    await town.close();
    chat.close();
  });

  const at = (clock: string, day = monday): void => town.clock.set(instantAt(day, clock));
  const run = () => runOutbox(town.work, town.settings);
  const rows = async () => (await outboxView(town.work, town.campaign, 'zh')).map(({ state, reason }) => [state, reason]);
  /** Something that comes up for the only robot while it is being served. */
  const later = async (now: string) => ({
    robot: (await town.store.reading.selectFrom('robot').select('id').executeTakeFirstOrThrow()).id,
    message: 'later',
    text: '后来的一条',
    made_at: now,
    state: 'waiting',
    next_at: now,
    attempts: 0,
    post: '',
    changed_at: now,
    reason: '',
  });
  const states = async () => (await outboxView(town.work, town.campaign, 'zh')).map(({ state }) => state);
  /** A robot made on the Saturday before, or at another time. */
  const made = async (more: Partial<NewRobot> = {}, when = instantAt('2026-10-31', '10:00')): Promise<string> => {
    town.clock.set(when);
    const outcome = await makeRobot(town.work.tools, town.settings, { campaign: town.campaign, robot: robotWith(more) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    at('10:10');
    return outcome.value.id;
  };

  test('what is urgent goes out at once in office hours, once, in the words of the inbox', async () => {
    await made();
    await run();
    await run();
    expect(chat.heard).toHaveLength(1);
    expect(chat.heard[0]).toMatchObject({ path: '/cgi-bin/webhook/send?key=very-secret-key-0001', host: 'qyapi.weixin.qq.com' });
    expect(JSON.stringify(chat.heard[0]?.body)).toContain('派发问题：东街门面段 · 门前干净');
    expect(await states()).toEqual(['sent']);
  });

  test('nothing goes out in quiet hours: it waits for the office to open', async () => {
    await made();
    at('12:30');
    await run();
    expect([chat.heard.length, await states()]).toEqual([0, ['waiting']]);
    at('14:00');
    await run();
    expect([chat.heard.length, await states()]).toEqual([1, ['sent']]);
  });

  test.each([
    ['over the night', instantAt(monday, '18:00'), '2026-11-03'],
    ['at midnight', instantAt('2026-11-03', '00:00'), '2026-11-03'],
    ['over a weekend', instantAt('2026-11-06', '23:59'), '2026-11-09'],
    ['over the New Year', instantAt('2026-12-31', '20:00'), '2027-01-04'],
  ])('what is urgent and comes %s waits for the office to open, whatever zone the machine is in', async (_, comes, opens) => {
    const before = process.env.TZ;
    try {
      // New York puts its clocks back on 1 November 2026, in the night before this Monday.
      for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
        process.env.TZ = zone;
        await town.store.write((db) => db.deleteFrom('robot').execute());
        chat.heard = [];
        await made({ kinds: ['finding-dispatched'] });
        town.clock.set(comes);
        await run();
        at('07:59', opens);
        await run();
        expect([zone, chat.heard.length, await states()]).toEqual([zone, 0, ['waiting']]);
        at('08:00', opens);
        await run();
        expect([zone, chat.heard.length, await states()]).toEqual([zone, 1, ['sent']]);
        expect(JSON.stringify(chat.heard[0]?.body)).toContain(`${opens} 08:00`);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test.each([
    ['daily', '2026-11-03'],
    ['weekly', '2026-11-09'],
  ] as const)('what is not urgent is gathered into one %s digest', async (rhythm, day) => {
    await made({ kinds: ['reply-waiting', 'plan-adopted'], rhythm }, instantAt('2026-10-01', '10:00'));
    await run();
    expect([chat.heard.length, await states()]).toEqual([0, ['waiting', 'waiting']]);
    at('07:59', day);
    await run();
    expect(chat.heard).toHaveLength(0);
    at('08:00', day);
    await run();
    expect([chat.heard.length, await states()]).toEqual([1, ['sent', 'sent']]);
  });

  test.each([
    ['a broken server', { status: 500, body: 'oh' }, '对方回答 500', 'waiting'],
    ['429', { status: 429, body: '' }, '对方回答 429', 'waiting'],
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
    chat.manner = how;
    await run();
    await run();
    expect(chat.heard).toHaveLength(1);
    expect(await rows()).toEqual([[state, reason]]);
  });

  test('what surely did not arrive is tried again later and later, then it has failed; the office sends it again', async () => {
    await made();
    chat.manner = { status: 503, body: '' };
    const tried: number[] = [];
    for (const clock of ['10:10', '10:10', '10:11', '10:16', '10:31', '11:31']) {
      at(clock);
      await run();
      tried.push(chat.heard.length);
    }
    expect(tried).toEqual([1, 1, 2, 3, 4, 5]);
    at('15:31');
    await run();
    expect([chat.heard.length, await states()]).toEqual([6, ['failed']]);
    chat.manner = fine;
    await sendOnceMore(town.work, town.campaign, await outboxView(town.work, town.campaign, 'zh'));
    await run();
    expect([chat.heard.length, await states()]).toEqual([7, ['sent']]);
  });

  test('what a killed program left on its way is sent again, the same text under the same key; after the last attempt nobody knows', async () => {
    await made();
    chat.manner = 'silent';
    const peer = { address: town.settings.webhookPeer?.address ?? '', timeout: 60_000 };
    const never = runOutbox(town.work, { ...town.settings, webhookPeer: peer });
    await expect.poll(() => chat.heard.length).toBe(1);
    const next = workOn({ store: town.store, clock: town.clock, log: silentLog, data: town.folder });
    chat.manner = fine;
    await runOutbox(next, town.settings);
    expect([chat.heard.length, await states()]).toEqual([1, ['sending']]);
    at('10:13');
    await runOutbox(next, town.settings);
    expect([chat.heard.length, await states()]).toEqual([2, ['sent']]);
    expect(chat.heard[1]).toEqual(chat.heard[0]);
    expect(chat.heard[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(chat.heard[0]?.body)).toContain(`编号 ${chat.heard[0]?.key.slice(-6).toUpperCase()}`);
    chat.hangUp();
    await never;
    expect(await states()).toEqual(['sent']);
    await town.store.write((db) => db.updateTable('outbox').set({ state: 'sending', attempts: 6 }).execute());
    at('10:30');
    await runOutbox(next, town.settings);
    expect([chat.heard.length, await rows()]).toEqual([2, [['unsure', '程序在发送途中停止']]]);
  });

  test('a digest that was not taken comes again whole: what is new meanwhile waits for the next', async () => {
    await made({ kinds: ['reply-waiting', 'plan-adopted', 'finding-due'] }, instantAt('2026-10-01', '10:00'));
    await run();
    at('08:00', '2026-11-03');
    chat.manner = { status: 503, body: '' };
    await run();
    const one = await later(town.clock.now());
    await town.store.write((db) => db.insertInto('outbox').values(one).execute());
    chat.manner = fine;
    at('08:01', '2026-11-03');
    await run();
    expect(chat.heard.map(({ key }) => key)).toEqual([
      chat.heard[0]?.key,
      chat.heard[0]?.key,
      expect.not.stringMatching(`${chat.heard[0]?.key}`),
    ]);
    expect(chat.heard[1]?.body).toEqual(chat.heard[0]?.body);
    expect(JSON.stringify(chat.heard[2]?.body)).toContain('后来的一条');
    expect(await town.store.reading.selectFrom('post').selectAll().execute()).toEqual([]);
  });

  test('what went out together is sent again together, whichever of it is chosen', async () => {
    await made({ kinds: ['reply-waiting', 'plan-adopted'] }, instantAt('2026-10-01', '10:00'));
    await run();
    at('08:00', '2026-11-03');
    chat.manner = 'hangs-up';
    await run();
    expect(await states()).toEqual(['unsure', 'unsure']);
    chat.manner = fine;
    await sendOnceMore(town.work, town.campaign, (await outboxView(town.work, town.campaign, 'zh')).slice(0, 1));
    await run();
    expect([chat.heard.length, await states()]).toEqual([2, ['sent', 'sent']]);
    expect(chat.heard[1]).toEqual(chat.heard[0]);
  });

  test('a full disk before sending sends nothing; one after it has the post come again under its key', async () => {
    await made();
    let room = 1;
    const write: Town['store']['write'] = (work) =>
      room-- > 0 ? town.store.write(work) : Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }));
    const tight = { ...town.work, tools: { ...town.work.tools, store: { ...town.store, write } } };
    await runOutbox(tight, town.settings);
    expect([chat.heard.length, await states()]).toEqual([0, ['waiting']]);
    room = 1;
    await runOutbox(tight, town.settings);
    expect([chat.heard.length, await states()]).toEqual([1, ['sending']]);
    at('10:13');
    await run();
    expect([chat.heard.length, await states()]).toEqual([2, ['sent']]);
    expect(chat.heard[1]).toEqual(chat.heard[0]);
  });

  test('a server that is told to stop waits for the post on its way, and sends no other', async () => {
    await made();
    await made({ name: '另一个群' });
    chat.manner = 'silent';
    const end = keepOutbox(town.work, town.settings);
    await expect.poll(() => chat.heard.length).toBe(1);
    await end();
    expect([chat.heard.length, (await states()).toSorted()]).toEqual([1, ['unsure']]);
  });

  test('a new robot hears only of what comes later, and one that is paused of nothing', async () => {
    const id = await made({ kinds: ['finding-dispatched', 'reply-waiting'] }, instantAt(monday, '10:02'));
    await alterRobot(town.work.tools, town.settings, { campaign: town.campaign, id }, { paused: true });
    await run();
    expect(await rows()).toEqual([]);
    await alterRobot(town.work.tools, town.settings, { campaign: town.campaign, id }, { paused: false });
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
    chat.manner = { status: 200, body: '{"errcode":0,"code":0}' };
    await run();
    const now = Date.parse(town.clock.now());
    const seal = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
    const [ding, lark] = ['dingtalk', 'feishu'].map((name) => chat.heard.find(({ host }) => host.includes(name)));
    const asked = new URL(`https://x${ding?.path}`).searchParams;
    expect([asked.get('access_token'), asked.get('timestamp'), asked.get('sign')]).toEqual(['abc', `${now}`, seal('SEC1', `${now}\nSEC1`)]);
    expect(ding?.body).toMatchObject({ msgtype: 'text' });
    expect(lark?.body).toMatchObject({ timestamp: `${now / 1000}`, sign: seal(`${now / 1000}\nSEC2`, ''), msg_type: 'text' });
    expect(await states()).toEqual(['sent', 'sent']);
  });
});

test('an allowed host that stands for a private address is not spoken to, nor is one the operator does not name', async () => {
  const settings = { ...readSettings({}), webhookHosts: ['localhost'] };
  expect(await postOutside({ key: '1', url: 'https://localhost/robot/send', body: {} }, settings)).toMatchObject({
    because: 'private-address',
    again: false,
  });
  expect(await postOutside({ key: '1', url: 'https://example.com/', body: {} }, settings)).toMatchObject({
    because: 'not-allowed',
    again: false,
  });
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
