import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import { count, filled, isConditional, nameOf } from './fields.ts';

const numbers = Array.from({ length: count }, (_, i) => i);
const asNumber = (i: number) => [nameOf(i), { type: 'number' }] as const;
const schema = {
  type: 'object',
  properties: Object.fromEntries(numbers.filter((i) => !isConditional(i)).map(asNumber)),
  allOf: numbers.filter(isConditional).map((i) => ({
    if: { properties: { [nameOf(i - 1)]: { exclusiveMinimum: 5 } }, required: [nameOf(i - 1)] },
    then: { properties: Object.fromEntries([asNumber(i)]) },
  })),
} as const;
const formData = Object.fromEntries(numbers.map((i) => [nameOf(i), filled]));

createRoot(document.getElementById('root') as HTMLElement).render(
  <Form schema={schema as never} formData={formData} validator={validator} liveValidate={false} noValidate />,
);
