import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jsonLog, silentLog } from '../adapters/log.ts';
import { keyFile } from '../adapters/vault.ts';
import { createApp } from '../app/app.ts';
import { databases } from '../app/stores.fixture.ts';
import { openTown, type Town, visitor } from '../app/town.fixture.ts';
import { readSettings } from '../settings.ts';
import { type Chat, dispatchOne, monday, openChat, robotWith } from './chat.fixture.ts';
import { runOutbox } from './outbox.ts';
import type { OutboxView } from './outbox-view.ts';
import { makeRobot, type RobotView, sealRobots } from './robots.ts';
import type { Tools } from './tools.ts';
import { workOn } from './work.ts';

const ding = {
  kind: 'dingtalk',
  url: 'https://oapi.dingtalk.com/robot/send?access_token=secret-token-77',
  secret: 'SECsealed',
} as const;
const open = /secret-token|SECsealed/;

/** Another server over the store of a town, started now. */
const openAgain = async ({ store, clock, settings, folder: data }: Town) => {
  const work = workOn({ store, clock, log: silentLog, data });
  const app = await createApp({ store, clock, settings, work });
  const as = async (login: string) => {
    const browser = visitor(app);
    await browser.signIn(login);
    return browser;
  };
  return { work, as };
};

describe.each(databases)('robots on %s', (database) => {
  let town: Town;
  let chat: Chat;
  let base: string;
  beforeAll(async () => {
    chat = await openChat();
    town = await openTown(database, chat.settings);
    base = `/api/campaigns/${town.campaign}`;
    await dispatchOne(town);
  });
  beforeEach(() =>
    town.store.write(async (db) => {
      await db.deleteFrom('outbox').execute();
      await db.deleteFrom('robot').execute();
    }),
  );
  afterAll(async () => {
    await town.close();
    chat.close();
  });
  const robots = async () => (await (await town.as('bangongshi')).get(`${base}/robots`)).as<{ robots: RobotView[] }>().robots;
  const rows = () => town.store.reading.selectFrom('robot').selectAll().execute();
  /** The server started anew over the same store; what it says into its log. */
  const again = (said: string[] = []) =>
    workOn({ store: town.store, clock: town.clock, log: jsonLog((line) => said.push(line)), data: town.folder });

  test('addresses and secrets never leave the server, not even into a log, and lie sealed in the store', async () => {
    const office = await town.as('bangongshi');
    const begun = await office.post(`${base}/robots`, robotWith(ding));
    const list = await office.get(`${base}/robots`);
    await runOutbox(town.work, town.settings);
    const access = await (await town.as('guanli')).get(`${base}/access`);
    expect(begun.status).toBe(201);
    expect(access.text).toContain('robot-made');
    const refused = await office.post(`${base}/robots`, robotWith({ ...ding, url: ding.url.replace('oapi.', 'api.') }));
    const long = await office.post(`${base}/robots`, robotWith({ ...ding, url: ding.url + 'x'.repeat(600) }));
    expect([refused.codes, long.status]).toEqual([['robot.unknown-host'], 400]);
    for (const { text } of [begun, list, access, refused, long, await office.get(`${base}/outbox`)]) expect(text).not.toMatch(open);
    expect(await robots()).toEqual([expect.objectContaining({ host: 'oapi.dingtalk.com', tail: 'n-77', signed: true, lost: false })]);
    expect(JSON.stringify(await rows())).not.toMatch(open);
  });

  test('what an older version left open is sealed at the start, and nothing of it stays on the disk', async () => {
    const made = await makeRobot(town.work.tools, town.settings, { campaign: town.campaign, robot: robotWith(ding) });
    const [row] = await rows();
    await town.store.write((db) => db.updateTable('robot').set({ url: ding.url, secret: ding.secret }).execute());
    await sealRobots(again().tools);
    expect(JSON.stringify(await rows())).not.toMatch(open);
    expect(await robots()).toEqual([made.ok && made.value]);
    expect((await rows())[0]?.url).not.toBe(row?.url);
    for (const file of readdirSync(town.folder).filter((name) => name.startsWith('xiuhua.db')))
      expect(readFileSync(join(town.folder, file), 'latin1'), file).not.toMatch(open);
  });

  test('with the key lost nothing is sent and the office is told to enter the address again; then it goes out', async () => {
    const office = await town.as('bangongshi');
    town.clock.set(instantAt('2026-10-31', '10:00'));
    const { id } = (await office.post(`${base}/robots`, robotWith(ding))).as<RobotView>();
    town.clock.set(instantAt(monday, '10:10'));
    rmSync(keyFile(town.folder));
    const said: string[] = [];
    const keyless = again(said);
    await sealRobots(keyless.tools);
    expect(said.join('')).toContain('must be entered again');
    expect(said.join('')).toContain(id);
    chat.heard = [];
    await runOutbox(keyless, town.settings);
    expect(chat.heard).toEqual([]);
    const server = await openAgain(town);
    const there = await server.as('bangongshi');
    expect((await there.get(`${base}/robots`)).as<{ robots: RobotView[] }>().robots).toEqual([
      expect.objectContaining({ id, host: '', tail: '', signed: true, lost: true }),
    ]);
    const waiting = (await there.get(`${base}/outbox`)).as<{ rows: OutboxView[] }>().rows;
    expect(waiting.map(({ state, reason }) => [state, reason])).toEqual([['waiting', '机器人地址的密钥丢失，请重新填写地址']]);
    const patch = (address: object) => there.ask('PATCH', `${base}/robots/${id}`, { address });
    expect((await patch({ url: 'https://oapi.dingtalk.com/robot', secret: '' })).codes).toEqual(['robot.bad-address']);
    const moved = await patch({ url: ding.url.replace('77', '88'), secret: 'SECsealed2' });
    expect(moved.as<RobotView>()).toMatchObject({ lost: false, tail: 'n-88' });
    expect(moved.text).not.toMatch(open);
    await runOutbox(server.work, town.settings);
    expect(chat.heard.map(({ path }) => new URL(`https://x${path}`).searchParams.get('access_token'))).toEqual(['secret-token-88']);
    const access = await (await server.as('guanli')).get(`${base}/access`);
    expect(access.text).toContain('"what":["address"]');
    expect(access.text).not.toMatch(open);
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
    const outcome = await makeRobot(town.work.tools, town.settings, { campaign: town.campaign, robot: robotWith(more) });
    expect(outcome.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

test('nothing goes out unless the operator says where to', async () => {
  const outcome = await makeRobot({} as Tools, readSettings({}), { campaign: 'any', robot: robotWith() });
  expect(outcome.problems.map(({ code }) => code)).toEqual(['robot.off']);
});
