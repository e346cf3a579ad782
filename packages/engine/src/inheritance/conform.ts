import type { CompiledPlan } from '../plan/compile.ts';
import { type Difference, diffPlans } from '../plan/diff.ts';
import type { Written } from '../plan/diff-identity.ts';
import { sayChange } from '../plan/diff-say.ts';
import type { Exception } from '../plan/schema.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Addition, additionsOf } from './additions.ts';
import { follow, judge, type Trail } from './judge.ts';
import { localPlan } from './local.ts';
import { type Minutes, minutesAMonth } from './minutes.ts';

/** A clause in which a lower plan is looser than it may be, or where only a person can tell. */
export interface Breach {
  /** An error, or a warning where words changed. Says the clause, both values and both sources. */
  readonly problem: Problem;
  readonly change: Difference;
  /** The approval under which it stands; it stays visible and stops nothing. */
  readonly exception: Exception | undefined;
}

/** How a lower plan relates to one upper plan. */
export interface Conformity {
  readonly upper: { readonly title: string; readonly hash: string };
  readonly breaches: readonly Breach[];
  /** What the lower plan adds of its own or asks for beyond the upper one. */
  readonly additions: readonly Addition[];
  /** Minutes of inspecting a month that each plan asks of this place. */
  readonly minutes: { readonly upper: Minutes; readonly lower: Minutes };
}

/** A basis that makes its document an upper plan. */
export interface UpperBasis {
  readonly title: string;
  readonly number?: string;
  readonly hash: string;
  readonly as?: string;
  readonly exceptions?: readonly Exception[];
}

/** The bases of a plan that name an upper plan by its hash, in order. */
export const upperBases = (lower: unknown): readonly UpperBasis[] => {
  const { basis } = lower as { basis?: unknown };
  return Array.isArray(basis) ? basis.filter((one): one is UpperBasis => typeof (one as UpperBasis | null)?.hash === 'string') : [];
};

const sourceOf = (things: Trail['upper']): string | undefined =>
  things.flatMap(({ value }) => (typeof (value as Written).source === 'string' ? [(value as Written).source as string] : [])).at(-1);

const nameOf = (trail: Trail): string => {
  const whole = trail.change.kind === 'removed' && typeof trail.change.path.at(-1) !== 'string' ? trail.change.before : undefined;
  const named = [...trail.upper.map(({ value }) => value), whole].flatMap((value) => {
    const name = (value as Written | undefined)?.name;
    return typeof name === 'string' ? [name] : [];
  });
  return named.at(-1) ?? '';
};

const breachOf = (trail: Trail, basis: Pick<UpperBasis, 'title' | 'exceptions'>): Breach | undefined => {
  const fault = judge(trail);
  if (!fault) return undefined;
  const name = nameOf(trail);
  const params = {
    ...trail.change.clause,
    upper: basis.title,
    upperSource: sourceOf(trail.upper),
    what: sayChange(trail.change, 'zh'),
    whatEn: sayChange(trail.change, 'en'),
  };
  return {
    problem: problem(fault, trail.at, params),
    change: trail.change,
    exception: basis.exceptions?.find(({ clause }) => clause === name),
  };
};

/**
 * Holds a lower plan against one upper plan: every clause of the upper one that concerns this place (`as`), as its
 * kind or its `binds` says. The lower plan may be a draft with errors; the upper one compiles.
 */
export const conform = (lower: unknown, upper: CompiledPlan, basis: Partial<Omit<UpperBasis, 'hash'>> = {}): Conformity => {
  const reference = localPlan(upper, basis.as);
  const title = basis.title ?? upper.plan.title;
  const trails = diffPlans(reference, lower).differences.map((change) => follow(change, reference, lower));
  return {
    upper: { title, hash: upper.hash },
    breaches: trails.flatMap((trail) => breachOf(trail, { title, exceptions: basis.exceptions }) ?? []),
    additions: trails.flatMap(additionsOf),
    minutes: { upper: minutesAMonth(reference), lower: minutesAMonth(lower) },
  };
};

/** The breaches that stand against a plan: errors nobody has approved. */
export const standing = (breaches: readonly Breach[]): readonly Breach[] =>
  breaches.filter(({ problem: found, exception }) => found.severity === 'error' && !exception);
