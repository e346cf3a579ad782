import type { FieldProps } from '@rjsf/utils';
import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';

const parsed = (text: string): { readonly value: unknown } | undefined => {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** A value as the format of the plan has it; what is not complete yet stays in the field only. */
export const RawField = ({ fieldPathId, formData, onChange, schema }: FieldProps) => {
  const t = useWords(formWords);
  const [text, setText] = useState(() => (formData === undefined ? '' : JSON.stringify(formData, null, 2)));
  return (
    <div className="field field-wide">
      <label className="field-label" htmlFor={fieldPathId.$id}>
        {schema.title}
      </label>
      <Input.TextArea
        id={fieldPathId.$id}
        className="prose raw"
        rows={4}
        status={parsed(text) ? undefined : 'warning'}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const next = parsed(target.value);
          if (next) onChange(next.value, fieldPathId.path);
        }}
      />
      <p className="field-note">{t('rawNote')}</p>
    </div>
  );
};
