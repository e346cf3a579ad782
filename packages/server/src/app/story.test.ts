import { type Answer, instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../work/verify.ts';
import { pngOf } from './pictures.fixture.ts';
import { databases } from './stores.fixture.ts';
import { dutiesOn, filled, openTown, type Town, upload } from './town.fixture.ts';

const monday = '2026-11-02';

describe.each(databases)('a campaign on %s', (database) => {
  let town: Town;
  let base: string;
  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}`;
  });
  afterAll(() => town.close());

  test('a failed item with a photo becomes a finding, is put right, looked at by somebody else and closed', async () => {
    town.clock.set(instantAt(monday, '10:00'));
    const jia = await town.as('jia');
    const duty = dutiesOn(monday).find(({ site }) => site === '东街门面段');
    if (!duty) throw new Error('no duty');
    const { hash: photo, reply } = await upload(jia, town.campaign, pngOf('shop front'));
    expect(reply.as()).toEqual({ offset: reply.as<{ size: number }>().size, size: reply.as<{ size: number }>().size, complete: true });
    const command = filled(duty, {
      submission: 'visit-0001',
      at: instantAt(monday, '09:50'),
      but: { 门前干净: { result: 'fail', note: '门口有油污', photos: [photo] } },
    });
    const receipt = await jia.put(`${base}/submissions/visit-0001`, command);
    expect(receipt.status).toBe(201);
    expect(receipt.as()).toMatchObject({ submission: 'visit-0001', missingPhotos: [], at: instantAt(monday, '10:00') });
    const again = await jia.put(`${base}/submissions/visit-0001`, command);
    expect([again.status, again.text]).toEqual([200, receipt.text]);

    const unit = await town.as('shequ');
    const { findings } = (await unit.get(`${base}/findings`)).as<{
      findings: { id: string; due: string; number: number; item: string }[];
    }>();
    expect(findings).toMatchObject([{ item: '门前干净', unit: '小箐社区', state: 'rectifying', due: '2026-11-05', number: 1 }]);
    const finding = findings[0]?.id ?? '';
    expect((await (await town.as('cun')).get(`${base}/findings`)).as()).toMatchObject({ findings: [] });
    expect((await (await town.as('cun')).get(`${base}/findings/${encodeURIComponent(finding)}`)).status).toBe(404);

    const after = await upload(unit, town.campaign, pngOf('cleaned'));
    const replied = await unit.post(`${base}/commands`, {
      id: 'reply-0001',
      command: { type: 'ReplyRectification', finding, text: '已清洗', photos: [after.hash] },
    });
    expect(replied.as()).toMatchObject({ events: [{ cause: 'reply-0001', fact: { type: 'RectificationReplied', finding } }] });
    const closed = await (await town.as('yi')).post(`${base}/commands`, {
      id: 'close-0001',
      command: { type: 'VerifyRectification', finding, passed: true, text: '已干净', photos: [] },
    });
    expect(closed.status).toBe(200);
    expect((await jia.get(`${base}/findings/${encodeURIComponent(finding)}`)).as()).toMatchObject({ state: 'closed', returns: 0 });
  });

  test('the month ends, standings are published, a consequence is proposed and signed, and the board shows it', async () => {
    const jia = await town.as('jia');
    for (const [i, site] of ['西街门面段', '河滨路门面段', '老街门面段', '新区门面段'].entries()) {
      const duty = dutiesOn(monday).find((one) => one.site === site && one.checklist === '门前三包检查表');
      if (!duty) throw new Error('no duty');
      const { hash } = await upload(jia, town.campaign, pngOf(site));
      const but: Record<string, Answer> = i < 2 ? { 路面井盖完好: { result: 'fail', photos: [hash] } } : {};
      const command = filled(duty, { submission: `visit-1${i}00`, at: instantAt(monday, '10:30'), but });
      town.clock.set(instantAt(monday, '11:00'));
      expect((await jia.put(`${base}/submissions/${command.submission}`, command)).status).toBe(201);
    }
    town.clock.set(instantAt('2026-12-01', '09:00'));
    const office = await town.as('bangongshi');
    const order = { id: 'publish-11', command: { type: 'PublishStandings', ranking: '月度排名', period: '2026-11' } };
    const published = await office.post(`${base}/commands`, order);
    expect(published.as()).toMatchObject({ events: [{ fact: { type: 'StandingsPublished', period: '2026-11' } }] });
    expect((await office.post(`${base}/commands`, order)).text).toBe(published.text);
    const standings = await office.get(`${base}/standings?ranking=${encodeURIComponent('月度排名')}&period=2026-11`);
    expect(standings.as()).toMatchObject({ published: true, publishedBy: '办公室主任' });
    expect((await office.get(`${base}/periods`)).as()).toContainEqual(
      expect.objectContaining({ period: '2026-11', published: true, over: true }),
    );

    const proposals = (await office.get(`${base}/proposals`)).as<{ id: string; state: string }[]>();
    const [proposal] = proposals;
    expect(proposal).toMatchObject({ state: 'proposed' });
    const sign = { id: 'sign-0001', command: { type: 'SignConsequence', consequence: proposal?.id } };
    expect((await office.post(`${base}/commands`, sign)).codes).toEqual(['command.not-allowed']);
    const leader = await town.as('zuzhang');
    expect((await leader.post(`${base}/commands`, { ...sign, id: 'sign-0002' })).as()).toMatchObject({
      events: [{ fact: { type: 'ConsequenceSigned' } }],
    });
    const board = (await leader.get(`${base}/board`)).as<{ day: string; version: number; proposals: { id: string; state: string }[] }>();
    expect(board).toMatchObject({ day: '2026-12-01', version: 1 });
    expect(board.proposals.find(({ id }) => id === proposal?.id)).toMatchObject({ state: 'signed', decision: { by: '组长' } });
    const before = (await leader.get(`${base}/board?day=2026-11-29`)).as<{
      day: string;
      proposals: unknown[];
      periods: { published: boolean }[];
    }>();
    expect(before).toMatchObject({ day: '2026-11-29', proposals: [] });
    expect(before.periods.some(({ published }) => published)).toBe(false);
    expect((await office.get(`${base}/log?after=1`)).as<{ events: unknown[] }>().events.length).toBeGreaterThan(10);
    expect(await verify(town.store, town.folder)).toMatchObject({ ok: true, faults: [] });
  });
});
