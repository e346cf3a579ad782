import { type Day, dayOf, isDay } from '../calendar/day.ts';
import { daysOf, kindOf, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import { successorOn, unitsOf } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import { unitsOfTopic } from '../publicity/compile.ts';
import type { Topic } from '../publicity/schema.ts';
import type { FulfilResolution, IssueBulletin, PassResolution, TakeComplaint } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { BulletinIssued, ComplaintTaken, Event, Fact, FindingOpened, ResolutionFulfilled, ResolutionPassed } from './event.ts';
import { classFor, noticesFor, openingOf } from './opening.ts';
import { missingPhotos } from './rectify.ts';
import type { Campaign } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

/** The unit that answers for a topic: of several, the one that keeps the site. */
const answeringFor = (plan: CompiledPlan, topic: Topic, site: string | undefined, day: Day): Outcome<string> => {
  const units = unitsOfTopic(topic, plan);
  const keepers = plan.places.sites.get(site ?? '')?.units ?? [];
  const kept = topic.unit === undefined ? unitsOf(plan.organization, [...keepers]).filter((unit) => bearsTopic(plan, topic, unit)) : [];
  const found = kept.length > 0 ? kept : units;
  const [unit] = found;
  if (unit === undefined || found.length > 1) return refuse('complaint.no-owner', '/site', { topic: topic.name, count: found.length });
  return { ok: true, value: successorOn(plan.organization, unit, day), problems: [] };
};

const bearsTopic = (plan: CompiledPlan, topic: Topic, unit: string): boolean =>
  plan.tasks.get(topic.task ?? '')?.bearers.includes(unit) ?? false;

/** What is wrong with the day somebody said it: no day, one to come, or one before the campaign. */
const reportedProblems = (
  { reported, text }: TakeComplaint,
  { from, day }: { readonly from: Day; readonly day: Day },
): readonly Problem[] => [
  ...(text.trim() === '' ? [problem('complaint.text-missing', '/text')] : []),
  ...(reported === undefined || (isDay(reported) && reported >= from && reported <= day)
    ? []
    : [problem('complaint.bad-day', '/reported', { found: reported, from, to: day })]),
];

/** The same complaint sent again changes nothing; another under its id is refused. */
const again = (before: ComplaintTaken, command: TakeComplaint): Outcome<readonly Fact[]> =>
  before.channel === command.channel && before.topic === command.topic && before.text === command.text
    ? facts()
    : refuse('complaint.repeated-id', '/complaint');

/**
 * Takes in what somebody reported through a channel. It opens a finding for the unit that answers and sends it a notice;
 * it is no inspection: no score counts it as one.
 */
export const decideComplaint = (campaign: Campaign, command: TakeComplaint, context: Context): Outcome<readonly Fact[]> => {
  const before = campaign.complaints.get(command.complaint);
  if (before) return again(before, command);
  const plan = planInForce(campaign);
  const channel = plan?.publicity.channels.get(command.channel);
  if (!plan || !channel) {
    const near = nearest(command.channel, plan?.publicity.channels.keys() ?? []);
    return refuse('complaint.unknown-channel', '/channel', { channel: command.channel, near });
  }
  const { topics, by, reply } = channel;
  const topic = topics.get(command.topic);
  if (!topic) {
    const params = { channel: command.channel, topic: command.topic, near: nearest(command.topic, topics.keys()) };
    return refuse('complaint.unknown-topic', '/topic', { ...params, choices: [...topics.keys()].join('、') });
  }
  if (context.by.unit !== by) return refuse('complaint.not-your-channel', '/channel', { by, unit: context.by.unit || '—' });
  const known = command.site !== undefined && plan.places.sites.has(command.site);
  if (!known && !command.place?.trim()) return refuse('complaint.no-place', '/place');
  const day = dayOf(context.at);
  const wrong = [...missingPhotos(command.photos, context), ...reportedProblems(command, { from: campaign.versions[0]?.from ?? day, day })];
  if (wrong.length) return { ok: false, problems: wrong };
  const unit = answeringFor(plan, topic, known ? command.site : undefined, day);
  if (!unit.ok) return unit;
  const { complaint, text, photos } = command;
  const site = (known ? command.site : command.place) ?? '';
  const finding = `${complaint}/0`;
  const said = { site, day, text, photos };
  const taken: ComplaintTaken = {
    type: 'ComplaintTaken',
    complaint,
    channel: command.channel,
    topic: topic.name,
    finding,
    ...said,
    ...(command.reported && { reported: command.reported }),
  };
  const what = { submission: complaint, checklist: '', item: topic.name, task: topic.task ?? '', unit: unit.value, count: 1 };
  const opening = openingOf(plan, { from: 'report', at: context.at, of: classFor(plan, topic.class, day) });
  const opened: FindingOpened = { type: 'FindingOpened', finding, ...what, ...said, ...opening };
  const notices = noticesFor(plan, [opened], { number: campaign.notices, issued: day });
  const own = reply && !opening.course ? lastDay(plan.calendar, reply, day) : undefined;
  return facts(taken, opened, ...notices.map((notice) => (own ? { ...notice, due: own.day, provisional: own.provisional } : notice)));
};

/** What is wrong with who was there and how they voted: unknown units, more votes than units, no majority. */
const assemblyProblems = ({ present, votes }: PassResolution, plan: CompiledPlan): readonly Problem[] => {
  const { units } = plan.organization;
  const unknown = (present ?? [])
    .filter((unit) => !units.has(unit))
    .map((unit) => problem('resolution.unknown-unit', '/present', { unit, near: nearest(unit, units.keys()) }));
  if (!votes) return unknown;
  const cast = votes.for + votes.against + votes.abstained;
  const there = present?.length ?? cast;
  return [
    ...unknown,
    ...(cast > there ? [problem('resolution.too-many-votes', '/votes', { cast, present: there })] : []),
    ...(votes.for * 2 > there ? [] : [problem('resolution.not-carried', '/votes', { for: votes.for, present: there })]),
  ];
};

/** Writes down what a meeting decided: what, which unit, by which day, who was there and how they voted. */
export const decideResolution = (campaign: Campaign, command: PassResolution, context: Context): Outcome<readonly Fact[]> => {
  const { meeting, text, due } = command;
  const plan = planInForce(campaign);
  const meetings = plan?.publicity.meetings ?? new Map();
  if (!plan || !meetings.has(meeting))
    return refuse('resolution.unknown-meeting', '/meeting', { meeting, near: nearest(meeting, meetings.keys()) });
  const unit = plan.organization.units.get(command.unit);
  if (unit === undefined)
    return refuse('resolution.unknown-unit', '/unit', { unit: command.unit, near: nearest(command.unit, plan.organization.units.keys()) });
  const day = dayOf(context.at);
  if (due < day) return refuse('resolution.day-past', '/due', { due });
  if (text.trim() === '') return refuse('resolution.text-missing', '/text');
  const wrong = assemblyProblems(command, plan);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const own = [...campaign.resolutions.values()].filter((one) => one.meeting === meeting && one.day === day);
  if (own.some((one) => one.unit === unit && one.text === text && one.due === due)) return facts();
  const assembly = {
    ...(command.present && { present: [...new Set(command.present.map((name) => plan.organization.units.get(name) ?? name))] }),
    ...(command.votes && { votes: command.votes }),
  };
  const resolution = `${meeting}·${day}·${own.length + 1}`;
  return facts({ type: 'ResolutionPassed', resolution, meeting, day, text, unit, due, ...assembly });
};

/** The unit, or the office, reports a resolution carried out, once. */
export const decideFulfilment = (campaign: Campaign, command: FulfilResolution, context: Context): Outcome<readonly Fact[]> => {
  const resolution = campaign.resolutions.get(command.resolution);
  if (!resolution) return refuse('resolution.unknown', '/resolution');
  const plan = planInForce(campaign);
  const day = dayOf(context.at);
  const unit = plan ? successorOn(plan.organization, resolution.unit, day) : resolution.unit;
  if (context.by.unit !== unit && !context.by.roles.includes('office')) return refuse('resolution.not-your-unit', '/resolution', { unit });
  if (resolution.done) return refuse('resolution.already-done', '/resolution', { day: resolution.done.day });
  const absent = missingPhotos(command.photos, context);
  if (absent.length) return { ok: false, problems: absent };
  const { text, photos } = command;
  return facts({ type: 'ResolutionFulfilled', resolution: command.resolution, day, text, photos });
};

/** Issues a bulletin for a period that is over (or runs, when the plan says so), once. */
export const decideBulletin = (campaign: Campaign, command: IssueBulletin, context: Context): Outcome<readonly Fact[]> => {
  const { report, period } = command;
  const reports = planInForce(campaign)?.publicity.reports ?? new Map();
  const paper = planInForce(campaign)?.publicity.reports.get(report);
  if (!paper) return refuse('bulletin.unknown', '/report', { report, near: nearest(report, reports.keys()) });
  const { covers, which } = paper.clause;
  const day = dayOf(context.at);
  if (kindOf(period) !== covers) return refuse('bulletin.not-a-period', '/period', { report, period, example: periodOf(covers, day) });
  const { first, last } = daysOf(period);
  if (which === 'running' ? day < first : day <= last) return refuse('bulletin.not-over', '/period', { report, period, last });
  const before = campaign.bulletins.get(`${report}·${period}`);
  if (before) return refuse('bulletin.already-issued', '/period', { report, period, day: before.day });
  const number = [...campaign.bulletins.values()].filter((one) => one.report === report).length + 1;
  return facts({ type: 'BulletinIssued', report, period, number, day, signedBy: paper.clause.signedBy });
};

/** A survey's result of too few answers is not taken. */
export const tooFewAnswers = (plan: CompiledPlan, indicator: string, answers: number | undefined) =>
  plan.publicity.surveys.flatMap(({ survey }) =>
    survey.indicator === indicator && (answers ?? 0) < survey.sample
      ? [problem('reading.too-few-answers', '/denominator', { survey: survey.name, sample: survey.sample, found: answers ?? 0 })]
      : [],
  );

/** Takes facts about complaints, resolutions and bulletins in. */
export const keepPublic = (
  campaign: Campaign,
  event: Event,
  fact: ComplaintTaken | ResolutionPassed | ResolutionFulfilled | BulletinIssued,
): void => {
  const { at, by, seq } = event;
  switch (fact.type) {
    case 'ComplaintTaken':
      campaign.complaints.set(fact.complaint, fact);
      return;
    case 'ResolutionPassed': {
      const { type: _, resolution: id, ...what } = fact;
      campaign.resolutions.set(id, { id, ...what, at, by: by.name, done: null });
      return;
    }
    case 'ResolutionFulfilled': {
      const resolution = campaign.resolutions.get(fact.resolution);
      if (!resolution) throw new Error(`the log carries out a resolution it never passed: ${fact.resolution}`);
      const { day, text, photos } = fact;
      campaign.resolutions.set(fact.resolution, { ...resolution, done: { day, at, by: by.name, text, photos } });
      return;
    }
    case 'BulletinIssued': {
      const { type: _, ...what } = fact;
      campaign.bulletins.set(`${fact.report}·${fact.period}`, { ...what, at, by: by.name, seq });
    }
  }
};
