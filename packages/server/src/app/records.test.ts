import { instantAt, type RecordsView, type SubmitChecklist } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../work/verify.ts';
import { databases } from './stores.fixture.ts';
import { dutiesOn, filled, openTown, receiptHash, type Town } from './town.fixture.ts';

const monday = '2026-11-02';
const duties = dutiesOn(monday);

describe.each(databases)('records of one duty on %s', (database) => {
  let town: Town;
  let base: string;
  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}`;
    town.clock.set(instantAt(monday, '10:00'));
  });
  afterAll(() => town.close());

  const record = (site: string, submission: string, but: Parameters<typeof filled>[1]['but'] = {}): SubmitChecklist => {
    const duty = duties.find((one) => one.site === site);
    if (!duty) throw new Error(`no duty at ${site}`);
    return filled(duty, { submission, at: instantAt(monday, '09:50'), but });
  };
  const inRecords = async (site: string) =>
    (await (await town.as('bangongshi')).get(`${base}/records`))
      .as<{ duties: RecordsView[] }>()
      .duties.filter((duty) => duty.site === site);
  const order = async (id: string, command: object) => (await town.as('bangongshi')).post(`${base}/commands`, { id, command });
  const dirty = { 门前干净: { result: 'fail' as const, photos: ['a'.repeat(64)] } };

  test('two phones did it: both are kept, the office sees them side by side and its choice counts', async () => {
    const [first, second] = [record('东街门面段', 'phone-one-1'), record('东街门面段', 'phone-two-1', dirty)];
    expect((await (await town.as('jia')).put(`${base}/submissions/phone-one-1`, first)).status).toBe(201);
    expect((await (await town.as('yi')).put(`${base}/submissions/phone-two-1`, second)).status).toBe(201);
    const [both] = await inRecords('东街门面段');
    expect(both).toMatchObject({
      state: 'open',
      records: [
        { record: 'phone-one-1', counts: true },
        { record: 'phone-two-1', counts: false },
      ],
    });
    const chosen = await order('choose-0001', { type: 'ChooseRecord', duty: both?.duty, record: 'phone-two-1', reason: '照片为证' });
    expect(chosen.status).toBe(200);
    expect((await inRecords('东街门面段'))[0]?.state).toBe('decided');
    const { findings } = (await (await town.as('shequ')).get(`${base}/findings`)).as<{ findings: { item: string }[] }>();
    expect(findings).toMatchObject([{ item: '门前干净' }]);
    await order('choose-0002', { type: 'ChooseRecord', duty: both?.duty, record: 'phone-one-1', reason: '照片拍的是隔壁' });
    expect((await (await town.as('shequ')).get(`${base}/findings`)).as()).toMatchObject({ findings: [] });
  });

  test('other content under one id, from another account, is kept with its sender and can be chosen', async () => {
    const [first, second] = [record('西街门面段', 'phone-same-1'), record('西街门面段', 'phone-same-1', dirty)];
    await (await town.as('jia')).put(`${base}/submissions/phone-same-1`, first);
    const reply = await (await town.as('yi')).put(`${base}/submissions/phone-same-1`, second);
    expect([reply.status, reply.codes]).toEqual([409, ['submission.conflict']]);
    const [kept] = await inRecords('西街门面段');
    const copy = kept?.records.find((one) => one.copy);
    expect(copy).toMatchObject({ otherAccount: true, by: { name: '检查员乙' }, counts: false });
    expect((await order('choose-0003', { type: 'ChooseRecord', duty: kept?.duty, record: copy?.record, reason: '乙在场' })).status).toBe(
      200,
    );
    expect((await inRecords('西街门面段'))[0]?.records.find((one) => one.counts)?.by.name).toBe('检查员乙');
  });

  test('nobody but the office and the leaders sees them', async () => {
    for (const login of ['jia', 'shequ']) expect((await (await town.as(login)).get(`${base}/records`)).status).toBe(404);
  });

  test('one is sent back, comes again with the question answered anew, and the round is counted', async () => {
    const jia = await town.as('jia');
    const site = duties.find((one) => !['东街门面段', '西街门面段'].includes(one.site) && one.by === '领导小组办公室')?.site ?? '';
    const first = record(site, 'round-one-1');
    expect((await jia.put(`${base}/submissions/round-one-1`, first)).status).toBe(201);
    const [item = ''] = Object.keys(first.answers);
    await order('return-0001', { type: 'ReturnRecord', submission: 'round-one-1', remarks: { [item]: '请再看一次' }, text: '' });
    const due = (await jia.get(`${base}/duties?from=${monday}&to=${monday}`)).as<{ duties: { id: string; returned?: object }[] }>();
    expect(due.duties.find(({ id }) => id === first.duty)?.returned).toMatchObject({ round: 2, remarks: { [item]: '请再看一次' } });
    const second = { ...record(site, 'round-two-1', { [item]: { result: 'not-applicable' } }), amends: 'round-one-1' };
    expect((await jia.put(`${base}/submissions/round-two-1`, second)).status).toBe(201);
    const view = (await jia.get(`${base}/submissions/round-two-1`)).as();
    expect(view).toMatchObject({ round: 2, amends: 'round-one-1', counts: true });
  });

  describe('from the file a phone saved', () => {
    const site = duties.filter((one) => one.by === '领导小组办公室').at(-1)?.site ?? '';
    const from = (command: SubmitChecklist, change: object = {}) => ({
      account: town.accounts['jia'],
      contentHash: receiptHash(command),
      command,
      ...change,
    });
    const bring = async (body: { command: SubmitChecklist }) =>
      (await town.as('bangongshi')).put(`${base}/unsent/${body.command.submission}`, body);

    test('are taken once, under the name of who made them and with who brought them in', async () => {
      const command = record(site, 'file-0001');
      expect((await bring(from(command))).status).toBe(201);
      const again = await bring(from(command));
      expect([again.status, again.as()]).toMatchObject([200, { submission: 'file-0001', contentHash: receiptHash(command) }]);
      expect((await (await town.as('jia')).put(`${base}/submissions/file-0001`, command)).status).toBe(200);
      const view = (await (await town.as('jia')).get(`${base}/submissions/file-0001`)).as();
      expect(view).toMatchObject({ by: { name: '检查员甲' }, carriedBy: '办公室主任' });
    });

    test.each([
      ['whose content does not fit its checksum', { contentHash: 'b'.repeat(64) }, 'unsent.damaged'],
      ['of somebody who is no member', { account: 'nobody-at-all' }, 'unsent.not-an-inspector'],
    ])('are refused in words: one %s', async (_, change, code) => {
      expect((await bring(from(record(site, 'file-0002'), change) as ReturnType<typeof from>)).codes).toEqual([code]);
    });

    test('of somebody who left the campaign since are kept, marked, and wait for a person', async () => {
      const office = await town.as('bangongshi');
      const command = record(duties.filter((one) => one.by === '领导小组办公室').at(-2)?.site ?? '', 'file-0004');
      const jia = await town.as('jia');
      const members = (await office.get(`${base}/members`)).as<{ account: string; unit: string; roles: string[] }[]>();
      const put = (list: typeof members) =>
        office.put(
          `${base}/members`,
          list.map(({ account, unit, roles }) => ({ account, unit, roles })),
        );
      expect((await put(members.filter(({ account }) => account !== town.accounts['jia']))).status).toBe(200);
      expect((await bring(from(command))).status).toBe(201);
      expect((await inRecords(duties.find(({ id }) => id === command.duty)?.site ?? ''))[0]).toMatchObject({
        state: 'open',
        records: [{ left: '领导小组办公室', counts: false, by: { name: '检查员甲', unit: '' }, carriedBy: '办公室主任' }],
      });
      // From the phone itself it is the same: it hands in, with its photos, and sees nothing else.
      expect((await jia.put(`${base}/submissions/file-0004`, command)).status).toBe(200);
      expect((await jia.ask('PUT', `${base}/photos/${'c'.repeat(64)}?size=10`)).status).toBe(201);
      for (const path of ['/plan', '/duties?from=2026-11-02&to=2026-11-02', '/submissions/file-0004', `/photos/${'c'.repeat(64)}`])
        expect((await jia.get(`${base}${path}`)).status, path).toBe(404);
      expect((await (await town.as('luren')).put(`${base}/submissions/file-0005`, { ...command, submission: 'file-0005' })).status).toBe(
        404,
      );
      expect((await put(members)).status).toBe(200);
    });

    test('are brought in by the office alone', async () => {
      const command = record(site, 'file-0003');
      expect((await (await town.as('jia')).put(`${base}/unsent/file-0003`, from(command))).status).toBe(404);
    });
  });

  test('the log replays to the same records, byte for byte', async () => {
    expect(await verify(town.store, town.folder)).toMatchObject({ ok: true, faults: [] });
  });
});
