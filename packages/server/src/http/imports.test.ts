import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbook } from '../adapters/table/workbook.fixture.ts';
import { openTown, type Reply, type Town, type townPlan, type Visitor } from '../app/town.fixture.ts';

interface Row {
  readonly row: number;
  readonly verdict: string;
  readonly name: string;
  readonly problems: readonly { readonly message: string }[];
}
interface Verdict {
  readonly ok: boolean;
  readonly sheet: string;
  readonly rows: readonly Row[];
  readonly draft?: { readonly revision: number };
  readonly verdict?: { readonly rows: readonly Row[] };
}
interface DraftReply {
  readonly revision: number;
  readonly plan: typeof townPlan;
}

let town: Town;
let office: Visitor;
let draft: string;
beforeAll(async () => {
  town = await openTown();
  office = await town.as('bangongshi');
  draft = `/api/campaigns/${town.campaign}/draft`;
});
afterAll(() => town.close());

const send = (method: 'POST' | 'PUT', path: string, file: Buffer, by: Visitor = office): Promise<Reply> =>
  by.ask(method, `${draft}/${path}`, file, { 'content-type': 'application/octet-stream' });
const now = async (): Promise<DraftReply> => (await office.get(draft)).as<DraftReply>();
const sites = (...rows: (readonly string[])[]) => workbook({ 登记表: [['名称', '类别', '片区', '管护单位'], ...rows] });
const told = ({ rows }: { rows: readonly Row[] }): readonly string[] => rows.map(({ row, verdict, name }) => `${row} ${verdict} ${name}`);

describe('a register of sites', () => {
  test('is judged row by row without being kept', async () => {
    const before = await now();
    const file = await sites(
      ['北街门面段', '沿街门面', '小箐村', '小箐村'],
      ['东街门面段', '沿街门面', '小箐社区', '小箐村'],
      ['南街', '门面', '', '小箐村'],
    );
    const reply = await send('POST', 'register', file);
    expect(reply.status).toBe(200);
    expect(reply.as<Verdict>()).toMatchObject({ ok: false, sheet: '登记表' });
    expect(told(reply.as<Verdict>())).toEqual(['2 new 北街门面段', '3 changed 东街门面段', '4 wrong 南街']);
    expect(reply.as<Verdict>().rows[2]?.problems[0]?.message).toContain('是否为“沿街门面”？');
    expect(await now()).toEqual(before);
  });

  test('is taken in over the revision one saw, and not over a newer one', async () => {
    const { revision } = await now();
    const file = await sites(['北街门面段', '沿街门面', '小箐村', '小箐村']);
    const taken = await send('PUT', `register?revision=${revision}`, file);
    expect([taken.status, taken.as<Verdict>().draft?.revision]).toEqual([200, revision + 1]);
    expect((await now()).plan.places.sites.at(-1)).toEqual({ name: '北街门面段', class: '沿街门面', area: '小箐村', units: ['小箐村'] });
    const late = await send('PUT', `register?revision=${revision}`, await sites(['西门', '沿街门面', '', '小箐村']));
    expect([late.status, late.codes]).toEqual([409, ['draft.moved']]);
    expect((await now()).revision).toBe(revision + 1);
  });

  test('with one wrong row among a thousand is not taken in at all', async () => {
    const before = await now();
    const rows = Array.from({ length: 1000 }, (_, i) => [`${i}号店`, i === 700 ? '店' : '沿街门面', '', '小箐村']);
    const reply = await send('PUT', `register?revision=${before.revision}`, await sites(...rows));
    expect([reply.status, reply.codes]).toEqual([422, ['table.wrong-rows']]);
    expect(
      reply
        .as<Verdict>()
        .verdict?.rows.filter(({ verdict }) => verdict === 'wrong')
        .map(({ row }) => row),
    ).toEqual([702]);
    expect(await now()).toEqual(before);
  });

  test.each<[string, Buffer, number, string]>([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 415, 'table.old-kind'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 415, 'table.wrong-kind'],
    ['a broken workbook', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]), 422, 'table.broken'],
    ['an empty file', Buffer.from(' '), 422, 'table.empty'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 413, 'request.too-large'],
    ['a quotation mark without partner', Buffer.from('名称,类别\n"甲,乙\n'), 422, 'table.bad-quote'],
  ])('%s is answered in words', async (_, file, status, code) => {
    const reply = await send('POST', 'register', file);
    expect([reply.status, reply.codes]).toEqual([status, [code]]);
  });

  test('must be sent as bytes', async () => {
    const reply = await office.ask('POST', `${draft}/register`, { rows: [] });
    expect(reply.status).toBe(415);
    expect(reply.text).toContain('application/octet-stream');
    expect((await office.ask('PUT', draft, Buffer.from('x'), { 'content-type': 'application/octet-stream' })).status).toBe(415);
  });

  test('is the office’s alone', async () => {
    const file = await sites(['北街门面段', '沿街门面', '小箐村', '小箐村']);
    for (const login of ['jia', 'shequ', 'zuzhang', 'luren']) {
      const by = await town.as(login);
      for (const [method, path] of [
        ['POST', 'register'],
        ['PUT', 'register?revision=1'],
        ['POST', 'score-sheet?for=x'],
      ] as const)
        expect((await send(method, path, file, by)).status, login).toBeGreaterThanOrEqual(403);
    }
  });
});

describe('a score sheet', () => {
  const score = workbook({
    门头检查: [
      ['检查项目', '分值', '扣分办法'],
      ['门头完好', 5, '每处扣0.5分，扣完为止'],
      ['门头干净', 3, '扣1分'],
    ],
  });
  const query = `for=${encodeURIComponent('沿街门面')}&task=${encodeURIComponent('镇容秩序专项整治')}`;

  test('is judged, then becomes a checklist', async () => {
    expect(told((await send('POST', `score-sheet?${query}`, await score)).as<Verdict>())).toEqual([
      '1 heading ',
      '2 item 门头完好',
      '3 item 门头干净',
    ]);
    const { revision } = await now();
    const taken = await send('PUT', `score-sheet?${query}&revision=${revision}`, await score);
    expect(taken.status).toBe(200);
    expect((await now()).plan.checklists.at(-1)).toMatchObject({
      name: '门头检查',
      for: '沿街门面',
      items: [{ points: 0.5, most: 5 }, { points: 1 }],
    });
  });

  test('for a class the plan does not have is refused with the nearest', async () => {
    const reply = (await send('POST', `score-sheet?for=${encodeURIComponent('沿街门店')}`, await score)).as<{
      ok: boolean;
      problems: { message: string }[];
    }>();
    expect(reply.ok).toBe(false);
    expect(reply.problems[0]?.message).toContain('沿街门面');
  });
});

test('the description of the API names the four routes', async () => {
  const { paths } = (await town.app.inject({ url: '/api/docs/json' })).json() as { paths: Record<string, Record<string, unknown>> };
  const found = Object.entries(paths).filter(([path]) => /draft\/(register|score-sheet)/.test(path));
  expect(found.map(([, of]) => Object.keys(of).sort())).toEqual([
    ['post', 'put'],
    ['post', 'put'],
  ]);
});
