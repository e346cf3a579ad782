import type { Period } from '../calendar/period.ts';
import type { Points } from '../expression/points.ts';
import { band } from './band.ts';
import { bonus } from './bonus.ts';
import { combineParts, combinePeriods, type ScoreOf } from './combine.ts';
import type { CompiledRule, CompiledSheet } from './compile.ts';
import { deduct } from './deduct.ts';
import { divide, type Known, type Outcome } from './mechanism.ts';
import type { Reason } from './reason.ts';
import type { RuleKind } from './schema.ts';
import { target } from './target.ts';
import { veto } from './veto.ts';

const mechanisms: Readonly<Record<RuleKind, (rule: CompiledRule, known: Known) => Outcome>> = { deduct, bonus, band, target, veto };

/** What a score is made from besides the unit's own records. */
export interface Around {
  readonly period: Period;
  /** Shorter periods inside this one, oldest first, for a sheet that rolls up. */
  readonly periods: readonly Period[];
  readonly scoreOf: ScoreOf;
}

const alone: Around = { period: '', periods: [], scoreOf: () => null };

/** What scaling adds when rules were left out: the points given, in proportion to what all rules could have given. */
const scaledUp = (sheet: CompiledSheet, outcomes: readonly Outcome[]): readonly Reason[] => {
  const skipped = outcomes.reduce((sum, outcome) => sum + outcome.skipped, 0);
  const full = sheet.rules.reduce((sum, rule) => sum + rule.full, 0);
  if (skipped === 0 || skipped === full) return [];
  const given = outcomes.filter((_, i) => (sheet.rules[i]?.full ?? 0) > 0).reduce((sum, outcome) => sum + outcome.reason.points, 0);
  const points = divide(BigInt(given) * BigInt(full), BigInt(full - skipped), sheet.rounding) - given;
  return [{ kind: 'scaled', name: sheet.sheet.name, source: sheet.source, points, parts: [] }];
};

const bounded = (sum: Points, sheet: CompiledSheet, outcomes: readonly Outcome[]): Points => {
  const within = Math.min(Math.max(sum, sheet.floor), sheet.cap);
  return outcomes.reduce((points, { vetoed }) => (vetoed === null ? points : Math.min(points, vetoed)), within);
};

/**
 * The score of one unit on a sheet: a tree of reasons whose leaves add up to its points, exactly; null when a missing
 * figure or part voids it. The total lies between floor and cap, or at what a veto leaves; when the rules would leave
 * that range, a `limit` leaf says by how much they were cut.
 */
export const score = (sheet: CompiledSheet, known: Known, around: Around = alone): Reason | null => {
  const { source } = sheet;
  const base: Reason = { kind: 'base', name: sheet.sheet.name, source, points: sheet.base, parts: [] };
  const outcomes = sheet.rules.map((rule) => mechanisms[rule.rule.kind](rule, known));
  const parts = combineParts(sheet, around.period, around.scoreOf);
  const periods = combinePeriods(sheet, around.periods, around.scoreOf);
  if (outcomes.some((outcome) => outcome.voids) || parts.voids || periods.voids) return null;
  const all = [base, ...parts.parts, ...periods.parts, ...outcomes.map((outcome) => outcome.reason), ...scaledUp(sheet, outcomes)];
  const sum = all.reduce((total, reason) => total + reason.points, 0);
  const points = bounded(sum, sheet, outcomes);
  const limit: readonly Reason[] =
    points === sum ? [] : [{ kind: 'limit', name: sheet.sheet.name, source, points: points - sum, parts: [] }];
  return { kind: 'total', name: sheet.sheet.name, source, points, parts: [...all, ...limit] };
};

/** The first grade whose points are reached; `undefined` below the last one and on sheets without grades. */
export const gradeAt = (sheet: CompiledSheet, points: Points): CompiledSheet['grades'][number] | undefined =>
  sheet.grades.find((grade) => points >= grade.from);
