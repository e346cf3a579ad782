import { type Day, daysBetween } from '../calendar/day.ts';
import { planInForce } from '../campaign/duties.ts';
import { isDrawn } from '../campaign/look-back.ts';
import type { Campaign } from '../campaign/state.ts';
import { type Finding, type FindingState, isOpen, isOverdue } from '../finding/finding.ts';
import { viewOf } from './findings.ts';
import type { FindingView } from './views.ts';

/** Days from the first to the last, both included; a last one of null has no end. */
interface Span<T> {
  readonly from: T;
  readonly to: T | null;
}

/** What findings are wanted. What is left out narrows nothing. */
export interface FindingWanted {
  /**
   * `open` is anything left to do, `over` what ended without being put right, `drawn` what waits for a look-back; a state or
   * a stage of the plan's flow may be named as well, and `all`.
   */
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  readonly site?: string | undefined;
  /** Only those past their deadline or answered late. */
  readonly overdue?: boolean | undefined;
  /** Part of the site, item, checklist, task, unit or number of the notice, in any case of letters. */
  readonly text?: string | undefined;
  /** Age in days of those still open. */
  readonly age?: Span<number> | undefined;
  /** Number of the notice. */
  readonly notice?: number | undefined;
  /** Days in which it was opened, and in which it was closed. */
  readonly opened?: Span<Day> | undefined;
  readonly closed?: Span<Day> | undefined;
}

/** The counts of a list of findings, by the state asked for. */
export const listedStates = ['open', 'pending', 'rectifying', 'replied', 'suspended', 'closed', 'drawn', 'over', 'all'] as const;

/** Findings as a desk shows them: the most urgent of those wanted, and how many there are of which kind. */
export interface FindingList {
  readonly today: Day;
  /** In the order of work, at most as many as asked for. */
  readonly findings: readonly FindingView[];
  /** How many are wanted in all. */
  readonly found: number;
  /** How many there are at all for this person. */
  readonly all: number;
  /** What else is wanted, counted by state, and those still open by the stage of the plan's flow they stand in. */
  readonly states: Readonly<Record<(typeof listedStates)[number], number>>;
  readonly stages: Readonly<Record<string, number>>;
  /** Units that have any finding at all. */
  readonly units: readonly string[];
}

/** Age bounds such as `4-7` or `16-`; `undefined` when it is no such text. */
export const readAge = (age: string | undefined): Span<number> | undefined => {
  const parts = /^(\d{1,4})-(\d{0,4})$/.exec(age ?? '');
  return parts ? { from: Number(parts[1]), to: parts[2] === '' ? null : Number(parts[2]) } : undefined;
};

const within = <T extends string | number>(value: T, { from, to }: Span<T>): boolean => value >= from && (to === null || value <= to);

const contains = (finding: Finding, text: string): boolean =>
  [finding.site, finding.item, finding.checklist, finding.task, finding.unit, String(finding.number)].some((part) =>
    part.toLowerCase().includes(text),
  );

/** A judge of everything that is wanted of a finding but its state. */
const judge = (wanted: FindingWanted, today: Day): ((finding: Finding) => boolean) => {
  const { unit, site, age, notice, opened, closed } = wanted;
  const text = wanted.text?.trim().toLowerCase();
  return (finding) =>
    (unit === undefined || finding.unit === unit) &&
    (site === undefined || finding.site === site) &&
    (notice === undefined || finding.number === notice) &&
    (opened === undefined || within(finding.opened, opened)) &&
    (closed === undefined || (finding.closed !== null && within(finding.closed, closed))) &&
    (age === undefined || (isOpen(finding) && within(daysBetween(finding.opened, today), age))) &&
    (!text || contains(finding, text)) &&
    (!wanted.overdue || isOverdue(finding, today));
};

/** The states a finding is listed under, and the stage it stands in. */
const listedUnder = (campaign: Campaign, finding: Finding): readonly string[] => {
  const names: string[] = ['all', finding.state];
  if (isOpen(finding)) names.push('open');
  if (finding.state === 'void' || finding.state === 'duplicate') names.push('over');
  if (campaign.lookBacks.size > 0 && isDrawn(campaign, finding)) names.push('drawn');
  return names;
};

const urgency: Readonly<Record<FindingState, number>> = {
  pending: 0,
  rectifying: 1,
  replied: 2,
  suspended: 3,
  closed: 4,
  void: 5,
  duplicate: 6,
};

const ascending = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of work: what waits to be dispatched and what is being rectified first, by its due day, then what waits for verification, then the closed, newest first. */
const byUrgency = (a: Finding, b: Finding): number => {
  if (a.state !== b.state) return urgency[a.state] - urgency[b.state];
  if (a.state === 'closed') return ascending(b.closed ?? '', a.closed ?? '') || b.number - a.number;
  return ascending(a.due, b.due) || a.number - b.number;
};

/**
 * The findings wanted, as of today, the `limit` most urgent of them. `sees` says which ones this person may see at all; the
 * counts are of those. Empty while no plan is in force.
 */
export const findingList = (
  campaign: Campaign,
  wanted: FindingWanted,
  { today, limit, sees }: { readonly today: Day; readonly limit: number; readonly sees: (finding: Finding) => boolean },
): FindingList => {
  const calendar = planInForce(campaign)?.calendar;
  const { state = 'all' } = wanted;
  const fits = judge(wanted, today);
  const states = Object.fromEntries(listedStates.map((name) => [name, 0])) as Record<string, number>;
  const stages: Record<string, number> = Object.create(null) as Record<string, number>;
  const units = new Set<string>();
  const found: Finding[] = [];
  let all = 0;
  for (const finding of calendar ? campaign.findings.values() : []) {
    if (!sees(finding)) continue;
    all++;
    units.add(finding.unit);
    const stage = isOpen(finding) ? finding.course?.stage : undefined;
    if (stage !== undefined) stages[stage] ??= 0;
    if (!fits(finding)) continue;
    const under = listedUnder(campaign, finding);
    for (const name of under) if (name in states) states[name] = (states[name] ?? 0) + 1;
    if (stage !== undefined) stages[stage] = (stages[stage] ?? 0) + 1;
    if (under.includes(state) || finding.course?.stage === state) found.push(finding);
  }
  const first = found.sort(byUrgency).slice(0, limit);
  return {
    today,
    findings: calendar ? first.map((finding) => viewOf(campaign, calendar, { finding, today })) : [],
    found: found.length,
    all,
    states: states as FindingList['states'],
    stages: { ...stages },
    units: [...units].sort(),
  };
};
