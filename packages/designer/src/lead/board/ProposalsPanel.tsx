import type { Board } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { Panel } from '../parts/Panel.tsx';
import { Source } from '../parts/Source.tsx';
import styles from './board.module.css';
import { boardWords } from './words.ts';

/** What waits for a signature. */
export const ProposalsPanel = ({ board }: { readonly board: Board }) => {
  const t = useWords(boardWords);
  const to = useAddresses();
  const waiting = board.proposals.filter((proposal) => proposal.state === 'proposed');
  return (
    <Panel title={t('proposals')} more={<Link to={to.consequences()}>{t('allProposals')}</Link>}>
      {waiting.length === 0 ? (
        <p className={styles.small}>{t('noProposals')}</p>
      ) : (
        <ul className={styles.proposals}>
          {waiting.map((proposal) => (
            <li key={proposal.id}>
              <Link to={to.consequences('proposed')}>
                {proposal.unit} · {proposal.then}
              </Link>
              <span>
                {t('signer', { post: proposal.signedBy })} <Source clause={proposal.source} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
