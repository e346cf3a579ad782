import { type ClauseDiff, diffPlans, groupDiff, sayDifference } from '@xiuhua/engine';
import { useMemo } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import type { Json } from '../draft/json.ts';
import { sectionOf } from '../section/sections.ts';
import { sectionTitle } from '../section/title.ts';
import { adoptWords } from './words.ts';

const keyOf = ({ section, clause }: ClauseDiff): string => `${section} ${clause.holder ?? ''} ${clause.name ?? ''}`;

/** What separates two plans, as sentences under their clauses; each says whether it is stricter or looser. */
export const Differences = ({ before, after }: { readonly before: Json; readonly after: Json }) => {
  const t = useWords(adoptWords);
  const language = useLanguage();
  const clauses = useMemo(() => groupDiff(diffPlans(before, after)), [before, after]);
  if (clauses.length === 0) return <p className="changes">{t('noDifference')}</p>;
  return (
    <dl className="differences">
      {clauses.map((clause) => (
        <div key={keyOf(clause)}>
          <dt>
            {sectionTitle(sectionOf(clause.section), language)}
            {clause.clause.name ? ` · ${clause.clause.name}` : ''}
          </dt>
          {clause.differences.map((difference, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a difference is its place in its clause
            <dd key={i} className={difference.weight}>
              {sayDifference(difference, language)}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
};
