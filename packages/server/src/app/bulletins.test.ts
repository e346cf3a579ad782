import { type Bulletin, instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../work/verify.ts';
import { dutiesOn, filled, openTown, type Town } from './town.fixture.ts';

const report = '月度考核通报';
let town: Town;
let base: string;
beforeAll(async () => {
  town = await openTown();
  base = `/api/campaigns/${town.campaign}`;
});
afterAll(() => town.close());

const figures = (bulletin: Bulletin): readonly string[] =>
  bulletin.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'table' ? block.rows.map(({ cells }) => cells.join()) : [],
  );
const read = async (period: string) => (await town.as('cun')).get(`${base}/bulletin?${new URLSearchParams({ report, period })}`);

test('a bulletin that went out stays as it was, whatever comes later', async () => {
  const monday = '2026-11-02';
  town.clock.set(instantAt(monday, '10:00'));
  const jia = await town.as('jia');
  const duty = dutiesOn(monday).find(({ site }) => site === '东街门面段');
  if (!duty) throw new Error('no duty');
  await jia.put(`${base}/submissions/visit-0001`, filled(duty, { submission: 'visit-0001', at: instantAt(monday, '09:50') }));
  town.clock.set(instantAt('2026-12-07', '09:00'));
  const office = await town.as('bangongshi');
  const due = (await office.get(`${base}/bulletins`)).as<{ period: string; state: string; due: string }[]>();
  expect(due.find(({ period }) => period === '2026-11')).toMatchObject({ state: 'due', due: '2026-12-07' });

  const draft = (await read('2026-11')).as<Bulletin>();
  expect(draft.number).toBeNull();
  expect(
    (await office.post(`${base}/commands`, { id: 'issue-0001', command: { type: 'IssueBulletin', report, period: '2026-11' } })).status,
  ).toBe(200);
  const issued = (await read('2026-11')).as<Bulletin>();
  expect(issued).toMatchObject({ number: 1, day: '2026-12-07' });
  expect(figures(issued)).toEqual(figures(draft));

  town.clock.set(instantAt('2026-12-09', '09:00'));
  const later = await town.as('bangongshi');
  await later.post(`${base}/commands`, {
    id: 'publish-0001',
    command: { type: 'PublishStandings', ranking: '月度排名', period: '2026-11' },
  });
  expect(figures((await read('2026-11')).as<Bulletin>())).toEqual(figures(issued));
  expect(
    (await later.get(`${base}/bulletins`)).as<{ period: string; state: string }[]>().find(({ period }) => period === '2026-11')?.state,
  ).toBe('issued');
});

test('as a Word document it opens, says the same, and lies on A4 with the margins of the standard', async () => {
  const reply = await (await town.as('cun')).get(`${base}/bulletin.docx?${new URLSearchParams({ report, period: '2026-11' })}`);
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toContain('wordprocessingml');
  expect((await (await town.as('cun')).get(`${base}/bulletin.docx?${new URLSearchParams({ report, period: '2026-W01' })}`)).status).toBe(
    404,
  );
});

test('twice, too early, by a unit, and for what is no report or period: each is answered in words', async () => {
  const [office, unit] = [await town.as('bangongshi'), await town.as('cun')];
  const issue = (id: string, period: string, by = office) =>
    by.post(`${base}/commands`, { id, command: { type: 'IssueBulletin', report, period } });
  const codes = async (reply: ReturnType<typeof issue>) =>
    (await reply).as<{ problems: { code: string; message: string }[] }>().problems.map(({ code }) => code);
  expect(await codes(issue('issue-0002', '2026-11'))).toEqual(['bulletin.already-issued']);
  expect(await codes(issue('issue-0003', '2026-12'))).toEqual(['bulletin.not-over']);
  expect(await codes(issue('issue-0004', '2026-W48'))).toEqual(['bulletin.not-a-period']);
  expect(await codes(issue('issue-0005', '2026-11', unit))).toEqual(['command.not-allowed']);
  expect((await read('2026-W48')).status).toBe(404);
  expect((await read('abcd')).status).toBe(404);
});

test('a meeting has its agenda on screen and as a Word file: one to come by what is known now, one that sat by what was known then', async () => {
  const office = await town.as('bangongshi');
  const meeting = '专项整治调度会';
  const paper = async (sits: string) => office.get(`${base}/bulletin?${new URLSearchParams({ meeting, sits })}`);
  const sittings = (await office.get(`${base}/meetings`)).as<{ day: string; state: string; takes: boolean }[]>();
  expect(sittings.find(({ day }) => day === '2026-12-11')).toMatchObject({ state: 'ahead', clock: '16:00', takes: false });
  expect(sittings.find(({ takes }) => takes)).toMatchObject({ day: '2026-12-04', state: 'past' });
  const [then, ahead] = [(await paper('2026-12-04')).as<Bulletin>(), (await paper('2026-12-11')).as<Bulletin>()];
  expect(then).toMatchObject({ kind: 'meeting', day: '2026-12-04', period: '2026-W49', signedBy: '镇长' });
  const command = { type: 'PassResolution', meeting, text: '清运河滨路垃圾', unit: '小箐村', due: '2026-12-15' };
  expect((await office.post(`${base}/commands`, { id: 'pass-0002', command })).status).toBe(200);
  expect((await paper('2026-12-04')).as<Bulletin>().blocks).toEqual(then.blocks);
  expect(figures((await paper('2026-12-11')).as<Bulletin>())).not.toEqual(figures(ahead));
  expect((await paper('2026-12-10')).status).toBe(404);
  const word = await office.get(`${base}/bulletin.docx?${new URLSearchParams({ meeting, sits: '2026-12-11' })}`);
  expect([word.status, decodeURIComponent(String(word.headers['content-disposition']))]).toEqual([
    200,
    expect.stringContaining('专项整治调度会议程（2026年第50周）.docx'),
  ]);
  const table = await office.get(`${base}/tables/bulletin?${new URLSearchParams({ meeting, sits: '2026-12-11', format: 'csv' })}`);
  expect(table.text).toContain('清运河滨路垃圾');
});

test('what a meeting decided is followed up, and the log agrees with every row', async () => {
  const office = await town.as('bangongshi');
  const command = { type: 'PassResolution', meeting: '专项整治调度会', text: '补划停车线', unit: '小箐村', due: '2026-12-18' };
  expect((await office.post(`${base}/commands`, { id: 'pass-0001', command })).status).toBe(200);
  const [, open] = (await office.get(`${base}/resolutions`)).as<{ id: string; state: string; unit: string }[]>();
  expect(open).toMatchObject({ state: 'open', unit: '小箐村' });
  const done = await (await town.as('cun')).post(`${base}/commands`, {
    id: 'done-0001',
    command: { type: 'FulfilResolution', resolution: open?.id ?? '', text: '已划', photos: [] },
  });
  expect(done.status).toBe(200);
  expect((await office.get(`${base}/resolutions`)).as<{ state: string }[]>()[1]?.state).toBe('done');
  for (const path of ['lists', 'ratings', 'complaints']) expect((await office.get(`${base}/${path}`)).as()).toEqual([]);
  expect(await verify(town.store, town.folder)).toMatchObject({ ok: true });
});
