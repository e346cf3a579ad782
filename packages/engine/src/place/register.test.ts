import { expect, test } from 'vitest';
import { readRegister, sitesWith } from './register.ts';
import type { Places } from './schema.ts';

const places: Places = {
  classes: [{ name: '沿街门店' }, { name: '公厕' }],
  schemes: [{ name: '道路管控', grades: [{ name: '严禁路' }, { name: '严控路' }] }],
  areas: [{ name: '东街社区' }],
  sites: [{ name: '东街公厕', class: '公厕', units: ['环卫所'], note: '新建' }],
};
const known = { units: new Set(['环卫所', '城管所', '东街社区居委会']), places };
const head = ['序号', '名称', '类别', '片区', '管护单位', '等级', '地址'];
const verdicts = (...rows: string[][]) =>
  readRegister([['检查对象登记表'], head, ...rows], known).rows.map(({ row, verdict, faults }) =>
    [row, verdict, ...faults.map((f) => `${f.column} ${f.fault}${f.near ? ` ${f.near}` : ''}`)].join(' '),
  );

test.each([
  ['a new site', ['1', '西街公厕', '公厕', '东街社区', '环卫所', '', '西街'], '3 new'],
  ['with two units', ['1', '三号店', '沿街门店', '', '城管所、环卫所', '严控路', ''], '3 new'],
  ['known and unchanged', ['1', '东街公厕', '公厕', '', '环卫所', '', ''], '3 same'],
  ['known and changed', ['1', '东街公厕', '公厕', '', '城管所', '', ''], '3 changed'],
  ['an unknown class has a nearest', ['1', '南门公厕', '公共厕所', '', '环卫所', '', ''], '3 wrong class unknown 公厕'],
  ['an unknown unit', ['1', '南门公厕', '公厕', '', '环卫局', '', ''], '3 wrong units unknown 环卫所'],
  ['no unit', ['1', '南门公厕', '公厕', '', '', '', ''], '3 wrong units missing'],
  ['no name', ['1', '', '公厕', '', '环卫所', '', ''], '3 wrong name missing'],
  ['an empty row', ['', '', '', '', '', '', ''], '3 empty'],
])('%s', (_, row, expected) => {
  expect(verdicts(row)).toEqual([expected]);
});

test('a name twice in one register is wrong the second time', () => {
  const row = ['1', '西街公厕', '公厕', '', '环卫所', '', ''];
  expect(verdicts(row, row)).toEqual(['3 new', '4 wrong name repeated']);
});

test('taking a register in adds and changes sites, and keeps what it does not speak of', () => {
  const register = readRegister(
    [head, ['1', '东街公厕', '公厕', '', '城管所', '', ''], ['2', '西街公厕', '公厕', '', '环卫所', '', '']],
    known,
  );
  expect(register.rows[0]).toMatchObject({ verdict: 'changed', changed: ['units'] });
  expect(sitesWith([{ name: '老店', class: '沿街门店' }, ...places.sites], register)).toEqual([
    { name: '老店', class: '沿街门店' },
    { name: '东街公厕', class: '公厕', units: ['城管所'], note: '新建' },
    { name: '西街公厕', class: '公厕', units: ['环卫所'] },
  ]);
});

test('fifty thousand rows with wrong ones among them are all judged', () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => [
    String(i),
    `${i}号店`,
    i % 1000 === 7 ? '商店' : '沿街门店',
    '',
    '城管所',
    '',
    '',
  ]);
  const register = readRegister([head, ...rows], known);
  expect(register.rows.filter((row) => row.verdict === 'wrong')).toHaveLength(50);
  expect(register.rows.filter((row) => row.verdict === 'new')).toHaveLength(49_950);
});
