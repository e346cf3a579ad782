import { between, type Chance, oneOf } from './chance.ts';
import { dayNumber, dayText } from './days.ts';
import { numberOf } from './decimal.ts';
import type { Input, Rule } from './scope.ts';
import type { NumberType, Type } from './type.ts';
import type { Answers, Plain } from './value.ts';

/** Numbers and texts that stand in rules: the values at which their results change. */
export interface Landmarks {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/** Gathers the landmarks of rules. */
export const landmarksOf = (rules: readonly Rule[]): Landmarks => {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const stack: unknown[] = rules.map((rule) => rule.logic);
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'number') numbers.add(value);
    else if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) stack.push(...Object.values(value));
  }
  return { numbers: [...numbers], texts: [...texts] };
};

const sampleNumber = (type: NumberType, random: Chance, landmarks: Landmarks): number => {
  const { decimals, low, high } = type;
  const kind = random();
  const landmark = Math.round((landmarks.numbers.length ? oneOf(random, landmarks.numbers) : 0) * 10 ** decimals) + between(random, -1, 1);
  const wanted = kind < 0.3 ? landmark : kind < 0.4 ? low : kind < 0.5 ? high : between(random, low, Math.min(high, low + 2 ** 50));
  return numberOf(Math.min(high, Math.max(low, wanted)), decimals);
};

const today = dayNumber('2026-10-01') ?? 0;

const sampleText = (longest: number, random: Chance, landmarks: Landmarks): string => {
  const text =
    landmarks.texts.length && random() < 0.6 ? oneOf(random, landmarks.texts) : oneOf(random, ['', '甲', '绣花 abc', '一二三四五']);
  return text.slice(0, longest);
};

/** A value that fits the type; values near the landmarks come often. */
export const sample = (type: Type, random: Chance, landmarks: Landmarks): Plain => {
  if (type.kind === 'boolean') return random() < 0.5;
  if (type.kind === 'number') return sampleNumber(type, random, landmarks);
  if (type.kind === 'choice') return oneOf(random, type.choices);
  if (type.kind === 'text') return sampleText(type.longest, random, landmarks);
  if (type.kind === 'row') return Object.fromEntries([...type.fields].map(([name, field]) => [name, sample(field, random, landmarks)]));
  if (type.kind === 'list')
    return Array.from({ length: between(random, 0, Math.min(type.most, 6)) }, () => sample(type.of, random, landmarks));
  const days = landmarks.texts.map(dayNumber).filter((day) => day !== undefined);
  return dayText((days.length && random() < 0.6 ? oneOf(random, days) : today) + between(random, -40, 40));
};

/** Answers to every input, in the order of the inputs. */
export const sampleAnswers = (inputs: readonly Input[], random: Chance, landmarks: Landmarks): Answers =>
  Object.fromEntries(inputs.map(({ name, type }) => [name, sample(type, random, landmarks)]));
