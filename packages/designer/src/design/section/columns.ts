import { fill } from '../../shared/language.ts';
import { isObject, type Json, valueAt } from '../draft/json.ts';
import type { Schema } from '../draft/schema.ts';
import { factsOf, type Reader } from './read.ts';
import { sectionWords } from './words.ts';

/** A row of a table in words, by key. */
export type Row = Readonly<Record<string, string>>;

/** Keys that are told within another cell. */
const merged: Readonly<Record<string, readonly string[]>> = {
  '/checklists/*/items': [
    'section',
    'fails',
    'counted',
    'most',
    'standard',
    'standards',
    'measure',
    'decimals',
    'least',
    'greatest',
    'choices',
    'columns',
    'photosLeast',
    'binds',
    'reason',
  ],
};

/** What is told under the name of a row, smaller. */
export const underName = (pattern: string, row: Row): string =>
  pattern === '/checklists/*/items' ? [row.section, row.standard].filter(Boolean).join(' · ') : '';

const points = (value: Json, row: Row, reader: Reader): string => {
  const words = sectionWords[reader.language];
  if (!row.points) return '';
  const each = isObject(value) && value.counted === true ? fill(words.pointsEach, { points: row.points }) : row.points;
  return each + (row.most ? fill(words.atMost, { points: row.most }) : '');
};

/** How a question is answered: the range, measure or choices it allows, and when it fails. */
const answer = (row: Row): string => {
  const range = row.least || row.greatest ? `${row.least ?? ''}–${row.greatest ?? ''}` : '';
  return [row.answer, [range, row.measure].filter(Boolean).join(' '), row.choices ?? row.columns, row.fails].filter(Boolean).join(' · ');
};

const rows = new WeakMap<object, { readonly reader: Reader; readonly row: Row }>();

/** A clause as a row of its table; the same row while the clause and its reader are. */
export const rowOf = (pattern: string, schema: Schema, value: Json, reader: Reader): Row => {
  if (!isObject(value)) return {};
  const before = rows.get(value);
  if (before && before.reader.language === reader.language && before.reader.today === reader.today) return before.row;
  const row = readRow(pattern, schema, value, reader);
  rows.set(value, { reader, row });
  return row;
};

const readRow = (pattern: string, schema: Schema, value: Json, reader: Reader): Row => {
  const row = Object.fromEntries(factsOf({ pattern: `${pattern}/*`, schema }, value, reader).map((fact) => [fact.key, fact.text]));
  const source = valueAt(value, '/source');
  const told = typeof source === 'string' ? { ...row, source } : row;
  return pattern === '/checklists/*/items' ? { ...told, answer: answer(row), points: points(value, row, reader) } : told;
};

/** The columns a table needs: the name, and every key some row says something about. */
export const columnsOf = (pattern: string, schema: Schema, rows: readonly Row[]): readonly string[] => {
  const hidden = new Set(['note', ...(merged[pattern] ?? [])]);
  return Object.keys(schema.properties ?? {}).filter((key) => !hidden.has(key) && (key === 'name' || rows.some((row) => row[key])));
};

/** Keys whose cells are numbers and stand to the right. */
export const isNumeric = (schema: Schema, key: string): boolean => ['number', 'integer'].includes(schema.properties?.[key]?.type ?? '');
