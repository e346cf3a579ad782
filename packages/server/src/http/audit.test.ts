import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, instantAt, type SessionView } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { databases } from '../app/stores.fixture.ts';
import { openTown, passwordOf, type Town, type Visitor, visitor } from '../app/town.fixture.ts';
import { openStore } from '../store/open.ts';
import type { AccessView } from '../work/access.ts';
import { sayFault, verify } from '../work/verify.ts';

describe.each(databases)('the audit on %s', (database) => {
  let town: Town;
  let base: string;
  let guanli: Visitor;
  const access = async (query = '') => (await guanli.get(`${base}/access${query}`)).as<readonly AccessView[]>();
  const kinds = async (query = '') => (await access(query)).map(({ kind }) => kind);

  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}`;
    guanli = await town.as('guanli');
  });
  afterAll(() => town.close());

  test('signing in, failing to, accounts, roles, links and files are written down, by whom and from where', async () => {
    const stranger = visitor(town.app);
    await stranger.signIn('jia', 'not the word');
    const password = passwordOf('neunzehn');
    const made = { login: 'xin', name: '新来的', password, admin: false };
    const { id } = (await guanli.post('/api/accounts', made)).as<{ id: string }>();
    await guanli.ask('PATCH', `/api/accounts/${id}`, { disabled: true, password: passwordOf('anders') });
    await guanli.post('/api/calendar', undefined);
    const lines = await access();
    expect(lines.slice(0, 4).map(({ kind, says }) => [kind, says])).toEqual([
      ['feed-made', {}],
      ['account-changed', { login: 'xin', name: '新来的', what: ['disabled=true', 'password'] }],
      ['account-made', { login: 'xin', name: '新来的', admin: 'no' }],
      ['sign-in-failed', { because: 'account.bad-login' }],
    ]);
    expect(lines.every(({ address }) => address !== '')).toBe(true);
    expect(JSON.stringify(lines)).not.toContain(password);
  });

  test('who was given which roles is said by name, before and after', async () => {
    const members = (await guanli.get(`${base}/members`)).as<{ account: string; unit: string; roles: string[]; login: string }[]>();
    const changed = members.map(({ account, unit, roles, login }) => ({ account, unit, roles: login === 'yi' ? ['auditor'] : roles }));
    await guanli.put(`${base}/members`, changed);
    expect((await access('?kind=members-set'))[0]?.says).toEqual({
      what: ['检查员乙 领导小组办公室 inspector → 检查员乙 领导小组办公室 auditor'],
    });
  });

  test('lines are narrowed down by who, what and when; an auditor sees those of his campaign and its members', async () => {
    expect(new Set(await kinds('?kind=signed-in'))).toEqual(new Set(['signed-in']));
    expect(await kinds(`?account=${town.accounts.jia}`)).toEqual([]);
    expect(await kinds('?from=2026-10-31')).toEqual([]);
    expect((await kinds('?from=2026-10-30&to=2026-10-30')).length).toBeGreaterThan(3);
    expect((await guanli.get(`${base}/access?from=2026-02-30`)).codes).toEqual(['day.impossible']);
    const own = (await (await town.as('yi')).get(`${base}/access`)).as<readonly AccessView[]>();
    expect(own.map(({ kind }) => kind)).toContain('members-set');
    expect(own.map(({ kind }) => kind)).not.toContain('account-made');
    expect((await (await town.as('bangongshi')).get(`${base}/access`)).status).toBe(404);
  });

  test('the campaign’s log is narrowed down by the server, and a file taken of it is written down', async () => {
    const office = await town.as('bangongshi');
    const page = async (query: string) =>
      (await office.get(`${base}/log/page${query}`)).as<{ events: { fact: { type: string } }[]; last: number; more: boolean }>();
    const all = await page('');
    expect(all.events.map(({ fact }) => fact.type)).toContain('PlanAdopted');
    expect(all).toMatchObject({ more: false, last: all.events.length });
    expect((await page('?kind=PlanAdopted')).events).toHaveLength(1);
    expect((await page(`?account=${town.accounts.jia}`)).events).toEqual([]);
    expect((await page(`?account=${town.accounts.bangongshi}&text=${encodeURIComponent('100%')}`)).events).toEqual([]);
    expect((await page(`?from=${dayOf(town.clock.now())}`)).events).toHaveLength(all.events.length);
    expect((await page('?to=2026-10-29')).events).toEqual([]);
    await office.get(`${base}/log/export?kind=PlanAdopted`);
    expect((await access('?kind=exported'))[0]).toMatchObject({ name: '办公室主任', says: { what: 'log.csv kind=PlanAdopted', n: 1 } });
  });

  test('one who looks from a member’s place sees what he sees, does nothing, and both ends of it are written down', async () => {
    const office = await town.as('bangongshi');
    const place = { campaign: town.campaign, account: town.accounts.shequ };
    expect((await office.post('/api/session/as', place)).status).toBe(200);
    const session = (await office.get('/api/session')).as<SessionView>();
    expect(session).toMatchObject({ account: { name: '社区书记', admin: false }, seenBy: '办公室主任' });
    expect(session.campaigns[0]?.actor).toMatchObject({ unit: '小箐社区', roles: ['unit'] });
    expect((await office.get(`${base}/board`)).status).toBe(200);
    expect((await office.get(`${base}/members`)).status).toBe(404);
    const deeds = [
      office.post(`${base}/commands`, {
        id: 'order-0001',
        command: { type: 'ReachMilestone', milestone: '问题清单', text: '', photos: [] },
      }),
      office.post(`${base}/messages/read`, {}),
      office.put('/api/session/password', { old: 'x', password: 'y' }),
      office.post('/api/calendar', undefined),
      office.get('/api/sessions'),
      office.post('/api/session/as', place),
    ];
    for (const reply of await Promise.all(deeds)) expect([reply.status, reply.codes]).toEqual([403, ['session.read-only']]);
    expect((await office.ask('DELETE', '/api/session/as')).status).toBe(200);
    expect((await office.get('/api/session')).as<SessionView>()).toMatchObject({ account: { name: '办公室主任' } });
    expect((await office.get('/api/session')).as<SessionView>().seenBy).toBeUndefined();
    expect((await access()).filter(({ kind }) => kind.startsWith('see-as')).map(({ kind, name, says }) => [kind, name, says])).toEqual([
      ['see-as-ended', '办公室主任', { name: '社区书记' }],
      ['see-as-begun', '办公室主任', { name: '社区书记' }],
    ]);
  });

  test.each([
    ['an inspector', 'jia', 'shequ'],
    ['the office, for an administrator', 'bangongshi', 'guanli'],
    ['the office, for somebody outside', 'bangongshi', 'luren'],
    ['the office, for itself', 'bangongshi', 'bangongshi'],
  ])('%s may not look from there', async (...[, who, whom]) => {
    const reply = await (await town.as(who)).post('/api/session/as', { campaign: town.campaign, account: town.accounts[whom] });
    expect([reply.status, reply.codes]).toEqual([403, ['session.not-to-see']]);
  });

  test('signing out while looking ends the session of who looked', async () => {
    const office = await town.as('bangongshi');
    await office.post('/api/session/as', { campaign: town.campaign, account: town.accounts.cun });
    expect((await office.ask('DELETE', '/api/session')).status).toBe(200);
    expect((await access())[0]).toMatchObject({ kind: 'signed-out', name: '办公室主任' });
    expect(await town.store.reading.selectFrom('session').select('id').where('as_account', '!=', '').execute()).toEqual([]);
  });

  test('a line of the access log that was altered is named', async () => {
    expect((await guanli.get(`${base}/access/check`)).as()).toMatchObject({ bad: null });
    await town.store.write((db) => db.updateTable('access').set({ name: '别人' }).where('seq', '=', 3).execute());
    expect((await guanli.get(`${base}/access/check`)).as()).toEqual({ lines: 2, bad: { seq: 3, kind: 'altered' } });
    expect((await verify(town.store, town.folder)).faults).toContainEqual({ campaign: '', place: 'access 3', kind: 'altered' });
  });
});

test('one byte flipped in the file of the database: verify names the first bad record', async () => {
  const town = await openTown();
  town.clock.set(instantAt('2026-10-31', '09:00'));
  const office = await town.as('bangongshi');
  const text = 'all forty-one sites were listed';
  for (const [i, milestone] of ['问题清单', '工作台账'].entries())
    await office.post(`/api/campaigns/${town.campaign}/commands`, {
      id: `reach-000${i}`,
      command: { type: 'ReachMilestone', milestone, text: `${text} ${i}`, photos: [] },
    });
  const events = (await town.work.book.events(town.campaign, 0)).filter(({ fact }) => fact.type === 'MilestoneReached');
  expect(events.length).toBeGreaterThan(0);
  await town.app.close();
  await town.store.close();
  const path = join(town.folder, 'xiuhua.db');
  const bytes = await readFile(path);
  let flipped = 0;
  for (let at = bytes.indexOf(`"text":"${text} 0`); at >= 0; at = bytes.indexOf(`"text":"${text} 0`, at + 1), flipped++)
    bytes.writeUInt8(bytes.readUInt8(at + 10) ^ 1, at + 10);
  expect(flipped).toBeGreaterThan(0);
  await writeFile(path, bytes);
  const store = await openStore({ data: town.folder, database: undefined }, { log: silentLog, access: 'read' });
  const { ok, faults } = await verify(store, town.folder);
  await store.close();
  expect(ok).toBe(false);
  expect(faults[0]).toEqual({ campaign: town.campaign, place: `event ${events[0]?.seq}`, kind: 'altered' });
  expect(faults.slice(0, 1).map((fault) => sayFault(fault, 'zh'))).toEqual([
    `行动 ${town.campaign} 的 event ${events[0]?.seq}：内容被改动过。`,
  ]);
});
