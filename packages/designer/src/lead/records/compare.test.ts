import type { Answer, RecordView } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { sideBySide } from './compare.ts';

const record = (answers: Record<string, Answer>) => ({ answers }) as unknown as RecordView;
const pass: Answer = { result: 'pass' };

test('items stand in the order of the checklist, one only a record knows comes last, one nobody answered is left out', () => {
  const rows = sideBySide([record({ 地面净: pass, 旧项: pass }), record({ 无蚊蝇: pass })], ['无蚊蝇', '地面净', '灯明']);
  expect(rows.map(({ item }) => item)).toEqual(['无蚊蝇', '地面净', '旧项']);
});

test.each<readonly [string, Answer, Answer | undefined, boolean]>([
  ['the same result', pass, { result: 'pass' }, false],
  ['other results', pass, { result: 'fail' }, true],
  ['the same result with another photo', { result: 'pass', photos: ['a'] }, { result: 'pass', photos: ['b'] }, true],
  ['the same value written in another order', { result: 'pass', note: '甲', count: 1 }, { count: 1, note: '甲', result: 'pass' }, false],
  ['an answer beside none', pass, undefined, true],
])('%s', (_, one, other, differs) => {
  expect(sideBySide([record({ 灯明: one }), record(other ? { 灯明: other } : {})], ['灯明'])[0]?.differs).toBe(differs);
});
