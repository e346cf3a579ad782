import { readFile, stat } from 'node:fs/promises';
import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { createApp } from '../app/app.ts';
import { type DatabaseName, databases, emptyStore } from '../app/stores.fixture.ts';
import { openTown, passwordOf, standingClock, type Town, visitor } from '../app/town.fixture.ts';
import { readSettings } from '../settings.ts';
import { offerSetup, setupFile } from '../work/setup.ts';
import { shift } from '../work/time.ts';
import { workOn } from '../work/work.ts';
import type { WebServer } from './api.ts';

const strong = '每天都要绣一点花才行';
const strongest = `${strong}呀2026`;

const freshServer = async (database: DatabaseName) => {
  const { store, folder, remove } = await emptyStore(database);
  const clock = standingClock(instantAt('2026-11-02', '09:00'));
  const work = workOn({ store, clock, log: silentLog, data: folder });
  const app: WebServer = await createApp({ store, clock, settings: readSettings({ XIUHUA_DATA: folder }), work });
  const close = async (): Promise<void> => {
    await app.close();
    await remove();
  };
  return { work, app, folder, clock, close };
};

describe.each(databases)('a new server on %s', (database) => {
  test('knows nobody, and answers nothing but its health until the set-up code was used, once', async () => {
    const { work, app, folder, close } = await freshServer(database);
    const browser = visitor(app);
    expect((await browser.get('/api/setup')).as()).toEqual({ needed: true });
    expect((await browser.get('/api/health')).as()).toEqual({ ok: true });
    for (const path of ['/api/session', '/api/campaigns', '/api/accounts', '/api/docs/json']) {
      const reply = await browser.get(path);
      expect([reply.status, reply.codes]).toEqual([503, ['setup.needed']]);
    }
    const code = await offerSetup(work.tools, folder);
    expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
    expect(await readFile(setupFile(folder), 'utf8')).toBe(`${code}\n`);
    expect((await stat(setupFile(folder))).mode & 0o777).toBe(0o600);
    const first = { login: 'Guanli', name: '系统管理员', password: strongest };
    expect((await browser.post('/api/setup', { ...first, code: 'AAAA-AAAA-AAAA-AAAA' })).codes).toEqual(['setup.bad-code']);
    expect((await browser.post('/api/setup', { ...first, code, password: 'password1234' })).codes).toEqual(['account.weak-password']);
    const made = await browser.post('/api/setup', { ...first, code: code?.toLowerCase().replaceAll('-', ' ') });
    expect([made.status, made.as()]).toMatchObject([201, { account: { login: 'guanli', admin: true }, campaigns: [] }]);
    expect((await browser.get('/api/session')).status).toBe(200);
    await expect(stat(setupFile(folder))).rejects.toThrow('ENOENT');
    expect((await visitor(app).post('/api/setup', { ...first, code })).codes).toEqual(['setup.done']);
    expect(await offerSetup(work.tools, folder)).toBeUndefined();
    await close();
  });

  test('a set-up code older than an hour is worthless', async () => {
    const { work, app, folder, clock, close } = await freshServer(database);
    const code = await offerSetup(work.tools, folder);
    clock.set(shift(clock.now(), 3_600_001));
    expect((await visitor(app).post('/api/setup', { code, login: 'guanli', name: '管理员', password: strongest })).codes).toEqual([
      'setup.bad-code',
    ]);
    await close();
  });
});

