import { type AwaitedReading, type Figure, type IndicatorView, jumpFrom, lastReading, sayPeriod } from '@xiuhua/engine';
import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { usePlan } from '../campaign/queries.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import { sayFigure } from './figure.ts';
import styles from './indicators.module.css';
import { type NumberFault, parseNumber } from './parse-number.ts';
import { indicatorWords } from './words.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A field for one number. It takes any text, so that what is wrong with it can be said. */
const NumberField = ({ label, value, onChange }: NumberFieldProps) => {
  const id = useId();
  return (
    <div className={styles.number}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} maxLength={40} inputMode="decimal" onChange={(event) => onChange(event.target.value)} />
    </div>
  );
};

type Parsed =
  | { readonly figure: Figure }
  | { readonly fault: NumberFault | 'overFull' | 'zeroDenominator'; readonly label: string; readonly found: string };

/** The figure of one or two fields, or what is wrong with the first wrong one. */
const figureOf = (fields: readonly { readonly label: string; readonly text: string }[]): Parsed => {
  const numbers: number[] = [];
  for (const { label, text } of fields) {
    const parsed = parseNumber(text);
    if (typeof parsed === 'string') return { fault: parsed, label, found: text.trim() };
    numbers.push(parsed);
  }
  const [first = 0, second] = numbers;
  if (second === undefined) return { figure: { value: first } };
  const about = { label: fields[0]?.label ?? '', found: '' };
  if (second === 0 && first > 0) return { fault: 'zeroDenominator', ...about };
  return first > second ? { fault: 'overFull', ...about } : { figure: { numerator: first, denominator: second } };
};

interface ReportFormProps {
  readonly view: IndicatorView;
  readonly awaited: AwaitedReading;
  readonly onClose: () => void;
}

/** A unit reports a number for a period: checked against last time, with words and photos. */
export const ReportForm = ({ view, awaited, onClose }: ReportFormProps) => {
  const t = useWords(indicatorWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const rate = usePlan().data?.indicators.get(view.name)?.indicator.rate;
  const labels = rate
    ? [t('numerator', { what: rate.numerator }), t('denominator', { what: rate.denominator })]
    : [t('number', { unit: view.unit })];
  const [texts, setTexts] = useState<readonly string[]>(['', '']);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const writeNote = (next: string) => {
    setNote(next);
    setMissing(undefined);
  };
  const attached = useAttached();
  const command = useCommand();
  const { period, scope } = awaited;
  const last = lastReading(view.readings, { indicator: view.name, period, scope });
  const parsed = figureOf(labels.map((label, i) => ({ label, text: texts[i] ?? '' })));
  const nothing = 'figure' in parsed && parsed.figure.numerator === 0 && parsed.figure.denominator === 0;
  const jump = 'figure' in parsed ? jumpFrom(last?.figure, parsed.figure) : undefined;
  const send = () => {
    const lacking = [
      'fault' in parsed && t(parsed.fault, { label: parsed.label, found: parsed.found }),
      isUnsettled(attached.photos) && t('photosWaiting'),
      awaited.overdue && note.trim() === '' && t('lateReason'),
      jump !== undefined && note.trim() === '' && t('jumpReason'),
    ].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking || 'fault' in parsed) return;
    const own = scope.kind === 'whole' ? {} : { [scope.kind]: scope.name };
    command.mutate(
      {
        type: 'ReportReading',
        indicator: view.name,
        period,
        ...own,
        ...parsed.figure,
        text: note.trim(),
        photos: keptHashes(attached.photos),
      },
      {
        onSuccess: () => {
          void message.success(t('sent'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('reportTitle', { indicator: view.name })}
      okText={t('send')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>
          <b>{t('reportFor', { period: sayPeriod(period, now), scope: scope.name || t('whole') })}</b>
          <br />
          {t('reportLead')}
        </p>
        {labels.map((label, i) => (
          <NumberField
            key={label}
            label={label}
            value={texts[i] ?? ''}
            onChange={(text) => {
              setTexts(texts.map((old, at) => (at === i ? text : old)));
              setMissing(undefined);
            }}
          />
        ))}
        {rate?.excluding && <p className={styles.note}>{t('excluding', { what: rate.excluding.join('、') })}</p>}
        {rate && nothing && <p className={styles.note}>{t(`zero_${rate.zero}`)}</p>}
        <p className={styles.note}>
          {last ? t('last', { period: sayPeriod(last.period, now), figure: sayFigure(last.figure, view.unit) }) : t('noLast')}
        </p>
        {awaited.overdue && <p className={styles.note}>{t('lateNote')}</p>}
        {jump !== undefined && <Missing what={t('jump', { n: jump })} />}
        <TextField label={t('text')} hint={t('textHint')} value={note} onChange={writeNote} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};
