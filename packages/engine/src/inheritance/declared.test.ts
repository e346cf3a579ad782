import { describe, expect, test } from 'vitest';
import { arrivals, bounds, rules } from '../plan/diff-rules.ts';
import { Plan } from '../plan/schema.ts';
import type { Shape } from '../plan/shape.ts';
import { bindingSections, isExact } from './exact.ts';
import { isGround, isOpen, isQuiet, isWords } from './judge.ts';

interface Place {
  readonly pattern: string;
  readonly shape: Shape;
}

/** Every key of the format that holds a value of its own, and every list of clauses. */
const placesOf = (shape: Shape, pattern: string): readonly Place[] => {
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([key, inner]) => placesOf(inner, pattern ? `${pattern}.${key}` : key));
  if (shape.items?.properties) return [{ pattern: `${pattern}[]`, shape: shape.items }, ...placesOf(shape.items, `${pattern}[]`)];
  return [{ pattern, shape }];
};

const binds = ({ pattern }: Place): boolean =>
  bindingSections.some((section) => pattern.startsWith(section)) && !pattern.endsWith('.binds');
const places = placesOf(Plan as unknown as Shape, '').filter(binds);

/** In which ways the direction of a place is declared. */
const declared = ({ pattern }: Place): readonly string[] => [
  ...(rules[pattern] ? ['order'] : []),
  ...(bounds[pattern] ? ['bound'] : []),
  ...(arrivals[pattern] || (pattern.endsWith('[]') && isOpen(pattern)) ? ['arrival'] : []),
  ...(isExact(pattern) ? ['exact'] : []),
];

const speaksForItself = ({ pattern, shape }: Place): boolean =>
  isQuiet(shape, pattern) || isWords(shape, pattern) || isGround(shape, pattern);

describe('every key of the plan format in a section that binds', () => {
  test('has a direction, stays as it is, or is words or the place’s own ground', () => {
    const undeclared = places.filter((place) => declared(place).length === 0 && !speaksForItself(place));
    expect(undeclared.map(({ pattern }) => pattern)).toEqual([]);
  });

  test('has it once', () => {
    const twice = places.filter((place) => declared(place).length > 1);
    expect(twice.map(({ pattern }) => pattern)).toEqual([]);
  });
});

test('nothing is declared of a place the format does not have', () => {
  const known = new Set(placesOf(Plan as unknown as Shape, '').map(({ pattern }) => pattern));
  const objects = new Set([...known].flatMap((pattern) => pattern.split('.').map((_, i, steps) => steps.slice(0, i + 1).join('.'))));
  const all = [...Object.keys(rules), ...Object.keys(bounds), ...Object.keys(arrivals)];
  expect(all.filter((pattern) => !known.has(pattern) && !objects.has(pattern))).toEqual([]);
});
