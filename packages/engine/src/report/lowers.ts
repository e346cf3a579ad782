import type { Day } from '../calendar/day.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import { conform, standing, upperBases } from '../inheritance/conform.ts';
import { checkSplit } from '../inheritance/split.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Written } from '../plan/diff-identity.ts';
import type { Problem } from '../problem/problem.ts';
import { indicatorViews } from './indicators.ts';
import type { IndicatorView } from './views.ts';

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
  /** Names of the clauses that stand under an approved exception. */
  readonly approved: readonly string[];
  readonly additions: number;
  readonly withoutReason: number;
  /** Its indicators that the upper plan has too. */
  readonly indicators: readonly IndicatorView[];
}

/** Everything the upper campaign's board says about its lower ones. */
export interface LowersView {
  readonly lowers: readonly LowerView[];
  /** Targets whose split over the lower plans falls short. */
  readonly split: readonly Problem[];
}

const lowerView = (lower: Campaign, upper: Campaign, today: Day): LowerView | undefined => {
  const [plan, above] = [planInForce(lower), planInForce(upper)];
  const hashes = upper.versions.map((version) => version.plan.hash);
  const basis = plan && upperBases(plan.written).find(({ hash }) => hashes.includes(hash));
  if (!plan || !above || !basis) return undefined;
  const found = conform(plan.written, above, basis);
  const until = basis.hash === above.hash ? null : (above.plan.lowerBy ?? null);
  return {
    title: plan.plan.title,
    issuer: plan.plan.issuer,
    as: basis.as ?? '',
    current: basis.hash === above.hash,
    until,
    overdue: until !== null && today > until,
    breaches: standing(found.breaches).map(({ problem }) => problem),
    approved: [...new Set(found.breaches.flatMap(({ exception }) => (exception ? [exception.clause] : [])))],
    additions: found.additions.length,
    withoutReason: found.additions.filter(({ reason }) => reason === '').length,
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

/**
 * The campaigns that rest on this one, each with where it is looser, what it adds and how the shared indicators stand
 * today. Campaigns that rest on something else are passed over.
 */
export const lowersView = (upper: Campaign, lowers: readonly Campaign[], today: Day): LowersView => {
  const above = planInForce(upper);
  const views = lowers.flatMap((lower) => lowerView(lower, upper, today) ?? []);
  return { lowers: views, split: above && views.length > 0 ? splitOf(above, lowers, upper) : [] };
};
