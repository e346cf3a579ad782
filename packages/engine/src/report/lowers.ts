import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import { conform, standing, upperBases } from '../inheritance/conform.ts';
import { checkSplit } from '../inheritance/split.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Written } from '../plan/diff-identity.ts';
import type { Problem } from '../problem/problem.ts';
import { countFindings, openFindings } from './findings.ts';
import { indicatorViews } from './indicators.ts';
import { newestStandings, periodViews } from './standings.ts';
import type { IndicatorView } from './views.ts';

/** Who stands first and last in the newest standings of a ranking; nobody while nobody is ranked. */
export interface LowerRanking {
  readonly ranking: string;
  readonly period: Period;
  readonly published: boolean;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** How a campaign that rests on another one stands, as the upper one sees it. */
export interface LowerView {
  readonly title: string;
  readonly issuer: string;
  /** The unit of the upper plan that it is of; empty for a plan of the same ground. */
  readonly as: string;
  /** True when it rests on the version of the upper plan that is in force. */
  readonly current: boolean;
  /** Last day on which it may still rest on an earlier one; null when the upper plan does not say, or it is current. */
  readonly until: Day | null;
  /** True when that day is over. */
  readonly overdue: boolean;
  /** Where it is looser than the upper plan in force now, and nobody approved that. */
  readonly breaches: readonly Problem[];
  /** Clauses that are looser under an approved exception, with the number of the approval. */
  readonly approved: readonly { readonly clause: string; readonly approval: string }[];
  readonly additions: number;
  /** What it adds, one by one: the clause that asks for more, its source, and the reason given; empty where none is. */
  readonly added: readonly { readonly name: string; readonly source: string; readonly reason: string }[];
  readonly withoutReason: number;
  /** Minutes of inspecting a month for each person: what this plan asks for, and what the lower one makes of it. */
  readonly minutes: { readonly upper: number; readonly lower: number };
  /** Findings not closed, and those of them past their deadline. */
  readonly findings: { readonly open: number; readonly overdue: number };
  readonly rankings: readonly LowerRanking[];
  /** Its indicators that the upper plan has too. */
  readonly indicators: readonly IndicatorView[];
}

/** Everything the upper campaign's board says about its lower ones. */
export interface LowersView {
  readonly lowers: readonly LowerView[];
  /** Units of the upper plan that have their share of a target and no lower plan. */
  readonly missing: readonly string[];
  /** Targets whose split over the lower plans falls short. */
  readonly split: readonly Problem[];
}

const rankingsOf = (lower: Campaign, today: Day): readonly LowerRanking[] =>
  newestStandings(lower, today, periodViews(lower, today)).map(({ published, standings: { ranking, period, rows } }) => {
    const ranks = rows.flatMap(({ rank }) => rank ?? []);
    const at = (rank: number) => rows.filter((row) => row.rank === rank).map(({ unit }) => unit);
    const [best, worst] = [Math.min(...ranks), Math.max(...ranks)];
    return { ranking, period, published, first: at(best), last: worst > best ? at(worst) : [] };
  });

const lowerView = (lower: Campaign, upper: Campaign, today: Day): LowerView | undefined => {
  const [plan, above] = [planInForce(lower), planInForce(upper)];
  const hashes = upper.versions.map((version) => version.plan.hash);
  const basis = plan && upperBases(plan.written).find(({ hash }) => hashes.includes(hash));
  if (!plan || !above || !basis) return undefined;
  const found = conform(plan.written, above, basis);
  const until = basis.hash === above.hash ? null : (above.plan.lowerBy ?? null);
  const { findings } = countFindings(lower, today);
  return {
    title: plan.plan.title,
    issuer: plan.plan.issuer,
    as: basis.as ?? '',
    current: basis.hash === above.hash,
    until,
    overdue: until !== null && today > until,
    breaches: standing(found.breaches).map(({ problem }) => problem),
    approved: (basis.exceptions ?? [])
      .filter((granted) => found.breaches.some(({ exception }) => exception === granted))
      .map(({ clause, approval }) => ({ clause, approval })),
    additions: found.additions.length,
    added: found.additions.map(({ clause: { name = '', source = '' }, reason }) => ({ name, source, reason })),
    withoutReason: found.additions.filter(({ reason }) => reason === '').length,
    minutes: { upper: found.minutes.upper.each, lower: found.minutes.lower.each },
    findings: { open: openFindings(findings), overdue: findings.overdue },
    rankings: rankingsOf(lower, today),
    indicators: indicatorViews(lower, today).filter(({ name }) => above.indicators.has(name)),
  };
};

/** Lower plans that rest on an earlier version count towards the split as they are. */
const splitOf = (above: CompiledPlan, lowers: readonly Campaign[], upper: Campaign): readonly Problem[] => {
  const hashes = upper.versions.map((version) => version.plan.hash);
  const plans = lowers.flatMap((lower) => {
    const written = planInForce(lower)?.written as Written | undefined;
    if (!written) return [];
    const basis = (written.basis as readonly Written[] | undefined)?.map((one) =>
      hashes.includes(String(one.hash)) ? { ...one, hash: above.hash } : one,
    );
    return [{ ...written, basis }];
  });
  return checkSplit(above, plans);
};

/** Units that have a share of some target, as the plan has them. */
const sharing = (above: CompiledPlan): readonly string[] => {
  const shares = (above.plan.indicators ?? []).flatMap(({ targets }) => targets.flatMap(({ shares: parts = [] }) => parts));
  return [...new Set(shares.flatMap(({ of }) => above.organization.parties.get(of) ?? [of]))];
};

/**
 * The campaigns that rest on this one, each with where it is looser, what it adds and how the shared indicators stand
 * today. Campaigns that rest on something else are passed over.
 */
export const lowersView = (upper: Campaign, lowers: readonly Campaign[], today: Day): LowersView => {
  const above = planInForce(upper);
  const views = lowers.flatMap((lower) => lowerView(lower, upper, today) ?? []);
  if (!above || views.length === 0) return { lowers: views, missing: [], split: [] };
  const there = new Set(views.map(({ as }) => as));
  return { lowers: views, missing: sharing(above).filter((unit) => !there.has(unit)), split: splitOf(above, lowers, upper) };
};
