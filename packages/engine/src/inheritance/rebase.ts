import type { Day } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Difference, diffPlans, type Step } from '../plan/diff.ts';
import { applyDiff } from '../plan/diff-apply.ts';
import { keyOf, same, type Written } from '../plan/diff-identity.ts';
import { type Conformity, conform, upperBases } from './conform.ts';
import { derive } from './derive.ts';

/** A place where the upper plan changed and the lower plan has its own wording. The lower one is kept unless the upper one is chosen. */
export interface Clash {
  readonly upper: Difference;
  readonly own: Difference;
  /** True when the words of the upper plan were chosen. */
  readonly taken: boolean;
}

/** A lower plan moved to the amended upper plan. */
export interface Rebased {
  readonly plan: Written;
  /** Changes of the upper plan that follow by themselves. */
  readonly followed: readonly Difference[];
  /** Changes that met the place's own words: for a person to decide. The same ones, in the same order, whatever is chosen. */
  readonly clashes: readonly Clash[];
  /** Last day on which the lower plan may still be in breach of the amendment, when the upper plan says. */
  readonly until: Day | undefined;
  /** Where the result now stands against the amended upper plan. */
  readonly conformity: Conformity;
}

const textOf = (step: Step): string => (typeof step === 'string' ? `k${step}` : `t${keyOf(step.of)}`);

/** True when one path leads to the other or on from it. */
const meet = (a: readonly Step[], b: readonly Step[]): boolean => {
  const shorter = Math.min(a.length, b.length);
  return a.slice(0, shorter).every((step, i) => textOf(step) === textOf(b[i] as Step));
};

/** Two changes that come to the same: no clash, nothing to do. */
const agree = (a: Difference, b: Difference): boolean => a.kind === b.kind && a.path.length === b.path.length && same(a.after, b.after);

/** New things on both sides of one list do not meet unless they have one name. */
const touches = (theirs: Difference, own: Difference): boolean =>
  meet(theirs.path, own.path) && !(theirs.kind === 'reordered' || own.kind === 'reordered');

/** The change that takes a change back. */
const inverse = (change: Difference): Difference => {
  const { before, after, kind, index: _, ...rest } = change;
  if (kind === 'added') return { ...rest, kind: 'removed', before: after };
  return kind === 'removed' ? { ...rest, kind: 'added', after: before } : { ...rest, kind, before: after, after: before };
};

/** What the upper plan changed there, in place of what the lower one did. */
const taking = (plan: Written, change: Difference, met: readonly Difference[]): Written =>
  applyDiff(applyDiff(plan, { differences: met.map(inverse) }), { differences: [change] }) as Written;

/**
 * Carries the changes from one version of the upper plan to the next into a lower plan, three ways: what the lower
 * plan left as it was follows, what it wrote itself stays, and where both changed one place its own words stay and the
 * clash is told, unless `take` chooses the upper plan's. Nothing of its own is lost unasked. A lower plan that was never
 * edited becomes the plan derived anew.
 */
export const rebase = (
  lower: Written,
  before: CompiledPlan,
  after: CompiledPlan,
  take: (clash: number) => boolean = () => false,
): Rebased => {
  const basis = upperBases(lower).find(({ hash }) => hash === before.hash);
  const deriving = { as: basis?.as, issuer: String(lower.issuer ?? ''), title: String(lower.title ?? '') };
  const [base, next] = [derive(before, deriving), derive(after, deriving)];
  const theirs = diffPlans(base, next).differences.filter((change) => change.path[0] !== 'basis');
  const own = diffPlans(base, lower).differences;
  const met = theirs.map((change) => own.filter((mine) => touches(change, mine)));
  const followed = theirs.filter((_, i) => met[i]?.length === 0);
  const clashing = theirs.flatMap((change, i) => {
    const others = met[i]?.filter((mine) => !agree(change, mine)) ?? [];
    return others[0] ? [{ upper: change, own: others[0], others }] : [];
  });
  const clashes = clashing.map(({ others: _, ...clash }, i) => ({ ...clash, taken: take(i) }));
  const moved = clashing.reduce(
    (plan, { upper, others }, i) => (take(i) ? taking(plan, upper, others) : plan),
    applyDiff(lower, { differences: followed }) as Written,
  );
  const renamed = upperBases(next)[0];
  const plan = {
    ...moved,
    basis: (Array.isArray(lower.basis) ? lower.basis : []).map((one: unknown) =>
      (one as { hash?: unknown }).hash === before.hash ? { ...(one as Written), ...renamed } : one,
    ),
  };
  return {
    plan,
    followed,
    clashes,
    until: after.plan.lowerBy,
    conformity: conform(
      plan,
      after,
      upperBases(plan).find(({ hash }) => hash === after.hash),
    ),
  };
};
