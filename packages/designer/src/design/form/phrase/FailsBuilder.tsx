import { readFails } from '@xiuhua/engine';
import { Input, InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';

const kinds = ['above', 'below', 'is', 'is not'] as const;
type Kind = (typeof kinds)[number];

/** When an answer is a failure: beyond a number, or one of some words. */
export const FailsBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const fails = readFails(value ?? '');
  const kind: Kind | undefined = fails && (fails.kind === 'is-not' ? 'is not' : fails.kind);
  const than = fails && 'than' in fails ? fails.than : 0;
  const words = fails && 'words' in fails ? fails.words : ['no'];
  const start = (next: Kind) => onChange(next === 'above' || next === 'below' ? `${next} ${than}` : `${next} ${words.join(' or ')}`);
  return (
    <>
      <Select
        id={id}
        className="phrase-small"
        value={kind}
        placeholder={t('choose')}
        options={kinds.map((k) => ({ value: k, label: t(`fails_${k}`) }))}
        onChange={start}
      />
      {(kind === 'above' || kind === 'below') && (
        <InputNumber
          aria-label={t('amount')}
          className="phrase-number"
          value={than}
          onChange={(n) => n !== null && onChange(`${kind} ${n}`)}
        />
      )}
      {(kind === 'is' || kind === 'is not') && (
        <Input
          aria-label={t('failsWords')}
          title={t('failsWords')}
          className="phrase-text"
          value={words.join('、')}
          onChange={({ target }) => onChange(`${kind} ${target.value.split('、').join(' or ') || 'no'}`)}
        />
      )}
    </>
  );
};
