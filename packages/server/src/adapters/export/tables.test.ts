import type { Table } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { readTable } from '../table/read.ts';
import { csvOf } from './csv.ts';
import { office, pagesOf, printed } from './office.fixture.ts';
import { workbookOf } from './xlsx.ts';
import { partsOf, xmlFaults } from './zip.fixture.ts';

const evil = ['=HYPERLINK("http://x")', '+1+1', '-2-3', '@SUM(A1)', '\t=1', '七星、"引号"\n换行', '012'];
const table: Table = {
  name: '问题[台账]/1:2*?',
  head: ['内容', '得分', '率'],
  rows: [...evil.map((text, i) => [text, i / 4, '93.5%']), ['', '', '—']],
};

describe('tables as an Excel workbook', () => {
  test('hold no formula: what begins like one is a text, a number is a number, a share is one shown in per cent', async () => {
    const parts = partsOf(await workbookOf([table]));
    for (const [name, text] of parts) if (/\.(xml|rels)$/.test(name)) expect(xmlFaults(text), name).toEqual([]);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('<v>0.935</v>');
    expect(sheet).toContain('<v>1.25</v>');
    expect(sheet).toContain('pane');
    expect(parts.get('xl/workbook.xml')).toContain('name="问题 台账  1 2');
  });

  test('come back as they were written', async () => {
    const read = await readTable(await workbookOf([table]));
    expect(read.ok && read.value[0]?.rows.slice(1, 5).map((row) => row[0])).toEqual(evil.slice(0, 4));
  });

  test('say above the head which part of the whole they are', async () => {
    const read = await readTable(await workbookOf([{ ...table, about: '2026年11月' }]));
    expect(read.ok && read.value[0]?.rows.slice(0, 2).map((row) => row[0])).toEqual(['2026年11月', '内容']);
  });

  test('of one name stand on sheets of different names', async () => {
    const book = partsOf(await workbookOf([table, table, { ...table, name: '' }])).get('xl/workbook.xml') ?? '';
    const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(3);
  });

  test.skipIf(!office)('are opened by LibreOffice', { timeout: 120_000 }, async () => {
    expect(pagesOf(await printed('tables.xlsx', await workbookOf([table])))).toBe(1);
  });
});

describe('tables as a CSV file', () => {
  test('say above the head which part of the whole they are', () => {
    expect(csvOf([{ ...table, about: '=2026年11月' }]).startsWith("\uFEFF'=2026年11月\r\n内容,得分,率\r\n")).toBe(true);
  });
  test('open in Excel as they are, no cell a formula', () => {
    const text = csvOf([table]);
    expect(text.startsWith('\uFEFF内容,得分,率\r\n')).toBe(true);
    for (const cell of [`"'=HYPERLINK(""http://x"")"`, "'+1+1", "'-2-3", "'@SUM(A1)"]) expect(text).toContain(`\r\n${cell},`);
    expect(text).toContain('"七星、""引号""\n换行",1.25,93.5%');
  });

  test('of several stand under their names', () => {
    const small = { ...table, rows: [['甲', -1, '']] };
    expect(csvOf([small, small])).toBe(
      '\uFEFF问题[台账]/1:2*?\r\n内容,得分,率\r\n甲,-1,\r\n\r\n问题[台账]/1:2*?\r\n内容,得分,率\r\n甲,-1,\r\n',
    );
  });
});
