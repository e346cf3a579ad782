import { Button, Segmented } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useAddresses, useMay } from '../campaign/here.ts';
import { useProposals } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import styles from './consequences.module.css';
import { ProposalCard } from './ProposalCard.tsx';
import { consequenceWords } from './words.ts';

const states = ['proposed', 'paused', 'signed', 'declined', 'all'] as const;

/** What follows from the published rankings: waiting for a signature, signed, declined. */
export const ConsequencesPage = () => {
  const t = useWords(consequenceWords);
  const to = useAddresses();
  const go = useNavigate();
  const [search] = useSearchParams();
  const maySign = useMay('SignConsequence');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useProposals()} rows={8}>
        {(proposals) => {
          const waiting = proposals.some((proposal) => proposal.state === 'proposed');
          const state = search.get('state') ?? (waiting ? 'proposed' : 'all');
          const count = (name: string) => proposals.filter((proposal) => name === 'all' || proposal.state === name).length;
          const shown = proposals.filter((proposal) => state === 'all' || proposal.state === state);
          if (proposals.length === 0) {
            return (
              <Nothing
                action={
                  <Link to={to.rankings()}>
                    <Button>{t('toRankings')}</Button>
                  </Link>
                }
              >
                {t('none')}
              </Nothing>
            );
          }
          const signers = [...new Set(proposals.filter((one) => !one.decision).map(({ signedBy }) => signedBy))];
          return (
            <>
              {!maySign && signers.length > 0 && <p className={styles.onlySigner}>{t('onlySigner', { post: signers.join('、') })}</p>}
              <Segmented
                aria-label={t('state')}
                className={styles.states}
                value={state}
                options={states
                  .filter((name) => name !== 'paused' || count(name) > 0)
                  .map((name) => ({ value: name, label: `${t(name)} ${count(name)}` }))}
                onChange={(next) => void go(to.consequences(next), { replace: true })}
              />
              {shown.length === 0 ? (
                <Nothing>{t('noneState')}</Nothing>
              ) : (
                <ul className={styles.cards}>
                  {shown.map((proposal) => (
                    <ProposalCard key={proposal.id} proposal={proposal} />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
