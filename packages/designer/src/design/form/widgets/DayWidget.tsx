import type { WidgetProps } from '@rjsf/utils';
import { Radio } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import { DayField } from './DayField.tsx';

/** A day, or where the plan allows it only its month or year. */
export const DayWidget = ({ id, value, onChange, required, options }: WidgetProps) => (
  <DayField id={id} value={value} onChange={onChange} required={required === true} coarse={options.coarse === true} />
);

/** A day, or one word that stands for none, such as 长期. */
export const DayOrWordWidget = ({ id, value, onChange, options, required }: WidgetProps) => {
  const t = useWords(formWords);
  const word = options.word as { readonly const: string; readonly title: string };
  const isWord = value === word.const;
  return (
    <fieldset className="group day-or-word" aria-labelledby={`${id}-label`}>
      {!isWord && <DayField id={id} value={value} onChange={onChange} required={required === true} coarse={options.coarse === true} />}
      <Radio.Group
        optionType="button"
        id={isWord ? id : undefined}
        aria-labelledby={`${id}-label`}
        value={isWord ? 'word' : 'day'}
        options={[
          { value: 'day', label: t('oneDay') },
          { value: 'word', label: word.title },
        ]}
        onChange={({ target }) => onChange(target.value === 'word' ? word.const : undefined)}
      />
    </fieldset>
  );
};
