import type { Period } from '../calendar/period.ts';
import type { Points } from '../expression/points.ts';
import type { CompiledSheet } from './compile.ts';
import { divide } from './mechanism.ts';
import type { Reason } from './reason.ts';
import type { MissingRule } from './schema.ts';

/** Another sheet's score for the same unit: null when it has none in that period. */
export type ScoreOf = (sheet: string, period: Period) => Reason | null;

/** One ingredient of a combined score. `weight` is in thousandths of a percent, null for a roll-up. */
interface Ingredient {
  readonly name: string;
  readonly source: string;
  readonly period: Period;
  readonly reason: Reason | null;
  readonly weight: Points | null;
  readonly missing: MissingRule;
  /** What a full score of it is. */
  readonly cap: Points;
}

/** A combined score, or nothing when a missing ingredient voids it. */
export interface Combined {
  readonly parts: readonly Reason[];
  readonly voids: boolean;
}

const hundred = 100_000n;

const share = (points: Points, weight: Points, sheet: CompiledSheet): Points =>
  divide(BigInt(points) * BigInt(weight), hundred, sheet.rounding);

const partOf = (ingredient: Ingredient, points: Points): Reason => {
  const { name, source, period, reason, weight } = ingredient;
  return { kind: 'part', name, source, points, parts: [], whole: { period, reason, weight } };
};

const brought = ({ reason, missing, cap }: Ingredient): Points | null =>
  reason ? reason.points : missing === 'full' ? cap : missing === 'zero' ? 0 : null;

/** Weighted parts: each share rounded by itself; what is left out is made up for in proportion to the weights present. */
const weighted = (ingredients: readonly Ingredient[], sheet: CompiledSheet): readonly Reason[] => {
  const parts = ingredients.map((ingredient) => partOf(ingredient, share(brought(ingredient) ?? 0, ingredient.weight ?? 0, sheet)));
  const whole = ingredients.reduce((sum, ingredient) => sum + (ingredient.weight ?? 0), 0);
  const present = ingredients
    .filter((ingredient) => brought(ingredient) !== null)
    .reduce((sum, ingredient) => sum + (ingredient.weight ?? 0), 0);
  if (present === whole || present === 0) return parts;
  const sum = parts.reduce((total, part) => total + part.points, 0);
  const scaled = divide(BigInt(sum) * BigInt(whole), BigInt(present), sheet.rounding) - sum;
  return [...parts, { kind: 'scaled', name: sheet.sheet.name, source: sheet.source, points: scaled, parts: [] }];
};

/** Shares of an average that add up exactly: each part is its running share less the one before. */
const averaged = (ingredients: readonly Ingredient[], sheet: CompiledSheet): readonly Reason[] => {
  const present = ingredients.filter((ingredient) => brought(ingredient) !== null);
  let [sum, given] = [0, 0];
  return ingredients.map((ingredient) => {
    const value = brought(ingredient);
    if (value === null) return partOf(ingredient, 0);
    sum += value;
    const upTo = divide(BigInt(sum), BigInt(present.length), sheet.rounding);
    const points = upTo - given;
    given = upTo;
    return partOf(ingredient, points);
  });
};

/** Only one of the values counts in full. */
const chosen = (ingredients: readonly Ingredient[], by: 'lowest' | 'latest'): readonly Reason[] => {
  const present = ingredients.filter((ingredient) => brought(ingredient) !== null);
  const lowest = present.reduce<Ingredient | undefined>(
    (low, next) => (low && (brought(low) ?? 0) <= (brought(next) ?? 0) ? low : next),
    undefined,
  );
  const counts = by === 'latest' ? present.at(-1) : lowest;
  return ingredients.map((ingredient) => partOf(ingredient, ingredient === counts ? (brought(ingredient) ?? 0) : 0));
};

/** The sheets a sheet is made of, weighted. */
export const combineParts = (sheet: CompiledSheet, period: Period, scoreOf: ScoreOf): Combined => {
  const ingredients = sheet.parts.map(({ sheet: name, weight, missing, cap, source }) => ({
    name,
    source,
    period,
    reason: scoreOf(name, period),
    weight,
    missing,
    cap,
  }));
  const voids = ingredients.some(({ reason, missing }) => reason === null && missing === 'void');
  return {
    parts: weighted(ingredients, sheet),
    voids: voids || (ingredients.length > 0 && ingredients.every((one) => brought(one) === null)),
  };
};

/** The shorter periods a sheet is made of. */
export const combinePeriods = (sheet: CompiledSheet, periods: readonly Period[], scoreOf: ScoreOf): Combined => {
  const { over } = sheet;
  if (!over) return { parts: [], voids: false };
  const { sheet: name, missing, source, cap } = over;
  const ingredients = periods.map((period) => ({ name, source, period, reason: scoreOf(name, period), weight: null, missing, cap }));
  const voids =
    ingredients.some(({ reason }) => reason === null && missing === 'void') || ingredients.every((one) => brought(one) === null);
  if (over.by === 'average') return { parts: averaged(ingredients, sheet), voids };
  if (over.by === 'sum') return { parts: ingredients.map((one) => partOf(one, brought(one) ?? 0)), voids };
  return { parts: chosen(ingredients, over.by), voids };
};
