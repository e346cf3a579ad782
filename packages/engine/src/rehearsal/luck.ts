import { between, chance, oneOf } from '../expression/chance.ts';

/** Chance that belongs to one thing of a rehearsal: the same seed and thing give the same numbers on every machine. */
export interface Luck {
  /** True so often: `likely(0.3)` three times in ten. */
  likely(share: number): boolean;
  /** From 0 up to but not including 1. */
  share(): number;
  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number;
  /** One of the list, which must not be empty. */
  one<T>(list: readonly T[]): T;
}

/** FNV-1a over the characters: a short, well-mixed number for a text. */
const numberOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
};

/** The luck of a thing under a seed. What one thing draws never moves what another draws. */
export const luckOf = (seed: string, about: string): Luck => {
  const random = chance(numberOf(`${seed} ${about}`));
  return {
    likely: (share) => random() < share,
    share: random,
    whole: (low, high) => between(random, low, high),
    one: (list) => oneOf(random, list),
  };
};
