import { expect, test } from 'vitest';
import { sayCourse } from './indicator-words.ts';
import type { TargetView } from './views.ts';

const view: TargetView = {
  index: 0,
  year: null,
  scope: { kind: 'whole', name: '' },
  binding: 'binding',
  source: '二（一）',
  low: '95',
  high: null,
  due: '2026-06-30',
  state: 'behind',
  value: { shown: '33.3', numerator: '1', denominator: '3', day: '2026-03-06', confirmed: true },
  expected: '95',
  forecast: null,
  reaches: '2026-05-27',
  start: null,
  course: [],
  missing: [],
  brought: [],
  parts: [],
};

test.each<[Partial<TargetView>, string, string, string]>([
  [
    {},
    '%',
    '滞后。截至2026-03-06为33.3%（1/3）；要求至少95%，期限2026-06-30（约束性）。照此进度2026-05-27达到。',
    'behind. 33.3 % (1 of 3) as of 2026-03-06; asked: at least 95 % by 2026-06-30 (binding). At this pace it is met on 2026-05-27.',
  ],
  [
    {
      scope: { kind: 'unit', name: '东村' },
      binding: 'stretch',
      low: '4',
      state: 'reached',
      reaches: null,
      value: { shown: '4', numerator: null, denominator: null, day: '2026-03-31', confirmed: false },
    },
    '座',
    '东村：已达到。截至2026-03-31为4座，待核实；要求至少4座，期限2026-06-30（力争）。',
    '东村: reached. 4 座 as of 2026-03-31, not confirmed yet; asked: at least 4 座 by 2026-06-30 (stretch).',
  ],
  [
    { value: null, state: 'no-data', low: null, high: '9', due: null, reaches: null },
    '%',
    '无数据。要求至多9%（约束性）。',
    'no data. Asked: at most 9 % (binding).',
  ],
  [
    { value: null, state: 'no-data', low: '5', high: '8', reaches: null },
    '个',
    '无数据。要求5至8个，期限2026-06-30（约束性）。',
    'no data. Asked: 5 to 8 个 by 2026-06-30 (binding).',
  ],
  [
    { value: null, state: 'missed', low: '100', high: '100', due: null, reaches: null },
    '%',
    '未达到。要求100%（约束性）。',
    'missed. Asked: 100 % (binding).',
  ],
])('a course is said: %#', (more, unit, zh, en) => {
  expect([sayCourse({ ...view, ...more }, { unit }, 'zh'), sayCourse({ ...view, ...more }, { unit }, 'en')]).toEqual([zh, en]);
});