describe.each(databases)('signing in on %s', (database) => {
  let town: Town;
  let now: string;
  beforeAll(async () => {
    town = await openTown(database);
    now = town.clock.now();
  });
  afterAll(() => town.close());

  test('the cookie is out of reach of scripts and other sites, and only its hash is stored', async () => {
    const reply = await visitor(town.app).signIn('jia');
    const cookie = String(reply.headers['set-cookie']);
    expect(cookie).toMatch(/^xiuhua=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = cookie.slice(7, 50);
    const rows = await town.store.reading.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('a wrong password and an unknown login get the same answer; after five failures the login has to wait', async () => {
    const browser = visitor(town.app);
    const wrong = await browser.signIn('yi', 'wrong');
    const unknown = await browser.signIn('nobody', 'wrong');
    expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
    for (let i = 0; i < 4; i++) await browser.signIn('yi', 'wrong');
    const refused = await browser.signIn('yi');
    expect([refused.status, refused.codes, refused.headers['retry-after']]).toEqual([429, ['request.too-many'], '2']);
    for (let i = 0; i < 4; i++) await browser.signIn('nobody', 'wrong');
    expect((await browser.signIn('nobody', 'wrong')).codes).toEqual(['request.too-many']);
    town.clock.set(shift(now, 3_000));
    expect((await browser.signIn('yi')).status).toBe(200);
  });

  test('sessions are listed and can be ended one by one; signing out ends the own one', async () => {
    const [desk, phone] = [await town.as('shequ'), await town.as('shequ')];
    const rows = (await desk.get('/api/sessions')).as<{ id: string; current: boolean }[]>();
    expect(rows.filter((row) => row.current)).toHaveLength(1);
    const other = rows.find((row) => !row.current);
    expect((await (await town.as('cun')).ask('DELETE', `/api/sessions/${other?.id}`)).status).toBe(404);
    expect((await desk.ask('DELETE', `/api/sessions/${other?.id}`)).status).toBe(200);
    expect((await phone.get('/api/session')).codes).toEqual(['request.unauthenticated']);
    expect((await desk.ask('DELETE', '/api/session')).as()).toEqual({ ok: true });
    expect((await desk.get('/api/session')).status).toBe(401);
  });

  test('people who ask in the same moment are each known as themselves, with their own roles, and a stranger as nobody', async () => {
    const logins = ['guanli', 'bangongshi', 'jia', 'shequ', 'cun', 'jia'];
    const people = await Promise.all(logins.map((login) => town.as(login)));
    const stranger = visitor(town.app);
    const headers = { cookie: `xiuhua=${'x'.repeat(43)}` };
    const [nobody, ...replies] = await Promise.all([
      stranger.ask('GET', '/api/session', undefined, headers),
      ...people.map((person) => person.get('/api/session')),
    ]);
    const seen = replies.map((reply) => reply.as<{ account: { login: string }; campaigns: { actor: { roles: string[] } }[] }>());
    expect(seen.map(({ account, campaigns }) => [account.login, campaigns.map(({ actor }) => actor.roles)])).toEqual([
      ['guanli', [['admin']]],
      ['bangongshi', [['office']]],
      ['jia', [['inspector']]],
      ['shequ', [['unit']]],
      ['cun', [['unit']]],
      ['jia', [['inspector']]],
    ]);
    expect(nobody?.status).toBe(401);
  });

  test('a desk session ends after two idle hours, one in the field after seven idle days and thirty days in all', async () => {
    const [desk, field] = [await town.as('bangongshi'), await town.as('jia')];
    const start = town.clock.now();
    const after = async (hours: number) => {
      town.clock.set(shift(start, hours * 3_600_000));
      return [(await desk.get('/api/session')).status, (await field.get('/api/session')).status];
    };
    expect(await after(1.9)).toEqual([200, 200]);
    expect(await after(4)).toEqual([401, 200]);
    for (let days = 6; days <= 30; days += 6) expect(await after(days * 24 - 1)).toEqual([401, 200]);
    expect(await after(30 * 24 + 1)).toEqual([401, 401]);
    town.clock.set(now);
  });

  test('disabling an account or changing its password ends its sessions at once; the last administrator stays', async () => {
    const admin = await town.as('guanli');
    const luren = await town.as('luren');
    const url = `/api/accounts/${town.accounts.luren}`;
    expect((await admin.ask('PATCH', url, { disabled: true })).as()).toMatchObject({ login: 'luren', disabled: true });
    expect((await luren.get('/api/session')).status).toBe(401);
    expect((await visitor(town.app).signIn('luren')).codes).toEqual(['account.disabled']);
    expect((await visitor(town.app).signIn('luren', 'wrong')).codes).toEqual(['account.bad-login']);
    await admin.ask('PATCH', url, { disabled: false });
    expect((await luren.get('/api/session')).status).toBe(401);
    await luren.signIn('luren');
    await admin.ask('PATCH', url, { password: strong + strong });
    expect((await luren.get('/api/session')).status).toBe(401);
    await luren.signIn('luren', strong + strong);
    await town.store.write((db) => db.updateTable('account').set({ disabled: 1 }).where('login', '=', 'luren').execute());
    expect((await luren.get('/api/session')).status).toBe(401);
    await admin.ask('PATCH', url, { disabled: false });
    expect((await visitor(town.app).signIn('luren', strong + strong)).status).toBe(200);
    expect((await admin.ask('PATCH', `/api/accounts/${town.accounts.guanli}`, { admin: false })).codes).toEqual(['account.last-admin']);
    expect((await admin.ask('PATCH', `/api/accounts/${town.accounts.guanli}`, { disabled: true })).status).toBe(409);
  });

  test('changing one’s own password needs the old one and ends the other sessions', async () => {
    const [here, there] = [await town.as('cun'), await town.as('cun')];
    const change = (old: string, password: string) => here.ask('PUT', '/api/session/password', { old, password });
    expect((await change('wrong', strongest)).codes).toEqual(['account.bad-login']);
    expect((await change(passwordOf('cun'), 'short')).codes).toEqual(['account.weak-password']);
    expect((await change(passwordOf('cun'), strongest)).status).toBe(200);
    expect([(await here.get('/api/session')).status, (await there.get('/api/session')).status]).toEqual([200, 401]);
  });

  test('a change of roles holds with the next request', async () => {
    const url = `/api/campaigns/${town.campaign}/members`;
    const office = await town.as('bangongshi');
    const unit = await town.as('shequ');
    const members = (await office.get(url))
      .as<{ account: string; unit: string; roles: string[] }[]>()
      .map(({ account, unit, roles }) => ({ account, unit, roles }));
    expect((await unit.get(url)).status).toBe(404);
    const promoted = members.map((member) => (member.account === town.accounts.shequ ? { ...member, roles: ['office'] } : member));
    expect((await office.put(url, promoted)).status).toBe(200);
    expect((await unit.get(url)).status).toBe(200);
    await office.put(
      url,
      members.filter((member) => member.account !== town.accounts.shequ),
    );
    expect((await unit.get(url)).status).toBe(404);
    await office.put(url, members);
  });

  test('members must have an account, a unit of the plan and leave somebody in the office', async () => {
    const url = `/api/campaigns/${town.campaign}/members`;
    const office = await town.as('bangongshi');
    const reply = await office.put(url, [
      { account: 'nobody-here', unit: '', roles: ['leader'] },
      { account: town.accounts.jia, unit: '小青社区', roles: ['unit'] },
    ]);
    expect(reply.as<{ problems: { code: string; at: string; message: string }[] }>().problems).toMatchObject([
      { code: 'account.unknown', at: '/0/account' },
      { code: 'name.unknown', at: '/1/unit', message: expect.stringContaining('小箐社区') },
      { code: 'member.no-office', at: '' },
    ]);
  });
});
