import type { Problem } from '../problem/problem.ts';

/**
 * Why there is no value. *Not asked*: the question was not put. *Not applicable*: there is nothing to judge. *Not
 * known*: it will have a value, but has none yet. None of the three is zero or false.
 */
export type NoValue = 'not-asked' | 'not-applicable' | 'not-known';

/** A value as answers and results carry it: numbers as JSON writes them, days as text. */
export type Plain = boolean | number | string | readonly Plain[] | { readonly [field: string]: Plain };

/** An answer given explicitly as having no value. */
export interface NoAnswer {
  readonly none: NoValue;
}

/** Answers by the name of the input. A name that is absent or `null` is not known yet. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * What a rule came to. `missing` names the inputs whose value would be needed. A fault is a rule over its limits or an
 * answer that does not fit its type; it concerns this rule and those that read it, and no other.
 */
export type Result =
  | { readonly state: 'value'; readonly value: Plain }
  | { readonly state: 'none'; readonly none: NoValue; readonly missing: readonly string[] }
  | { readonly state: 'fault'; readonly problem: Problem };

/** States of a register without a value, as small numbers; where several meet, the highest wins. */
export const stateOf = { value: 0, notAsked: 1, notApplicable: 2, notKnown: 3, badAnswer: 4, overLimit: 5 } as const;

const kinds: readonly NoValue[] = ['not-asked', 'not-applicable', 'not-known'];

/** The word for a state from 1 to 3. */
export const noValueOf = (state: number): NoValue => kinds[state - 1] ?? 'not-known';

/** The state for a word, or `undefined` when it is none of the three. */
export const stateOfNoValue = (word: unknown): number | undefined => {
  const index = kinds.indexOf(word as NoValue);
  return index < 0 ? undefined : index + 1;
};
