import { Validator } from '@cfworker/json-schema';
import { type RJSFSchema, type RJSFValidationError, toErrorSchema, type ValidatorType } from '@rjsf/utils';

type Checked = Readonly<Record<string, unknown>> | undefined;

/** Keywords that only repeat what an inner keyword has said. */
const outer = new Set(['properties', 'items', 'allOf', 'anyOf', 'oneOf', '$ref', 'additionalProperties']);

const compiled = new WeakMap<object, Validator>();

const validatorFor = (schema: RJSFSchema): Validator => {
  const known = compiled.get(schema);
  if (known) return known;
  const made = new Validator(schema as ConstructorParameters<typeof Validator>[0], '7', false);
  compiled.set(schema, made);
  return made;
};

const errorsOf = (schema: RJSFSchema, data: Checked): RJSFValidationError[] =>
  validatorFor(schema)
    .validate(data ?? {})
    .errors.filter((error) => !outer.has(error.keyword))
    .map(({ keyword, instanceLocation, error }) => {
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
      const path = [...instanceLocation.slice(1).split('/').slice(1), ...(missing ? [missing] : [])];
      const property = `.${path.join('.')}`;
      return { name: keyword, property, message: error, params: {}, stack: `${property} ${error}` };
    });

/**
 * rjsf's validator without eval, which the content policy forbids: it interprets the schema. What is wrong with a
 * plan is said by the engine; this answers rjsf's own questions, such as which of several shapes a value has.
 */
export const interpretingValidator: ValidatorType<Record<string, unknown>, RJSFSchema> = {
  isValid: (schema, data) => (typeof schema === 'boolean' ? schema : validatorFor(schema).validate(data).valid),
  rawValidation: <Result>(schema: RJSFSchema, data?: Record<string, unknown>) => ({ errors: errorsOf(schema, data) as Result[] }),
  validateFormData: (data, schema) => {
    const errors = errorsOf(schema, data);
    return { errors, errorSchema: toErrorSchema(errors) };
  },
};
