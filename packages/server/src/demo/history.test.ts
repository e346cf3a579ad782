import {
  addDays,
  appealViews,
  board,
  complaintViews,
  decide,
  dutyViews,
  indicatorViews,
  instantAt,
  meetingViews,
  periodViews,
  progressViews,
  proposals,
  recordsViews,
  resolutionViews,
} from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { live } from './live.fixture.ts';
import { demoPeople } from './people.ts';

/** Days on which the demo might be opened: first and last of months, holidays, year's end, years without a notice. */
const days = ['2026-11-24', '2026-10-01', '2026-12-31', '2027-01-04', '2027-03-01', '2028-02-29', '2026-07-05'];

describe.each(days)('the demo county opened on %s', (today) => {
  const { campaign, plan, refused } = live(today);
  const seen = board(campaign, today);

  test('nothing anybody did was refused', () => expect(refused).toEqual([]));

  test('the second phase is under way and two months or more are published', () => {
    expect(seen.phases.map((phase) => phase.state)).toEqual(['past', 'current', 'future']);
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

  test('indicators live, in several states, with numbers that still wait', () => {
    const views = indicatorViews(campaign, today);
    const states = new Set(views.flatMap(({ targets }) => targets.map(({ state }) => state)));
    expect(states.size).toBeGreaterThanOrEqual(3);
    expect(views.some(({ readings }) => readings.some(({ state }) => state === 'confirmed'))).toBe(true);
    expect(progressViews(campaign, today).some(({ percent }) => percent > 0)).toBe(true);
  });

  test('one appeal was decided, and the ranking it touched was issued anew or stands', () => {
    const appeals = appealViews(campaign, today);
    expect(appeals.some(({ state }) => state !== 'open')).toBe(true);
    expect(appeals.every(({ contested }) => contested.length === 1)).toBe(true);
  });

  test('records wait for a person: two of one duty, and one sent back; older ones are decided', () => {
    expect(new Set(recordsViews(campaign).map(({ state }) => state))).toEqual(new Set(['open', 'returned', 'decided']));
    const listed = dutyViews(campaign, { from: addDays(today, -62), to: addDays(today, 14), today });
    expect(listed.filter(({ returned }) => returned !== undefined)).toHaveLength(1);
  });

  test('the public is heard: most of what it reported is settled, one thing is overdue and on the board, a survey has its readings', () => {
    const said = complaintViews(campaign, today);
    expect(new Set(said.map(({ channel }) => channel))).toEqual(new Set(['12345热线', '随手拍']));
    expect(said.filter(({ state }) => state === 'closed').length).toBeGreaterThan(said.length / 2);
    const late = said.filter(({ overdue, state }) => overdue && state === 'rectifying').map(({ day }) => day);
    expect(late).toContain(addDays(today, -14));
    expect(seen.findings.overdue).toBeGreaterThanOrEqual(late.length);
    const asked = indicatorViews(campaign, today).find(({ name }) => name === plan.publicity.surveys[0]?.survey.indicator);
    expect(asked?.readings.length).toBeGreaterThan(0);
  });

  test('the last meeting decided something still in hand, an earlier one something carried out', () => {
    const sat = meetingViews(campaign, today).filter(({ day }) => day < today);
    const states = new Map(resolutionViews(campaign, today).map(({ id, state }) => [id, state]));
    expect([sat[0], sat[2]].map((view) => view?.resolutions.map((id) => states.get(id)))).toEqual([['open'], ['done']]);
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

test('whatever anybody did, the auditor is refused to do', () => {
  const { campaign, plan, steps } = live('2026-11-24');
  const auditor = demoPeople(plan.plan).find(({ roles }) => roles.includes('auditor'));
  const by = { account: 'shenji', name: auditor?.name ?? '', unit: auditor?.unit ?? '', roles: auditor?.roles ?? [] };
  const commands = [...new Map(steps.map(({ command }) => [command.type, command])).values()];
  expect(commands.length).toBeGreaterThan(15);
  for (const command of commands) {
    const decided = decide(campaign, command, {
      at: instantAt('2026-11-24', '12:00'),
      by,
      random: '',
      plans: () => plan,
      photos: () => true,
    });
    expect(
      decided.problems.map(({ code }) => code),
      command.type,
    ).toEqual(['command.not-allowed']);
  }
});
