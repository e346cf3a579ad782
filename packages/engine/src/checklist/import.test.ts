import { expect, test } from 'vitest';
import { readScoreSheet } from './import.ts';

const sheet = [
  ['门前三包检查评分表', '', '', ''],
  ['检查项目', '标准', '分值', '扣分办法'],
  ['门前干净', '无垃圾、积水', '5', '发现一处扣0.5分，扣完为止'],
  ['无占道经营', '人行道无摊点', '6分', '每处扣1分，最多扣3分'],
  ['证照齐全', '亮证经营', '4', ''],
  ['', '', '', ''],
  ['', '无名项', '3', '扣1分'],
  ['井盖完好', '无缺失', '三分', '扣1分'],
  ['门前干净', '无垃圾、积水', '5', '扣1分'],
  ['公益宣传', '有宣传栏', '', '视情况'],
];

test('a score sheet is read row by row', () => {
  const { verdicts } = readScoreSheet(sheet);
  expect(verdicts.map(({ row, verdict, fault }) => `${row} ${verdict}${fault ? ` ${fault}` : ''}`)).toEqual([
    '2 heading',
    '3 item',
    '4 item',
    '5 item',
    '6 empty',
    '7 wrong no-name',
    '8 wrong bad-points',
    '9 wrong repeated',
    '10 wrong no-points',
  ]);
});

test('how points are taken is read from the office’s own words', () => {
  expect(readScoreSheet(sheet).items).toEqual([
    { name: '门前干净', standard: '无垃圾、积水', points: 0.5, counted: true, most: 5 },
    { name: '无占道经营', standard: '人行道无摊点', points: 1, counted: true, most: 3 },
    { name: '证照齐全', standard: '亮证经营', points: 4 },
  ]);
});

test('columns may stand in any order', () => {
  const { items } = readScoreSheet([
    ['序号', '扣分标准', '考核内容', '考核项目'],
    ['1', '扣2分', '路面无坑槽', '路面平整'],
  ]);
  expect(items).toEqual([{ name: '路面平整', standard: '路面无坑槽', points: 2 }]);
});

test('a name merged over several standards heads the items that the standards name', () => {
  const { items, verdicts, total } = readScoreSheet([
    ['项目', '标准', '分值', '扣分办法'],
    ['市容秩序', '无占道经营', '10', '每处扣1分，扣完为止'],
    ['市容秩序', '无乱贴乱画', '5', '每处扣0.5分'],
    ['公厕', '四净三无', '6', '扣1分'],
  ]);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['heading', 'item', 'item', 'item']);
  expect(items.map(({ name, section }) => [name, section])).toEqual([
    ['无占道经营', '市容秩序'],
    ['无乱贴乱画', '市容秩序'],
    ['公厕', undefined],
  ]);
  expect(total).toBe(21);
});

test('a column of tasks is held to the tasks of the plan', () => {
  const { verdicts } = readScoreSheet(
    [
      ['检查项', '任务', '扣分标准'],
      ['无占道经营', '市容秩序整治', '扣1分'],
      ['路面平整', '市容秩序整顿', '扣1分'],
    ],
    new Set(['市容秩序整治']),
  );
  expect(verdicts.slice(1)).toMatchObject([
    { verdict: 'item', item: { task: '市容秩序整治' } },
    { verdict: 'wrong', fault: 'unknown-task', near: '市容秩序整治' },
  ]);
});

test('a table without such heads is not taken for a score sheet', () => {
  expect(
    readScoreSheet([
      ['姓名', '电话'],
      ['甲', '1'],
    ]),
  ).toEqual({ verdicts: [], items: [], recognised: false, total: 0 });
});
