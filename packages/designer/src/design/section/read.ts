import { type Day, isDay } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { fill, type Language } from '../../shared/language.ts';
import { isList, isObject, type Json, type JsonObject, textOf } from '../draft/json.ts';
import { isChoice, type Schema } from '../draft/schema.ts';
import { scored } from '../form/formSchema.ts';
import { sayPhrase } from '../form/phrase/say.ts';
import { sectionWords, sentences } from './words.ts';

/** How a reader is addressed: the language, and the day from which years are told. */
export interface Reader {
  readonly language: Language;
  readonly today: Day;
}

/** A filled key of a clause: what it is called and what it says, in words. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

const titleOf = (schema: Schema, language: Language): string => (language === 'en' ? schema.en?.title : schema.title) ?? '';

const readText = (schema: Schema, value: string, { language, today }: Reader): string => {
  if (schema.phrase) return sayPhrase(schema.phrase, value, language) ?? value;
  if (schema.format !== 'date') return value;
  return isDay(value)
    ? showDay(value, today, language)
    : value
        .replace(/^(\d{4})(?:-0?(\d{1,2}))?$/, language === 'zh' ? '$1年$2月' : '$1-$2')
        .replace(/年月$/, '年')
        .replace(/-$/, '');
};

const readChoice = (schema: Schema, value: Json, reader: Reader): string => {
  const word = schema.anyOf?.find((s) => s.const === value);
  if (word) return titleOf(word, reader.language);
  const open = isChoice(schema) ? undefined : schema.anyOf?.find((s) => s.const === undefined);
  return open ? readValue(open, value, reader) : String(value);
};

const readObject = (schema: Schema, value: JsonObject, reader: Reader): string => {
  const words = sectionWords[reader.language];
  const [name, by, title] = [textOf(value, 'name'), textOf(value, 'by'), textOf(value, 'title')];
  if (title) return fill(words.titled, { title });
  if (name && isDay(by)) return fill(words.byDay, { name, day: showDay(by, reader.today, reader.language) });
  return (
    name ||
    factsOf(schema, value, reader)
      .map((fact) => fact.text)
      .join(words.listJoin)
  );
};

/** A value of the plan in words: a day with its weekday, a phrase as people say it, a choice by its name. */
export const readValue = (schema: Schema, value: Json, reader: Reader): string => {
  const words = sectionWords[reader.language];
  if (schema.anyOf) return readChoice(schema, value, reader);
  if (typeof value === 'string') return readText(schema, value, reader);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return schema.points ? fill(words.pointsOf, { n: value }) : String(value);
  if (isList(value)) return value.map((item) => readValue(schema.items ?? {}, item, reader)).join(words.listJoin);
  return isObject(value) ? readObject(schema, value, reader) : '';
};

/** The filled keys of a clause in the order of the schema, without its source and note; only those of `keys` if given. */
export const factsOf = (schema: Schema, value: Json | undefined, reader: Reader, keys?: readonly string[]): readonly Fact[] => {
  if (!isObject(value)) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    if (keys && !keys.includes(key)) return [];
    const held = value[key];
    if (held === undefined || key === 'source' || key === 'note' || key === '$schema') return [];
    const text = readValue(scored.has(key) ? inner : { ...inner, points: false }, held, reader);
    return text ? [{ key, label: titleOf(inner, reader.language), text }] : [];
  });
};

const placesOf = (segment: string): readonly string[] => [...segment.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');

/** The condition of a consequence, which counts in a row or in all. */
const whenFacts = (value: Json | undefined, reader: Reader): readonly Fact[] => {
  const words = sectionWords[reader.language];
  if (!isObject(value) || typeof value.times !== 'number') return [];
  return [{ key: 'run', label: '', text: value.consecutive === true ? words.running : words.adding }];
};

/** Which clause is to be read: its place with `*` for list places, its schema, and the keys that belong to it. */
export interface Reading {
  readonly pattern: string;
  readonly schema: Schema;
  readonly keys?: readonly string[];
}

/**
 * A clause as a sentence in the manner of the official text. What the sentence has no
 * words for follows
 * as label and value, so that nothing a clause says is left out.
 */
export const sentenceOf = ({ pattern, schema, keys }: Reading, value: Json | undefined, reader: Reader): string => {
  const words = sectionWords[reader.language];
  const segments = sentences[reader.language][pattern] ?? [];
  const nested = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
      const place = `${pattern}/${key}`;
      return sentences[reader.language][place] && isObject(value)
        ? [[key, sentenceOf({ pattern: place, schema: inner }, value[key], reader)]]
        : [];
    }),
  );
  const facts = [...factsOf(schema, value, reader, keys), ...whenFacts(value, reader)].map((f) => ({
    ...f,
    text: nested[f.key] ?? f.text,
  }));
  const params = Object.fromEntries(facts.map((f) => [f.key, f.text]));
  const said = segments.filter((s) => placesOf(s).every((key) => params[key] !== undefined));
  const used = new Set(['name', 'title', 'consecutive', 'run', ...segments.flatMap(placesOf)]);
  const rest = facts.filter((f) => !used.has(f.key)).map((f) => `${f.label}${words.labelJoin}${f.text}`);
  return [fill(said.join(''), params), rest.join(words.clauseJoin)].filter(Boolean).join(' ');
};

/** The name a clause goes by; empty when it has none. */
export const nameOf = (value: Json | undefined): string => textOf(value, 'name') || textOf(value, 'title');
