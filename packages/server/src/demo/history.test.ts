import { addDays, board, dutyViews, periodViews, proposals } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { live } from './live.fixture.ts';

/** Days on which the demo might be opened: first and last of months, holidays, year's end, years without a notice. */
const days = ['2026-11-24', '2026-10-01', '2026-12-31', '2027-01-04', '2027-03-01', '2028-02-29', '2026-07-05'];

describe.each(days)('the demo county opened on %s', (today) => {
  const { campaign, plan, refused } = live(today);
  const seen = board(campaign, today);

  test('nothing anybody did was refused', () => expect(refused).toEqual([]));

  test('the last phase has begun and two months or more are published', () => {
    expect(seen.phases.map((phase) => phase.state)).toEqual(['past', 'past', 'current']);
    expect(periodViews(campaign, today).filter((period) => period.published).length).toBeGreaterThanOrEqual(2);
  });

  test('there is something for everybody to do', () => {
    const duties = dutyViews(campaign, { from: addDays(today, -7), to: addDays(today, 7), today });
    expect(duties.some((duty) => duty.state === 'open' || duty.state === 'upcoming')).toBe(true);
    expect(seen.findings.rectifying).toBeGreaterThan(0);
    expect(seen.findings.closed).toBeGreaterThan(20);
    expect(proposals(campaign).map((proposal) => proposal.state)).toEqual(expect.arrayContaining(['proposed', 'signed', 'declined']));
    expect(seen.phases.flatMap((phase) => phase.milestones.map((milestone) => milestone.state))).toContain('reached-late');
  });

  test('visits are neither all good nor all late', () => {
    expect(seen.duties.done).toBeGreaterThan(seen.duties.late + seen.duties.missed);
    expect(seen.duties.late + seen.duties.missed).toBeGreaterThan(0);
    expect(plan.from < today).toBe(true);
  });
});

test('the same day tells the same story', () => {
  const [once, again] = [live('2026-11-24'), live('2026-11-24')];
  expect([...once.campaign.findings]).toEqual([...again.campaign.findings]);
});
