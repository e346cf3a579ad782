import type { Day } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Difference, diffPlans, type Step } from '../plan/diff.ts';
import { applyDiff } from '../plan/diff-apply.ts';
import { keyOf, same, type Written } from '../plan/diff-identity.ts';
import { type Conformity, conform, upperBases } from './conform.ts';
import { derive } from './derive.ts';

/** A place where the upper plan changed and the lower plan has its own wording. The lower one was kept. */
export interface Clash {
  readonly upper: Difference;
  readonly own: Difference;
}

/** A lower plan moved to the amended upper plan. */
export interface Rebased {
  readonly plan: Written;
  /** Changes of the upper plan that follow by themselves. */
  readonly followed: readonly Difference[];
  /** Changes that met the place's own words: for a person to decide. */
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

/**
 * Carries the changes from one version of the upper plan to the next into a lower plan, three ways: what the lower
 * plan left as it was follows, what it wrote itself stays, and where both changed one place its own words stay and the
 * clash is told. Nothing of its own is lost. A lower plan that was never edited becomes the plan derived anew.
 */
export const rebase = (lower: Written, before: CompiledPlan, after: CompiledPlan): Rebased => {
  const basis = upperBases(lower).find(({ hash }) => hash === before.hash);
  const deriving = { as: basis?.as, issuer: String(lower.issuer ?? ''), title: String(lower.title ?? '') };
  const [base, next] = [derive(before, deriving), derive(after, deriving)];
  const theirs = diffPlans(base, next).differences.filter((change) => change.path[0] !== 'basis');
  const own = diffPlans(base, lower).differences;
  const clashes: Clash[] = [];
  const followed = theirs.filter((change) => {
    const met = own.filter((mine) => touches(change, mine));
    const other = met.find((mine) => !agree(change, mine));
    if (other) clashes.push({ upper: change, own: other });
    return met.length === 0;
  });
  const moved = applyDiff(lower, { differences: followed }) as Written;
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
