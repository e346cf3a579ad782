import { type IndicatorView, type Reading, type ReadingStep, sayPeriod } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Photos } from '../parts/Photos.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { TextField } from '../parts/TextField.tsx';
import { showMoment } from '../say/moment.ts';
import { readingSigns } from '../say/sign.ts';
import { doorWords } from '../words.ts';
import { sayFigure } from './figure.ts';
import styles from './indicators.module.css';
import { indicatorWords } from './words.ts';

/** Asks why a number goes back. */
const ReturnForm = ({ reading, onClose }: { readonly reading: Reading; readonly onClose: () => void }) => {
  const t = useWords(indicatorWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const command = useCommand();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  const giveBack = () => {
    setMissing(text.trim() === '' ? t('reasonMissing') : undefined);
    if (text.trim() === '') return;
    command.mutate(
      { type: 'VerifyReading', reading: reading.id, passed: false, text: text.trim(), photos: [] },
      {
        onSuccess: () => {
          void message.success(t('returned'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('giveBackTitle', { indicator: reading.indicator, period: sayPeriod(reading.period, now) })}
      okText={t('giveBack')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={giveBack}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('giveBackLead')}</p>
        <TextField label={t('reason')} hint={t('reasonHint')} value={text} onChange={write} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};

/** Confirm or return, for one who may and did not report it himself. */
const Judge = ({ reading }: { readonly reading: Reading }) => {
  const t = useWords(indicatorWords);
  const { message } = App.useApp();
  const { actor } = useHere();
  const may = useMay('VerifyReading');
  const command = useCommand();
  const [returning, setReturning] = useState(false);
  if (reading.state === 'returned' || !may) return null;
  if (reading.steps.some((step) => step.kind === 'reported' && step.by.account === actor.account))
    return <small className={styles.note}>{t('ownWork')}</small>;
  return (
    <span className={styles.buttons}>
      {reading.state === 'reported' && (
        <Button
          size="small"
          loading={command.isPending}
          onClick={() =>
            command.mutate(
              { type: 'VerifyReading', reading: reading.id, passed: true, text: '', photos: [] },
              { onSuccess: () => void message.success(t('confirmed')) },
            )
          }
        >
          {t('confirm')}
        </Button>
      )}
      <Button size="small" type={reading.state === 'confirmed' ? 'text' : 'default'} onClick={() => setReturning(true)}>
        {t(reading.state === 'confirmed' ? 'unlock' : 'giveBack')}
      </Button>
      {command.error && <Trouble error={command.error} />}
      {returning && <ReturnForm reading={reading} onClose={() => setReturning(false)} />}
    </span>
  );
};

const batch = 12;

/** The last report of a reading and, where there is one, the verdict on it. */
const stepsOf = ({ steps }: Reading): readonly ReadingStep[] => steps.slice(steps.findLastIndex(({ kind }) => kind === 'reported'));

/** The numbers reported for an indicator, those that wait first, then the newest. */
export const Readings = ({ view }: { readonly view: IndicatorView }) => {
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const { today } = useHere();
  const [shown, setShown] = useState(batch);
  const rate = usePlan().data?.indicators.get(view.name)?.indicator.rate;
  const newest = view.readings.toReversed();
  const ordered = [...newest.filter(({ state }) => state === 'reported'), ...newest.filter(({ state }) => state !== 'reported')];
  if (ordered.length === 0) return <p className={styles.note}>{t('noReadings')}</p>;
  const rest = ordered.length - shown;
  return (
    <>
      {rate && (
        <p className={styles.note}>
          {t('numerator', { what: rate.numerator })} · {t('denominator', { what: rate.denominator })}
        </p>
      )}
      <ul className={styles.readings}>
        {ordered.slice(0, shown).map((reading) => (
          <li key={reading.id}>
            <span>
              {sayPeriod(reading.period, now)}
              {reading.scope.name && <small>{reading.scope.name}</small>}
            </span>
            <b>{sayFigure(reading.figure, view.unit)}</b>
            <SignTag sign={readingSigns[reading.state]} />
            <span className={styles.readingSaid}>
              {stepsOf(reading).map((step) => (
                <span key={step.kind}>
                  {t(`step_${step.kind}`, { who: [step.by.unit, step.by.name].filter(Boolean).join(' ') })}{' '}
                  {showMoment(step.at, today, now)}
                  {step.text && ` · ${step.text}`}
                </span>
              ))}
              {reading.jump && (
                <span className={styles.jumped}>
                  <Shape kind="triangle" />{' '}
                  {t('jumped', {
                    n: reading.jump.percent,
                    period: sayPeriod(reading.jump.period, now),
                    figure: sayFigure(reading.jump.figure, view.unit),
                  })}
                </span>
              )}
              <Photos hashes={reading.steps.findLast(({ kind }) => kind === 'reported')?.photos ?? []} about={view.name} size={48} />
            </span>
            <Judge reading={reading} />
          </li>
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setShown(shown + batch)}>{t('more', { n: Math.min(rest, batch) })}</Button>}
    </>
  );
};
