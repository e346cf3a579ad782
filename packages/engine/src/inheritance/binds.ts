import { isWritten, type Written } from '../plan/diff-identity.ts';

/** How a clause of an upper plan binds the lower ones: 可自定, 只严不宽, 不得改动. */
export type Binds = 'free' | 'tighten' | 'fixed';

const ladder: readonly Binds[] = ['free', 'tighten', 'fixed'];

/** True when a lock holds at least as much as another. */
export const holdsAtLeast = (lock: Binds, other: Binds): boolean => ladder.indexOf(lock) >= ladder.indexOf(other);

const ofIndicator = (thing: Written): Binds | undefined =>
  thing.binding === undefined ? undefined : thing.binding === 'binding' ? 'tighten' : 'free';

/**
 * How a thing binds when it does not say so, by its place in the plan; what is not here takes after what it stands in,
 * and nothing binds at the top: organization, places and how a place scores its own units are its own affair.
 */
const byKind: Readonly<Record<string, (thing: Written) => Binds | undefined>> = {
  // Other holidays or office hours make every limit in workdays another one.
  calendar: () => 'fixed',
  'phases[]': () => 'tighten',
  'responsibility.tasks[]': () => 'tighten',
  'responsibility.letters[]': () => 'tighten',
  'sets[]': () => 'tighten',
  'checklists[]': () => 'tighten',
  'indicators[]': ofIndicator,
  'indicators[].targets[]': ofIndicator,
  'schedule[]': () => 'tighten',
  'routines[]': () => 'tighten',
  findings: () => 'tighten',
  'scoring[].rules[]': (rule) => (rule.kind === 'veto' ? 'fixed' : undefined),
  'consequences[]': () => 'fixed',
};

/** How the innermost of these things binds, outermost first; each with its place in the format. */
export const bindsOf = (things: readonly { readonly pattern: string; readonly value: unknown }[]): Binds =>
  things.reduce<Binds>((outer, { pattern, value }) => {
    if (!isWritten(value)) return outer;
    const said = ladder.find((one) => one === value.binds);
    return said ?? byKind[pattern]?.(value) ?? outer;
  }, 'free');

/** Lists whose things are acts of the upper level: a lower plan need not repeat them unless they say that they bind. */
const ownActs: ReadonlySet<string> = new Set(
  ['scoring', 'ranking', 'consequences', 'channels', 'surveys', 'lists', 'credit', 'reports', 'meetings'].map((key) => `${key}[]`),
);

/** True when a lower plan may leave the thing out. */
export const mayLack = (pattern: string, value: unknown, binds: Binds): boolean =>
  binds === 'free' || (isWritten(value) && value.binds === undefined && (ownActs.has(pattern) || pattern === 'findings'));
