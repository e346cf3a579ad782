import { dayNumber, dayText } from './days.ts';
import { numberOf } from './decimal.ts';
import type { Machine } from './machine.ts';
import { type Landmarks, landmarksOf } from './sample.ts';
import type { Input } from './scope.ts';
import type { NumberType } from './type.ts';
import type { Answers, Plain } from './value.ts';

/** One answer that would be another. `share` is the part of its range a number moves, 1 for any other answer. */
export interface Change {
  readonly name: string;
  readonly word: string;
  readonly from: Plain | null;
  readonly to: Plain;
  readonly share: number;
}

/** What was found: ways to reach the goal, the smallest first, all with the same, least number of answers changed. */
export interface Changes {
  readonly ways: readonly (readonly Change[])[];
  /** Answers changed in each way; 0 when the goal is reached already, -1 when no way was found. */
  readonly answers: number;
  /** False when the search ended at its limit before trying everything it tries. */
  readonly complete: boolean;
}

/** How far to search: answers changed at once, ways kept, and runs of the rules. */
export interface ChangeOptions {
  readonly most?: number;
  readonly ways?: number;
  readonly runs?: number;
}

interface Search {
  readonly machine: Machine;
  readonly answers: Answers;
  readonly reaches: (machine: Machine) => boolean;
  readonly landmarks: Landmarks;
  left: number;
}

/** Steps of a number that are all tried; a wider range is tried at its landmarks and by doubling steps. */
const allSteps = 2000;

const numberSteps = ({ decimals, low, high }: NumberType, now: number, landmarks: Landmarks): readonly number[] => {
  const units = new Set<number>();
  const add = (unit: number): void => {
    if (unit >= low && unit <= high && unit !== now) units.add(unit);
  };
  if (high - low <= allSteps) for (let unit = low; unit <= high; unit++) add(unit);
  else {
    for (let step = 1; step <= high - low; step *= 2) [now - step, now + step].forEach(add);
    for (const landmark of landmarks.numbers) for (const by of [-1, 0, 1]) add(Math.round(landmark * 10 ** decimals) + by);
    [low, high].forEach(add);
  }
  return [...units].sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
};

/** Other answers to an input, the nearest first. */
const others = (search: Search, input: Input): readonly Change[] => {
  const { name, type } = input;
  const from = (search.answers[name] ?? null) as Plain | null;
  const change = (to: Plain, share: number): Change => ({ name, word: input.word ?? name, from, to, share });
  if (type.kind === 'boolean') return [true, false].filter((to) => to !== from).map((to) => change(to, 1));
  if (type.kind === 'choice') return type.choices.filter((to) => to !== from).map((to) => change(to, 1));
  if (type.kind === 'day') {
    const day = typeof from === 'string' ? (dayNumber(from) ?? 0) : 0;
    return Array.from({ length: 120 }, (_, i) => change(dayText(day + (i % 2 ? -1 : 1) * ((i >> 1) + 1)), (i + 2) / 120));
  }
  if (type.kind !== 'number') return [];
  const now = typeof from === 'number' ? Math.round(from * 10 ** type.decimals) : type.low - 1;
  const range = Math.max(1, type.high - type.low);
  return numberSteps(type, now, search.landmarks).map((unit) => change(numberOf(unit, type.decimals), Math.abs(unit - now) / range));
};

const reachedWith = (search: Search, changes: readonly Change[]): boolean => {
  search.left -= 1;
  const changed = { ...search.answers };
  for (const { name, to } of changes) (changed as Record<string, unknown>)[name] = to;
  return search.reaches(search.machine.score(changed));
};

const sizeOf = (way: readonly Change[]): number => way.reduce((sum, change) => sum + change.share, 0);

/** The nearest other answer of one input that reaches the goal together with changes already made. */
const nearestOf = (search: Search, input: Input, with_: readonly Change[]): Change | undefined => {
  for (const change of others(search, input)) {
    if (search.left <= 0) return undefined;
    if (reachedWith(search, [...with_, change])) return change;
  }
  return undefined;
};

/** The two nearest other answers of an input and those at its ends, to find out which inputs reach the goal together. */
const probes = (search: Search, input: Input): readonly Change[] => {
  const all = others(search, input);
  if (all.length <= 6) return all;
  const inOrder = [...all].sort((a, b) => (a.to < b.to ? -1 : 1));
  return [...new Set([all[0], all[1], inOrder[0], inOrder.at(-1)])].filter((change) => change !== undefined);
};

/** Changes to the first inputs that, with a last one, reach the goal; each way is then drawn as near as it goes. */
const together = (search: Search, inputs: readonly Input[], count: number): (readonly Change[])[] => {
  const ways: (readonly Change[])[] = [];
  const stack: { readonly from: number; readonly changes: readonly Change[] }[] = [{ from: 0, changes: [] }];
  for (let next = stack.pop(); next && search.left > 0; next = stack.pop()) {
    for (let i = next.from; i < inputs.length && search.left > 0; i++) {
      for (const probe of probes(search, inputs[i] as Input)) {
        const changes = [...next.changes, probe];
        if (changes.length < count) stack.push({ from: i + 1, changes });
        else if (reachedWith(search, changes)) ways.push(tightened(search, inputs, changes));
      }
    }
  }
  return ways;
};

const tightened = (search: Search, inputs: readonly Input[], way: readonly Change[]): readonly Change[] => {
  let now = way;
  for (const change of way) {
    const input = inputs.find(({ name }) => name === change.name);
    const rest = now.filter(({ name }) => name !== change.name);
    const nearer = input && nearestOf(search, input, rest);
    if (nearer && nearer.share < change.share) now = now.map((each) => (each.name === change.name ? nearer : each));
  }
  return now;
};

/** The smallest way for each set of answers, in order of size. */
const distinct = (ways: readonly (readonly Change[])[]): (readonly Change[])[] => {
  const kept = new Map<string, readonly Change[]>();
  for (const way of [...ways].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const key = JSON.stringify(way.map(({ name }) => name));
    if (!kept.has(key)) kept.set(key, way);
  }
  return [...kept.values()];
};

/**
 * The smallest change of answers that would have reached a goal: another grade, another rank. Fewest answers first; of
 * those, the ones that move least. Texts and lists are left as they are. Leaves the machine on the answers given.
 */
export const smallestChange = (
  machine: Machine,
  answers: Answers,
  reaches: (machine: Machine) => boolean,
  options: ChangeOptions = {},
): Changes => {
  const { most = 2, ways: keep = 5, runs = 100_000 } = options;
  const { scope, rules } = machine.compiled;
  const search: Search = { machine, answers, reaches, landmarks: landmarksOf(rules), left: runs };
  if (reachedWith(search, [])) return { ways: [], answers: 0, complete: true };
  for (let count = 1; count <= most && search.left > 0; count++) {
    const found =
      count === 1
        ? scope.inputs.map((input) => nearestOf(search, input, [])).flatMap((change) => (change ? [[change]] : []))
        : together(search, scope.inputs, count);
    if (found.length === 0) continue;
    const ways = distinct(found).slice(0, keep);
    machine.score(answers);
    return { ways, answers: count, complete: search.left > 0 };
  }
  machine.score(answers);
  return { ways: [], answers: -1, complete: search.left > 0 };
};
