import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { useLowers } from '../lower/useLowers.ts';
import { lowerWords } from '../lower/words.ts';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { lowerSign } from '../say/sign.ts';
import styles from './board.module.css';

/** The lower plans in a line each, where the campaign has some and the reader oversees it; each opens its own board. */
export const LowersPanel = () => {
  const t = useWords(lowerWords);
  const { campaign, asOf } = useHere();
  const { data } = useLowers();
  if (!data || data.lowers.length === 0 || asOf !== undefined) return null;
  const { lowers, ids, missing } = data;
  return (
    <Panel title={t('panel')} note={t('panelNote', { n: lowers.length })} more={<Link to={addresses(campaign).lower()}>{t('all')}</Link>}>
      <ul className={styles.indicators}>
        {lowers.map((view, i) => (
          <li key={ids[i]}>
            <Link to={addresses(ids[i] ?? '').board()}>
              <span>{view.as || view.issuer}</span>
              <SignTag sign={lowerSign(view)} />
              <small>
                {view.breaches.length > 0 && `${t('breaches', { n: view.breaches.length })} · `}
                {t('additions', { n: view.additions })} · {t('findings', view.findings)}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p className={styles.small}>■ {t('missing', { units: missing.join('、') })}</p>}
    </Panel>
  );
};
