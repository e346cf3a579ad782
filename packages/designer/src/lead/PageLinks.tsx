import { NavLink } from 'react-router';
import { useWords } from '../shared/language.ts';
import { addresses } from './campaign/addresses.ts';
import { useHere } from './campaign/here.ts';
import styles from './lead.module.css';
import { doorWords } from './words.ts';

/** The row of pages under the bar. The log is for the office, the leading group and the administrator. */
export const PageLinks = () => {
  const t = useWords(doorWords);
  const { campaign, actor } = useHere();
  const to = addresses(campaign);
  const mayReadLog = actor.roles.some((role) => role === 'office' || role === 'leader' || role === 'admin');
  const pages = [
    { name: 'board', to: to.board() },
    { name: 'findings', to: to.findings() },
    { name: 'rankings', to: to.rankings() },
    { name: 'consequences', to: to.consequences() },
    { name: 'milestones', to: to.milestones() },
    { name: 'units', to: to.units() },
    { name: 'duties', to: to.duties() },
    ...(mayReadLog ? [{ name: 'log', to: to.log() } as const] : []),
  ] as const;
  return (
    <nav className={styles.pages} aria-label={t('pages')}>
      {pages.map((page) => (
        <NavLink key={page.name} to={page.to} end={page.name === 'board'}>
          {t(page.name)}
        </NavLink>
      ))}
    </nav>
  );
};
