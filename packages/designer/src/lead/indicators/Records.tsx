import type { Counted, IndicatorView } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useIndicatorRecords } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import styles from './indicators.module.css';
import { indicatorWords } from './words.ts';

const batch = 10;

interface SideProps {
  readonly title: 'recordsCount' | 'recordsTop' | 'recordsOf' | 'recordsExcluding';
  readonly records: readonly Counted[];
}

/** The records of one side of a number, the newest first; each opens its finding or visit. Nothing where none are asked for. */
const Side = ({ title, records }: SideProps) => {
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const [shown, setShown] = useState(batch);
  const rest = records.length - shown;
  const sum = records.reduce((all, { count }) => all + count, 0);
  return (
    <section>
      <h3 className={styles.note}>{t(title, { sum, n: records.length })}</h3>
      <ul className={styles.records}>
        {records
          .toReversed()
          .slice(0, shown)
          .map((record) => (
            <li key={`${record.id} ${record.item}`}>
              <Link to={record.kind === 'finding' ? to.finding(record.id) : to.visit(record.id)}>
                {showDay(record.day, today, now)} · {t(`record_${record.kind}`)}
                {record.item && ` · ${record.item}`}
                {record.count !== 1 && ` · ${record.count}`}
              </Link>
            </li>
          ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setShown(shown + 3 * batch)}>
          {t('more', { n: Math.min(rest, 3 * batch) })}
        </Button>
      )}
    </section>
  );
};

/** The findings and visits a computed number is made of, numerator and denominator apart; asked for when it is opened. */
export const Records = ({ indicator }: { readonly indicator: IndicatorView }) => {
  const t = useWords(indicatorWords);
  const { today } = useHere();
  const from = indicator.targets[0]?.start?.day ?? `${today.slice(0, 4)}-01-01`;
  const query = useIndicatorRecords(indicator.name, from, true);
  return (
    <Loaded query={query}>
      {({ count, of, excluding }) =>
        count.length + of.length === 0 ? (
          <p className={styles.note}>{t('recordsNone')}</p>
        ) : (
          <div className={styles.sides}>
            <Side title={of.length > 0 ? 'recordsTop' : 'recordsCount'} records={count} />
            {of.length > 0 && <Side title="recordsOf" records={of} />}
            {excluding.length > 0 && <Side title="recordsExcluding" records={excluding} />}
          </div>
        )
      }
    </Loaded>
  );
};
