import { type Board, openFindings } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useReach } from '../campaign/reach.ts';
import { type Bar, Bars } from '../parts/Bars.tsx';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { Panel } from '../parts/Panel.tsx';
import { doorWords } from '../words.ts';
import styles from './board.module.css';
import { boardWords } from './words.ts';

interface PanelProps {
  readonly board: Board;
}

/** Findings by state, with how many of those not closed are overdue. */
export const StatePanel = ({ board }: PanelProps) => {
  const t = useWords(boardWords);
  const door = useWords(doorWords);
  const { to, findings } = useReach();
  const { rectifying, replied, closed, overdue, oldest, pending = 0, suspended = 0 } = board.findings;
  const none = openFindings(board.findings) + closed === 0;
  const seldom: readonly Bar[] = [
    { key: 'pending', label: t('pending'), value: pending, to: findings({ state: 'pending' }), tone: 'plain' },
    { key: 'suspended', label: t('suspended'), value: suspended, to: findings({ state: 'suspended' }), tone: 'plain' },
  ];
  const bars: readonly Bar[] = [
    { key: 'overdue', label: t('ofThemOverdue'), value: overdue, to: findings({ state: 'open', overdue: 'yes' }), tone: 'late' },
    { key: 'rectifying', label: t('rectifying'), value: rectifying, to: findings({ state: 'rectifying' }), tone: 'way' },
    { key: 'replied', label: t('replied'), value: replied, to: findings({ state: 'replied' }), tone: 'way' },
    ...seldom.filter(({ value }) => value > 0),
    { key: 'closed', label: t('closed'), value: closed, to: findings({ state: 'closed' }), tone: 'plain' },
  ];
  return (
    <Panel
      title={t('byState')}
      note={oldest > 0 ? <MaybeLink to={findings({ age: `${oldest}-` })}>{t('oldest', { n: oldest })}</MaybeLink> : undefined}
      more={<Link to={to.findings({ state: 'all' })}>{t('allFindings')}</Link>}
    >
      {none ? <p className={styles.small}>{t('noFindings')}</p> : <Bars bars={bars} unit={door('pieces')} />}
    </Panel>
  );
};

/** Findings not closed, by how many days they have stood. */
export const AgePanel = ({ board }: PanelProps) => {
  const t = useWords(boardWords);
  const door = useWords(doorWords);
  const { findings } = useReach();
  const bars = board.ages.map((age, i): Bar => {
    const from = i === 0 ? 0 : (board.ages[i - 1]?.upTo ?? 0) + 1;
    const label = age.upTo === null ? t('ageOver', { from: from - 1 }) : t('ageUpTo', { from, to: age.upTo });
    return {
      key: label,
      label,
      value: age.count,
      to: findings({ age: `${from}-${age.upTo ?? ''}` }),
      tone: age.upTo === null ? 'risk' : 'plain',
    };
  });
  const none = board.ages.every((age) => age.count === 0);
  return (
    <Panel title={t('byAge')}>{none ? <p className={styles.small}>{t('allClosed')}</p> : <Bars bars={bars} unit={door('pieces')} />}</Panel>
  );
};

/** Findings not closed, by unit, those with most first; the overdue ones are marked. */
export const UnitsPanel = ({ board }: PanelProps) => {
  const t = useWords(boardWords);
  const door = useWords(doorWords);
  const { to, findings } = useReach();
  const busy = board.units.filter((unit) => openFindings(unit) > 0);
  const bars = busy
    .toSorted((a, b) => b.overdue - a.overdue || openFindings(b) - openFindings(a))
    .map((unit): Bar => {
      const marked = {
        value: unit.overdue,
        text: t('overdue', { n: unit.overdue }),
        to: findings({ unit: unit.unit, overdue: 'yes', state: 'open' }),
      };
      return {
        key: unit.unit,
        label: unit.unit,
        labelTo: to.unit(unit.unit),
        value: openFindings(unit),
        to: findings({ unit: unit.unit, state: 'open' }),
        tone: 'way',
        marked,
      };
    });
  return (
    <Panel title={t('byUnit')}>
      {busy.length === 0 ? <p className={styles.small}>{t('allClosed')}</p> : <Bars bars={bars} unit={door('pieces')} />}
    </Panel>
  );
};
