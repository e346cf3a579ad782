import { compareFractions, type Fraction, fractionOf, showFraction, sumOf } from '../indicator/fraction.ts';
import { readTarget } from '../indicator/target.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Written, writtenIn } from '../plan/diff-identity.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import { upperBases } from './conform.ts';

const atLeast = (target: unknown): Fraction | undefined => {
  const read = typeof target === 'string' ? readTarget(target) : undefined;
  return read?.kind === 'value' && read.comparator === 'at least' ? fractionOf(read.value) : undefined;
};

/** What a lower plan takes on of an indicator for one due day. */
const takenOn = (lower: Written, name: unknown, target: Written): Fraction | undefined => {
  const mine = writtenIn(lower.indicators).find((indicator) => indicator.name === name);
  const own = writtenIn(mine?.targets).find(({ due, per }) => due === target.due && per === target.per) ?? writtenIn(mine?.targets)[0];
  return atLeast(own?.target);
};

/**
 * Targets that an upper plan splits over its units, held against what the lower plans of those units take on together.
 * One problem for each target whose sum falls short; units of the split, each of a group too, count as nothing without a plan and are
 * named.
 */
export const checkSplit = (upper: CompiledPlan, lowers: readonly Written[]): readonly Problem[] => {
  const byUnit = new Map(
    lowers.flatMap((lower) =>
      upperBases(lower).flatMap(({ hash, as }) => (hash === upper.hash && as !== undefined ? [[as, lower] as const] : [])),
    ),
  );
  return writtenIn((upper.written as Written).indicators).flatMap((indicator, i) =>
    writtenIn(indicator.targets).flatMap((target, k) => {
      const wanted = atLeast(target.target);
      const units = writtenIn(target.shares).flatMap(({ of }) => upper.organization.parties.get(String(of)) ?? [String(of)]);
      if (!wanted || units.length === 0) return [];
      const parts = units.map((unit) => ({ unit, part: takenOn(byUnit.get(unit) ?? {}, indicator.name, target) }));
      const sum = sumOf(parts.flatMap(({ part }) => part ?? []));
      if (compareFractions(sum, wanted) >= 0) return [];
      const missing = parts.flatMap(({ unit, part }) => (part ? [] : [unit])).join('、');
      const at = pointer(pointer(pointer(pointer('', 'indicators'), i), 'targets'), k);
      return [
        problem('conform.split-short', at, { name: String(indicator.name), sum: showFraction(sum), wanted: showFraction(wanted), missing }),
      ];
    }),
  );
};
