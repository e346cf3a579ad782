import { isDay, nearest, type Problem, pointer, problem } from '@xiuhua/engine';
import { Ajv, type ErrorObject } from 'ajv';
import { dayProblems, orderProblems } from './days.ts';
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
/** Checks parts of the address, where a number is written as text, and a day must be one. */
const addresses = new Ajv({
  ...options,
  coerceTypes: true,
  validateFormats: true,
  formats: { date: isDay, days: (text: string) => dayProblems('', text).length === 0 },
});

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const lastKey = (path: string): string => (path.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
const shown = (value: unknown): string => (typeof value === 'string' ? value : kindOf(value)).slice(0, 80);
const namesOf = (schema: unknown): readonly string[] => Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});

/** The words a value may be, where a schema lists them. */
const wordsOf = (schemas: unknown): readonly string[] =>
  (schemas as readonly { const?: unknown }[]).flatMap((schema) => (schema.const === undefined ? [] : [String(schema.const)]));

const named = (key: string) => ({ term: key, termEn: key });

const notAChoice = (at: string, key: string, { found, words }: { found: string; words: readonly string[] }): Problem =>
  problem('shape.not-a-choice', at, { ...named(key), found, choices: words.join('、'), near: nearest(found, words) });

const outOfRange = ({ instancePath: at, parentSchema, data }: ErrorObject): Problem => {
  const { minimum, maximum } = parentSchema as { minimum?: number; maximum?: number };
  return problem('shape.out-of-range', at, { ...named(lastKey(at)), low: minimum ?? '−∞', high: maximum ?? '∞', found: Number(data) });
};

const empty = ({ instancePath: at }: ErrorObject): Problem => problem('shape.empty', at, named(lastKey(at)));

const tooLong = ({ instancePath: at, params }: ErrorObject): Problem =>
  problem('shape.too-long', at, { ...named(lastKey(at)), limit: Number(params.limit) });

/** What each keyword of a schema means to the person when it does not hold. */
const faults: Readonly<Record<string, (error: ErrorObject) => Problem>> = {
  additionalProperties: ({ instancePath: at, params, parentSchema }) => {
    const key = String(params.additionalProperty);
    return problem('request.unknown-key', pointer(at, key), { key, near: nearest(key, namesOf(parentSchema)) });
  },
  required: ({ instancePath: at, params }) => {
    const key = String(params.missingProperty);
    return problem('shape.missing-key', at, { key, ...named(key) });
  },
  type: ({ instancePath: at, params, data }) =>
    problem('shape.wrong-kind', at, { ...named(lastKey(at)), expected: String(params.type), found: kindOf(data) }),
  minLength: empty,
  minItems: empty,
  maxLength: tooLong,
  maxItems: tooLong,
  minimum: outOfRange,
  maximum: outOfRange,
  uniqueItems: ({ instancePath: at, params, data }) =>
    problem('shape.repeated', at, { ...named(lastKey(at)), found: shown((data as readonly unknown[])[Number(params.i)]) }),
  enum: ({ instancePath: at, schema, data }) => notAChoice(at, lastKey(at), { found: shown(data), words: schema as readonly string[] }),
  anyOf: ({ instancePath: at, schema, data }) => {
    const words = wordsOf(schema);
    return words.length > 0 ? notAChoice(at, lastKey(at), { found: shown(data), words }) : problem('request.malformed', at, { detail: at });
  },
  discriminator: ({ instancePath: at, params, parentSchema }) => {
    const branches = (parentSchema as { oneOf: readonly { properties: { type: unknown } }[] }).oneOf;
    return notAChoice(pointer(at, 'type'), 'type', {
      found: shown(params.tagValue),
      words: wordsOf(branches.map((branch) => branch.properties.type)),
    });
  },
};

const problemOf = (error: ErrorObject): Problem =>
  faults[error.keyword]?.(error) ?? problem('request.malformed', error.instancePath, { detail: error.instancePath || error.keyword });

/** What validation found as problems. The branches of a choice are left out: the choice itself says it. */
const problemsOf = (errors: readonly ErrorObject[]): readonly Problem[] =>
  errors
    .filter(({ schemaPath, keyword }) => keyword === 'anyOf' || !/\/anyOf\/\d+\//.test(schemaPath))
    .slice(0, 100)
    .flatMap((error) => (error.keyword === 'format' ? dayProblems(lastKey(error.instancePath), String(error.data)) : [problemOf(error)]));

/** What fastify asks of a validator. */
type Validate = (data: unknown) => { value: unknown } | { error: Error };

/** Compiles one of our schemas for a part of the request; a fault comes back as a `Refusal` with all its problems. */
export const validator = ({ schema, httpPart }: { schema: unknown; httpPart?: string }): Validate => {
  const check = (httpPart === 'body' ? bodies : addresses).compile(schema as object);
  return (data) => {
    const problems = check(data) ? (httpPart === 'querystring' ? orderProblems(data) : []) : problemsOf(check.errors ?? []);
    return problems.length === 0 ? { value: data } : { error: new Refusal(...problems) };
  };
};
