import {
  addDays,
  bulletinViews,
  type Campaign,
  type Day,
  daysOf,
  instantAt,
  meetingViews,
  periodViews,
  planInForce,
  proposals,
} from '@xiuhua/engine';
import { demoChance } from './album.ts';
import { momentIn, type Step } from './step.ts';

/** Days from the end of a period to its publication, and from there to the leader's decisions. */
const untilPublished = 2;
const untilDecided = 2;

const reasons = ['本月为首次上榜，先提醒整改，暂不约谈。', '已在本月内全部整改到位，改为书面提醒。'];

/** The milestones reached on a day: in time, but for the last one of the first phase, which was three days late. */
const milestonesOn = (campaign: Campaign, day: Day): readonly Step[] => {
  const phases = planInForce(campaign, day)?.phases ?? [];
  return phases.flatMap((phase, i) =>
    phase.milestones
      .filter(({ name }) => !campaign.milestones.has(name))
      .filter(({ name, by }) => {
        const late = i === 0 && name === phase.milestones.at(-1)?.name;
        return day === addDays(by, late ? 3 : -demoChance(`milestone ${name}`).whole(0, 2));
      })
      .map(
        ({ name }): Step => ({
          at: momentIn(day, [16, 18], demoChance(name)),
          who: 'office',
          command: { type: 'ReachMilestone', milestone: name, text: '已完成，材料存办公室。', photos: [] },
        }),
      ),
  );
};

/** Periods whose standings are due to be published by the day, newest first. */
const duePeriods = (campaign: Campaign, day: Day) =>
  periodViews(campaign, day).filter(({ period }) => addDays(daysOf(period).last, untilPublished) <= day);

/** The newest period whose standings are due to be published by the day. */
export const newestDue = (campaign: Campaign, day: Day): string | undefined => duePeriods(campaign, day)[0]?.period;

/** Standings published on a day: two days after each period ends. */
const publicationsOn = (campaign: Campaign, day: Day): readonly Step[] =>
  duePeriods(campaign, day)
    .filter(({ published }) => !published)
    .toReversed()
    .map(
      ({ ranking, period }): Step => ({
        at: instantAt(day, '09:30'),
        who: 'office',
        command: { type: 'PublishStandings', ranking, period },
      }),
    );

/**
 * What the leader does with the proposals of earlier publications: all of an older period, declining every sanction
 * after the first, and the praise of the newest; its sanctions wait for whoever opens the demo.
 */
const decisionsOn = (campaign: Campaign, day: Day, today: Day): readonly Step[] => {
  const all = proposals(campaign);
  const open = all.filter((proposal) => proposal.state === 'proposed');
  const sanctioned = new Set(all.flatMap(({ kind, period, decision }) => (kind === 'sanction' && decision ? [period] : [])));
  const newest = newestDue(campaign, today);
  return open
    .filter(({ period }) => addDays(daysOf(period).last, untilPublished + untilDecided) <= day)
    .filter(({ period, kind }) => period !== newest || kind === 'praise')
    .map(({ id, kind, period }, i, others): Step => {
      const chance = demoChance(`decision ${id}`);
      const declines = kind === 'sanction' && (others[i - 1]?.kind === 'sanction' || sanctioned.has(period));
      const command = declines
        ? ({ type: 'DeclineConsequence', consequence: id, reason: chance.one(reasons) } as const)
        : ({ type: 'SignConsequence', consequence: id } as const);
      return { at: momentIn(day, [15, 17], chance), who: 'zuzhang', command };
    });
};

/** Bulletins that go out on a day: each on its last day. */
const bulletinsOn = (campaign: Campaign, day: Day): readonly Step[] =>
  bulletinViews(campaign, day)
    .filter(({ due, issued }) => due === day && !issued)
    .map(
      ({ report, period }): Step => ({ at: instantAt(day, '16:40'), who: 'office', command: { type: 'IssueBulletin', report, period } }),
    );

/** What the meetings of the last weeks decided: one thing carried out since, one in hand. */
const resolutionsOn = (campaign: Campaign, day: Day, today: Day): readonly Step[] => {
  const plan = planInForce(campaign, day);
  const [meeting] = plan?.publicity.meetings.keys() ?? [];
  const units = plan?.sheets.values().next().value?.units ?? [];
  const [first, second] = [units.at(-1), units.at(-2)];
  if (meeting === undefined || first === undefined || second === undefined || day < addDays(today, -40)) return [];
  const pass = (text: string, unit: string, due: Day): Step => ({
    at: instantAt(day, '17:00'),
    who: 'office',
    command: { type: 'PassResolution', meeting, text, unit, due },
  });
  const sat = meetingViews(campaign, today).filter((view) => view.day < today && view.meeting === meeting);
  const [last, earlier] = [sat[0]?.day, sat[2]?.day];
  if (day === earlier) return [pass('老街口补划停车线，安排专人劝导。', first, addDays(day, 10))];
  if (day === last) return [pass('把积存的逾期问题清零，并报办公室。', second, addDays(day, 14))];
  if (earlier === undefined || day !== addDays(earlier, 8)) return [];
  return [...campaign.resolutions.values()].slice(0, 1).map(({ id }) => ({
    at: instantAt(day, '15:30'),
    who: 'office',
    command: { type: 'FulfilResolution', resolution: id, text: '停车线已划，早晚有人劝导。', photos: [] },
  }));
};

/** What the office and the leading group do on a day, seen from `today`, the day on which the demo is opened. */
export const decidingOn = (campaign: Campaign, day: Day, today: Day): readonly Step[] => [
  ...milestonesOn(campaign, day),
  ...bulletinsOn(campaign, day),
  ...resolutionsOn(campaign, day, today),
  ...publicationsOn(campaign, day),
  ...decisionsOn(campaign, day, today),
];
