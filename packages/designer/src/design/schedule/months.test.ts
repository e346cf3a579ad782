import { compilePlan, officialCalendar } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import { upcomingOf } from '../desk/upcoming.ts';
import { edited } from '../draft/edits.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { monthsOf } from './months.ts';

const withSchedule = (value: Readonly<Record<string, string>>) => {
  const plan = edited(xiaoqing(), { type: 'WriteClause', at: '/schedule/0', keys: Object.keys(value), value });
  const outcome = compilePlan(plan);
  if (!outcome.ok) throw new Error('not a plan');
  return outcome.value;
};

describe('the next dates of a schedule', () => {
  it('are twelve, from today on, with the day each was planned for', () => {
    const [first] = upcomingOf(withSchedule({ every: 'month on day 1', holidays: 'forward', within: '1 day' }), '2026-10-30');
    expect(first?.dates).toHaveLength(12);
    // 11月1日是周日
    expect(first?.dates[0]).toMatchObject({ planned: '2026-11-01', day: '2026-11-02' });
    expect(first?.dates[1]).toMatchObject({ planned: '2026-12-01', day: '2026-12-01' });
  });
  it('have sample draws from the register where sites are drawn, the same each time for the same plan', () => {
    const plan = withSchedule({ sites: 'draw 3' });
    const [first] = upcomingOf(plan, '2026-11-10');
    expect(first?.draws).toHaveLength(3);
    expect(first?.draws[0]?.flatMap(({ sites }) => sites)).toHaveLength(3);
    expect(upcomingOf(plan, '2026-11-10')[0]?.draws).toEqual(first?.draws);
  });
});

describe('the calendar of a schedule', () => {
  it('marks the day it falls on, and the holiday it was moved from', () => {
    const date = { planned: '2026-10-01', day: '2026-10-08', due: '2026-10-09', provisional: false };
    const [october] = monthsOf([date], officialCalendar());
    const marked = october?.days.filter(({ mark }) => mark !== 'none').map(({ day, mark }) => `${day} ${mark}`);
    expect(marked).toEqual(['2026-10-01 left', '2026-10-08 rolled']);
    expect(october?.blanks).toBe(3);
    expect(october?.days[0]).toMatchObject({ off: true, special: true });
  });
});
