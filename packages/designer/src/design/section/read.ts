import { type Day, isCoarseDay, isDay } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { fill, type Language } from '../../shared/language.ts';
import { isList, isObject, type Json, type JsonObject, textOf } from '../draft/json.ts';
import { isChoice, type Schema } from '../draft/schema.ts';
import { scored } from '../form/formSchema.ts';
import { sayPhrase } from '../form/phrase/say.ts';
import { sentences } from './sentences.ts';
import { sectionWords } from './words.ts';

/** How a reader is addressed: the language, and the day from which years are told. */
export interface Reader {
  readonly language: Language;
  readonly today: Day;
}

/** Which part is to be read: its place with `*` for list places, its schema, and the keys that belong to it. */
export interface Reading {
  readonly pattern: string;
  readonly schema: Schema;
  readonly keys?: readonly string[];
}

/** A filled key of a clause: what it is called and what it says, in words. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

const titleOf = (schema: Schema, language: Language): string => (language === 'en' ? schema.en?.title : schema.title) ?? '';

const readDay = (value: string, { language, today }: Reader): string => {
  if (isDay(value)) return showDay(value, today, language);
  const [year, month] = value.split('-');
  if (language === 'en') return month ? `${year}-${month}` : `${year}`;
  return month ? `${year}年${Number(month)}月` : `${year}年`;
};

const readText = (schema: Schema, value: string, reader: Reader): string => {
  if (schema.format === 'date' && isCoarseDay(value)) return readDay(value, reader);
  if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 12)}…`;
  return (schema.phrase && sayPhrase(schema.phrase, value, reader.language)) || value;
};

/** Sentences follow one another as they are; names stand in a list. */
const joined = (said: readonly string[], separator: string): string =>
  said.join(said.some((text) => /[。！？]$/.test(text)) ? '' : separator);

const readChoice = (reading: Reading, value: Json, reader: Reader): string => {
  const { schema } = reading;
  const word = schema.anyOf?.find((s) => s.const === value);
  if (word) return titleOf(word, reader.language);
  const open = isChoice(schema) ? undefined : schema.anyOf?.find((s) => s.const === undefined);
  return open ? readValue({ ...reading, schema: open }, value, reader) : String(value);
};

const readObject = (reading: Reading, value: JsonObject, reader: Reader): string => {
  if (sentences[reader.language][reading.pattern]) return sentenceOf(reading, value, reader);
  const facts = factsOf(reading, value, reader).map((fact) => fact.text);
  return textOf(value, 'name') || textOf(value, 'title') || facts.join(sectionWords[reader.language].listJoin);
};

/** A value of the plan in words: a day with its weekday, a phrase as people say it, a choice by its name. */
export const readValue = (reading: Reading, value: Json, reader: Reader): string => {
  const words = sectionWords[reader.language];
  const { schema, pattern } = reading;
  if (schema.anyOf) return readChoice(reading, value, reader);
  if (typeof value === 'string') return readText(schema, value, reader);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return schema.points ? fill(words.pointsOf, { n: value }) : String(value);
  if (!isList(value)) return isObject(value) ? readObject(reading, value, reader) : '';
  const items = { pattern: `${pattern}/*`, schema: schema.items ?? {} };
  return joined(
    value.map((item) => readValue(items, item, reader)),
    schema.items?.properties ? words.clauseJoin : words.listJoin,
  );
};

/** The filled keys of a clause in the order of the schema, without its source and note; only those of `keys` if given. */
export const factsOf = ({ pattern, schema, keys }: Reading, value: Json | undefined, reader: Reader): readonly Fact[] => {
  if (!isObject(value)) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    if (keys && !keys.includes(key)) return [];
    const held = value[key];
    if (held === undefined || key === 'source' || key === 'note' || key === '$schema') return [];
    const part = { pattern: `${pattern}/${key}`, schema: scored.has(key) ? inner : { ...inner, points: false } };
    const text = readValue(part, held, reader);
    return text ? [{ key, label: titleOf(inner, reader.language), text }] : [];
  });
};

/** The places of a segment that are to be filled. */
const placesOf = (segment: string): readonly string[] => [...segment.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');

/** What a sentence may need beyond the facts: whether a consequence counts in a row or in all; one day said once. */
const params = (facts: readonly Fact[], value: Json | undefined, reader: Reader): Readonly<Record<string, string>> => {
  const words = sectionWords[reader.language];
  const told: Record<string, string> = Object.fromEntries(facts.map((f) => [f.key, f.text]));
  if (isObject(value) && typeof value.times === 'number') told.run = value.consecutive === true ? words.running : words.adding;
  if (told.to === told.from) delete told.to;
  return told;
};

/**
 * A clause as a sentence in the manner of the official text. What the sentence has no words for follows as label and
 * value, so that nothing a clause says is left out.
 */
export const sentenceOf = (reading: Reading, value: Json | undefined, reader: Reader): string => {
  const words = sectionWords[reader.language];
  const segments = sentences[reader.language][reading.pattern] ?? [];
  const facts = factsOf(reading, value, reader);
  const told = params(facts, value, reader);
  const isFull = (segment: string): boolean => placesOf(segment).every((key) => told[key] !== undefined);
  const said = segments.map((segment) => segment.split('|').find(isFull) ?? '');
  const used = new Set(['name', 'title', 'consecutive', ...segments.flatMap(placesOf)]);
  const rest = facts.filter((f) => !used.has(f.key)).map((f) => `${f.label}${words.labelJoin}${f.text}`);
  return [fill(said.join(''), told), rest.join(words.clauseJoin)].filter(Boolean).join(' ');
};

/** The name a clause goes by; empty when it has none. */
export const nameOf = (value: Json | undefined): string => textOf(value, 'name') || textOf(value, 'title');
