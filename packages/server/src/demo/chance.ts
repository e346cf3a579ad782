/** A source of numbers that look random and are the same every time for the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number;
  /** True so often: `likely(0.3)` three times in ten. */
  likely(share: number): boolean;
  /** One of the list, which must not be empty. */
  one<T>(list: readonly T[]): T;
}

/** FNV-1a over the characters: a short, well-mixed number for a text. */
const hashOfText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The chance that belongs to a text (mulberry32). Two seeds that differ in one character have nothing in common. */
export const chanceOf = (seed: string): Chance => {
  let state = hashOfText(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    likely: (share) => next() < share,
    one: <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T,
  };
};
