import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { LowerFindings } from '../lower/LowerFindings.tsx';
import { useLowers } from '../lower/useLowers.ts';
import { lowerWords } from '../lower/words.ts';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { lowerSign } from '../say/sign.ts';
import styles from './board.module.css';

/** The lower plans in a line each, where the campaign has some and the reader oversees it; each opens its own board. */
export const LowersPanel = () => {
  const t = useWords(lowerWords);
  const { asOf } = useHere();
  const to = useAddresses();
  const { data } = useLowers();
  if (!data || data.lowers.length === 0 || asOf !== undefined) return null;
  const { lowers, ids, missing } = data;
  return (
    <Panel
      title={t('panel')}
      note={<Link to={to.lower()}>{t('panelNote', { n: lowers.length })}</Link>}
      more={<Link to={to.lower()}>{t('all')}</Link>}
    >
      <ul className={styles.indicators}>
        {lowers.map((view, i) => (
          <li key={ids[i]}>
            <Link to={addresses(ids[i] ?? '').board()}>
              <span>{view.as || view.issuer}</span>
              <SignTag sign={lowerSign(view)} />
            </Link>
            <p className={styles.lower}>
              {view.breaches.length > 0 && (
                <>
                  <Link to={to.lower(ids[i])}>{t('breaches', { n: view.breaches.length })}</Link>
                  {' · '}
                </>
              )}
              <Link to={to.lower(ids[i])}>{t('additions', { n: view.additions })}</Link>
              {' · '}
              <LowerFindings id={ids[i] ?? ''} view={view} />
            </p>
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p className={styles.small}>■ {t('missing', { units: missing.join('、') })}</p>}
    </Panel>
  );
};
