import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workbook } from '../adapters/table/workbook.fixture.ts';
import { xiuhua } from './terminal.fixture.ts';

const example = fileURLToPath(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url));
let folder = '';
let plan = '';

const write = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-import-'));
});
beforeEach(async () => {
  plan = await write('plan.json', await readFile(example));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = [
  ['检查对象登记表', null, null, null],
  ['名称', '类别', '片区', '管护单位'],
  ['北街门面段', { text: '沿街门面', rows: 3 }, '小箐村', '小箐村'],
  ['东街门面段', null, '小箐社区', '小箐村'],
  ['西街门面段', null, '小箐社区', '小箐社区'],
];

describe('xiuhua register import', () => {
  test('takes in new and changed sites, and says of each row what it is', async () => {
    const file = await write('sites.xlsx', await workbook({ 填表说明: [['请逐项填写']], 登记表: rows }));
    await chmod(plan, 0o640);
    const { code, out } = await xiuhua('register', 'import', plan, file);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual([
      '     3  新增  北街门面段',
      '     4  更改  东街门面段（管护单位）',
      '     5  不变  西街门面段',
      '新增 1，更改 1，不变 1',
    ]);
    const after = JSON.parse(await readFile(plan, 'utf8')) as { places: { sites: { name: string; units: string[] }[] } };
    expect(after.places.sites[0]).toMatchObject({ name: '东街门面段', units: ['小箐村'], address: '集镇东街1号至58号' });
    expect(after.places.sites.at(-1)).toEqual({ name: '北街门面段', class: '沿街门面', area: '小箐村', units: ['小箐村'] });
    expect((await stat(plan)).mode & 0o777).toBe(0o640);
    expect((await xiuhua('check', plan)).code).toBe(0);
    expect((await xiuhua('register', 'import', plan, file, '--json')).json()).toMatchObject({ ok: true, counts: { same: 3 } });
  });

  test('with a wrong row writes nothing, names the row and the nearest name', async () => {
    const file = await write('wrong.csv', '名称,类别,管护单位\n北街门面段,沿街门店,小箐村\n南街门面段,沿街门面,小箐村\n');
    const before = await readFile(plan);
    const { code, out } = await xiuhua('register', 'import', plan, file);
    expect(code).toBe(1);
    expect(out).toContain('2  错误  北街门面段  类别“沿街门店”不在方案中。是否为“沿街门面”？');
    expect(out).toContain('有1行不对，一行也没有写入');
    expect(await readFile(plan)).toEqual(before);
    expect((await xiuhua('register', 'import', plan, file, '--json')).json()).toMatchObject({
      ok: false,
      written: false,
      rows: [
        { row: 2, verdict: 'wrong', problems: [{ code: 'row.unknown' }] },
        { row: 3, verdict: 'new' },
      ],
    });
  });

  test('--dry-run changes nothing and leaves nothing beside the plan', async () => {
    const file = await write('sites.csv', '名称;类别;管护单位\n北街门面段;沿街门面;小箐村\n');
    const before = await readFile(plan);
    const { code, out } = await xiuhua('register', 'import', plan, file, '--dry-run');
    expect([code, await readFile(plan)]).toEqual([0, before]);
    expect(out).toContain('试运行');
    expect((await readdir(folder)).filter((name) => name.endsWith('.writing'))).toEqual([]);
  });

  test.each([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae100', 'hex'), '.xlsx'],
    ['a table without heads', Buffer.from('姓名,电话\n甲,1\n'), '没有找到表头'],
  ])('%s is answered in words, exit code 1', async (_, bytes, words) => {
    const { code, out } = await xiuhua('register', 'import', plan, await write('bad.xlsx', bytes));
    expect(code).toBe(1);
    expect(out).toContain(words);
  });

  test('a sheet that is not there is named with the nearest', async () => {
    const file = await write('sites.xlsx', await workbook({ 登记表: rows }));
    const { code, out } = await xiuhua('register', 'import', plan, file, '--sheet', '登计表');
    expect([code, out.includes('是否为“登记表”？')]).toEqual([1, true]);
  });

  test('fifty thousand rows with wrong ones among them are reported row by row, and nothing is written', async () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, i) => `${i}号店,${i % 1000 === 7 ? `门店${i}` : '沿街门面'},${i % 500 === 3 ? '小箐' : '小箐村'}`,
    );
    const file = await write('many.csv', `名称,类别,管护单位\n${lines.join('\n')}\n`);
    const before = await readFile(plan);
    const since = performance.now();
    const { code, out } = await xiuhua('register', 'import', plan, file);
    const took = performance.now() - since;
    expect(code).toBe(1);
    expect(out.split('\n').filter((text) => text.includes('  错误  '))).toHaveLength(150);
    expect(out.split('\n').length).toBeGreaterThan(50_000);
    expect(await readFile(plan)).toEqual(before);
    expect(took).toBeLessThan(20_000);
  });
});

