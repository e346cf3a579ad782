import type { Cause, Reason } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { Source } from '../parts/Source.tsx';
import { signedPoints } from '../say/number.ts';
import { addsUp, leafSum } from '../say/reasons.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

/** The visit at which a finding was made: the part of its id before the item's number. */
const visitOf = (cause: Cause): string =>
  cause.kind === 'answer' ? cause.submission : cause.finding.slice(0, cause.finding.lastIndexOf('/'));

/** What tells a reason from its neighbours: its kind and name, and at a leaf the record and day behind it. */
const keyOf = ({ kind, name, cause }: Reason): string => `${kind} ${name} ${cause?.finding ?? ''} ${cause?.day ?? ''}`;

interface BranchProps {
  readonly reason: Reason;
  /** Whether the reader may open the visits and findings behind it. */
  readonly open: boolean;
}

/** One record that moved points: when, where, what, and the ways to the visit with its photos and to the finding. */
const Leaf = ({ reason, cause, open }: BranchProps & { readonly cause: Cause }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const { campaign, today } = useHere();
  const to = addresses(campaign);
  return (
    <li className={styles.leaf}>
      <span>
        <span className={styles.leafWhere}>
          {showDay(cause.day, today, now)} · {cause.site}
        </span>
        <span>
          {cause.kind === 'answer'
            ? t('failed', { item: cause.item })
            : t('dueOn', { item: cause.item, due: showDay(cause.due, today, now) })}
          {cause.kind === 'answer' && cause.count > 1 && ` · ${t('spots', { n: cause.count })}`}
        </span>
        <span className={styles.leafLinks}>
          {open && <Link to={to.visit(visitOf(cause))}>{t('visit')}</Link>}
          {open && <Link to={to.finding(cause.finding)}>{t('finding')}</Link>}
          <Source clause={reason.source} />
        </span>
      </span>
      <span className={styles.leafPoints}>{signedPoints(reason.points)}</span>
    </li>
  );
};

const Row = ({ reason }: { readonly reason: Reason }) => {
  const t = useWords(rankingWords);
  const limit = t(reason.points >= 0 ? 'limitGiven' : 'limitTaken');
  const name = reason.kind === 'limit' ? limit : reason.kind === 'base' ? t('base') : reason.name;
  return (
    <span className={styles.row}>
      <span>
        {name} <Source clause={reason.source} />
      </span>
      <span className={styles.rowPoints}>{signedPoints(reason.points)}</span>
    </span>
  );
};

/** A reason and what it is made of, as deep as the tree goes. */
const Branch = ({ reason, open }: BranchProps) => {
  const t = useWords(rankingWords);
  if (reason.cause) return <Leaf reason={reason} cause={reason.cause} open={open} />;
  if (reason.kind === 'rule' && reason.parts.length === 0) {
    return (
      <li className={styles.branch}>
        <Row reason={reason} />
        <p className={styles.noCause}>{t('noCause')}</p>
      </li>
    );
  }
  if (reason.parts.length === 0) {
    return (
      <li className={styles.branch}>
        <Row reason={reason} />
      </li>
    );
  }
  return (
    <li className={styles.branch}>
      <details open={reason.parts.length <= 12}>
        <summary>
          <Row reason={reason} />
        </summary>
        <ul>
          {reason.parts.map((part) => (
            <Branch key={keyOf(part)} reason={part} open={open} />
          ))}
        </ul>
      </details>
    </li>
  );
};

/** The whole tree of reasons for a total, with the check that its leaves add up to it. */
export const ReasonTree = ({ total, open }: { readonly total: Reason; readonly open: boolean }) => {
  const t = useWords(rankingWords);
  const sum = leafSum(total);
  const right = sum === total.points && addsUp(total);
  return (
    <div className={styles.tree}>
      <ul>
        {total.parts.map((part) => (
          <Branch key={keyOf(part)} reason={part} open={open} />
        ))}
      </ul>
      <p className={styles.check} data-tone={right ? 'done' : 'late'} role={right ? undefined : 'alert'}>
        {right ? '●' : '■'} {t(right ? 'addsUp' : 'doesNotAddUp', { sum: signedPoints(sum).replace('+', '') })}
      </p>
    </div>
  );
};
