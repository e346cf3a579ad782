import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { Language } from '../../shared/language.ts';
import { isChoice, type Schema } from '../draft/schema.ts';
import { isPhraseKind } from './phrase/say.ts';

/** What rjsf needs for a form: a plain JSON Schema in one language, and how each field is filled in. */
export interface FormSchema {
  readonly schema: RJSFSchema;
  readonly ui: UiSchema;
}

/** Keys whose numbers are points of a score; other amounts carry their unit in their name. */
export const scored: ReadonlySet<string> = new Set(['points', 'most', 'base', 'floor', 'cap']);

const titleOf = (schema: Schema, language: Language): string => (language === 'en' ? (schema.en?.title ?? '') : (schema.title ?? ''));

const wordsOf = (schema: Schema, language: Language) => {
  const description = schema.declares ? '' : language === 'en' ? schema.en?.description : schema.description;
  return { title: titleOf(schema, language), ...(description ? { description } : {}) };
};

const choices = (schemas: readonly Schema[], language: Language) => schemas.map((s) => ({ const: s.const, title: titleOf(s, language) }));

/** A value no other field fits, such as a formula: written as the format has it. */
const raw = (words: object): FormSchema => ({ schema: { ...words }, ui: { 'ui:field': 'raw' } });

const choiceForm = (schema: Schema, words: object, language: Language): FormSchema => {
  const options = schema.anyOf ?? [];
  if (isChoice(schema)) return { schema: { type: 'string', ...words, oneOf: choices(options, language) }, ui: { 'ui:widget': 'choice' } };
  const [word, ...others] = choices(
    options.filter((s) => s.const !== undefined),
    language,
  );
  const open = options.filter((s) => s.const === undefined);
  if (!word || others.length > 0 || open.length !== 1 || open[0]?.format !== 'date') return raw(words);
  return {
    schema: { type: 'string', ...words },
    ui: { 'ui:widget': 'dayOrWord', 'ui:options': { word, coarse: open[0].coarse === true } },
  };
};

const textForm = (schema: Schema, words: object): FormSchema => {
  const plain: RJSFSchema = { type: 'string', ...words, ...(schema.maxLength ? { maxLength: schema.maxLength } : {}) };
  if (schema.ref) return { schema: plain, ui: { 'ui:widget': 'ref', 'ui:options': { kind: schema.ref } } };
  if (schema.phrase && isPhraseKind(schema.phrase))
    return { schema: plain, ui: { 'ui:widget': 'phrase', 'ui:options': { kind: schema.phrase } } };
  if (schema.format === 'date') return { schema: plain, ui: { 'ui:widget': 'day', 'ui:options': { coarse: schema.coarse === true } } };
  return { schema: plain, ui: { 'ui:widget': schema.multiline ? 'prose' : 'line' } };
};

const listForm = (schema: Schema, words: object, language: Language): FormSchema => {
  const items = schema.items ?? {};
  const plain = { type: 'array' as const, ...words, ...(schema.maxItems ? { maxItems: schema.maxItems } : {}) };
  if (items.ref) return { schema: { ...plain, items: { type: 'string' } }, ui: { 'ui:widget': 'refs', 'ui:options': { kind: items.ref } } };
  if (items.anyOf && isChoice(items))
    return {
      schema: { ...plain, items: { type: 'string' } },
      ui: { 'ui:widget': 'choices', 'ui:options': { choices: choices(items.anyOf, language) } },
    };
  if (items.type === 'string' && !items.multiline) return { schema: { ...plain, items: { type: 'string' } }, ui: { 'ui:widget': 'tags' } };
  const inner = formSchema(items, language);
  return {
    schema: { ...plain, items: inner.schema },
    ui: { items: items.type === 'string' ? { ...inner.ui, 'ui:options': { label: false } } : inner.ui },
  };
};

const objectForm = (schema: Schema, words: object, language: Language, keys?: readonly string[]): FormSchema => {
  const shown = Object.entries(schema.properties ?? {}).filter(([key]) => !keys || keys.includes(key));
  const forms = shown.map(([key, inner]) => [key, formSchema(scored.has(key) ? inner : { ...inner, points: false }, language)] as const);
  return {
    schema: {
      type: 'object',
      ...words,
      properties: Object.fromEntries(forms.map(([key, form]) => [key, form.schema])),
      required: (schema.required ?? []).filter((key) => !keys || keys.includes(key)),
    },
    ui: Object.fromEntries(forms.map(([key, form]) => [key, form.ui])),
  };
};

/**
 * The form of a part of the plan in one language. `keys` limits a clause to some of its keys, in the order of the
 * schema. Limits on values are left to the engine's check, which words them beside the field.
 */
export const formSchema = (schema: Schema, language: Language, keys?: readonly string[]): FormSchema => {
  const words = wordsOf(schema, language);
  if (schema.anyOf) return choiceForm(schema, words, language);
  switch (schema.type) {
    case 'object':
      return objectForm(schema, words, language, keys);
    case 'array':
      return listForm(schema, words, language);
    case 'boolean':
      return { schema: { type: 'boolean', ...words }, ui: { 'ui:widget': 'flag' } };
    case 'number':
    case 'integer': {
      const { minimum, maximum } = schema;
      return {
        schema: { type: schema.type, ...words, minimum, maximum },
        ui: { 'ui:widget': 'amount', 'ui:options': { points: schema.points === true } },
      };
    }
    case 'string':
      return textForm(schema, words);
    default:
      return schema.logic ? { schema: { ...words }, ui: { 'ui:field': 'condition' } } : raw(words);
  }
};
