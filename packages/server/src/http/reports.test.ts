import { type Answer, type Campaign, type IndicatorView, instantAt, type Plan, type ProgressView } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pngOf } from '../app/pictures.fixture.ts';
import { dutiesOn, filled, openTown, putInForce, type Town, townPlan, upload, type Visitor } from '../app/town.fixture.ts';
import { verify } from '../work/verify.ts';

const measured: Plan = {
  ...townPlan,
  indicators: [
    {
      name: '责任书签订率',
      unit: '%',
      binding: 'binding',
      rate: { numerator: '已签订户数', denominator: '门店户数', zero: 'no-data' },
      baseline: { value: 50, day: '2026-10-29' },
      reported: { by: '小箐社区', every: 'month', within: '5 workdays', covers: 'all' },
      targets: [{ target: 'at least 95', per: 'cumulative', due: '2027-03-31' }],
      source: '三（一）',
    },
    {
      name: '清理卫生死角',
      unit: '处',
      binding: 'expected',
      reported: { by: '各责任单位', every: 'month', covers: 'period' },
      targets: [{ target: 'at least 120', per: 'cumulative', due: '2027-03-31' }],
    },
  ],
};

let town: Town;
let base: string;
let people: Readonly<Record<'office' | 'jia' | 'yi' | 'community' | 'village' | 'leader', Visitor>>;
let orders = 0;

const give = (who: Visitor, command: object) => who.post(`${base}/commands`, { id: `order-${String(++orders).padStart(4, '0')}`, command });
const message = (text: string) => (JSON.parse(text) as { problems: { message: string }[] }).problems[0]?.message ?? '';
const reading = (more: object) => ({
  type: 'ReportReading',
  indicator: '责任书签订率',
  period: '2026-11',
  numerator: 300,
  denominator: 400,
  text: '',
  photos: [],
  ...more,
});

/** Everybody signs in, as of the clock: a session does not last for a month. */
const enter = async (): Promise<void> => {
  const found = await Promise.all(
    [
      ['office', 'bangongshi'],
      ['jia', 'jia'],
      ['yi', 'yi'],
      ['community', 'shequ'],
      ['village', 'cun'],
      ['leader', 'zuzhang'],
    ].map(async ([key = '', login = '']) => [key, await town.as(login)] as const),
  );
  people = Object.fromEntries(found) as typeof people;
};

const onMorning = async (day: string): Promise<void> => {
  town.clock.set(instantAt(day, '09:00'));
  await enter();
};

beforeAll(async () => {
  town = await openTown();
  await enter();
  const begun = (await people.office.post('/api/campaigns', { plan: measured })).as<{ id: string; hash: string }>();
  base = `/api/campaigns/${begun.id}`;
  const member = (login: string, unit: string, role: string) => ({ account: town.accounts[login], unit, roles: [role] });
  await people.office.put(`${base}/members`, [
    member('bangongshi', '领导小组办公室', 'office'),
    member('jia', '领导小组办公室', 'inspector'),
    member('shequ', '小箐社区', 'unit'),
    member('cun', '小箐村', 'unit'),
    member('zuzhang', '', 'leader'),
  ]);
  const adopted = await putInForce(base, begun.hash, people);
  if (adopted.status !== 200) throw new Error(adopted.text);
  await onMorning('2026-12-02');
});
afterAll(() => town.close());

