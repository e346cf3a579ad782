import { pointsOf } from '../expression/points.ts';
import { compareFractions, fractionOf, showFraction } from '../indicator/fraction.ts';
import type { CompiledRule } from './compile.ts';
import { forFigure, type Known, type Outcome, withoutFigure } from './mechanism.ts';

/** Points by steps of an indicator: the first band that fits, none when no band does. Ends are compared exactly. */
export const band = (rule: CompiledRule, known: Known): Outcome => {
  const value = known.figure(rule.rule.of ?? '');
  if (!value) return withoutFigure(rule, known);
  const at = (limit: number): number => compareFractions(value, fractionOf(limit) ?? value);
  const found = rule.rule.bands?.find(({ from, below }) => (from === undefined || at(from) >= 0) && (below === undefined || at(below) < 0));
  return forFigure(rule, known, { points: found ? (pointsOf(found.points) ?? 0) : 0, shown: showFraction(value) });
};
