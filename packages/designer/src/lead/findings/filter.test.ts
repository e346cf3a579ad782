import type { FindingView } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { byUrgency, matches, readAge, readFilter } from './filter.ts';

const today = '2026-11-20';
const finding = (change: Partial<FindingView>): FindingView => ({
  id: 'visit0001/0',
  submission: 'visit0001',
  site: '东街门面段',
  checklist: '门前三包检查表',
  item: '门前干净',
  task: '镇容秩序专项整治',
  unit: '小箐社区',
  opened: '2026-11-13',
  count: 1,
  state: 'rectifying',
  notice: 'visit0001/小箐社区',
  number: 12,
  due: '2026-11-18',
  replied: null,
  closed: null,
  returns: 0,
  steps: [],
  overdue: true,
  left: -2,
  ...change,
});

describe('which findings a filter asks for', () => {
  const cases: readonly (readonly [string, Partial<FindingView>, string, boolean])[] = [
    ['open is anything not closed', { state: 'replied' }, 'state=open', true],
    ['closed is not open', { state: 'closed' }, 'state=open', false],
    ['without a state the open ones are meant', { state: 'closed' }, '', false],
    ['all is all', { state: 'closed' }, 'state=all', true],
    ['another unit', {}, 'unit=小箐村', false],
    ['overdue only', { overdue: false }, 'overdue=yes', false],
    ['text finds the site', {}, 'text=东街', true],
    ['text finds the number of the notice', {}, 'text=12', true],
    ['text that is nowhere', {}, 'text=西街', false],
    ['seven days old belongs to 4 to 7', {}, 'age=4-7', true],
    ['seven days old does not belong to 8 to 15', {}, 'age=8-15', false],
    ['an open end has no last day', { opened: '2026-09-01' }, 'age=16-', true],
    ['a closed finding has no age', { state: 'closed' }, 'age=4-7&state=all', false],
  ];
  test.each(cases)('%s', (_, change, search, expected) => {
    expect(matches(finding(change), readFilter(new URLSearchParams(search)), today)).toBe(expected);
  });
});

test('an age that is none is read as no filter', () => {
  expect(readAge('old')).toBeUndefined();
  expect(readAge('4-7')).toEqual({ from: 4, to: 7 });
  expect(readAge('16-')).toEqual({ from: 16, to: null });
});

test('the order of work: by due day, then what waits for verification, then the closed ones, newest first', () => {
  const order = [
    finding({ id: 'closed-old', state: 'closed', closed: '2026-11-01' }),
    finding({ id: 'later', due: '2026-11-25' }),
    finding({ id: 'replied', state: 'replied' }),
    finding({ id: 'closed-new', state: 'closed', closed: '2026-11-10' }),
    finding({ id: 'first', due: '2026-11-05' }),
  ].toSorted(byUrgency);
  expect(order.map((one) => one.id)).toEqual(['first', 'later', 'replied', 'closed-new', 'closed-old']);
});
