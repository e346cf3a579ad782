import { nearest, type Problem, pointer, problem } from '@xiuhua/engine';
import { Ajv, type ErrorObject } from 'ajv';
import { Refusal } from './reply.ts';

const options = {
  strict: false,
  allErrors: true,
  verbose: true,
  discriminator: true,
  validateFormats: false,
  addUsedSchema: false,
} as const;

/** Checks bodies as they are. Compiled from our own schemas only, never from one a person wrote. */
const bodies = new Ajv(options);
/** Checks parts of the address, where a number is written as text. */
const addresses = new Ajv({ ...options, coerceTypes: true });

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const lastKey = (path: string): string =>
  decodeURIComponent(path.split('/').at(-1) ?? '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
const shown = (value: unknown): string => (typeof value === 'string' ? value : kindOf(value)).slice(0, 80);
const namesOf = (schema: unknown): readonly string[] => Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
const choicesOf = (schemas: unknown): readonly string[] =>
  (schemas as readonly { const?: unknown }[]).flatMap((schema) => (schema.const === undefined ? [] : [String(schema.const)]));

const problemOf = (error: ErrorObject): Problem => {
  const { instancePath: at, keyword, params, data, parentSchema } = error;
  const key = lastKey(at);
  const term = { term: key, termEn: key };
  switch (keyword) {
    case 'additionalProperties':
      return problem('request.unknown-key', pointer(at, String(params.additionalProperty)), {
        key: String(params.additionalProperty),
        near: nearest(String(params.additionalProperty), namesOf(parentSchema)),
      });
    case 'required':
      return problem('shape.missing-key', at, {
        key: String(params.missingProperty),
        term: String(params.missingProperty),
        termEn: String(params.missingProperty),
      });
    case 'type':
      return problem('shape.wrong-kind', at, { ...term, expected: String(params.type), found: kindOf(data) });
    case 'minLength':
    case 'minItems':
      return problem('shape.empty', at, term);
    case 'maxLength':
    case 'maxItems':
      return problem('shape.too-long', at, { ...term, limit: Number(params.limit) });
    case 'minimum':
    case 'maximum': {
      const { minimum, maximum } = parentSchema as { minimum?: number; maximum?: number };
      return problem('shape.out-of-range', at, { ...term, low: minimum ?? '−∞', high: maximum ?? '∞', found: Number(data) });
    }
    case 'uniqueItems':
      return problem('shape.repeated', at, { ...term, found: shown((data as readonly unknown[])[Number(params.i)]) });
    case 'anyOf': {
      const choices = choicesOf(error.schema);
      if (choices.length === 0) return problem('request.malformed', at, { detail: at });
      return problem('shape.not-a-choice', at, {
        ...term,
        found: shown(data),
        choices: choices.join('、'),
        near: nearest(shown(data), choices),
      });
    }
    case 'discriminator': {
      const choices = (parentSchema as { oneOf: readonly { properties: { type: { const: string } } }[] }).oneOf.map(
        (branch) => branch.properties.type.const,
      );
      const found = shown(params.tagValue);
      return problem('shape.not-a-choice', pointer(at, 'type'), {
        term: 'type',
        termEn: 'type',
        found,
        choices: choices.join('、'),
        near: nearest(found, choices),
      });
    }
    default:
      return problem('request.malformed', at, { detail: at || keyword });
  }
};

/** What validation found as problems. The branches of a choice are left out: the choice itself says it. */
const problemsOf = (errors: readonly ErrorObject[]): readonly Problem[] =>
  errors
    .filter(({ schemaPath, keyword }) => keyword === 'anyOf' || !/\/anyOf\/\d+\//.test(schemaPath))
    .slice(0, 100)
    .map(problemOf);

/** What fastify asks of a validator. */
type Validate = (data: unknown) => { value: unknown } | { error: Error };

/** Compiles one of our schemas for a part of the request; a fault comes back as a `Refusal` with all its problems. */
export const validator = ({ schema, httpPart }: { schema: unknown; httpPart?: string }): Validate => {
  const check = (httpPart === 'body' ? bodies : addresses).compile(schema as object);
  return (data) => (check(data) ? { value: data } : { error: new Refusal(...problemsOf(check.errors ?? [])) });
};
