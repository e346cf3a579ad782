import { InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';
import { type Cover, covers, readSitesPhrase, type SitesPhrase, sitesKinds, writeSites } from './sites.ts';

/** Which sites are visited: all, or some drawn; how often one may come again, and by when each has had its turn. */
export const SitesBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const sites = readSitesPhrase(value ?? '');
  const set = (next: SitesPhrase) => onChange(writeSites(next));
  const draws = sites && sites.kind !== 'all' ? sites : undefined;
  const start = (kind: SitesPhrase['kind']) =>
    set(
      kind === 'all'
        ? { kind }
        : {
            kind,
            amount: kind === 'class' ? 0 : kind === 'percent' ? 30 : draws?.amount || 1,
            of: null,
            apart: draws?.apart ?? 0,
            cover: draws?.cover ?? null,
          },
    );
  return (
    <>
      <Select
        id={id}
        className="phrase-part"
        value={sites?.kind}
        placeholder={t('choose')}
        options={sitesKinds.map((kind) => ({ value: kind, label: t(`sites_${kind}`) }))}
        onChange={start}
      />
      {draws && draws.kind !== 'class' && (
        <InputNumber
          aria-label={t('amount')}
          className="phrase-number"
          min={1}
          max={draws.kind === 'percent' ? 100 : 9999}
          precision={0}
          value={draws.amount}
          suffix={draws.kind === 'percent' ? '%' : t('sitesUnit')}
          onChange={(amount) => amount && set({ ...draws, amount })}
        />
      )}
      {draws && (
        <>
          <Select
            aria-label={t('apart')}
            className="phrase-part"
            value={draws.apart}
            options={[0, 1, 2, 3, 4, 6, 12].map((n) => ({ value: n, label: n === 0 ? t('apart0') : t('apartN', { n }) }))}
            onChange={(apart) => set({ ...draws, apart })}
          />
          <Select
            aria-label={t('cover')}
            className="phrase-part"
            value={draws.cover ?? ('none' as const)}
            options={[
              { value: 'none' as Cover | 'none', label: t('cover_none') },
              ...covers.map((cover) => ({ value: cover as Cover | 'none', label: t(`cover_${cover}`) })),
            ]}
            onChange={(cover) => set({ ...draws, cover: cover === 'none' ? null : cover })}
          />
        </>
      )}
    </>
  );
};
