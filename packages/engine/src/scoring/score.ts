import { bonus } from './bonus.ts';
import type { CompiledRule, CompiledSheet } from './compile.ts';
import { deduct } from './deduct.ts';
import type { Happening } from './mechanism.ts';
import type { Reason } from './reason.ts';
import type { ScoringRule } from './schema.ts';

const mechanisms: Readonly<Record<ScoringRule['kind'], (rule: CompiledRule, happenings: readonly Happening[]) => Reason>> = { deduct, bonus };

/**
 * The score of one unit on a sheet: a tree of reasons whose leaves add up to its points, exactly. The total lies
 * between floor and cap; when the rules would leave that range, a `limit` leaf says by how much they were cut.
 */
export const score = (sheet: CompiledSheet, happenings: readonly Happening[]): Reason => {
  const { source } = sheet;
  const base: Reason = { kind: 'base', name: sheet.sheet.name, source, points: sheet.base, parts: [] };
  const rules = sheet.rules.map((rule) => mechanisms[rule.rule.kind](rule, happenings));
  const sum = rules.reduce((total, rule) => total + rule.points, base.points);
  const points = Math.min(Math.max(sum, sheet.floor), sheet.cap);
  const limit: readonly Reason[] = points === sum ? [] : [{ kind: 'limit', name: sheet.sheet.name, source, points: points - sum, parts: [] }];
  return { kind: 'total', name: sheet.sheet.name, source, points, parts: [base, ...rules, ...limit] };
};
