import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useId } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk, useDraft, useNames } from '../desk/context.ts';
import { listAt, textOf, valueAt } from '../draft/json.ts';
import type { Trying } from './trying.ts';
import { useTrying } from './useTrial.ts';
import { tryWords } from './words.ts';

type Reading = Trying['readings'][number];

const named = (names: readonly { readonly name: string }[]) => names.map(({ name }) => ({ value: name, label: name }));

/** One number that was reported. A rate has two parts, everything else one. */
const ReadingRow = ({ reading, put, drop }: { reading: Reading; put: (next: Reading) => void; drop: () => void }) => {
  const t = useWords(tryWords);
  const indicators = useNames('indicator');
  const units = useNames('unit');
  const isRate = useDraft(({ present }) => {
    const own = listAt(present, '/indicators').find((one) => textOf(one, 'name') === reading.indicator);
    return own !== undefined && valueAt(own, '/rate') !== undefined;
  });
  const amount = (key: 'value' | 'numerator' | 'denominator') => (
    <InputNumber
      key={key}
      size="small"
      aria-label={t(key)}
      placeholder={t(key)}
      value={reading[key]}
      onChange={(value) => put({ ...reading, [key]: value ?? undefined })}
    />
  );
  const { unit, ...whole } = reading;
  return (
    <li className="try-reading">
      <Select
        size="small"
        showSearch
        aria-label={t('indicator')}
        placeholder={t('indicator')}
        value={reading.indicator || undefined}
        options={named(indicators)}
        onChange={(indicator) => put({ indicator, period: reading.period, ...(unit === undefined ? {} : { unit }) })}
      />
      <Select
        size="small"
        showSearch
        aria-label={t('scope')}
        value={unit ?? ''}
        options={[{ value: '', label: t('whole') }, ...named(units)]}
        onChange={(name) => put(name === '' ? whole : { ...whole, unit: name })}
      />
      <Input
        size="small"
        aria-label={t('period')}
        placeholder="2026-11"
        value={reading.period}
        onChange={({ target }) => put({ ...reading, period: target.value })}
      />
      {isRate ? [amount('numerator'), amount('denominator')] : amount('value')}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('removeReading')} onClick={drop} />
    </li>
  );
};

/** What happens beside the visits: how findings are put right, milestones that are missed, numbers that are reported. */
export const Around = () => {
  const t = useWords(tryWords);
  const { today } = useDesk();
  const ids = useId();
  const [trying, change] = useTrying();
  const indicators = useNames('indicator');
  const milestones = useNames('milestone');
  const put = (readings: readonly Reading[]) => change((now) => ({ ...now, readings }));
  const ways = (['in-time', 'late', 'never'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <div className="try-around">
      <h3>{t('around')}</h3>
      <span className="try-label" id={`${ids}rectified`}>
        {t('rectified')}
      </span>
      <Segmented
        aria-labelledby={`${ids}rectified`}
        size="small"
        options={ways}
        value={trying.rectified}
        onChange={(rectified) => change((now) => ({ ...now, rectified }))}
      />
      {milestones.length > 0 && (
        <>
          <label htmlFor={`${ids}missed`}>{t('missed')}</label>
          <Select
            id={`${ids}missed`}
            mode="multiple"
            placeholder={t('missedHolder')}
            value={[...trying.missed]}
            options={named(milestones)}
            onChange={(missed: string[]) => change((now) => ({ ...now, missed }))}
          />
        </>
      )}
      {indicators.length > 0 && (
        <>
          <span className="try-label">{t('readings')}</span>
          <ul className="try-readings">
            {trying.readings.map((reading, i) => (
              <ReadingRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and rows never change places
                key={i}
                reading={reading}
                put={(next) => put(trying.readings.map((one, n) => (n === i ? next : one)))}
                drop={() => put(trying.readings.filter((_, n) => n !== i))}
              />
            ))}
          </ul>
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => put([...trying.readings, { indicator: '', period: today.slice(0, 7) }])}
          >
            {t('addReading')}
          </Button>
        </>
      )}
    </div>
  );
};
