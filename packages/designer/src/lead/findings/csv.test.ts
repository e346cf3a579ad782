import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test.each([
  ['a formula becomes text', '=1+1', "'=1+1"],
  ['also behind a sign or an at', '@SUM(A1)', "'@SUM(A1)"],
  ['a comma is quoted', '东街，西街,南街', '"东街，西街,南街"'],
  ['a quotation mark is doubled', '说"好"', '"说""好"""'],
  ['a formula with a comma is both', '=A1,B1', '"\'=A1,B1"'],
  ['a number stays one, also below zero', -3, '-3'],
])('%s', (_, cell, written) => {
  expect(csvText([[cell, '末']])).toBe(`\uFEFF${written},末\r\n`);
});
