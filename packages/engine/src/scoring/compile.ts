import { type Points, pointsOf } from '../expression/points.ts';
import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { type Problem, pointer } from '../problem/problem.ts';
import { checkSheet, checkSheets } from './check.ts';
import type { MissingRule, Rounding, ScoringRule, Sheet } from './schema.ts';

/** A rule with its points exact. `points` is null when the checklist says how many. */
export interface CompiledRule {
  readonly rule: ScoringRule;
  readonly points: Points | null;
  readonly after: { readonly times: number; readonly points: Points } | null;
  readonly most: Points | null;
  /** What it gives at best, for band and target rules; 0 for the others. */
  readonly full: Points;
  readonly rounding: Rounding;
  readonly source: string;
}

/** A part or roll-up with the cap of the sheet it names. */
export interface CompiledPart {
  readonly sheet: string;
  /** Thousandths of a percent. */
  readonly weight: Points;
  readonly missing: MissingRule;
  readonly cap: Points;
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
  readonly parts: readonly CompiledPart[];
  readonly over: (Omit<CompiledPart, 'weight'> & { readonly by: 'average' | 'sum' | 'lowest' | 'latest' }) | null;
  readonly rounding: Rounding;
  /** From the highest down. */
  readonly grades: readonly { readonly name: string; readonly from: Points; readonly passes: boolean }[];
  readonly source: string;
}

const exact = (written: number | undefined): Points | null => (written === undefined ? null : (pointsOf(written) ?? 0));

const fullOf = (rule: ScoringRule): Points => {
  if (rule.kind !== 'band' && rule.kind !== 'target') return 0;
  return exact(rule.full) ?? Math.max(0, ...(rule.bands ?? []).map((band) => pointsOf(band.points) ?? 0));
};

const readRule = (rule: ScoringRule, sheet: Sheet): CompiledRule => ({
  rule,
  points: exact(rule.points),
  after: rule.after ? { times: rule.after.times, points: pointsOf(rule.after.points) ?? 0 } : null,
  most: exact(rule.most),
  full: fullOf(rule),
  rounding: sheet.rounding ?? 'half-up',
  source: rule.source ?? sheet.source ?? '',
});

const readSheet = (sheet: Sheet, sheets: readonly Sheet[], organization: CompiledOrganization): CompiledSheet => {
  const source = sheet.source ?? '';
  const capOf = (name: string): Points => exact(sheets.find((other) => other.name === name)?.cap) ?? 0;
  const { over } = sheet;
  return {
    sheet,
    units: unitsOf(organization, [sheet.units]),
    base: exact(sheet.base) ?? 0,
    floor: exact(sheet.floor) ?? 0,
    cap: exact(sheet.cap) ?? 0,
    rules: sheet.rules.map((rule) => readRule(rule, sheet)),
    parts: (sheet.parts ?? []).map((part) => ({
      sheet: part.sheet,
      weight: exact(part.weight) ?? 0,
      missing: part.missing,
      cap: capOf(part.sheet),
      source: part.source ?? source,
    })),
    over: over ? { sheet: over.sheet, by: over.by, missing: over.missing, cap: capOf(over.sheet), source: over.source ?? source } : null,
    rounding: sheet.rounding ?? 'half-up',
    grades: (sheet.grades ?? []).map((grade) => ({ name: grade.name, from: exact(grade.from) ?? 0, passes: grade.passes ?? false })),
    source,
  };
};

/** Reads the score sheets and says what is wrong with each and between them. */
export const compileSheets = (
  sheets: readonly Sheet[],
  organization: CompiledOrganization,
  at: string,
): { readonly value: ReadonlyMap<string, CompiledSheet>; readonly problems: readonly Problem[] } => {
  const compiled = sheets.map((sheet) => readSheet(sheet, sheets, organization));
  const value = new Map(compiled.map((sheet) => [sheet.sheet.name, sheet]));
  const alone = compiled.flatMap((sheet, i) => checkSheet(sheet, pointer(at, i)));
  return { value, problems: [...alone, ...checkSheets(value, at)] };
};
