import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../app/stores.fixture.ts';
import { openTown, passwordOf, type Town, type Visitor, visitor } from '../app/town.fixture.ts';

/** The events of a calendar as their lines by name, unfolded. */
const eventsIn = (text: string): readonly Readonly<Record<string, string>>[] =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(event.split('\r\n').map((line) => [line.split(/[:;]/)[0] ?? '', line.slice(line.indexOf(':') + 1)])),
    );

describe.each(databases)('a calendar link on %s', (database) => {
  let town: Town;
  let jia: Visitor;
  beforeAll(async () => {
    town = await openTown(database);
    town.clock.set(instantAt('2026-11-05', '10:00'));
    jia = await town.as('jia');
  });
  afterAll(() => town.close());

  const made = async (browser: Visitor): Promise<string> => {
    const reply = await browser.post('/api/calendar', undefined);
    expect(reply.status).toBe(201);
    return reply.as<{ path: string }>().path;
  };
  const read = (path: string) => visitor(town.app).get(path);

  test('is made by its owner and read without a session, as a calendar nobody keeps a copy of', async () => {
    expect((await jia.get('/api/calendar')).as()).toEqual({ made: null });
    const reply = await read(await made(jia));
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect((await jia.get('/api/calendar')).as()).toEqual({ made: instantAt('2026-11-05', '10:00') });
  });

  test('holds the duties of the inspector’s unit, in Chinese, from today on for four hundred days', async () => {
    const { text } = await read(await made(jia));
    const events = eventsIn(text);
    expect(events.some(({ SUMMARY }) => SUMMARY === '门面周查：8处' || SUMMARY?.startsWith('门面周查：'))).toBe(true);
    const days = events.flatMap(({ DTSTART }) => DTSTART?.slice(0, 8) ?? []).sort();
    expect(days.at(-1)?.slice(0, 6)).toBe('202712');
    expect(events.every(({ DTEND = '', DTSTART = '' }) => (DTEND || `${DTSTART}z`) > '20261105')).toBe(true);
  });

  test('keeps to the format: lines end in CRLF, none has more than 75 bytes, every event its own lasting name', async () => {
    const path = await made(jia);
    const { text } = await read(path);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const names = eventsIn(text).map(({ UID }) => UID);
    expect(new Set(names).size).toBe(names.length);
    town.clock.set(instantAt('2026-11-05', '12:00'));
    const later = (await read(path)).text;
    expect(eventsIn(later).map(({ UID }) => UID)).toEqual(names);
  });

  test('of a unit does not say where it will be inspected by draws to come', async () => {
    const planned = async (login: string) => {
      const { text } = await read(await made(await town.as(login)));
      return eventsIn(text).filter(({ SUMMARY }) => SUMMARY?.startsWith('环境周查：')).length;
    };
    const guanli = await town.as('guanli');
    const url = `/api/campaigns/${town.campaign}/members`;
    const member = (login: string, ...roles: string[]) => ({ account: town.accounts[login], unit: '领导小组办公室', roles });
    await guanli.put(url, [member('bangongshi', 'office'), member('jia', 'inspector'), member('shequ', 'unit')]);
    expect(await planned('jia')).toBeGreaterThan(50);
    expect(await planned('shequ')).toBe(1);
  });

  test('holds no more once it is revoked, made anew, or its owner has lost his account', async () => {
    const first = await made(jia);
    const second = await made(jia);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    expect((await jia.ask('DELETE', '/api/calendar')).status).toBe(200);
    expect((await read(second)).codes).toEqual(['request.not-found']);
    const third = await made(jia);
    const guanli = await town.as('guanli');
    await guanli.ask('PATCH', `/api/accounts/${town.accounts['jia']}`, { disabled: true });
    expect((await read(third)).status).toBe(404);
    await guanli.ask('PATCH', `/api/accounts/${town.accounts['jia']}`, { disabled: false });
    expect((await read(third)).status).toBe(404);
    jia = visitor(town.app);
    await jia.signIn('jia', passwordOf('jia'));
  });

  test.each(['x.ics', `${'a'.repeat(43)}.ics`, `${'a'.repeat(43)}`, '..%2f..%2fetc.ics', `${'a'.repeat(300)}.ics`])(
    'that nobody made, %s, is not there',
    async (file) => {
      expect([400, 404]).toContain((await read(`/api/calendar/${file}`)).status);
    },
  );

  test('is in the store only as a hash', async () => {
    const token = (await made(jia)).slice('/api/calendar/'.length, -'.ics'.length);
    const rows = await town.store.reading.selectFrom('feed').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.filter(({ account }) => account === town.accounts['jia'])).toHaveLength(1);
  });
});
