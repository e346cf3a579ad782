import { Theme as AntdForms } from '@rjsf/antd';
import { withTheme } from '@rjsf/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../shared/language.ts';
import { useDesk, useEdit } from '../desk/context.ts';
import { isObject, type Json, type JsonObject, valueAt } from '../draft/json.ts';
import type { Schema } from '../draft/schema.ts';
import { LimitsContext, useLimits } from '../upper/upper.ts';
import { ClauseFields } from './ClauseFields.tsx';
import { ConditionField } from './condition/ConditionField.tsx';
import { formSchema } from './formSchema.ts';
import { ArrayFieldItemTemplate, ArrayFieldTemplate, FieldTemplate } from './templates.tsx';
import { tidy } from './tidy.ts';
import { interpretingValidator } from './validator.ts';
import { DayOrWordWidget, DayWidget } from './widgets/DayWidget.tsx';
import { RefsWidget, RefWidget, TagsWidget } from './widgets/NameWidgets.tsx';
import { PhraseWidget } from './widgets/PhraseWidget.tsx';
import { AmountWidget, ChoicesWidget, ChoiceWidget, FlagWidget, LineWidget, ProseWidget } from './widgets/PlainWidgets.tsx';
import { RawField } from './widgets/RawField.tsx';
import { still } from './widgets/still.tsx';
import './form.css';

/** What rjsf holds of a clause; its own types cannot follow a value that contains itself. */
type FormData = Record<string, unknown>;

const Form = withTheme<FormData>({
  ...AntdForms,
  templates: { ...AntdForms.templates, ArrayFieldItemTemplate, ArrayFieldTemplate, FieldTemplate, ObjectFieldTemplate: ClauseFields },
  fields: { raw: RawField, condition: ConditionField },
  widgets: {
    ...AntdForms.widgets,
    amount: still(AmountWidget),
    choice: still(ChoiceWidget),
    choices: still(ChoicesWidget),
    day: still(DayWidget),
    dayOrWord: still(DayOrWordWidget),
    flag: still(FlagWidget),
    line: still(LineWidget),
    phrase: still(PhraseWidget),
    prose: still(ProseWidget),
    ref: still(RefWidget),
    refs: still(RefsWidget),
    tags: still(TagsWidget),
  },
});

const pick = (value: Json | undefined, keys: readonly string[]): JsonObject =>
  isObject(value) ? Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]] as const]))) : {};

/**
 * The clause at a place as the form keeps it: what was typed last, or what the draft says when something else than
 * this form changed it, such as undo.
 */
const useFormData = (at: string, keys: readonly string[]) => {
  const { store } = useDesk();
  const [data, setData] = useState(() => pick(valueAt(store.get().present, at), keys));
  const written = useRef(valueAt(store.get().present, at));
  useEffect(
    () =>
      store.subscribe(() => {
        const value = valueAt(store.get().present, at);
        if (value === written.current) return;
        written.current = value;
        setData(pick(value, keys));
      }),
    [store, at, keys],
  );
  return { data, setData, written };
};

interface ClauseFormProps {
  readonly at: string;
  readonly schema: Schema;
  readonly keys: readonly string[];
}

/** The form of one clause. Every change is an edit of the draft at once; nothing is kept back until a button. */
export const ClauseForm = ({ at, schema, keys }: ClauseFormProps) => {
  const now = useLanguage();
  const edit = useEdit();
  const { store } = useDesk();
  const form = useMemo(() => formSchema({ ...schema, title: '', en: { title: '' }, description: '' }, now, keys), [schema, now, keys]);
  const { data, setData, written } = useFormData(at, keys);
  const change = (next: JsonObject) => {
    setData(next);
    const before = pick(valueAt(store.get().present, at), keys);
    const value = tidy(schema, before, next);
    written.current = undefined;
    edit({ type: 'WriteClause', at, keys, value: isObject(value) ? value : {} });
    written.current = valueAt(store.get().present, at);
  };
  const limits = useLimits(at);
  return (
    <LimitsContext value={limits}>
      <Form
        className="clause-form"
        idPrefix="field"
        schema={form.schema}
        uiSchema={form.ui}
        formData={data as FormData}
        formContext={{ at }}
        validator={interpretingValidator}
        noValidate
        noHtml5Validate
        showErrorList={false}
        experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } }}
        tagName="div"
        onChange={({ formData }) => change((formData ?? {}) as JsonObject)}
      >
        <span hidden />
      </Form>
    </LimitsContext>
  );
};
