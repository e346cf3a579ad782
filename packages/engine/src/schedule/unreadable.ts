import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';

const examples: Readonly<Record<string, string>> = {
  every: 'week on monday at 15:00, month on day 15, month before day 25, quarter in last 5 workdays',
  within: '3 workdays, 5 days',
  sites: 'all, draw 3, draw 11 of 33, draw 1 per zone, draw by class',
};

/** The problem of a phrase of a clause that cannot be read, with examples of what can. */
export const unreadable = (
  holder: string,
  clause: { readonly name: string; readonly source?: string },
  phrase: { readonly kind: string; readonly found?: string; readonly at: string },
): Problem =>
  problem('phrase.unreadable', pointer(phrase.at, phrase.kind), {
    ...clauseOf(holder, clause),
    kind: phrase.kind,
    found: phrase.found,
    examples: examples[phrase.kind],
  });
