import { areaKinds, covers, type DrawRule, readSites, writeSites } from '@xiuhua/engine';
import { InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';

type Set = (next: DrawRule) => void;
type Cover = NonNullable<DrawRule['cover']>;

const DrawFields = ({ draw, set }: { readonly draw: DrawRule; readonly set: Set }) => {
  const t = useWords(formWords);
  const covering: { value: Cover | 'none'; label: string }[] = [
    { value: 'none', label: t('cover_none') },
    ...covers.map((cover) => ({ value: cover, label: t(`cover_${cover}`) })),
  ];
  return (
    <>
      {draw.by !== 'class' && (
        <>
          <InputNumber
            aria-label={t('amount')}
            className="phrase-number"
            min={1}
            max={draw.unit === 'percent' ? 100 : 9999}
            precision={0}
            value={draw.amount}
            onChange={(amount) => amount && set({ ...draw, amount })}
          />
          <Select
            aria-label={t('unit')}
            className="phrase-small"
            value={draw.unit}
            options={[
              { value: 'sites' as const, label: t('sitesUnit') },
              { value: 'percent' as const, label: '%' },
            ]}
            onChange={(unit) => set({ ...draw, unit, amount: unit === 'percent' ? Math.min(100, draw.amount) : draw.amount })}
          />
        </>
      )}
      <Select
        aria-label={t('apart')}
        className="phrase-part"
        value={draw.apart}
        options={[0, 1, 2, 3, 4, 6, 12].map((n) => ({ value: n, label: n === 0 ? t('apart0') : t('apartN', { n }) }))}
        onChange={(apart) => set({ ...draw, apart })}
      />
      <Select
        aria-label={t('cover')}
        className="phrase-part"
        value={(draw.cover ?? 'none') as Cover | 'none'}
        options={covering}
        onChange={(cover) => set({ ...draw, cover: cover === 'none' ? null : cover })}
      />
    </>
  );
};

/** Which sites are visited: all, or some drawn; how often one may come again, and by when each has had its turn. */
export const SitesBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const sites = readSites(value ?? '');
  const draw = sites?.kind === 'draw' ? sites : undefined;
  const start = (by: 'all' | DrawRule['by']) => {
    if (by === 'all') return onChange('all');
    const amount = by === 'class' ? 0 : draw?.amount || 1;
    onChange(
      writeSites({
        kind: 'draw',
        by,
        amount,
        unit: draw?.unit ?? 'sites',
        of: null,
        apart: draw?.apart ?? 0,
        cover: draw?.cover ?? null,
      }),
    );
  };
  return (
    <>
      <Select
        id={id}
        className="phrase-part"
        value={sites && (draw?.by ?? 'all')}
        placeholder={t('choose')}
        options={(['all', 'whole', 'class', ...areaKinds] as const).map((by) => ({ value: by, label: t(`sites_${by}`) }))}
        onChange={start}
      />
      {draw && <DrawFields draw={draw} set={(next) => onChange(writeSites(next))} />}
    </>
  );
};
