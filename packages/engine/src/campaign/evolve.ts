import type { Day } from '../calendar/day.ts';
import type { Finding, FindingState, FindingStep } from '../finding/finding.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { keepAppeal } from './appeals.ts';
import { keepEnd } from './close.ts';
import { keepDraw } from './draws.ts';
import type { Event, Fact, FindingOpened, NoticeIssued } from './event.ts';
import { keepLookBack } from './look-back.ts';
import { courseOf, keepMove } from './moved.ts';
import { keepProgress } from './progress.ts';
import { keepPublic } from './public.ts';
import { keepReading } from './readings.ts';
import { keepChoice, keepConflict, keepDismissal, keepReturn, keepVisit } from './records.ts';
import { keepReview, keepVersion } from './review.ts';
import type { Campaign } from './state.ts';
import { keepTiles } from './tiles.ts';
import { putVisit } from './visits.ts';

const step = (event: Event, kind: FindingStep['kind'], what: { day: Day; text: string; photos: readonly string[] }): FindingStep => ({
  kind,
  at: event.at,
  day: what.day,
  by: { account: event.by.account, name: event.by.name, unit: event.by.unit },
  text: what.text,
  photos: what.photos,
});

const open = (campaign: Campaign, event: Event, fact: FindingOpened): void => {
  const { finding: id, submission, site, checklist, item, task, unit, day, count } = fact;
  const course = courseOf(fact);
  const state: FindingState = fact.course?.is ?? 'rectifying';
  const steps = [step(event, 'opened', fact)];
  const rest = { notice: '', number: 0, due: day, replied: null, closed: null, returns: 0 };
  const what = { id, submission, site, checklist, item, task, unit, opened: day, count, state };
  campaign.findings.set(id, { ...what, ...rest, steps, ...(course && { course }) });
  const visit = campaign.submissions.get(submission);
  if (visit) putVisit(campaign, { ...visit, findings: [...visit.findings, id] });
};

const change = (campaign: Campaign, id: string, next: (finding: Finding) => Finding): void => {
  const finding = campaign.findings.get(id);
  if (!finding) throw new Error(`the log names a finding it never opened: ${id}`);
  campaign.findings.set(id, next(finding));
};

const notice = (campaign: Campaign, event: Event, fact: NoticeIssued): void => {
  campaign.notices = fact.number;
  const noticed = step(event, 'noticed', { day: fact.issued, text: '', photos: [] });
  for (const id of fact.findings)
    change(campaign, id, (f) => ({ ...f, notice: fact.notice, number: fact.number, due: fact.due, steps: [...f.steps, noticed] }));
};

/** How each kind of fact about findings moves one. */
const rectify = (campaign: Campaign, event: Event, fact: Extract<Fact, { finding: string; text: string }>): void => {
  switch (fact.type) {
    case 'FindingOpened':
      return open(campaign, event, fact);
    case 'RectificationReplied':
      return change(campaign, fact.finding, (f) => ({
        ...f,
        state: 'replied',
        replied: fact.day,
        steps: [...f.steps, step(event, 'replied', fact)],
      }));
    case 'RectificationReturned':
      return change(campaign, fact.finding, (f) => ({
        ...f,
        state: 'rectifying',
        returns: f.returns + 1,
        steps: [...f.steps, step(event, 'returned', fact)],
      }));
    case 'FindingMoved':
      return keepMove(campaign, event, fact);
    case 'FindingClosed':
      campaign.closings.push(fact.finding);
      return change(campaign, fact.finding, (f) => ({
        ...f,
        state: 'closed',
        closed: fact.day,
        steps: [...f.steps, step(event, 'closed', fact)],
      }));
  }
};

/**
 * Takes the next event in. Changes the campaign it is given and returns it. Throws when the log is broken: a gap in
 * `seq`, an unknown plan, a finding never opened.
 */
export const evolve = (campaign: Campaign, event: Event, plans: (hash: string) => CompiledPlan | undefined): Campaign => {
  if (event.seq !== campaign.seq + 1) throw new Error(`the log has event ${event.seq} after ${campaign.seq}`);
  campaign.seq = event.seq;
  const { fact, at } = event;
  switch (fact.type) {
    case 'ReviewAsked':
    case 'PlanReviewed':
      keepReview(campaign, event, fact);
      return campaign;
    case 'PlanAdopted':
      keepVersion(campaign, event, { fact, plan: plans(fact.plan) });
      return campaign;
    case 'CampaignClosed':
      keepEnd(campaign, event, fact);
      return campaign;
    case 'DrawSeeded':
    case 'DrawRepeated':
      keepDraw(campaign, event, fact);
      return campaign;
    case 'ChecklistSubmitted':
      keepVisit(campaign, event, fact);
      return campaign;
    case 'ConflictKept':
      keepConflict(campaign, event, fact);
      return campaign;
    case 'RecordChosen':
      keepChoice(campaign, event, fact);
      return campaign;
    case 'RecordsDismissed':
      keepDismissal(campaign, event, fact);
      return campaign;
    case 'RecordReturned':
      keepReturn(campaign, event, fact);
      return campaign;
    case 'LookBackDrawn':
      keepLookBack(campaign, event, fact);
      return campaign;
    case 'NoticeIssued':
      notice(campaign, event, fact);
      return campaign;
    case 'MilestoneReached': {
      const { milestone, day, text, photos } = fact;
      campaign.milestones.set(milestone, { milestone, day, at, by: event.by.name, text, photos });
      return campaign;
    }
    case 'ReadingReported':
    case 'ReadingConfirmed':
    case 'ReadingReturned':
      keepReading(campaign, event, fact);
      return campaign;
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressReturned':
      keepProgress(campaign, event, fact);
      return campaign;
    case 'StandingsPublished':
      campaign.standings.set(`${fact.ranking}·${fact.period}`, {
        standings: fact.standings,
        at,
        by: event.by.name,
        issue: 1,
        reason: '',
        changes: [],
        earlier: [],
      });
      return campaign;
    case 'StandingsCorrected':
    case 'AppealOpened':
    case 'AppealDecided':
      keepAppeal(campaign, event, fact);
      return campaign;
    case 'ComplaintTaken':
    case 'ResolutionPassed':
    case 'ResolutionFulfilled':
    case 'BulletinIssued':
      keepPublic(campaign, event, fact);
      return campaign;
    case 'TilesArranged':
      keepTiles(campaign, fact);
      return campaign;
    case 'ConsequenceSigned':
      campaign.decisions.set(fact.consequence, { state: 'signed', at, by: event.by.name, reason: '' });
      return campaign;
    case 'ConsequenceDeclined':
      campaign.decisions.set(fact.consequence, { state: 'declined', at, by: event.by.name, reason: fact.reason });
      return campaign;
    default:
      rectify(campaign, event, fact);
      return campaign;
  }
};
