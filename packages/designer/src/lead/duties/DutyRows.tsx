import type { DutyView } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { dutySigns } from '../say/sign.ts';
import styles from './duties.module.css';
import { dutyWords } from './words.ts';

const Row = ({ duty, source }: { readonly duty: DutyView; readonly source: string }) => {
  const t = useWords(dutyWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  return (
    <li>
      <MaybeLink to={duty.submission === null ? undefined : to.visit(duty.submission)} className={styles.row}>
        <SignTag sign={dutySigns[duty.state]} />
        <span className={styles.what}>
          <b>{duty.site}</b>
          <small>
            {duty.checklist} · {duty.schedule} <Source clause={source} />
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

/** Duties as rows, each with the clause that asks for it; those done open their record. */
export const DutyRows = ({ duties }: { readonly duties: readonly DutyView[] }) => {
  const sources = new Map(usePlan().data?.schedules.map(({ name, source }) => [name, source]));
  return (
    <ul className={styles.rows}>
      {duties.map((duty) => (
        <Row key={duty.id} duty={duty} source={sources.get(duty.schedule) ?? ''} />
      ))}
    </ul>
  );
};
