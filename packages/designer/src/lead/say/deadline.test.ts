import { describe, expect, test } from 'vitest';
import { type Dated, sayDeadline } from './deadline.ts';

const today = '2026-11-06';
const finding = (change: Partial<Dated>): Dated => ({
  state: 'rectifying',
  overdue: false,
  left: 2,
  due: '2026-11-10',
  replied: null,
  ...change,
});

describe('how a finding stands to its deadline', () => {
  test.each([
    ['two workdays left', finding({}), ['还剩 2 个工作日', '2 workdays left'], 'plain'],
    ['one workday left is near', finding({ left: 1, due: '2026-11-09' }), ['还剩 1 个工作日', '1 workday left'], 'risk'],
    ['the due day itself is still in time', finding({ left: 0, due: today }), ['今天到期', 'Due today'], 'risk'],
    ['only days off remain: calendar days are counted', finding({ left: 0, due: '2026-11-08' }), ['还剩 2 天', '2 days left'], 'risk'],
    ['three workdays past', finding({ overdue: true, left: -3, due: '2026-11-03' }), ['超期 3 个工作日', '3 workdays overdue'], 'late'],
    [
      'past, and only days off since',
      finding({ overdue: true, left: 0, due: '2026-11-05' }),
      ['超期，不足 1 个工作日', 'Overdue by less than a workday'],
      'late',
    ],
    ['replied in time', finding({ state: 'replied', replied: '2026-11-05' }), ['按期回复', 'Replied in time'], 'plain'],
    [
      'replied after the due day',
      finding({ state: 'replied', overdue: true, left: -2, replied: '2026-11-06' }),
      ['超期回复', 'Replied late'],
      'risk',
    ],
    ['waiting to be dispatched', finding({ state: 'pending' }), ['还没派遣', 'Not dispatched yet'], 'plain'],
    [
      'asked for more time',
      finding({ state: 'suspended', course: { review: null, stage: '延期审批' } }),
      ['延期审批', '延期审批'],
      'draft',
    ],
    ['suspended without a day', finding({ state: 'suspended' }), ['时限暂停', 'Clock stopped'], 'draft'],
    [
      'suspended until it is looked at again',
      finding({ state: 'suspended', course: { review: '2026-12-01', stage: '挂账' } }),
      ['12月1日 周二再看', 'Look again Tue 1 Dec'],
      'draft',
    ],
    ['void', finding({ state: 'void', overdue: true }), ['不计入考核', 'Does not count'], 'plain'],
    ['closed after a late reply', finding({ state: 'closed', overdue: true, left: -9 }), ['超期回复', 'Replied late'], 'risk'],
  ] as const)('%s', (_, given, [zh, en], tone) => {
    expect(sayDeadline(given, today, 'zh')).toEqual({ text: zh, tone });
    expect(sayDeadline(given, today, 'en').text).toBe(en);
  });
});
