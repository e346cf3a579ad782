import { dayOf, lastDayOf } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { nearest } from '../problem/nearest.ts';
import { type Params, type Problem, problem } from '../problem/problem.ts';
import type { Event, Fact } from './event.ts';
import { evolve } from './evolve.ts';
import { emptyCampaign } from './replay.ts';
import type { Campaign } from './state.ts';

/** Every kind of event a log may have. */
const kinds: Readonly<Record<Fact['type'], true>> = {
  ReviewAsked: true,
  PlanReviewed: true,
  PlanAdopted: true,
  CampaignClosed: true,
  DrawSeeded: true,
  DrawRepeated: true,
  ChecklistSubmitted: true,
  ConflictKept: true,
  RecordChosen: true,
  RecordsDismissed: true,
  RecordReturned: true,
  FindingOpened: true,
  NoticeIssued: true,
  RectificationReplied: true,
  FindingClosed: true,
  RectificationReturned: true,
  FindingMoved: true,
  LookBackDrawn: true,
  MilestoneReached: true,
  ReadingReported: true,
  ReadingConfirmed: true,
  ReadingReturned: true,
  ProgressReported: true,
  ProgressConfirmed: true,
  ProgressReturned: true,
  StandingsPublished: true,
  ConsequenceSigned: true,
  ConsequenceDeclined: true,
  AppealOpened: true,
  AppealDecided: true,
  StandingsCorrected: true,
  ComplaintTaken: true,
  ResolutionPassed: true,
  ResolutionFulfilled: true,
  BulletinIssued: true,
  TilesArranged: true,
};

/** What a log read from a file leads to, and what is wrong with it. Sound lines count whatever the others say. */
export interface ReadLog {
  /** The events taken in, numbered from 1. */
  readonly events: readonly Event[];
  readonly campaign: Campaign;
  readonly problems: readonly Problem[];
}

type Verdict =
  | { readonly event: Event; readonly problems: readonly Problem[] }
  | { readonly event: null; readonly problems: readonly Problem[] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const out = (code: Problem['code'], line: number, params: Params): Verdict => ({
  event: null,
  problems: [problem(code, `/${line}`, { line, ...params })],
});

/** The key that is missing or of another kind; undefined for an event. */
const missingKey = (value: unknown): string | undefined => {
  if (!isRecord(value)) return '{}';
  if (!Number.isSafeInteger(value['seq'])) return 'seq';
  if (typeof value['at'] !== 'string' || Number.isNaN(Date.parse(value['at']))) return 'at';
  if (!isRecord(value['by']) || typeof value['by']['account'] !== 'string') return 'by';
  return isRecord(value['fact']) && typeof value['fact']['type'] === 'string' ? undefined : 'fact';
};

/** A side of a reported figure that is no finite number, as written. */
const badFigure = (fact: Fact, text: string): string | undefined => {
  if (fact.type !== 'ReadingReported') return undefined;
  const figure: unknown = fact.figure;
  if (!isRecord(figure)) return String(figure);
  const wrong = Object.entries(figure).find(([, side]) => typeof side !== 'number' || !Number.isFinite(side));
  if (!wrong) return Object.keys(figure).length === 0 ? '—' : undefined;
  const written = new RegExp(`"${wrong[0]}"\\s*:\\s*"?([^",}]{1,40})`).exec(text)?.[1];
  return written ?? String(wrong[1]);
};

const unitIn = (fact: Fact): string | undefined => {
  if ('unit' in fact) return fact.unit;
  return fact.type === 'ReadingReported' && fact.scope.kind === 'unit' ? fact.scope.name : undefined;
};

/** A record in the name of a unit that had ended by then. */
const endedUnit = (event: Event, plan: CompiledPlan | undefined, line: number): readonly Problem[] => {
  const unit = unitIn(event.fact);
  const clause = unit === undefined ? undefined : plan?.organization.clauses.get(unit);
  if (clause?.until === undefined || dayOf(event.at) <= lastDayOf(clause.until)) return [];
  return [problem('log.unit-ended', `/${line}`, { line, unit, until: clause.until, into: clause.mergedInto })];
};

const readLine = (text: string, line: number): Verdict => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return out('log.syntax', line, { detail: (error as Error).message });
  }
  const key = missingKey(value);
  if (key !== undefined) return out('log.not-an-event', line, { key });
  const event = value as Event;
  const { type } = event.fact;
  if (!Object.hasOwn(kinds, type)) return out('log.unknown-event', line, { type, near: nearest(type, Object.keys(kinds)) });
  const found = badFigure(event.fact, text);
  if (found !== undefined && event.fact.type === 'ReadingReported')
    return out('log.bad-figure', line, { indicator: event.fact.indicator, found });
  return { event, problems: [] };
};

/** Whether the number of an event fits those before it. */
const orderOf = (
  seq: number,
  seen: ReadonlySet<number>,
  highest: number,
  line: number,
): { readonly skip: boolean; readonly problems: readonly Problem[] } => {
  if (seen.has(seq)) return { skip: true, problems: [problem('log.repeated', `/${line}`, { line, seq })] };
  if (seq < highest) return { skip: false, problems: [problem('log.out-of-order', `/${line}`, { line, seq, before: highest })] };
  const missing = seq - highest - 1;
  return { skip: false, problems: missing > 0 ? [problem('log.gap', `/${line}`, { line, seq, before: highest, missing })] : [] };
};

/** Takes an event in; what stands in its way otherwise. */
const take = (campaign: Campaign, event: Event, plans: (hash: string) => CompiledPlan | undefined, line: number): readonly Problem[] => {
  const { fact } = event;
  if (fact.type === 'PlanAdopted' && !plans(fact.plan))
    return [problem('log.unknown-plan', `/${line}`, { line, plan: String(fact.plan).slice(0, 8) })];
  try {
    campaign.seq = event.seq - 1;
    evolve(campaign, event, plans);
    return [];
  } catch (error) {
    return [problem('log.broken', `/${line}`, { line, detail: (error as Error).message })];
  }
};

/**
 * Reads a log from the text of a file, one event a line, and replays it. A line that is no event, that nobody knows or
 * that does not fit is named and left out, and the rest goes on.
 */
export const readLog = (text: string, plans: (hash: string) => CompiledPlan | undefined): ReadLog => {
  const problems: Problem[] = [];
  const events: Event[] = [];
  const seen = new Set<number>();
  const campaign = emptyCampaign();
  let highest = 0;
  for (const [i, own] of text.split('\n').entries()) {
    if (own.trim() === '') continue;
    const line = i + 1;
    const read = readLine(own, line);
    problems.push(...read.problems);
    if (!read.event) continue;
    const order = orderOf(read.event.seq, seen, highest, line);
    problems.push(...order.problems);
    if (order.skip) continue;
    seen.add(read.event.seq);
    highest = Math.max(highest, read.event.seq);
    const event: Event = { ...read.event, seq: events.length + 1 };
    const wrong = take(campaign, event, plans, line);
    problems.push(...wrong, ...endedUnit(event, campaign.versions.at(-1)?.plan, line));
    if (wrong.length === 0) events.push(event);
  }
  campaign.seq = events.length;
  return { events, campaign, problems };
};