describe('xiuhua sheet import', () => {
  const sheet = [
    ['检查项目', '标准', '分值', '扣分办法'],
    [{ text: '门头', rows: 2 }, '无破损', 5, '每处扣0.5分，扣完为止'],
    [null, '无积尘', 3, '扣1分'],
  ];
  test('makes a checklist of the class, with the task given', async () => {
    const file = await write('score.xlsx', await workbook({ 门头检查: sheet }));
    const { code, out } = await xiuhua('sheet', 'import', plan, file, '--for', '沿街门面', '--task', '镇容秩序专项整治');
    expect([code, out.split('\n')[1]]).toEqual([0, '     2  检查项  无破损']);
    const { checklists } = JSON.parse(await readFile(plan, 'utf8')) as { checklists: { name: string; items: unknown[] }[] };
    expect(checklists.at(-1)).toEqual({
      name: '门头检查',
      for: '沿街门面',
      items: [
        { name: '无破损', section: '门头', standard: '无破损', task: '镇容秩序专项整治', points: 0.5, counted: true, most: 5 },
        { name: '无积尘', section: '门头', standard: '无积尘', task: '镇容秩序专项整治', points: 1 },
      ],
    });
    expect((await xiuhua('check', plan)).code).toBe(0);
  });

  test('for a class that is not there writes nothing', async () => {
    const file = await write('score.xlsx', await workbook({ 门头检查: sheet }));
    const before = await readFile(plan);
    const { code, out } = await xiuhua('sheet', 'import', plan, file, '--for', '沿街门店');
    expect([code, await readFile(plan)]).toEqual([1, before]);
    expect(out).toContain('是否为“沿街门面”？');
  });
});

describe('xiuhua calendar import', () => {
  const notice = { year: 2027, basis: '本例自拟', off: ['2027-01-01 to 2027-01-03'], work: ['2027-01-09'] };
  const years = async () => (JSON.parse(await readFile(plan, 'utf8')) as { calendar?: { years: unknown[] } }).calendar?.years;

  test('takes a year in, and a later notice of the same year in its place', async () => {
    expect((await xiuhua('calendar', 'import', plan, await write('2027.json', JSON.stringify(notice)))).code).toBe(0);
    expect(await years()).toEqual([notice]);
    const later = { ...notice, work: [] };
    expect((await xiuhua('calendar', 'import', plan, await write('2027.json', JSON.stringify(later)))).code).toBe(0);
    expect(await years()).toEqual([later]);
    expect((await xiuhua('check', plan)).code).toBe(0);
  });

  test('of which a day is wrong, or which the program knows already, is not taken in', async () => {
    for (const wrong of [{ ...notice, work: ['2027-01-04'] }, { ...notice, year: 2026 }, { year: 2027 }, []]) {
      const { code } = await xiuhua('calendar', 'import', plan, await write('wrong.json', JSON.stringify(wrong)));
      expect([code, await years()]).toEqual([1, undefined]);
    }
  });
});

describe('wrong use', () => {
  test.each([
    [['register', 'import'], '方案文件'],
    [['register'], 'register import'],
    [['register', 'imprt', 'x'], 'register import'],
    [['register', 'import', '-', 'x.csv'], '标准输入'],
    [['sheet', 'import', example, example], '--for'],
  ])('%j gets one sentence and exit code 2', async (line, words) => {
    const { code, err } = await xiuhua(...line);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  test('a file that is not there is wrong use', async () => {
    expect((await xiuhua('register', 'import', plan, join(folder, 'nowhere.xlsx'))).code).toBe(2);
  });

  test('--help shows how to use it', async () => {
    for (const name of ['register', 'sheet', 'calendar']) {
      const { code, out } = await xiuhua(name, 'import', '--help');
      expect(code).toBe(0);
      expect(out).toContain(`xiuhua ${name} import <plan.json>`);
    }
  });
});
