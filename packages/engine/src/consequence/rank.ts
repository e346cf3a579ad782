/** The first or the last `n` places of a ranking. */
export interface RankPhrase {
  readonly end: 'first' | 'last';
  readonly n: number;
}

/** Reads `first 1`, `last 3`; 1 to 999. `undefined` for anything else. */
export const readRank = (phrase: string): RankPhrase | undefined => {
  const parts = /^(first|last) ([1-9]\d{0,2})$/.exec(phrase);
  return parts ? { end: parts[1] as 'first' | 'last', n: Number(parts[2]) } : undefined;
};
