import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pngOf } from '../app/pictures.fixture.ts';
import { openRefusingTown, type RefusingTown } from '../app/refusal.fixture.ts';
import { dutiesOn, filled, upload, type Visitor } from '../app/town.fixture.ts';

let town: RefusingTown;
let base: string;
let orders = 0;

const give = (who: Visitor, command: object) => who.post(`${base}/commands`, { id: `order-${String(++orders).padStart(5, '0')}`, command });

/** The next day on which things are tried; everybody signs in anew. */
const onMorning = (day: string) => town.clock.set(instantAt(day, '09:00'));

const member = (login: string, unit: string, ...roles: string[]) => ({ account: town.accounts[login], unit, roles });

beforeAll(async () => {
  town = await openRefusingTown();
  base = town.base;
  const monday = '2026-11-02';
  const duty = dutiesOn(monday).find(({ site }) => site === '东街门面段');
  if (!duty) throw new Error('no duty');
  const { hash: photo } = await upload(town.jia, town.campaign, pngOf('shop front'));
  const but = { 门前干净: { result: 'fail' as const, photos: [photo] } };
  const visit = await town.jia.put(
    `${base}/submissions/visit-0001`,
    filled(duty, { submission: 'visit-0001', at: instantAt(monday, '09:50'), but }),
  );
  if (visit.status !== 201) throw new Error(visit.text);
});
afterAll(() => town.close());

describe('the office and the leading group are told in words, and nothing changes', () => {
  test('a finding closed by the person who put it right, or by one of his unit', async () => {
    const put = await town.office.put(`${base}/members`, [
      member('bangongshi', '领导小组办公室', 'office'),
      member('jia', '小箐社区', 'unit', 'inspector'),
      member('yi', '小箐社区', 'inspector'),
      member('shequ', '小箐社区', 'unit'),
      member('cun', '小箐村', 'unit'),
      member('zuzhang', '', 'leader'),
    ]);
    expect(put.status).toBe(200);
    const [fixer, colleague] = [await town.as('jia'), await town.as('yi')];
    const { findings } = (await town.office.get(`${base}/findings`)).as<{ findings: { id: string; unit: string }[] }>();
    const finding = findings[0]?.id;
    const { hash: photo } = await upload(fixer, town.campaign, pngOf('swept'));
    const reply = await give(fixer, { type: 'ReplyRectification', finding, text: '已清理', photos: [photo] });
    expect([findings[0]?.unit, reply.status, reply.text]).toEqual(['小箐社区', 200, expect.any(String)]);
    await town.remember();
    const closing = { type: 'VerifyRectification', finding, passed: true, text: '合格', photos: [] };
    for (const who of [fixer, colleague])
      expect(await town.refused(await give(who, closing))).toMatchObject({ status: 403, code: 'finding.own-work' });
  });

  test('a period closed before it is over, and one closed twice', async () => {
    const publish = { type: 'PublishStandings', ranking: '月度排名', period: '2026-11' };
    expect(await town.refused(await give(town.office, publish))).toMatchObject({ status: 422, message: expect.stringContaining('才结束') });
    onMorning('2026-12-02');
    const office = await town.as('bangongshi');
    expect((await give(office, publish)).status).toBe(200);
    await town.remember();
    const twice = await give(office, publish);
    expect(twice.status).toBe(409);
    expect(await town.refused(twice)).toMatchObject({ code: 'period.already-published', message: expect.stringContaining('更正') });
  });

  test('a signature by one who may not, and one under what nobody proposed', async () => {
    const [office, unit, leader] = [await town.as('bangongshi'), await town.as('cun'), await town.as('zuzhang')];
    const sign = { type: 'SignConsequence', consequence: '约谈·月度排名·2026-11·小箐村' };
    const decline = { ...sign, type: 'DeclineConsequence', reason: '不同意' };
    await town.remember();
    for (const who of [office, unit])
      for (const command of [sign, decline])
        expect(await town.refused(await give(who, command))).toMatchObject({ status: 403, code: 'command.not-allowed' });
    expect(await town.refused(await give(leader, sign))).toMatchObject({ status: 404, code: 'consequence.unknown' });
  });

  test('a number that is none', async () => {
    const office = await town.as('bangongshi');
    const reading = (value: string) =>
      `{"id":"order-number","command":{"type":"ReportReading","indicator":"没有的指标","period":"2026-11","value":${value},"text":"","photos":[]}}`;
    for (const value of ['"abc"', '1e400', '-1e400', 'NaN', '1e12', 'null']) {
      const reply = await office.ask('POST', `${base}/commands`, reading(value), { 'content-type': 'application/json' });
      expect((await town.refused(reply)).status, value).toBe(400);
    }
  });

  test('a table of what is not there, of days that cannot be, in a form nobody knows', async () => {
    const office = await town.as('bangongshi');
    const table = (of: string) => office.get(`${base}/tables/${of}`);
    const ranking = encodeURIComponent('月度排名');
    expect(await town.refused(await table(`standings?format=xlsx&ranking=x&period=2026-11`))).toMatchObject({ status: 404 });
    expect(await town.refused(await table(`standings?format=pdf&ranking=${ranking}&period=2026-11`))).toMatchObject({ status: 400 });
    expect(await town.refused(await table('duties?format=csv&from=2026-02-30&to=2026-03-01'))).toMatchObject({ code: 'day.impossible' });
    expect(await town.refused(await table('duties?format=csv'))).toMatchObject({ code: 'day.impossible' });
    expect(await town.refused(await table('secrets?format=csv'))).toMatchObject({ status: 400 });
  });
});

test('no text anybody wrote is a formula in what is taken out, and a document too long is refused for the Excel tables', {
  timeout: 120_000,
}, async () => {
  const office = await town.as('bangongshi');
  const pass = (text: string) =>
    give(office, { type: 'PassResolution', meeting: '专项整治调度会', text, unit: '小箐村', due: '2026-12-18' });
  expect((await pass('=HYPERLINK("http://x","点")')).status).toBe(200);
  const report = { report: '月度考核通报', period: '2026-12' };
  onMorning('2027-01-08');
  const later = await town.as('bangongshi');
  const taken = async (format: string) => later.get(`${base}/tables/bulletin?${new URLSearchParams({ ...report, format })}`);
  const csv = (await taken('csv')).text;
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""点"")"`);
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/);
  expect((await taken('xlsx')).headers['content-type']).toContain('spreadsheetml');
  expect((await (await town.as('cun')).get(`${base}/tables/findings?format=csv`)).text).not.toContain('小箐社区');

  for (let n = 0; n < 3000; n += 250)
    await Promise.all(
      Array.from({ length: 250 }, (_, i) =>
        give(later, {
          type: 'PassResolution',
          meeting: '专项整治调度会',
          text: `事项${n + i}`,
          unit: '小箐村',
          due: '2027-01-18',
        }),
      ),
    );
  await town.remember();
  const long = await later.get(`${base}/bulletin.docx?${new URLSearchParams(report)}`);
  expect(await town.refused(long)).toMatchObject({ status: 422, code: 'bulletin.too-long', message: expect.stringContaining('Excel') });
  expect((await taken('csv')).status).toBe(200);
});
