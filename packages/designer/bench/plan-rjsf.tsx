import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import plan from '../../../examples/yijinhuoluo/plan.json';
import schema from '../../../plan.schema.json';

createRoot(document.getElementById('root') as HTMLElement).render(
  <Form schema={schema as never} formData={plan} validator={validator} liveValidate={false} noValidate />,
);
