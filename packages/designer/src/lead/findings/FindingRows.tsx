import type { FindingView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { SignTag } from '../parts/SignTag.tsx';
import { sayDeadline } from '../say/deadline.ts';
import { findingSign } from '../say/sign.ts';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

const Row = ({ finding }: { readonly finding: FindingView }) => {
  const t = useWords(findingWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const deadline = sayDeadline(finding, today, now);
  const dated = finding.number > 0 && finding.state !== 'suspended' && finding.state !== 'pending';
  return (
    <li>
      <Link to={to.finding(finding.id)} className={styles.row}>
        <span className={styles.rowState}>
          <SignTag sign={findingSign(finding)} />
        </span>
        <span className={styles.rowWhat}>
          <b>{finding.item}</b>
          {finding.count > 1 && <small>{t('spots', { n: finding.count })}</small>}
          <span>{finding.site}</span>
        </span>
        <span className={styles.rowUnit}>{finding.unit}</span>
        <span className={styles.rowNotice}>{finding.number > 0 ? t('notice', { n: finding.number }) : finding.course?.stage}</span>
        <span className={styles.rowDue} title={dated ? t('dueOn', { day: showDay(finding.due, today, now) }) : undefined}>
          <span data-tone={deadline.tone}>{deadline.text}</span>
          {dated && <small>{t('dueOn', { day: showDay(finding.due, today, now) })}</small>}
        </span>
      </Link>
    </li>
  );
};

interface FindingRowsProps {
  readonly findings: readonly FindingView[];
  /** In a narrow column: two lines a finding. */
  readonly narrow?: boolean;
}

/** Findings as rows, each opening its page. */
export const FindingRows = ({ findings, narrow = false }: FindingRowsProps) => (
  <ul className={styles.rows} data-narrow={narrow}>
    {findings.map((finding) => (
      <Row key={finding.id} finding={finding} />
    ))}
  </ul>
);
