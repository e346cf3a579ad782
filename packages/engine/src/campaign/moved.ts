import type { Pause } from '../calendar/clock.ts';
import type { Instant } from '../calendar/day.ts';
import type { Finding, FindingCourse, FindingStep, StageClock } from '../finding/finding.ts';
import { isEnd } from '../finding/flow.ts';
import type { Event, FindingMoved, FindingOpened } from './event.ts';
import type { Campaign } from './state.ts';
import { touchVisit } from './visits.ts';

/** The course of a finding opened under a plan with a flow of its own; `undefined` otherwise. */
export const courseOf = (fact: FindingOpened): FindingCourse | undefined => {
  if (!fact.course) return undefined;
  const { plan, stage, is, clock, class: name, edition } = fact.course;
  const clocks: readonly StageClock[] = clock ? [{ stage, is, unit: fact.unit, ...clock, done: null }] : [];
  return { plan, stage, asides: [], class: name, edition, clocks, pauses: [], review: null, of: '' };
};

const left = (clocks: readonly StageClock[], stage: string, at: Instant): readonly StageClock[] =>
  clocks.map((clock) => (clock.stage === stage && clock.done === null ? { ...clock, done: at } : clock));

const entered = (clocks: readonly StageClock[], { to, is, unit, clock }: FindingMoved): readonly StageClock[] => {
  if (!clock) return clocks;
  const next: StageClock = { stage: to, is, unit, ...clock, done: null };
  const kept = clocks.findLastIndex((one) => one.stage === to && one.start === clock.start && one.unit === unit);
  return kept < 0 ? [...clocks, next] : clocks.with(kept, next);
};

const pausesAfter = (finding: Finding, pauses: readonly Pause[], { is, at }: { is: Finding['state']; at: Instant }): readonly Pause[] => {
  const stood = finding.state === 'suspended';
  if (stood && is !== 'suspended') return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  return !stood && is === 'suspended' ? [...pauses, { from: at, to: null }] : pauses;
};

const kinds: Partial<Record<NonNullable<FindingMoved['does']>, FindingStep['kind']>> = {
  reply: 'replied',
  rework: 'returned',
  close: 'closed',
};

const stepOf = (event: Event, fact: FindingMoved, finding: Finding): FindingStep => {
  const { account, name, unit } = event.by;
  const { does, until } = fact;
  return {
    kind: (does && kinds[does]) ?? 'moved',
    at: event.at,
    day: fact.day,
    by: { account, name, unit },
    text: fact.text,
    photos: fact.photos,
    move: fact.move,
    ...(does && { does }),
    stage: fact.to,
    unit: finding.unit,
    ...(until !== undefined && { until }),
  };
};

/** The day it was closed on: kept while it is closed or taken aside, gone once it is worked on again. */
const closedAfter = (finding: Finding, { is, day, asides }: FindingMoved): Finding['closed'] => {
  if (is === 'closed') return finding.closed ?? day;
  return asides.length > 0 ? finding.closed : null;
};

/** Takes a move in: the fact says all that follows, so that no later plan or calendar changes what was. */
export const keepMove = (campaign: Campaign, event: Event, fact: FindingMoved): void => {
  const finding = campaign.findings.get(fact.finding);
  const course = finding?.course;
  if (!finding || !course) throw new Error(`the log moves a finding that has no flow: ${fact.finding}`);
  const { to, is, unit, does, day } = fact;
  const { at } = event;
  const stays = course.stage === to;
  const clocks = entered(stays ? course.clocks : left(course.clocks, course.stage, at), fact);
  const next: Finding = {
    ...finding,
    state: is,
    unit,
    due: is === 'rectifying' && fact.clock?.due ? fact.dueDay : finding.due,
    replied: does === 'reply' ? day : finding.replied,
    closed: closedAfter(finding, fact),
    returns: finding.returns + (does === 'rework' ? 1 : 0),
    steps: [...finding.steps, stepOf(event, fact, finding)],
    course: {
      ...course,
      stage: to,
      asides: fact.asides,
      clocks,
      pauses: pausesAfter(finding, course.pauses, { is, at }),
      review: is === 'suspended' ? (fact.until ?? course.review) : null,
      of: fact.of ?? (isEnd(is) ? course.of : ''),
    },
  };
  campaign.findings.set(finding.id, next);
  if (next.unit !== finding.unit) touchVisit(campaign, finding.submission);
  if (next.closed !== null && finding.closed === null) campaign.closings.push(finding.id);
};
