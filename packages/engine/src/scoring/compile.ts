import type { Points } from '../checklist/points.ts';
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
