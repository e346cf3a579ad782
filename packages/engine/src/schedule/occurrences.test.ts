import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { officialCalendar } from '../calendar/years.ts';
import cases from './occurrences.cases.json' with { type: 'json' };
import { type Occurrence, occurrencesOf, upsetsOf } from './occurrences.ts';
import { phase, timedOf } from './schedule.fixture.ts';
import type { TimedClause } from './timed.ts';

interface Case extends Omit<TimedClause, 'phases'> {
  readonly phase: readonly [Day, Day | null];
  readonly days: readonly string[];
  readonly because: string;
}
const all = cases as readonly unknown[] as readonly Case[];
const calendar = officialCalendar();

/** `02-16→02-24 from 02-01 to 02-26?`: planned, moved to, open from, due by, provisional; what is plain is left out. */
const words = ({ planned, day, from, due, provisional }: Occurrence): string => {
  const short = (text: Day): string => (text.startsWith('2026-') ? text.slice(5) : text);
  const parts = [
    short(planned) + (day === planned ? '' : `→${short(day)}`),
    from === day ? '' : ` from ${short(from)}`,
    due === day ? '' : ` to ${short(due)}`,
  ];
  return parts.join('') + (provisional ? '?' : '');
};

describe('the occurrences', () => {
  it.each(all)('of “$every”, $holidays, in $phase: $because', ({ phase: [from, to], days, ...clause }) => {
    const occurrences = occurrencesOf(timedOf(clause, [phase('一', from, to)]), calendar, '2029-12-31').map(words);
    expect(occurrences).toEqual(days);
  });

  it('may roll from one phase into the next, but not over a gap', () => {
    const weekly = { every: 'week on monday', holidays: 'forward' } as const;
    const joined = [phase('一', '2026-02-10', '2026-02-16'), phase('二', '2026-02-17', '2026-02-26')];
    const parted = [phase('一', '2026-02-10', '2026-02-16'), phase('二', '2026-02-24', '2026-02-26')];
    expect(occurrencesOf(timedOf(weekly, joined), calendar, '2026-12-31').map(words)).toEqual(['02-16→02-24', '02-23→02-24']);
    expect(occurrencesOf(timedOf(weekly, parted), calendar, '2026-12-31').map(words)).toEqual(['02-16→02-14']);
  });

  it('of every Monday of 2026 move five times, and meet once', () => {
    const bulletin = timedOf({ every: 'week on monday at 15:00', holidays: 'forward' }, [phase('全年', '2026-01-01', '2026-12-31')]);
    const moved = occurrencesOf(bulletin, calendar, '2026-12-31').filter(({ planned, day }) => planned !== day);
    expect(moved.map(words)).toEqual(['02-16→02-24', '02-23→02-24', '04-06→04-07', '05-04→05-06', '10-05→10-08']);
    expect(upsetsOf(bulletin, calendar, '2026-12-31')).toEqual({
      days: 51,
      last: '2026-12-28',
      collisions: [{ day: '2026-02-24', planned: ['2026-02-16', '2026-02-23'] }],
      dropped: [],
      unknownYear: null,
    });
  });

  it('that the rule drops are named', () => {
    const weekly = timedOf({ every: 'week on monday', holidays: 'same-week' }, [phase('全年', '2026-01-01', '2026-12-31')]);
    expect(upsetsOf(weekly, calendar, '2026-12-31').dropped).toEqual(['2026-02-16']);
  });
});
