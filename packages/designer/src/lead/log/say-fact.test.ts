import type { Fact } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { addresses } from '../campaign/addresses.ts';
import { placeOf, sayFact } from './say-fact.ts';

const known = new Map([['visit0001/0', '东街门面段 · 门前干净']]);
const telling = { language: 'zh', today: '2026-11-20', known } as const;
const to = addresses('county-1');

const notice: Fact = {
  type: 'NoticeIssued',
  notice: 'visit0001/小箐社区',
  number: 7,
  unit: '小箐社区',
  site: '东街门面段',
  findings: ['visit0001/0'],
  issued: '2026-11-13',
  due: '2026-11-18',
  provisional: false,
};
const reply: Fact = { type: 'RectificationReplied', finding: 'visit0001/0', day: '2026-11-16', text: '已清扫', photos: [] };

test('a fact is told with days as people say them and with what it is about', () => {
  expect(sayFact(notice, telling)).toBe('第 7 号，小箐社区，东街门面段，11月18日 周三 前整改');
  expect(sayFact(reply, telling)).toBe('东街门面段 · 门前干净：已清扫');
});

test('a text left empty is told as a dash, not as nothing', () => {
  expect(sayFact({ ...reply, type: 'FindingClosed', text: '' }, telling)).toBe('东街门面段 · 门前干净：—');
});

test('a fact opens where it can be looked at', () => {
  expect(placeOf(notice, to)).toBe('/county-1/findings/visit0001%2F0/notice');
  expect(placeOf(reply, to)).toBe('/county-1/findings/visit0001%2F0');
  expect(placeOf({ type: 'PlanAdopted', plan: '', version: 1, title: '', from: '2026-11-01' }, to)).toBeUndefined();
});

test('progress is told by what it is about and whose it is, not by its id', () => {
  const fact: Fact = { type: 'ProgressReturned', progress: 'task·市场整治·甲镇·6', day: '2026-11-16', text: '缺照片' };
  expect(sayFact(fact, telling)).toBe('市场整治（甲镇）：缺照片');
});
