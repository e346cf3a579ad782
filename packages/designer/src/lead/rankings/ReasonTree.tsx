import { type Reason, sayPeriod, showPoints } from '@xiuhua/engine';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Shape } from '../parts/Shape.tsx';
import { Source } from '../parts/Source.tsx';
import { signedPoints } from '../say/number.ts';
import { addsUp, leafSum, recordsOf } from '../say/reasons.ts';
import { Leaf } from './Leaf.tsx';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

/** What tells a reason from its neighbours: its kind and name, and at a leaf the record behind it. */
const keyOf = ({ kind, name, cause, whole }: Reason): string =>
  `${kind} ${name} ${whole?.period ?? ''} ${cause ? JSON.stringify(cause) : ''}`;

interface BranchProps {
  readonly reason: Reason;
  /** Whether the reader may open the visits and findings behind it. */
  readonly open: boolean;
  /** Whether it lies in a part that is folded up: then nothing inside is, so that one press shows every record. */
  readonly inside?: boolean;
}

/** With more records than this a part is folded up at first. */
const most = 12;

/** The name of a node in words: what the plan calls it, or what a correction does. */
const useName = () => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  return ({ kind, name, points, whole }: Reason): string => {
    if (kind === 'limit') return t(points >= 0 ? 'limitGiven' : 'limitTaken');
    if (kind === 'base') return t('base');
    if (kind === 'scaled') return t('scaled');
    if (!whole) return name;
    const score = whole.reason ? showPoints(whole.reason.points) : t('noScore');
    const share = whole.weight === null ? '' : t('weight', { weight: showPoints(whole.weight) });
    return t('part', { name, period: sayPeriod(whole.period, now), score, share });
  };
};

const Row = ({ reason }: { readonly reason: Reason }) => {
  const name = useName()(reason);
  return (
    <span className={styles.row}>
      <span>
        {name} <Source clause={reason.source} />
      </span>
      <span className={styles.rowPoints}>{signedPoints(reason.points)}</span>
    </span>
  );
};

/** A reason and what it is made of, as deep as the tree goes. Under another sheet's share stands that sheet's own tree. */
const Branch = ({ reason, open, inside = false }: BranchProps) => {
  const t = useWords(rankingWords);
  if (reason.cause) return <Leaf reason={reason} cause={reason.cause} open={open} />;
  const parts = reason.whole?.reason?.parts ?? reason.parts;
  const folded = !inside && recordsOf(reason) > most;
  if (parts.length === 0) {
    return (
      <li className={styles.branch}>
        <Row reason={reason} />
        {reason.kind === 'rule' && <p className={styles.noCause}>{t('noCause')}</p>}
      </li>
    );
  }
  return (
    <li className={styles.branch}>
      <details open={!folded}>
        <summary>
          <Row reason={reason} />
        </summary>
        <ul>
          {parts.map((part) => (
            <Branch key={keyOf(part)} reason={part} open={open} inside={inside || folded} />
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
        <Shape kind={right ? 'disc' : 'square'} /> {t(right ? 'addsUp' : 'doesNotAddUp', { sum: showPoints(sum) })}
      </p>
    </div>
  );
};
