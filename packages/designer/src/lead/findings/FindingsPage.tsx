import { type FindingList, listedStates, readAge } from '@xiuhua/engine';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import type { FindingFilter } from '../campaign/addresses.ts';
import { isOnlyUnit, useAddresses, useHere } from '../campaign/here.ts';
import { useFindings } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { BulkMoves } from './BulkMoves.tsx';
import { FindingRows } from './FindingRows.tsx';
import { readFilter } from './filter.ts';
import styles from './findings.module.css';
import { LookBackButton } from './LookBackButton.tsx';
import { findingWords } from './words.ts';

interface FiltersProps {
  readonly filter: FindingFilter;
  readonly list: FindingList;
  readonly change: (next: FindingFilter) => void;
}

/** Findings shown at first and with each wish for more, and at most: beyond that a filter helps more than a list. */
const [batch, most] = [50, 1000];

/** States that many plans never have: shown when there is something in them. */
const seldom: ReadonlySet<string> = new Set(['pending', 'suspended', 'drawn', 'over']);

/** The filters that came with a link and have no control of their own, in words. */
const Extra = ({ filter, change }: Omit<FiltersProps, 'list'>) => {
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

const Filters = ({ filter, list, change }: FiltersProps) => {
  const t = useWords(findingWords);
  const { units, states } = list;
  const stages = Object.keys(list.stages);
  const shown = listedStates.filter((state) => !seldom.has(state) || state === filter.state || states[state] > 0);
  const named = stages.includes(filter.state ?? '') ? filter.state : undefined;
  return (
    <div className={styles.filters}>
      <Segmented
        aria-label={t('state')}
        value={named === undefined ? filter.state : 'open'}
        options={shown.map((state) => ({ value: state, label: `${t(state)} ${states[state]}` }))}
        onChange={(state) => change({ ...filter, state })}
      />
      {stages.length > 1 && (
        <Select
          aria-label={t('stage')}
          value={named ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('allStages') },
            ...stages.map((stage) => ({ value: stage, label: `${stage} ${list.stages[stage]}` })),
          ]}
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
  const { actor } = useHere();
  const to = useAddresses();
  const [search] = useSearchParams();
  const go = useNavigate();
  const filter = readFilter(search);
  const onlyUnit = isOnlyUnit(actor);
  const { state, ...rest } = filter;
  const narrowed = state !== 'open' || Object.values(rest).some((value) => value !== undefined);
  const asked = search.toString();
  const [more, setMore] = useState({ asked, limit: batch });
  const limit = more.asked === asked ? more.limit : batch;
  const change = (next: FindingFilter) => void go(to.findings(next), { replace: true });
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
      <Loaded query={useFindings({ ...filter, limit })} rows={10}>
        {(list) => {
          const { findings, found } = list;
          if (list.all === 0) return <Nothing>{t(onlyUnit ? 'noneUnit' : 'none')}</Nothing>;
          return (
            <>
              <Filters filter={filter} list={list} change={change} />
              <BulkMoves findings={findings} />
              {found === 0 ? (
                <Nothing action={<Button onClick={() => change({ state: 'all' })}>{t(narrowed ? 'clear' : 'showAll')}</Button>}>
                  {t(narrowed ? 'noneMatch' : 'noneOpen')}
                </Nothing>
              ) : (
                <FindingRows findings={findings} />
              )}
              {found > findings.length && (
                <p className={styles.more}>
                  {limit < most ? (
                    <Button onClick={() => setMore({ asked, limit: Math.min(most, limit + batch) })}>
                      {t('more', { n: Math.min(found - findings.length, batch) })}
                    </Button>
                  ) : (
                    t('tooMany', { n: found - findings.length })
                  )}
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