describe('a number of an indicator', () => {
  const indicators = async (who: Visitor, query = '') => (await who.get(`${base}/indicators${query}`)).as<readonly IndicatorView[]>();

  test('is refused in words when it is no number, no finite one, or less than nothing', async () => {
    const text = await give(people.community, reading({ numerator: 'abc' }));
    expect([text.status, text.codes]).toEqual([400, ['shape.wrong-kind']]);
    const body = JSON.stringify({ id: 'order-endless', command: reading({}) }).replace('300', '1e400');
    const endless = await people.community.ask('POST', `${base}/commands`, body, { 'content-type': 'application/json' });
    expect(endless.status).toBe(400);
    expect(message(endless.text)).not.toBe('');
    const negative = await give(
      people.village,
      reading({ indicator: '清理卫生死角', numerator: undefined, denominator: undefined, value: -3 }),
    );
    expect([negative.status, message(negative.text)]).toEqual([422, '“清理卫生死角”以处计，不能是负数，现在是-3。']);
    expect((await indicators(people.office)).flatMap(({ readings }) => readings)).toEqual([]);
  });

  test('is reported by its unit only, waits, is returned with a reason, reported anew, confirmed and then stays', async () => {
    expect((await give(people.village, reading({}))).status).toBe(403);
    expect((await give(people.community, reading({}))).status).toBe(200);
    const id = '责任书签订率·2026-11';
    expect((await give(people.community, { type: 'VerifyReading', reading: id, passed: true, text: '', photos: [] })).status).toBe(403);
    const bare = await give(people.office, { type: 'VerifyReading', reading: id, passed: false, text: '', photos: [] });
    expect(message(bare.text)).toBe('退回必须写明理由。');
    await give(people.office, { type: 'VerifyReading', reading: id, passed: false, text: '台账是 280 户', photos: [] });
    expect((await indicators(people.office))[0]).toMatchObject({
      targets: [{ state: 'no-data' }],
      awaited: [{ period: '2026-10' }, { period: '2026-11' }],
    });
    await give(people.community, reading({ numerator: 280 }));
    await give(people.office, { type: 'VerifyReading', reading: id, passed: true, text: '', photos: [] });
    expect((await give(people.community, reading({ numerator: 281 }))).status).toBe(409);
    expect((await indicators(people.office))[0]).toMatchObject({
      targets: [{ state: 'early', value: { shown: '70.0', numerator: '280', denominator: '400', confirmed: true } }],
    });
  });

  test('is told as it was known on a past day, and a unit sees the reports of its own only', async () => {
    await onMorning('2026-12-05');
    expect((await indicators(people.office, '?day=2026-12-01'))[0]).toMatchObject({ targets: [{ state: 'no-data' }], readings: [] });
    expect((await indicators(people.community))[0]?.readings).toHaveLength(1);
    expect((await indicators(people.village))[0]?.readings).toEqual([]);
    expect((await people.office.get(`${base}/indicators?day=2026-02-30`)).codes).toEqual(['day.impossible']);
    expect((await people.office.get(`${base}/indicators?day=1990-01-01`)).codes).toEqual(['shape.out-of-range']);
  });
});

test('a unit reports a milestone, the office confirms it, and it is reached on the day of the report', async () => {
  const report = { type: 'ReportProgress', kind: 'milestone', about: '长效管理办法', percent: 100, text: '已印发', photos: [] };
  expect((await give(people.village, report)).status).toBe(200);
  const found = async () =>
    (await people.office.get(`${base}/progress`)).as<readonly ProgressView[]>().find(({ name }) => name === '长效管理办法');
  expect(await found()).toMatchObject({ percent: 0, units: [{ unit: '小箐村', newest: { state: 'reported' } }] });
  await onMorning('2026-12-08');
  await give(people.office, { type: 'VerifyProgress', progress: 'milestone·长效管理办法·小箐村·1', passed: true, text: '' });
  expect(await found()).toMatchObject({ percent: 100, light: 'done', slip: 0 });
  const reached = (campaign: Campaign) => campaign.milestones.get('长效管理办法')?.day;
  expect(await town.work.book.ask(base.split('/').at(-1) ?? '', reached)).toBe('2026-12-05');
});

