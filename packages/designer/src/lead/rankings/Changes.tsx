import { type ResultChanged, showPoints } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

type Result = ResultChanged['before'];

/** Units whose result differs, before and after, side by side; `later` says when the second one would hold, if it does not yet. */
export const Changes = ({ changes, later }: { readonly changes: readonly ResultChanged[]; readonly later?: string }) => {
  const t = useWords(rankingWords);
  const to = useAddresses();
  const said = ({ points, rank }: Result) => (
    <>
      <span>{t('changePoints', { points: showPoints(points) })}</span> <span>{rank === null ? t('noPlace') : t('place', { n: rank })}</span>
    </>
  );
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          <th scope="col">{t(later === undefined ? 'before' : 'now')}</th>
          <th scope="col">{later ?? t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ unit, before, after }) => (
          <tr key={unit}>
            <th scope="row">
              <Link to={to.unit(unit)}>{unit}</Link>
            </th>
            <td>{said(before)}</td>
            <td>{said(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
