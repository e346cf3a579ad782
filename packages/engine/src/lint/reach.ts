import type { Points } from '../expression/points.ts';
import type { CompiledRule, CompiledSheet } from '../scoring/compile.ts';

/** The points a unit can come to at all, from the worst to the best. */
export interface Reach {
  readonly low: Points;
  readonly high: Points;
}

const ruleReach = (rule: CompiledRule): Reach | undefined => {
  const { kind, missing, bands } = rule.rule;
  const most = rule.most ?? Number.POSITIVE_INFINITY;
  if (kind === 'deduct') return { low: -most, high: 0 };
  if (kind === 'bonus') return { low: 0, high: most };
  if (kind === 'veto') return { low: 0, high: 0 };
  if (missing === 'drop' || missing === 'void') return undefined;
  const covered = kind === 'target' || bands?.some(({ from, below }) => from === undefined && below === undefined);
  return { low: covered ? 0 : Math.min(0, rule.full), high: Math.max(0, rule.full) };
};

const clamp = (value: number, sheet: CompiledSheet): Points => Math.min(Math.max(value, sheet.floor), sheet.cap);

const partReach = (sheet: CompiledSheet, sheets: ReadonlyMap<string, CompiledSheet>, depth: number): readonly (Reach | undefined)[] =>
  sheet.parts.map((part) => {
    const other = sheets.get(part.sheet);
    const reach = other && part.missing !== 'drop' && part.missing !== 'void' ? reachOf(other, sheets, depth + 1) : undefined;
    if (!reach) return undefined;
    const share = (points: Points): number => (points * part.weight) / 100_000;
    const low = part.missing === 'zero' ? Math.min(0, reach.low) : reach.low;
    return { low: Math.floor(share(low)), high: Math.ceil(share(reach.high)) };
  });

/**
 * The points a sheet can give at worst and at best; `undefined` where that cannot be said without living through it,
 * such as when missing parts are made up for in proportion.
 */
export const reachOf = (sheet: CompiledSheet, sheets: ReadonlyMap<string, CompiledSheet>, depth = 0): Reach | undefined => {
  if (depth > 20 || sheet.over?.by === 'sum' || sheet.over?.missing === 'drop' || sheet.over?.missing === 'void') return undefined;
  const over = sheet.over ? sheets.get(sheet.over.sheet) : undefined;
  const rolled = over ? reachOf(over, sheets, depth + 1) : undefined;
  if (sheet.over && !rolled) return undefined;
  const parts = [...sheet.rules.map(ruleReach), ...partReach(sheet, sheets, depth), ...(rolled ? [rolled] : [])];
  if (parts.some((part) => part === undefined)) return undefined;
  const sum = (side: keyof Reach): number => sheet.base + parts.reduce((total, part) => total + (part?.[side] ?? 0), 0);
  const vetoes = sheet.rules.flatMap(({ rule, points }) => (rule.kind === 'veto' ? [points ?? 0] : []));
  return { low: Math.min(clamp(sum('low'), sheet), ...vetoes), high: clamp(sum('high'), sheet) };
};
