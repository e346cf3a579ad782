/** A source of chance that gives the same numbers for the same seed everywhere: from 0 up to but not including 1. */
export type Chance = () => number;

/** Makes a source of chance from a seed (Mulberry32). */
export const chance = (seed: number): Chance => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** A whole number from `low` to `high`, both included. */
export const between = (random: Chance, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

/** One of the things. */
export const oneOf = <T>(random: Chance, things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
