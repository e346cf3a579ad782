import type { CompiledSheet } from '../scoring/compile.ts';
import type { Ranking } from './schema.ts';

/** A ranking with its sheet. */
export interface CompiledRanking {
  readonly ranking: Ranking;
  readonly sheet: CompiledSheet;
  readonly source: string;
}
