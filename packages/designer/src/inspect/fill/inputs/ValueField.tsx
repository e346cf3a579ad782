import { later } from '../../app/Later.tsx';
import type { FieldProps } from './field.ts';
import { NumberBox } from './NumberBox.tsx';
import { Options } from './Options.tsx';
import { Stepper } from './Stepper.tsx';
import { useInputWords } from './words.ts';

const PlaceField = later(() => import('./PlaceField.tsx').then((m) => m.PlaceField));
const TableField = later(() => import('./TableField.tsx').then((m) => m.TableField));

const YesNo = ({ answer, heading, setValue }: FieldProps) => {
  const t = useInputWords();
  const options = [
    { key: 'yes', label: t('yes') },
    { key: 'no', label: t('no') },
  ];
  const chosen = typeof answer?.value === 'boolean' ? [answer.value ? 'yes' : 'no'] : [];
  return <Options heading={heading} name={heading} options={options} chosen={chosen} onChoose={(key) => setValue(key === 'yes')} />;
};

const Choice = ({ question, answer, heading, setValue }: FieldProps) => {
  const options = (question.item.item.choices ?? []).map((choice) => ({ key: choice, label: choice }));
  if (question.kind === 'choice')
    return <Options heading={heading} name={heading} options={options} chosen={[String(answer?.value ?? '')]} onChoose={setValue} />;
  const chosen = Array.isArray(answer?.value) ? (answer.value as readonly string[]) : [];
  const toggle = (key: string) => {
    const next = chosen.includes(key)
      ? chosen.filter((c) => c !== key)
      : (question.item.item.choices ?? []).filter((c) => c === key || chosen.includes(c));
    setValue(next.length ? [...next] : undefined);
  };
  return <Options heading={heading} name={heading} options={options} chosen={chosen} several onChoose={toggle} />;
};

const Count = ({ question, answer, setValue }: FieldProps) => {
  const t = useInputWords();
  const { least = 0, greatest = 999_999_999, measure = '' } = question.item.item;
  const value = typeof answer?.value === 'number' ? answer.value : undefined;
  const words = { less: t('less'), more: t('more'), label: question.name, measure };
  return <Stepper value={value} least={least} greatest={greatest} words={words} onChange={setValue} />;
};

const Text = ({ question, answer, setValue }: FieldProps) => {
  const t = useInputWords();
  return (
    <textarea
      rows={2}
      maxLength={2000}
      aria-label={question.name}
      placeholder={t('text')}
      value={String(answer?.value ?? '')}
      onChange={(e) => setValue(e.target.value)}
    />
  );
};

/** The field of a question that is answered with a value, by its kind. */
export const ValueField = (props: FieldProps) => {
  const t = useInputWords();
  const { question, answer, setValue } = props;
  switch (question.kind) {
    case 'yes-no':
      return <YesNo {...props} />;
    case 'choice':
    case 'several':
      return <Choice {...props} />;
    case 'count':
      return <Count {...props} />;
    case 'number':
      return (
        <NumberBox
          label={question.name}
          value={typeof answer?.value === 'number' ? answer.value : undefined}
          measure={question.item.item.measure ?? ''}
          placeholder={t('number')}
          onChange={setValue}
        />
      );
    case 'date':
      return (
        <input type="date" aria-label={question.name} value={String(answer?.value ?? '')} onChange={(e) => setValue(e.target.value)} />
      );
    case 'place':
      return <PlaceField {...props} />;
    case 'table':
      return <TableField {...props} />;
    case 'text':
      return <Text {...props} />;
    default:
      return null;
  }
};
