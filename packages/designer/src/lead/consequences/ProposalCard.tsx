import { type Proposal, sayPeriod, showPoints } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { showMoment } from '../say/moment.ts';
import { proposalSigns } from '../say/sign.ts';
import styles from './consequences.module.css';
import { Decide } from './Decide.tsx';
import { consequenceWords } from './words.ts';

const Decision = ({ proposal }: { readonly proposal: Proposal }) => {
  const t = useWords(consequenceWords);
  const now = useLanguage();
  const { today } = useHere();
  const { decision, state } = proposal;
  if (!decision) return <p className={styles.note}>{t(state === 'paused' ? 'signerLater' : 'signer', { post: proposal.signedBy })}</p>;
  const said = { who: decision.by, when: showMoment(decision.at, today, now) };
  return (
    <p className={styles.note}>
      {t(state === 'signed' ? 'decidedBy' : 'declinedBy', said)}
      {decision.reason !== '' && (
        <>
          <br />
          {t('reason')} {decision.reason}
        </>
      )}
    </p>
  );
};

/** Whom else it touches: to whom it is sent, lead units bound in, money. Nothing when it touches only the unit. */
const Reach = ({ proposal }: { readonly proposal: Proposal }) => {
  const t = useWords(consequenceWords);
  const { addressee, bound, fen } = proposal;
  const said = [
    addressee !== '' && t('addressee', { addressee }),
    bound.length > 0 && t('bound', { units: bound.join('、') }),
    fen !== 0 && t(fen < 0 ? 'taken' : 'given', { yuan: (Math.abs(fen) / 100).toFixed(2) }),
  ].filter(Boolean);
  return said.length === 0 ? null : <p className={styles.note}>{said.join(' · ')}</p>;
};

/** One proposed consequence with its chain of reasons: each rank opens the reasons for its points. */
export const ProposalCard = ({ proposal }: { readonly proposal: Proposal }) => {
  const t = useWords(consequenceWords);
  const now = useLanguage();
  const to = useAddresses();
  const maySign = useMay('SignConsequence');
  return (
    <li className={styles.card}>
      <div className={styles.what}>
        <SignTag sign={proposalSigns[proposal.state]} />
        <h2>
          <Link to={to.unit(proposal.unit)}>{proposal.unit}</Link> · {proposal.then}
        </h2>
        <p className={styles.note}>
          {t(proposal.kind)} · {proposal.consequence} <Source clause={proposal.source} />
        </p>
        <Reach proposal={proposal} />
      </div>
      <div>
        <h3>{t('because')}</h3>
        <ol className={styles.chain}>
          {proposal.because.map((counted) => (
            <li key={counted.period}>
              <Link to={to.rankings({ ranking: proposal.ranking, period: counted.period, unit: proposal.unit })}>
                <span>{sayPeriod(counted.period, now)}</span>
                {counted.rank !== null && (
                  <span>
                    {counted.group} {t('place', { rank: counted.rank, ranked: counted.ranked })}
                  </span>
                )}
                <span>{t('points', { points: showPoints(counted.points) })}</span>
                {counted.grade !== '' && <span>{counted.grade}</span>}
              </Link>
            </li>
          ))}
        </ol>
      </div>
      <div className={styles.right}>
        <Decision proposal={proposal} />
        {maySign && proposal.state === 'proposed' && <Decide proposal={proposal} />}
      </div>
    </li>
  );
};
