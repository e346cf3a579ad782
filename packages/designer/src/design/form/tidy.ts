import { isEqual, isList, isObject, type Json, type JsonObject } from '../draft/json.ts';
import type { Schema } from '../draft/schema.ts';

/** Nothing was said: no value, no text, no entries, or an object in which nothing was said. */
const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === '' || (isList(value) && value.length === 0) || (isObject(value) && Object.values(value).every(isEmpty));

const tidyObject = (schema: Schema, before: Json | undefined, after: JsonObject): Json => {
  const old = isObject(before) ? before : {};
  const required = schema.required ?? [];
  const entries = Object.entries(after).flatMap(([key, value]) => {
    const inner = schema.properties?.[key];
    const next = inner ? tidy(inner, old[key], value) : value;
    if (next === undefined || (isEmpty(next) && !required.includes(key) && !isEqual(next, old[key]))) return [];
    return [[key, next] as const];
  });
  return Object.fromEntries(entries);
};

/**
 * What a form hands back, as the plan writes it: nothing for what was left empty, and the very same value where
 * nothing changed, so that a clause opened and closed is the clause it was.
 */
export const tidy = (schema: Schema, before: Json | undefined, after: Json | undefined): Json | undefined => {
  if (after === undefined || isEqual(before, after)) return before !== undefined && isEqual(before, after) ? before : after;
  if (isObject(after)) {
    const next = tidyObject(schema, before, after);
    return isEqual(before, next) ? before : next;
  }
  if (isList(after) && schema.items) {
    const items = schema.items;
    const old = isList(before) ? before : [];
    const next = after.flatMap((item, i) => tidy(items, old[i], item) ?? []);
    return isEqual(before, next) ? before : next;
  }
  return after;
};
