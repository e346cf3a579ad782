import { type Actor, type Board, may, sayPeriod } from '@xiuhua/engine';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { oversees, useHere } from '../campaign/here.ts';
import { useReach } from '../campaign/reach.ts';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { Shape } from '../parts/Shape.tsx';
import { Source } from '../parts/Source.tsx';
import { signedPoints } from '../say/number.ts';
import { type Answers as AnswersData, answersOf } from './answers.ts';
import styles from './board.module.css';
import { useWaiting } from './useWaiting.ts';
import { boardWords } from './words.ts';

const Late = ({ children }: { readonly children: ReactNode }) => (
  <span data-tone="late">
    <Shape kind="square" size={10} /> {children}
  </span>
);

const OnTime = ({ onTime, from }: { readonly onTime: AnswersData['onTime']; readonly from: string }) => {
  const t = useWords(boardWords);
  const { to, duties } = useReach();
  return (
    <>
      <p>
        <Link to={to.milestones({ state: 'overdue' })}>
          {onTime.overdue > 0 ? <Late>{t('onTimeOverdue', { n: onTime.overdue })}</Late> : t('onTimeNone')}
        </Link>
      </p>
      <p>
        <Link to={to.milestones({ state: 'reached' })}>{t('onTimeReached', { n: onTime.reached })}</Link>
        {' · '}
        <MaybeLink to={duties({ state: 'missed', from })}>
          {onTime.missed > 0 ? t('missedDuties', { n: onTime.missed }) : t('noMissed')}
        </MaybeLink>
      </p>
    </>
  );
};

const Behind = ({ behind }: { readonly behind: AnswersData['behind'] }) => {
  const t = useWords(boardWords);
  const now = useLanguage();
  const { to, findings } = useReach();
  const { last, overdue } = behind;
  return (
    <>
      <p>
        {last ? <Link to={to.rankings({ ranking: last.ranking, period: last.period, unit: last.unit })}>{last.unit}</Link> : t('noRanking')}
      </p>
      <p>
        {last && (
          <Link to={to.rankings({ ranking: last.ranking, period: last.period, unit: last.unit })}>
            {t('lastRank', { period: sayPeriod(last.period, now), n: last.rank })}
          </Link>
        )}
        {last && ' · '}
        {overdue ? (
          <MaybeLink to={findings({ unit: overdue.unit, overdue: 'yes' })}>
            {t('mostOverdue', { unit: overdue.unit, n: overdue.overdue })}
          </MaybeLink>
        ) : (
          t('noOverdue')
        )}
      </p>
    </>
  );
};

const Why = ({ answers }: { readonly answers: AnswersData }) => {
  const t = useWords(boardWords);
  const { to } = useReach();
  const { why, behind } = answers;
  if (!why || !behind.last) return <p>{behind.last ? t('whyNone') : t('noRanking')}</p>;
  return (
    <>
      <p>
        <Link to={to.rankings({ ranking: behind.last.ranking, period: behind.last.period, unit: why.unit })}>
          {t('whyRule', { rule: why.reason.name, points: signedPoints(why.reason.points) })}
        </Link>
      </p>
      <p>
        {t('whyNote', { unit: why.unit })} <Source clause={why.reason.source} />
      </p>
    </>
  );
};

/** What waits for the reader: a leader's signatures, the office's periods and replies, a unit's own findings. */
const Decide = ({ board, decide }: { readonly board: Board; readonly decide: AnswersData['decide'] }) => {
  const t = useWords(boardWords);
  const { to } = useReach();
  const { actor } = useHere();
  const own = board.units.find((unit) => unit.unit === actor.unit);
  const waiting = useWaiting();
  const toPublish = board.periods.find((period) => period.over && !period.published);
  const items = [
    may(actor, 'ReplyRectification') && own && own.rectifying > 0
      ? {
          key: 'own',
          text: t('decideOwn', { n: own.rectifying, late: own.overdue }),
          to: to.findings({ unit: own.unit, state: 'rectifying' }),
        }
      : undefined,
    oversees(actor) && decide.proposals > 0
      ? { key: 'sign', text: t('decideProposals', { n: decide.proposals }), to: to.consequences('proposed') }
      : undefined,
    oversees(actor) && decide.unpublished > 0
      ? {
          key: 'publish',
          text: t('decidePublish', { n: decide.unpublished }),
          to: to.rankings(toPublish && { ranking: toPublish.ranking, period: toPublish.period }),
        }
      : undefined,
    may(actor, 'VerifyRectification') && decide.toVerify > 0
      ? { key: 'verify', text: t('decideVerify', { n: decide.toVerify }), to: to.findings({ state: 'replied' }) }
      : undefined,
    ...waiting,
  ].filter((item) => item !== undefined);
  if (items.length === 0) return <p>{t('decideNone')}</p>;
  return items.map((item) => (
    <p key={item.key}>
      <Link to={item.to}>{item.text}</Link>
    </p>
  ));
};

/** True for one whom a decision waits for; who only oversees sees that it waits. */
const isJudge = ({ roles }: Actor): boolean => roles.includes('office') || roles.includes('leader');

/** The four questions of the leading group, answered in a line each; every answer opens what it rests on. */
export const Answers = ({ board }: { readonly board: Board }) => {
  const t = useWords(boardWords);
  const { actor } = useHere();
  const answers = answersOf(board);
  const from = board.phases[0]?.from ?? board.day;
  return (
    <dl className={styles.answers} data-guide="answers">
      <div>
        <dt>{t('onTime')}</dt>
        <dd>
          <OnTime onTime={answers.onTime} from={from} />
        </dd>
      </div>
      <div>
        <dt>{t('behind')}</dt>
        <dd>
          <Behind behind={answers.behind} />
        </dd>
      </div>
      <div>
        <dt>{t('why')}</dt>
        <dd>
          <Why answers={answers} />
        </dd>
      </div>
      <div>
        <dt>{t(!oversees(actor) ? 'decideDo' : isJudge(actor) ? 'decide' : 'decideWaits')}</dt>
        <dd>
          <Decide board={board} decide={answers.decide} />
        </dd>
      </div>
    </dl>
  );
};