test('a period is closed, appealed against, decided with its effect known, and issued anew', async () => {
  const monday = '2026-11-02';
  const visits = ['东街门面段', '西街门面段', '河滨路门面段', '老街门面段', '新区门面段'];
  const plan = await town.work.book.ask(base.split('/').at(-1) ?? '', ({ versions }) => versions[0]?.plan.hash);
  for (const [i, site] of visits.entries()) {
    const duty = dutiesOn(monday).find((one) => one.site === site && one.checklist === '门前三包检查表');
    if (!duty) throw new Error('no duty');
    const { hash } = await upload(people.jia, base.split('/').at(-1) ?? '', pngOf(site));
    const but: Record<string, Answer> = i === 0 ? { 门前干净: { result: 'fail', photos: [hash] } } : {};
    const command = { ...filled(duty, { submission: `visit-${i}000`, at: instantAt(monday, '10:00'), but }), plan: plan ?? '' };
    expect((await people.jia.put(`${base}/submissions/visit-${i}000`, command)).status).toBe(201);
  }
  const closing = await people.office.get(`${base}/closing?ranking=${encodeURIComponent('月度排名')}&period=2026-11`);
  expect(closing.as()).toMatchObject({ published: false, over: true, open: 1 });
  expect(closing.as<{ late: unknown[]; awaited: unknown[] }>().late.length).toBeGreaterThan(0);
  expect((await people.village.get(`${base}/closing?ranking=${encodeURIComponent('月度排名')}&period=2026-11`)).status).toBe(404);
  await give(people.office, { type: 'PublishStandings', ranking: '月度排名', period: '2026-11' });
  // On a day before all that, the lists behind the board say what was known then.
  const then = '2026-12-05';
  expect((await people.office.get(`${base}/findings?day=${then}`)).as()).toMatchObject({ today: then, findings: [] });
  const before = await people.office.get(`${base}/standings?ranking=${encodeURIComponent('月度排名')}&period=2026-11&day=${then}`);
  expect(before.as()).toMatchObject({ published: false, issue: 0 });

  const appeal = { type: 'OpenAppeal', ranking: '月度排名', period: '2026-11', text: '照片是隔壁', photos: [], findings: ['visit-0000/0'] };
  const [finding] = (await people.community.get(`${base}/findings`)).as<{ findings: { id: string }[] }>().findings;
  expect((await give(people.village, { ...appeal, findings: [finding?.id] })).status).toBe(403);
  expect((await give(people.community, { ...appeal, findings: [finding?.id] })).status).toBe(200);
  const appeals = (await people.leader.get(`${base}/appeals`)).as<{ id: string; effect: { unit: string }[]; contested: unknown[] }[]>();
  expect(appeals).toMatchObject([{ state: 'open', contested: [{ item: '门前干净' }] }]);
  expect(appeals[0]?.effect.map(({ unit }) => unit)).toContain('小箐社区');
  expect((await people.village.get(`${base}/appeals`)).as()).toEqual([]);
  expect(await verify(town.store, town.folder)).toMatchObject({ ok: true });
  await give(people.leader, { type: 'DecideAppeal', appeal: appeals[0]?.id, upheld: true, text: '属实' });
  await give(people.office, { type: 'CorrectStandings', ranking: '月度排名', period: '2026-11', reason: '申诉成立' });
  const standings = await people.office.get(`${base}/standings?ranking=${encodeURIComponent('月度排名')}&period=2026-11`);
  expect(standings.as()).toMatchObject({ issue: 2, reason: '申诉成立', changes: appeals[0]?.effect, earlier: [{ issue: 1 }] });
});

test('the log is read page by page, newest first, and its first bad record is named', async () => {
  const first = (await people.leader.get(`${base}/log/page`)).as<{ events: { seq: number }[]; last: number }>();
  expect(first.events.map(({ seq }) => seq)).toEqual(Array.from({ length: first.last }, (_, i) => first.last - i));
  const older = (await people.leader.get(`${base}/log/page?before=4`)).as<{ events: { seq: number }[] }>();
  expect(older.events.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  expect((await people.village.get(`${base}/log/page`)).status).toBe(404);
  expect((await people.office.get(`${base}/log/check`)).as()).toEqual({ events: first.last, bad: null });
  await town.store.write((db) =>
    db
      .updateTable('event')
      .set({ fact: '{}' })
      .where('campaign', '=', base.split('/').at(-1) ?? '')
      .where('seq', '=', 3)
      .execute(),
  );
  expect((await people.office.get(`${base}/log/check`)).as()).toEqual({ events: 2, bad: { seq: 3, kind: 'altered' } });
});
