import { type FindingView, isOpen } from '@xiuhua/engine';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { addresses, type FindingFilter } from '../campaign/addresses.ts';
import { isOnlyUnit, useHere } from '../campaign/here.ts';
import { useFindings } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { BulkMoves } from './BulkMoves.tsx';
import { FindingRows } from './FindingRows.tsx';
import { byUrgency, matches, readAge, readFilter } from './filter.ts';
import styles from './findings.module.css';
import { LookBackButton } from './LookBackButton.tsx';
import { findingWords } from './words.ts';

interface FiltersProps {
  readonly filter: FindingFilter;
  readonly findings: readonly FindingView[];
  readonly change: (next: FindingFilter) => void;
}

const states = ['open', 'pending', 'rectifying', 'replied', 'suspended', 'closed', 'drawn', 'over', 'all'] as const;
/** States that many plans never have: shown when there is something in them. */
const seldom: ReadonlySet<string> = new Set(['pending', 'suspended', 'drawn', 'over']);

/** The filters that came with a link and have no control of their own, in words. */
const Extra = ({ filter, change }: Omit<FiltersProps, 'findings'>) => {
  const t = useWords(findingWords);
  const age = readAge(filter.age);
  const said = [
    age && (age.to === null ? t('ageFrom', { from: age.from }) : t('ageBetween', { from: age.from, to: age.to })),
    filter.notice && t('notice', { n: filter.notice }),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <span className={styles.extra}>
      {said.join(' · ')}
      <Button type="link" size="small" onClick={() => change({ ...filter, age: undefined, notice: undefined })}>
        {t('clear')}
      </Button>
    </span>
  );
};

const Filters = ({ filter, findings, change }: FiltersProps) => {
  const t = useWords(findingWords);
  const { today } = useHere();
  const units = [...new Set(findings.map((finding) => finding.unit))].toSorted();
  const count = (state: string) => findings.filter((finding) => matches(finding, { ...filter, state }, today)).length;
  const stages = [...new Set(findings.flatMap((finding) => (isOpen(finding) && finding.course ? [finding.course.stage] : [])))];
  const shown = states.filter((state) => !seldom.has(state) || state === filter.state || count(state) > 0);
  const named = stages.includes(filter.state ?? '') ? filter.state : undefined;
  return (
    <div className={styles.filters}>
      <Segmented
        aria-label={t('state')}
        value={named === undefined ? filter.state : 'open'}
        options={shown.map((state) => ({ value: state, label: `${t(state)} ${count(state)}` }))}
        onChange={(state) => change({ ...filter, state })}
      />
      {stages.length > 1 && (
        <Select
          aria-label={t('stage')}
          value={named ?? ''}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t('allStages') }, ...stages.map((stage) => ({ value: stage, label: `${stage} ${count(stage)}` }))]}
          onChange={(stage) => change({ ...filter, state: stage || 'open' })}
        />
      )}
      {(units.length > 1 || filter.unit !== undefined) && (
        <Select
          aria-label={t('unit')}
          value={filter.unit ?? ''}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t('allUnits') }, ...units.map((unit) => ({ value: unit, label: unit }))]}
          onChange={(unit) => change({ ...filter, unit: unit || undefined })}
        />
      )}
      <Input.Search
        allowClear
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={filter.text}
        onChange={(event) => change({ ...filter, text: event.target.value || undefined })}
      />
      <Checkbox
        checked={filter.overdue === 'yes'}
        onChange={(event) => change({ ...filter, overdue: event.target.checked ? 'yes' : undefined })}
      >
        {t('onlyOverdue')}
      </Checkbox>
      <Extra filter={filter} change={change} />
    </div>
  );
};

/** The findings desk: the list, narrowed by what stands in the address. */
export const FindingsPage = () => {
  const t = useWords(findingWords);
  const { actor, campaign, today } = useHere();
  const [search] = useSearchParams();
  const go = useNavigate();
  const filter = readFilter(search);
  const onlyUnit = isOnlyUnit(actor);
  const { state, ...rest } = filter;
  const narrowed = state !== 'open' || Object.values(rest).some((value) => value !== undefined);
  const change = (next: FindingFilter) => void go(addresses(campaign).findings(next), { replace: true });
  return (
    <Page
      title={t('title')}
      lead={onlyUnit ? t(actor.roles.includes('town') ? 'leadTown' : 'leadUnit', { unit: actor.unit }) : t('lead')}
      actions={
        <>
          <LookBackButton />
          <TableLinks table="findings" />
        </>
      }
    >
      <Loaded query={useFindings()} rows={10}>
        {({ findings }) => {
          const found = findings.filter((finding) => matches(finding, filter, today)).toSorted(byUrgency);
          if (findings.length === 0) return <Nothing>{t(onlyUnit ? 'noneUnit' : 'none')}</Nothing>;
          return (
            <>
              <Filters filter={filter} findings={findings} change={change} />
              <BulkMoves findings={found} />
              {found.length === 0 ? (
                <Nothing action={<Button onClick={() => change({ state: 'all' })}>{t(narrowed ? 'clear' : 'showAll')}</Button>}>
                  {t(narrowed ? 'noneMatch' : 'noneOpen')}
                </Nothing>
              ) : (
                <FindingRows key={search.toString()} findings={found} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
