import type { Points } from '../expression/points.ts';
import { compareFractions, divided, type Fraction, fractionOf, minus, showFraction } from '../indicator/fraction.ts';
import type { CompiledRule } from './compile.ts';
import { divide, forFigure, type Known, type Outcome, withoutFigure } from './mechanism.ts';

const pointsAt = (rule: CompiledRule, value: Fraction): Points => {
  const goal = fractionOf(rule.rule.goal ?? 0);
  if (!goal || compareFractions(value, goal) >= 0) return rule.full;
  if (rule.rule.step === undefined) {
    const share = divided(value, goal);
    return share ? Math.min(Math.max(divide(share.over * BigInt(rule.full), share.under, rule.rounding), 0), rule.full) : rule.full;
  }
  const step = fractionOf(rule.rule.step);
  const short = step && divided(minus(goal, value), step);
  const steps = short ? divide(short.over, short.under, rule.rounding) : 0;
  return Math.max(rule.full - steps * (rule.points ?? 0), 0);
};

/**
 * Full points from the goal on; below it points in proportion (rounded to a thousandth as the sheet says), or `points`
 * less for every `step` short (a part of a step is rounded as the sheet says). Never below zero.
 */
export const target = (rule: CompiledRule, known: Known): Outcome => {
  const value = known.figure(rule.rule.of ?? '');
  return value ? forFigure(rule, known, { points: pointsAt(rule, value), shown: showFraction(value) }) : withoutFigure(rule, known);
};
