import { type Day, dayOf } from '../calendar/day.ts';
import { daysOf, kindOf, type Period } from '../calendar/period.ts';
import type { Called, Proposal } from '../consequence/proposal.ts';
import { propose } from '../consequence/propose.ts';
import { existsOn } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import { rank } from '../ranking/rank.ts';
import type { Standing, Standings } from '../ranking/standings.ts';
import type { Reason } from '../scoring/reason.ts';
import type { DeclineConsequence, PublishStandings, SignConsequence } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Fact } from './event.ts';
import { inspectionsByUnit } from './happenings.ts';
import { scoreBook } from './scores.ts';
import type { Campaign } from './state.ts';

/** The plan whose rules judge a period: in force on its last day, or the newest while the period runs. */
const judging = (campaign: Campaign, last: Day, today: Day): CompiledPlan | undefined => planInForce(campaign, last < today ? last : today);

/**
 * What the standings of a period are by what is known on `today`. `undefined` when the plan has no such ranking or
 * the text is no period of its kind.
 */
export const computeStandings = (
  campaign: Campaign,
  ranking: string,
  at: { readonly period: Period; readonly today: Day },
): Standings | undefined => {
  if (!kindOf(at.period)) return undefined;
  const { last } = daysOf(at.period);
  const plan = judging(campaign, last, at.today);
  const compiled = plan?.rankings.get(ranking);
  if (!plan || !compiled || kindOf(at.period) !== compiled.sheet.sheet.every) return undefined;
  const { source, sheet } = compiled;
  const book = scoreBook(campaign, plan, at.today);
  const span = book.spanOf(at.period);
  const inspections = inspectionsByUnit(campaign, span);
  const scored = sheet.units
    .filter((unit) => existsOn(plan.organization, unit, last))
    .map((unit) => ({ unit, inspections: inspections.get(unit) ?? 0, reason: book.scoreOf(sheet.sheet.name, at.period, unit) }));
  return {
    ranking,
    sheet: sheet.sheet.name,
    period: at.period,
    from: span.from,
    to: last,
    plan: plan.hash,
    source,
    rows: rank(compiled, scored),
  };
};

/** Makes the standings of a finished period a fact, once. */
export const decidePublication = (campaign: Campaign, command: PublishStandings, context: Context): Outcome<readonly Fact[]> => {
  const { ranking, period } = command;
  const today = dayOf(context.at);
  if (!kindOf(period)) return refuse('period.not-a-period', '/period', { period, ranking });
  const { last } = daysOf(period);
  if (last < (campaign.versions[0]?.from ?? '')) return refuse('period.before-campaign', '/period', { period });
  const standings = computeStandings(campaign, ranking, { period, today });
  if (!standings) return refuse('period.not-a-period', '/period', { period, ranking });
  if (today <= last) return refuse('period.not-over', '/period', { period, last });
  if (campaign.standings.has(`${ranking}·${period}`)) return refuse('period.already-published', '/period', { period, ranking });
  return { ok: true, value: [{ type: 'StandingsPublished', ranking, period, standings }], problems: [] };
};

const planOf = (campaign: Campaign, hash: string): CompiledPlan | undefined =>
  campaign.versions.find((version) => version.plan.hash === hash)?.plan;

const leavesOf = (reason: Reason): readonly Reason[] =>
  reason.parts.length ? reason.parts.flatMap(leavesOf) : reason.whole?.reason ? leavesOf(reason.whole.reason) : [reason];

/** Leads of the tasks in which a row lost points. */
const leadsOf = (campaign: Campaign, plan: CompiledPlan | undefined, row: Standing): readonly string[] => {
  const tasks = (row.reason ? leavesOf(row.reason) : []).flatMap(({ cause, points }) => {
    const finding = cause && 'finding' in cause && points < 0 ? campaign.findings.get(cause.finding) : undefined;
    return finding ? [finding.task] : [];
  });
  return [...new Set(tasks.flatMap((task) => plan?.tasks.get(task)?.leads ?? []))];
};

const decided = (campaign: Campaign, called: Called): Proposal => {
  const decision = campaign.decisions.get(called.id);
  if (decision) return { ...called, state: decision.state, decision: { at: decision.at, by: decision.by, reason: decision.reason } };
  const open = [...campaign.appeals.values()].some(
    (appeal) =>
      appeal.state === 'open' &&
      appeal.ranking === called.ranking &&
      appeal.unit === called.unit &&
      called.because.some((one) => one.period === appeal.period),
  );
  return { ...called, state: open ? 'paused' : 'proposed' };
};

/** Every consequence the published standings call for, newest period first, with how it was decided. */
export const proposals = (campaign: Campaign): readonly Proposal[] => {
  const all = [...campaign.standings.values()].map((entry) => entry.standings);
  return all
    .toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
    .flatMap((standings) => {
      const plan = planOf(campaign, standings.plan);
      const published = new Map(all.filter((other) => other.ranking === standings.ranking).map((other) => [other.period, other]));
      return propose(plan?.consequences ?? [], standings, { published, leadsOf: (row) => leadsOf(campaign, plan, row) });
    })
    .map((called) => decided(campaign, called));
};

/** Signs or declines a proposed consequence, once. Declining needs a reason. */
export const decideConsequence = (campaign: Campaign, command: SignConsequence | DeclineConsequence): Outcome<readonly Fact[]> => {
  const proposal = proposals(campaign).find((proposal) => proposal.id === command.consequence);
  if (!proposal) return refuse('consequence.unknown', '/consequence');
  if (proposal.state === 'paused') return refuse('consequence.paused', '/consequence', { unit: proposal.unit });
  if (proposal.decision) return refuse('consequence.already-decided', '/consequence', { by: proposal.decision.by });
  if (command.type === 'SignConsequence')
    return { ok: true, value: [{ type: 'ConsequenceSigned', consequence: proposal.id }], problems: [] };
  if (command.reason.trim() === '') return refuse('consequence.reason-missing', '/reason');
  return { ok: true, value: [{ type: 'ConsequenceDeclined', consequence: proposal.id, reason: command.reason }], problems: [] };
};
