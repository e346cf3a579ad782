import { type Every, readEvery } from '@xiuhua/engine';
import { Checkbox, InputNumber, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../../../shared/language.ts';
import { useDesk } from '../../desk/context.ts';
import { DaysPicker } from '../widgets/DaysPicker.tsx';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';
import { canBeBefore, everyKindOf, everyKinds, everyOf, pointKindOf, pointKindsOf, withPointKind, writeEvery } from './every.ts';
import { PointFields } from './PointFields.tsx';

/** A recurrence asked for in words: how often, which day, by what time. Writes the phrase. */
export const EveryBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const { today } = useDesk();
  const every = readEvery(value ?? '');
  const set = (next: Every) => onChange(writeEvery(next));
  const kinds = everyKinds.map((kind) => ({ value: kind, label: t(`every_${kind}`) }));
  return (
    <>
      <Select
        id={id}
        aria-label={t('everyKind')}
        className="phrase-part"
        value={every && everyKindOf(every)}
        placeholder={t('choose')}
        options={kinds}
        onChange={(kind) => set(everyOf(kind, today))}
      />
      {every && <Detail every={every} set={set} />}
    </>
  );
};

const Detail = ({ every, set }: { readonly every: Every; readonly set: (next: Every) => void }) => {
  const t = useWords(formWords);
  const isPlain = every.kind === 'daily' || every.kind === 'once';
  return (
    <>
      {every.kind === 'daily' && (
        <Select
          aria-label={t('everyKind')}
          className="phrase-part"
          value={every.workdays}
          options={[
            { value: true, label: t('dailyWorkdays') },
            { value: false, label: t('dailyAll') },
          ]}
          onChange={(workdays) => set({ ...every, workdays })}
        />
      )}
      {every.kind === 'once' && (
        <DaysPicker
          label={t('onceDays')}
          days={every.days}
          onChange={(days) => set({ ...every, days, before: every.before && days.length === 1 })}
        />
      )}
      {!isPlain && <Step every={every} set={set} />}
      {!isPlain && (
        <Select
          aria-label={t('pointKind')}
          className="phrase-part"
          value={pointKindOf(every)}
          options={pointKindsOf(every.stretch).map((kind) => ({ value: kind, label: t(`point_${kind}`) }))}
          onChange={(kind) => set(withPointKind(every, kind))}
        />
      )}
      {every.kind === 'in' && <Run every={every} set={set} />}
      {(every.kind === 'on' || every.kind === 'before') && <PointFields every={every} set={set} />}
      {canBeBefore(every) && (
        <Checkbox
          checked={every.kind === 'once' ? every.before : every.kind === 'before'}
          onChange={({ target }) =>
            set(every.kind === 'once' ? { ...every, before: target.checked } : { ...every, kind: target.checked ? 'before' : 'on' })
          }
        >
          {t('before')}
        </Checkbox>
      )}
      {every.kind !== 'in' && (
        <TimePicker
          aria-label={t('clock')}
          placeholder={t('clock')}
          className="phrase-small"
          format="HH:mm"
          minuteStep={5}
          value={every.clock ? dayjs(every.clock, 'HH:mm') : null}
          onChange={(clock) => set({ ...every, clock: clock ? clock.format('HH:mm') : null })}
        />
      )}
    </>
  );
};

type Repeating = Extract<Every, { stretch: unknown }>;

const Step = ({ every, set }: { readonly every: Repeating; readonly set: (next: Every) => void }) => {
  const t = useWords(formWords);
  if (every.stretch !== 'week' && every.stretch !== 'month') return null;
  const each = every.stretch === 'week' ? ('stepWeek' as const) : ('stepMonth' as const);
  const steps = [1, 2, 3, 4, 6].map((n) => ({ value: n, label: n === 1 ? t('step1') : t(each, { n }) }));
  return (
    <Select
      aria-label={t('step')}
      className="phrase-small"
      value={every.step}
      options={steps}
      onChange={(step) => set({ ...every, step })}
    />
  );
};

const Run = ({ every, set }: { readonly every: Extract<Every, { kind: 'in' }>; readonly set: (next: Every) => void }) => {
  const t = useWords(formWords);
  return (
    <>
      <Select
        aria-label={t('rankEnd')}
        className="phrase-small"
        value={every.edge}
        options={[
          { value: 'first', label: t('edgeFirst') },
          { value: 'last', label: t('edgeLast') },
        ]}
        onChange={(edge) => set({ ...every, edge })}
      />
      <InputNumber
        aria-label={t('amount')}
        className="phrase-number"
        min={1}
        max={31}
        precision={0}
        value={every.amount}
        onChange={(amount) => amount && set({ ...every, amount })}
      />
      <Select
        aria-label={t('unit')}
        className="phrase-small"
        value={every.unit}
        options={[
          { value: 'days', label: t('unitDays') },
          { value: 'workdays', label: t('unitWorkdays') },
        ]}
        onChange={(unit) => set({ ...every, unit })}
      />
    </>
  );
};
