import type { CompiledPlan } from '../plan/compile.ts';
import { diffPlans } from '../plan/diff.ts';
import { sayChange } from '../plan/diff-say.ts';
import { nearest } from '../problem/nearest.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import { bindsOf } from './binds.ts';
import { type Conformity, conform, standing, type UpperBasis, upperBases } from './conform.ts';
import { follow } from './judge.ts';
import { localPlan } from './local.ts';

/** A lower plan against all its upper ones. */
export interface Lineage {
  /** One for each upper plan that is there, in the order of the basis. */
  readonly conformities: readonly Conformity[];
  /** What stands in the way: upper plans that are missing, breaches nobody approved, upper plans that disagree, additions without a reason. */
  readonly problems: readonly Problem[];
}

const mostLevels = 12;

/** Titles from a plan upwards that come back to it, or an empty list. */
const circleFrom = (lower: unknown, find: (hash: string) => CompiledPlan | undefined): readonly string[] => {
  const title = String((lower as { title?: unknown }).title ?? '');
  const climb = (plan: unknown, way: readonly string[]): readonly string[] => {
    for (const { hash } of way.length > mostLevels ? [] : upperBases(plan)) {
      const upper = find(hash);
      if (!upper) continue;
      if (upper.plan.title === title && upper.plan.issuer === (lower as { issuer?: unknown }).issuer) return [...way, upper.plan.title];
      const found = climb(upper.plan, [...way, upper.plan.title]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return climb(lower, [title]);
};

/** Clauses that two upper plans both fix, differently. */
const disagreements = (lower: unknown, uppers: readonly (readonly [UpperBasis, CompiledPlan])[]): readonly Problem[] =>
  uppers.flatMap(([first, one], i) =>
    uppers.slice(i + 1).flatMap(([second, other]) => {
      const [a, b] = [localPlan(one, first.as), localPlan(other, second.as)];
      return diffPlans(a, b).differences.flatMap((change) => {
        const trail = follow(change, a, b);
        const bothFix = change.kind === 'changed' && bindsOf(trail.upper) === 'fixed' && bindsOf(trail.lower) === 'fixed';
        if (!bothFix) return [];
        const { at } = follow(change, a, lower);
        const params = { upper: first.title, other: second.title, what: sayChange(change, 'zh'), whatEn: sayChange(change, 'en') };
        return [problem('conform.uppers-disagree', at, { ...change.clause, ...params })];
      });
    }),
  );

const unreasoned = ({ upper, additions }: Conformity): readonly Problem[] =>
  additions
    .filter(({ reason }) => reason === '')
    .map(({ clause, at }) => problem('conform.no-reason', at, { ...clause, upper: upper.title }));

/**
 * Holds a plan against every upper plan its basis names by hash. `find` gives the plan with a hash; a plan without
 * such a basis has nothing to conform to and no problems.
 */
export const lineage = (lower: unknown, find: (hash: string) => CompiledPlan | undefined): Lineage => {
  const bases = upperBases(lower);
  const problems: Problem[] = [];
  const uppers: (readonly [UpperBasis, CompiledPlan])[] = [];
  const chain = circleFrom(lower, find);
  if (chain.length > 0) problems.push(problem('basis.circle', '/basis', { chain: chain.map((title) => `《${title}》`).join(' → ') }));
  for (const basis of bases) {
    const at = pointer('/basis', (lower as { basis: readonly unknown[] }).basis.indexOf(basis));
    const upper = find(basis.hash);
    const told = { upper: basis.title, hash: basis.hash.slice(0, 12) };
    if (!upper) problems.push(problem('basis.unknown-upper', at, told));
    else if (basis.as !== undefined && !upper.organization.units.has(basis.as)) {
      problems.push(
        problem('basis.unknown-unit', at, { ...told, found: basis.as, near: nearest(basis.as, upper.organization.units.keys()) }),
      );
    } else uppers.push([basis, upper]);
  }
  const conformities = uppers.map(([basis, upper]) => conform(lower, upper, basis));
  problems.push(...disagreements(lower, uppers));
  for (const found of conformities) {
    problems.push(...standing(found.breaches).map((breach) => breach.problem));
    problems.push(...found.breaches.filter((breach) => breach.problem.severity !== 'error').map((breach) => breach.problem));
    problems.push(...unreasoned(found));
  }
  return { conformities, problems };
};
