import type { WidgetProps } from '@rjsf/utils';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import { clearOnDelete } from './clear.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A line of text; emptied, the key goes away. */
export const LineWidget = ({ id, value, onChange }: WidgetProps) => (
  <Input
    id={id}
    value={textOf(value)}
    autoComplete="off"
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
  />
);

/** Running text. */
export const ProseWidget = ({ id, value, onChange, label, hideLabel }: WidgetProps) => (
  <Input.TextArea
    id={id}
    aria-label={hideLabel ? label : undefined}
    value={textOf(value)}
    className="prose"
    rows={2}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
  />
);

/** A number; points carry their unit and move by half a point. */
export const AmountWidget = ({ id, value, onChange, options, schema }: WidgetProps) => {
  const t = useWords(formWords);
  const points = options.points === true;
  return (
    <InputNumber
      id={id}
      className="amount"
      value={typeof value === 'number' ? value : null}
      min={schema.minimum}
      max={schema.maximum}
      step={points ? 0.5 : 1}
      suffix={points ? t('points') : undefined}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
};

/** One of a few words: all in sight when they are few and one is needed, else a list. */
export const ChoiceWidget = ({ id, value, onChange, options, required }: WidgetProps) => {
  const t = useWords(formWords);
  const choices = (options.enumOptions ?? []).map(({ value: word, label }) => ({ value: String(word), label }));
  const length = choices.reduce((sum, { label }) => sum + label.length, 0);
  if (required && choices.length <= 3 && length <= 30)
    return (
      <Radio.Group
        id={id}
        aria-labelledby={`${id}-label`}
        optionType="button"
        value={value}
        options={choices}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <Select
      id={id}
      className="wide"
      value={textOf(value) || undefined}
      placeholder={t(required ? 'choose' : 'unset')}
      allowClear={!required}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices}
      onChange={(next: string | undefined) => onChange(next)}
      onKeyDown={required ? undefined : clearOnDelete(() => onChange(undefined))}
    />
  );
};

/** Several of a few words, in the order in which they are to stand. */
export const ChoicesWidget = ({ id, value, onChange, options }: WidgetProps) => {
  const t = useWords(formWords);
  const choices = (options.choices ?? []) as readonly { readonly const: string; readonly title: string }[];
  return (
    <Select
      id={id}
      mode="multiple"
      className="wide"
      value={Array.isArray(value) ? (value as string[]) : []}
      placeholder={t('chooseMany')}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices.map((choice) => ({ value: choice.const, label: choice.title }))}
      onChange={(words: readonly string[]) => onChange(words)}
    />
  );
};

/** Yes or no. An optional key says yes or nothing at all. */
export const FlagWidget = ({ id, value, onChange, required }: WidgetProps) => {
  const t = useWords(formWords);
  return (
    <Radio.Group
      id={id}
      aria-labelledby={`${id}-label`}
      optionType="button"
      value={value === true ? 'yes' : value === false || !required ? 'no' : undefined}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      onChange={({ target }) => onChange(target.value === 'yes' ? true : required ? false : undefined)}
    />
  );
};
