import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pngOf } from '../app/pictures.fixture.ts';
import { databases } from '../app/stores.fixture.ts';
import { dutiesOn, filled, openTown, type Town, upload, type Visitor } from '../app/town.fixture.ts';
import type { InboxView } from '../work/messages.ts';

describe.each(databases)('the inbox on %s', (database) => {
  let town: Town;
  let base: string;
  let shequ: Visitor;
  let cun: Visitor;
  const inbox = async (browser: Visitor) => (await browser.get(`${base}/messages`)).as<InboxView>();
  const kinds = async (browser: Visitor) => (await inbox(browser)).messages.map(({ kind, read }) => `${kind}${read ? ' (read)' : ''}`);

  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}`;
    town.clock.set(instantAt('2026-11-02', '10:00'));
    const duty = dutiesOn('2026-11-02').find(({ site, checklist }) => site === '东街门面段' && checklist === '门前三包检查表');
    if (!duty) throw new Error('no such duty');
    const jia = await town.as('jia');
    const { hash } = await upload(jia, town.campaign, pngOf('before'));
    const but = { 门前干净: { result: 'fail' as const, photos: [hash] } };
    const command = filled(duty, { submission: 'visit-0001', at: instantAt('2026-11-02', '10:00'), but });
    expect((await jia.put(`${base}/submissions/visit-0001`, command)).status).toBe(201);
    [shequ, cun] = [await town.as('shequ'), await town.as('cun')];
  });
  afterAll(() => town.close());

  test('a dispatched finding is told to its unit alone, with the way to it', async () => {
    const { messages, unread } = await inbox(shequ);
    expect(messages.map(({ kind }) => kind)).toEqual(['finding-dispatched', 'plan-adopted']);
    expect(unread).toBe(2);
    expect(messages[0]).toMatchObject({
      name: '派发问题',
      about: { thing: 'finding', id: expect.stringMatching(/^visit-0001\//) },
      open: true,
    });
    expect(messages[0]?.text).toMatch(/^东街门面段 · 门前干净，由小箐社区整改/);
    expect(await kinds(cun)).toEqual(['plan-adopted']);
  });

  test('what is read stays read for who read it, and goes below what is not', async () => {
    const [first] = (await inbox(shequ)).messages;
    expect((await shequ.post(`${base}/messages/read`, { ids: [first?.id, 'never-told'] })).status).toBe(200);
    expect(await kinds(shequ)).toEqual(['plan-adopted', 'finding-dispatched (read)']);
    expect(await kinds(cun)).toEqual(['plan-adopted']);
    const marks = await town.store.reading.selectFrom('read_mark').select('message').execute();
    expect(marks.map(({ message }) => message)).toEqual([first?.id]);
    await cun.post(`${base}/messages/read`, {});
    expect((await inbox(cun)).unread).toBe(0);
  });

  test('a day later the deadline is told, by the calendar alone', async () => {
    town.clock.set(instantAt('2026-11-10', '09:00'));
    expect(await kinds(await town.as('shequ'))).toEqual([
      'finding-overdue',
      'plan-adopted',
      'finding-due (read)',
      'finding-dispatched (read)',
    ]);
  });

  test('a short list begins with the unread and says how many there are in all', async () => {
    const short = (await (await town.as('shequ')).get(`${base}/messages?limit=1`)).as<InboxView>();
    expect(short.messages.map(({ kind }) => kind)).toEqual(['finding-overdue']);
    expect(short).toMatchObject({ unread: 2, found: 4 });
    expect((await (await town.as('shequ')).get(`${base}/messages?limit=0`)).status).toBe(400);
  });

  test('English is spoken when asked', async () => {
    const reply = await (await town.as('shequ')).ask('GET', `${base}/messages`, undefined, { 'accept-language': 'en' });
    expect(reply.as<InboxView>().messages[0]?.name).toBe('Deadline passed');
  });

  test('one of the town level sees his unit and those below it; an auditor sees all and does nothing', async () => {
    const guanli = await town.as('guanli');
    const members = [
      ['bangongshi', '领导小组办公室', 'office'],
      ['shequ', '小箐社区', 'town'],
      ['yi', '', 'auditor'],
    ].map(([login = '', unit, role]) => ({ account: town.accounts[login], unit, roles: [role] }));
    expect((await guanli.put(`${base}/members`, members)).status).toBe(200);
    const [watcher, auditor] = [await town.as('shequ'), await town.as('yi')];
    const seen = async (browser: Visitor) => (await browser.get(`${base}/findings`)).as<{ findings: unknown[] }>().findings.length;
    expect([await seen(watcher), await seen(auditor)]).toEqual([1, 1]);
    for (const path of ['log/page', 'log/check', 'access', 'access/check', 'members', 'draft', 'records', 'outbox', 'robots'])
      expect((await auditor.get(`${base}/${path}`)).status, path).toBe(200);
    for (const path of ['log/page', 'access', 'members', 'draft', 'outbox'])
      expect((await watcher.get(`${base}/${path}`)).status, path).toBe(404);
    const order = { id: 'order-0001', command: { type: 'ReachMilestone', milestone: '问题清单', text: '', photos: [] } };
    for (const browser of [watcher, auditor]) {
      expect((await browser.post(`${base}/commands`, order)).status).toBe(404);
      expect((await browser.ask('PUT', `${base}/photos/${'a'.repeat(64)}?size=9`)).status).toBe(404);
    }
    expect((await auditor.put(`${base}/members`, members)).status).toBe(404);
  });
});
