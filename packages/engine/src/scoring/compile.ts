import { type Points, pointsOf, showPoints } from '../checklist/points.ts';
import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { ScoringRule, Sheet } from './schema.ts';

/** A rule with its points exact. `points` is null when the checklist says how many. */
export interface CompiledRule {
  readonly rule: ScoringRule;
  readonly points: Points | null;
  readonly most: Points | null;
  readonly source: string;
}

/** A score sheet with its units listed in the order of the plan. */
export interface CompiledSheet {
  readonly sheet: Sheet;
  readonly units: readonly string[];
  readonly base: Points;
  readonly floor: Points;
  readonly cap: Points;
  readonly rules: readonly CompiledRule[];
  readonly source: string;
}

const exact = (written: number | undefined): Points | null => (written === undefined ? null : (pointsOf(written) ?? 0));

const readRule = (rule: ScoringRule, source: string): CompiledRule => ({
  rule,
  points: exact(rule.points),
  most: exact(rule.most),
  source: rule.source ?? source,
});

const checkRule = (rule: CompiledRule, at: string): readonly Problem[] => {
  const clause = clauseOf('rule', rule.rule);
  if (rule.points === null && rule.rule.each !== 'failed-item') return [problem('scoring.points-missing', at, clause)];
  if (rule.points !== null && rule.most !== null && rule.most < rule.points)
    return [problem('scoring.most-below-points', pointer(at, 'most'), { ...clause, most: showPoints(rule.most), points: showPoints(rule.points) })];
  return [];
};

const checkSheet = (sheet: CompiledSheet, at: string): readonly Problem[] => {
  const params = { ...clauseOf('sheet', sheet.sheet), base: showPoints(sheet.base), floor: showPoints(sheet.floor), cap: showPoints(sheet.cap) };
  const bounds =
    sheet.floor > sheet.cap
      ? [problem('scoring.bounds-reversed', pointer(at, 'floor'), params)]
      : sheet.base < sheet.floor || sheet.base > sheet.cap
        ? [problem('scoring.base-outside', pointer(at, 'base'), params)]
        : [];
  return [...bounds, ...sheet.rules.flatMap((rule, i) => checkRule(rule, `${at}/rules/${i}`))];
};

/** Reads the score sheets. */
export const compileSheets = (
  sheets: readonly Sheet[],
  organization: CompiledOrganization,
  at: string,
): { value: ReadonlyMap<string, CompiledSheet>; problems: readonly Problem[] } => {
  const value = sheets.map((sheet): CompiledSheet => {
    const source = sheet.source ?? '';
    return {
      sheet,
      units: unitsOf(organization, [sheet.units]),
      base: exact(sheet.base) ?? 0,
      floor: exact(sheet.floor) ?? 0,
      cap: exact(sheet.cap) ?? 0,
      rules: sheet.rules.map((rule) => readRule(rule, source)),
      source,
    };
  });
  return { value: new Map(value.map((sheet) => [sheet.sheet.name, sheet])), problems: value.flatMap((sheet, i) => checkSheet(sheet, pointer(at, i))) };
};
