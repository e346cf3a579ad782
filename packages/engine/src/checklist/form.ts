import { type CompiledChecklist, type CompiledItem, isJudged } from './compile.ts';
import type { Column, Item } from './schema.ts';

/** A JSON Schema (draft 7) as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** The same checklist as a generic form: a JSON Schema for the answers and a uiSchema for its look. */
export interface GenericForm {
  readonly schema: JsonSchema;
  readonly uiSchema: JsonSchema;
}

const step = (decimals: number): number => Number(`1e-${decimals}`);

const cell = (column: Column): JsonSchema => {
  switch (column.answer) {
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'number':
      return { type: 'number', multipleOf: step(column.decimals ?? 2) };
    case 'choice':
      return { type: 'string', enum: column.choices ?? [] };
    case 'yes-no':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'text':
      return { type: 'string', maxLength: 2000 };
  }
};

const bounds = (item: Item): JsonSchema => ({
  ...(item.least === undefined ? {} : { minimum: item.least }),
  ...(item.greatest === undefined ? {} : { maximum: item.greatest }),
});

const valueSchema = (item: Item): JsonSchema | undefined => {
  switch (item.answer ?? 'pass') {
    case 'yes-no':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: 0, ...bounds(item) };
    case 'number':
      return { type: 'number', multipleOf: step(item.decimals ?? 2), ...bounds(item) };
    case 'choice':
      return { type: 'string', enum: item.choices ?? [] };
    case 'several':
      return { type: 'array', uniqueItems: true, items: { type: 'string', enum: item.choices ?? [] } };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'place':
      return { type: 'string', pattern: '^-?\\d{1,3}(\\.\\d{1,8})?,-?\\d{1,2}(\\.\\d{1,8})?$' };
    case 'text':
    case 'signature':
      return { type: 'string', minLength: 1, maxLength: 2000 };
    case 'table': {
      const columns = item.columns ?? [];
      const properties = Object.fromEntries(columns.map((column) => [column.name, cell(column)]));
      return {
        type: 'array',
        maxItems: 200,
        items: { type: 'object', properties, required: columns.map((column) => column.name), additionalProperties: false },
      };
    }
    default:
      return undefined;
  }
};

const results = (item: CompiledItem): readonly string[] => {
  if ((item.item.answer ?? 'pass') === 'pass' || item.fails) return ['pass', 'fail', 'not-applicable'];
  return isJudged(item.item) ? ['pass', 'fail', 'recorded', 'not-applicable'] : ['recorded', 'not-applicable'];
};

const answer = (item: CompiledItem): JsonSchema => {
  const value = valueSchema(item.item);
  const least = item.item.photosLeast ?? 1;
  const photos = { type: 'array', maxItems: 20, items: { type: 'string', pattern: '^[0-9a-f]{64}$' } };
  const needsPhotos = {
    properties: { result: { enum: item.item.photo === 'on-failure' ? ['fail'] : results(item).filter((r) => r !== 'not-applicable') } },
  };
  const photoRule = item.item.photo === 'always' || item.item.photo === 'on-failure' || item.item.answer === 'photo';
  return {
    type: 'object',
    title: item.item.name,
    ...(item.item.standard === undefined ? {} : { description: item.item.standard }),
    properties: {
      result: { type: 'string', enum: results(item) },
      ...(value ? { value } : {}),
      ...(item.item.counted ? { count: { type: 'integer', minimum: 1, maximum: 999 } } : {}),
      note: { type: 'string', maxLength: 2000 },
      photos,
    },
    required: ['result'],
    additionalProperties: false,
    ...(photoRule ? { if: needsPhotos, then: { required: ['photos'], properties: { photos: { minItems: least } } } } : {}),
  };
};

/**
 * The form of the items put to a site. Conditions (`asked`) are not part of it: whoever shows the form hands in the
 * items asked at the moment (see `askedItems`).
 */
export const formOf = (checklist: CompiledChecklist, items: ReadonlyMap<string, CompiledItem> = checklist.items): GenericForm => {
  const put = [...items.values()];
  return {
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      title: checklist.checklist.name,
      properties: Object.fromEntries(put.map((item) => [item.item.name, answer(item)])),
      required: put.filter((item) => !item.item.optional).map((item) => item.item.name),
      additionalProperties: false,
    },
    uiSchema: {
      'ui:order': put.map((item) => item.item.name),
      ...Object.fromEntries(put.map((item) => [item.item.name, { result: { 'ui:widget': 'radio' }, note: { 'ui:widget': 'textarea' } }])),
    },
  };
};
