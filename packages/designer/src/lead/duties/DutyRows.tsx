import type { DutyView } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { dutySigns } from '../say/sign.ts';
import styles from './duties.module.css';
import { dutyWords } from './words.ts';

const batch = 60;

const Row = ({ duty }: { readonly duty: DutyView }) => {
  const t = useWords(dutyWords);
  const now = useLanguage();
  const { campaign, today } = useHere();
  return (
    <li>
      <MaybeLink to={duty.submission === null ? undefined : addresses(campaign).visit(duty.submission)} className={styles.row}>
        <SignTag sign={dutySigns[duty.state]} />
        <span className={styles.what}>
          <b>{duty.site}</b>
          <small>
            {duty.checklist} · {duty.schedule}
          </small>
        </span>
        <span className={styles.by}>{t('by', { unit: duty.by })}</span>
        <span className={styles.due} title={duty.provisional ? t('provisional') : undefined}>
          {t('dueOn', { day: showDay(duty.due, today, now) })}
        </span>
        <span className={styles.record}>{duty.submission !== null && t('visit')}</span>
      </MaybeLink>
    </li>
  );
};

/** Duties as rows; those done open their record. */
export const DutyRows = ({ duties }: { readonly duties: readonly DutyView[] }) => {
  const t = useWords(dutyWords);
  const [shown, setShown] = useState(batch);
  const rest = duties.length - shown;
  return (
    <>
      <ul className={styles.rows}>
        {duties.slice(0, shown).map((duty) => (
          <Row key={duty.id} duty={duty} />
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.more}>
          <Button onClick={() => setShown(shown + batch)}>{t('more', { n: Math.min(rest, batch) })}</Button>
        </p>
      )}
    </>
  );
};
