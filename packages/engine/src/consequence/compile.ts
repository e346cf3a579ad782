import type { CompiledRanking } from '../ranking/compile.ts';
import type { RankPhrase } from './rank.ts';
import type { Consequence } from './schema.ts';

/** A consequence with its ranking and rank phrase read. */
export interface CompiledConsequence {
  readonly consequence: Consequence;
  readonly ranking: CompiledRanking;
  readonly rank: RankPhrase;
  readonly times: number;
  readonly source: string;
}
