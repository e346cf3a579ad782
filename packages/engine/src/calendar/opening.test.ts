import { expect, test } from 'vitest';
import { instantAt } from './day.ts';
import { nextOfficeMoment, openingOf } from './opening.ts';
import { withYears, workCalendar } from './workdays.ts';

const calendar = withYears(workCalendar([]), [
  { year: 2026, basis: '', off: ['2026-10-01', '2026-10-02'], work: ['2026-10-10'], source: '' } as never,
]);

test.each([
  ['in the morning', '2026-11-06', '10:00', '2026-11-06', '10:00'],
  ['before the office opens', '2026-11-06', '06:30', '2026-11-06', '08:00'],
  ['over lunch', '2026-11-06', '12:00', '2026-11-06', '14:00'],
  ['after it closed on a Friday', '2026-11-06', '18:00', '2026-11-09', '08:00'],
  ['on a Saturday', '2026-11-07', '10:00', '2026-11-09', '08:00'],
  ['on a Saturday that is worked', '2026-10-10', '10:00', '2026-10-10', '10:00'],
  ['in the holidays', '2026-10-01', '10:00', '2026-10-05', '08:00'],
] as const)('%s', (...[, day, clock, then, opens]) => {
  expect(nextOfficeMoment(calendar, instantAt(day, clock))).toBe(instantAt(then, opens));
});

test('the opening of a day is that of its season', () => {
  const summer = { ...calendar, hours: [{ from: '05-06', spans: [[510, 690]] as const }] };
  expect(openingOf(summer, '2026-07-01')).toBe(instantAt('2026-07-01', '08:30'));
});
