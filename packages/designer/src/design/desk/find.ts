import { isList, isObject, type Json } from '../draft/json.ts';

/** A text of the plan that says what is looked for. */
export interface Found {
  readonly place: string;
  readonly text: string;
}

/** Keys that are not words of the document. */
const skipped: ReadonlySet<string> = new Set(['$schema']);

const search = (value: Json, at: string, wanted: string, found: Found[]): void => {
  if (typeof value === 'string') {
    if (value.toLowerCase().includes(wanted)) found.push({ place: at, text: value });
  } else if (isList(value)) for (const [i, item] of value.entries()) search(item, `${at}/${i}`, wanted, found);
  else if (isObject(value))
    for (const [key, inner] of Object.entries(value)) if (!skipped.has(key)) search(inner, `${at}/${key}`, wanted, found);
};

/** Every text of a plan that contains the words, in the order of the plan; capital letters do not matter. */
export const findIn = (plan: Json, words: string): readonly Found[] => {
  const wanted = words.trim().toLowerCase();
  const found: Found[] = [];
  if (wanted) search(plan, '', wanted, found);
  return found;
};
