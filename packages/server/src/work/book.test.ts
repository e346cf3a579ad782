import { type Actor, type Event, instantAt, type Outcome } from '@xiuhua/engine';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { databases } from '../app/stores.fixture.ts';
import { dutiesOn, filled, openTown, receiptHash, type Town } from '../app/town.fixture.ts';
import type { Db } from '../store/tables.ts';
import { type CampaignBook, campaignBook } from './book.ts';
import { verify } from './verify.ts';
import { workOn } from './work.ts';

const day = '2026-11-02';
const at = instantAt(day, '10:00');

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};
const codesOf = (outcome: Outcome<unknown>): readonly string[] => outcome.problems.map((problem) => problem.code);

describe.each(databases)('the book on %s', (database) => {
  let town: Town;
  let book: CampaignBook;
  let jia: Actor;
  let yi: Actor;
  const duties = dutiesOn(day);
  const visit = (submission: string, i = 0, but = {}) => {
    const duty = duties[i];
    if (!duty) throw new Error('no such duty');
    return filled(duty, { submission, at, but });
  };
  const events = (): Promise<readonly Event[]> => book.events(town.campaign, 0);
  /** Another process over the same store: it has its own memory. */
  const elsewhere = (): CampaignBook => workOn({ store: town.store, clock: town.clock, log: silentLog, data: town.folder }).book;

  beforeAll(async () => {
    town = await openTown(database);
    town.clock.set(at);
    book = town.work.book;
    const actor = (login: string, name: string): Actor => ({
      account: town.accounts[login] ?? '',
      name,
      unit: '领导小组办公室',
      roles: ['inspector'],
    });
    [jia, yi] = [actor('jia', '检查员甲'), actor('yi', '检查员乙')];
  });
  afterAll(() => town.close());

  test('the same submission handed in again and again, at once and later, is one record with one receipt', async () => {
    const before = (await events()).length;
    const command = visit('twice-0001');
    const handed = await Promise.all([1, 2, 3].map(() => book.submit(town.campaign, { by: jia, command })));
    const later = await elsewhere().submit(town.campaign, { by: yi, command });
    const all = [...handed, later].map(must);
    expect(all.map(({ kind }) => kind)).toEqual(['taken', 'known', 'known', 'known']);
    expect(new Set(all.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect(all[0]?.receipt).toEqual({
      submission: 'twice-0001',
      contentHash: receiptHash(command),
      seq: before + 1,
      at,
      missingPhotos: [],
    });
    expect((await events()).length).toBe(before + 1);
  });

  test('other content under the same id is kept beside the first, once, and the first keeps its receipt', async () => {
    const first = must(await book.submit(town.campaign, { by: jia, command: visit('clash-0001', 1) }));
    const other = visit('clash-0001', 1, { 门前干净: { result: 'not-applicable' } });
    const second = must(await book.submit(town.campaign, { by: jia, command: other }));
    const third = must(await book.submit(town.campaign, { by: jia, command: other }));
    expect([second, third]).toEqual([
      { kind: 'conflict', receipt: first.receipt },
      { kind: 'conflict', receipt: first.receipt },
    ]);
    const kept = (await events()).filter(({ fact }) => fact.type === 'ConflictKept');
    expect(kept).toHaveLength(1);
    expect(await book.ask(town.campaign, ({ submissions }) => submissions.get('clash-0001')?.conflicts.length)).toBe(1);
  });

  test('other content under somebody else’s id is kept as well, with who sent it', async () => {
    const other = visit('clash-0001', 1, { 门前干净: { result: 'not-applicable' }, 路灯亮: { result: 'not-applicable' } });
    expect(must(await book.submit(town.campaign, { by: yi, command: other })).kind).toBe('conflict');
    const kept = await book.ask(town.campaign, ({ submissions }) => submissions.get('clash-0001')?.conflicts.map(({ by }) => by?.name));
    expect(kept).toEqual(['检查员甲', '检查员乙']);
  });

  test('a command given twice under one id gives the same events; the id cannot serve another command or person', async () => {
    const office: Actor = { account: 'o', name: '办公室主任', unit: '领导小组办公室', roles: ['office'] };
    const order = {
      id: 'reach-0001',
      by: office,
      command: { type: 'ReachMilestone' as const, milestone: '问题清单', text: '', photos: [] },
    };
    const [once, twice] = await Promise.all([book.command(town.campaign, order), book.command(town.campaign, order)]);
    expect(must(twice)).toEqual(must(once));
    expect(must(await elsewhere().command(town.campaign, order))).toEqual(must(once));
    const another = { ...order, command: { ...order.command, milestone: '工作台账' } };
    expect(codesOf(await book.command(town.campaign, another))).toEqual(['command.repeated-id']);
    expect(codesOf(await book.command(town.campaign, { ...order, by: { ...office, account: 'p' } }))).toEqual(['command.repeated-id']);
  });

  test('many submissions at once share one transaction, and one that is refused leaves the others alone', async () => {
    let transactions = 0;
    const store = {
      ...town.store,
      write: <T>(work: (db: Db) => Promise<T>) => {
        transactions++;
        return town.store.write(work);
      },
    };
    const counted = campaignBook({ ...town.work.tools, store });
    const handed = Array.from({ length: 40 }, (_, i) =>
      counted.submit(town.campaign, { by: jia, command: visit(`many-${String(i).padStart(4, '0')}`, i % 5) }),
    );
    const stranger = counted.submit(town.campaign, { by: { ...jia, unit: '小箐村' }, command: visit('many-strange') });
    expect((await Promise.all(handed)).every((outcome) => outcome.ok)).toBe(true);
    expect(codesOf(await stranger)).toEqual(['submission.not-your-unit']);
    expect(transactions).toBe(1);
  });

  test('two processes that write in turn know of each other’s events', async () => {
    const other = elsewhere();
    for (const [i, one] of [book, other, book, other].entries())
      must(await one.submit(town.campaign, { by: jia, command: visit(`turn-000${i}`, 2) }));
    const count = (campaign: { submissions: ReadonlyMap<string, unknown> }): number => campaign.submissions.size;
    expect(await book.ask(town.campaign, count)).toBe(await other.ask(town.campaign, count));
    expect((await events()).map(({ seq }) => seq)).toEqual((await events()).map((_, i) => i + 1));
  });

  test('two processes that write at once take each submission once and agree on every receipt', async () => {
    const books = [book, elsewhere(), elsewhere()];
    const handed = Array.from({ length: 25 }, (_, i) => visit(`race-${String(i).padStart(4, '0')}`, i % 5)).flatMap((command) =>
      books.map((one) => one.submit(town.campaign, { by: jia, command })),
    );
    const results = (await Promise.all(handed)).map(must);
    expect(results.filter(({ kind }) => kind === 'taken')).toHaveLength(25);
    expect(new Set(results.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(25);
  });

  test('when a transaction fails nothing of it is remembered, and the same submission can be handed in again', async () => {
    let fail = true;
    const store = {
      ...town.store,
      write: <T>(work: (db: Db) => Promise<T>) =>
        town.store.write(async (db) => {
          const result = await work(db);
          if (fail) throw Object.assign(new Error('the disk is full'), { code: 'SQLITE_FULL' });
          return result;
        }),
    };
    const shaky = campaignBook({ ...town.work.tools, store });
    const before = await events();
    const command = visit('shaky-0001', 3);
    await expect(shaky.submit(town.campaign, { by: jia, command })).rejects.toThrow('the disk is full');
    expect(await shaky.ask(town.campaign, ({ submissions }) => submissions.has('shaky-0001'))).toBe(false);
    expect(await events()).toEqual(before);
    fail = false;
    expect(must(await shaky.submit(town.campaign, { by: jia, command })).kind).toBe('taken');
    expect((await events()).length).toBe(before.length + 1);
  });

  test('the same day played in twice, in bulk, is there once', async () => {
    const before = (await events()).length;
    // Rows are written in portions of 256, 128 and so on down to one: this many take nearly every size.
    const orders = Array.from({ length: 255 + 256 + 128 }, (_, i) => {
      const command = visit(`play-${String(i).padStart(4, '0')}`, i % 5);
      return { id: command.submission, by: jia, command, at: instantAt(day, '11:00') };
    });
    const first = await book.play(town.campaign, orders);
    const second = await book.play(town.campaign, orders);
    expect(first.map((outcome) => must(outcome).known)).toEqual(orders.map(() => false));
    expect(second.map((outcome) => must(outcome).known)).toEqual(orders.map(() => true));
    expect((await town.work.book.ask(town.campaign, ({ seq }) => seq)) ?? 0).toBe(before + orders.length);
    expect((await events()).at(-1)?.at).toBe(instantAt(day, '11:00'));
  });

  test('what is known of visits is letter for letter what another process reads from the log', async () => {
    const told = (one: CampaignBook) =>
      one.ask(town.campaign, ({ submissions, findings, byDuty }) => JSON.stringify([[...submissions], [...findings], [...byDuty]]));
    const photos = ['a'.repeat(64)];
    const failing = { 门前干净: { result: 'fail' as const, photos }, 路灯亮: { result: 'fail' as const, photos } };
    must(await book.submit(town.campaign, { by: jia, command: visit('order-0001', 2, failing) }));
    expect(await told(elsewhere())).toBe(await told(book));
  });

  test('everything derived equals what the log says, and each way of tampering is named', async () => {
    const { store, folder, campaign } = town;
    const sound = await verify(store, folder);
    expect(sound).toMatchObject({ ok: true, campaigns: 1, faults: [] });
    expect(sound.events).toBe((await events()).length);
    /** Runs statements, verifies, and puts everything back. */
    const tampered = async (...statements: readonly string[]) => {
      const back = await store.reading.selectFrom('event').selectAll().where('campaign', '=', campaign).where('seq', '<=', 6).execute();
      const records = await store.reading.selectFrom('record').selectAll().where('campaign', '=', campaign).execute();
      await store.write(async (db) => {
        for (const statement of statements) await sql.raw(statement).execute(db);
      });
      const { faults } = await verify(store, folder);
      await store.write(async (db) => {
        await db.deleteFrom('event').where('campaign', '=', campaign).where('seq', '<=', 6).execute();
        await db.insertInto('event').values(back).execute();
        await db.deleteFrom('record').where('campaign', '=', campaign).execute();
        await db.insertInto('record').values(records).execute();
      });
      return faults[0];
    };
    expect(await tampered(`update event set fact = replace(fact, '东街', '西街') where seq = 5`)).toEqual({
      campaign,
      place: 'event 5',
      kind: 'altered',
    });
    expect(await tampered(`update event set by = replace(by, '甲', '乙') where seq = 5`)).toMatchObject({
      place: 'event 5',
      kind: 'altered',
    });
    expect(await tampered(`update event set prev = 'x' where seq = 6`)).toMatchObject({ place: 'event 6', kind: 'broken-link' });
    expect(await tampered('delete from event where seq = 5')).toMatchObject({ place: 'event 6', kind: 'gap' });
    const adopted = `where kind = 'version' and id = '1'`;
    expect(await tampered(`update record set body = replace(body, '"version":1', '"version":2') ${adopted}`)).toMatchObject({
      place: 'version 1',
      kind: 'differs',
    });
    expect(await tampered(`update record set day = '2026-01-01' ${adopted}`)).toMatchObject({ place: 'version 1', kind: 'differs' });
    expect(await tampered(`delete from record ${adopted}`)).toMatchObject({ place: 'version 1', kind: 'missing' });
    expect(await tampered(`update record set id = '9' ${adopted}`)).toMatchObject({ kind: 'missing' });
    const copy = `insert into record select campaign, 'submission', 'twice-0001', unit, day, state, body from record ${adopted}`;
    expect(await tampered(copy)).toMatchObject({ place: 'submission twice-0001', kind: 'surplus' });
    expect((await verify(store, folder)).ok).toBe(true);
  });

  test('a log cut off at its end is noticed by its head', async () => {
    const { store, folder, campaign } = town;
    const last = (await events()).length;
    const row = await store.reading.selectFrom('event').selectAll().where('seq', '=', last).executeTakeFirstOrThrow();
    await store.write((db) => db.deleteFrom('event').where('seq', '=', last).execute());
    expect((await verify(store, folder)).faults[0]).toEqual({ campaign, place: `event ${last}`, kind: 'short-log' });
    await expect(elsewhere().ask(campaign, () => 0)).rejects.toThrow('should end at');
    await store.write((db) => db.insertInto('event').values(row).execute());
  });
});
