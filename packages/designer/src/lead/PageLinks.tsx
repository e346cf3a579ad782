import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useWords } from '../shared/language.ts';
import { addresses } from './campaign/addresses.ts';
import { oversees, seesOutbox, useHere } from './campaign/here.ts';
import { usePlan } from './campaign/queries.ts';
import styles from './lead.module.css';
import { useLowers } from './lower/useLowers.ts';
import { doorWords } from './words.ts';

/** The row of pages under the bar. Duties are for those who inspect or oversee, the log for those who oversee. */
export const PageLinks = () => {
  const t = useWords(doorWords);
  const { campaign, actor } = useHere();
  const to = addresses(campaign);
  const hasLowers = (useLowers().data?.lowers.length ?? 0) > 0;
  const publicity = usePlan().data?.publicity;
  const hears = publicity !== undefined && (publicity.channels.size > 0 || publicity.surveys.length > 0);
  const pages = [
    { name: 'board', to: to.board() },
    { name: 'findings', to: to.findings() },
    { name: 'indicators', to: to.indicators() },
    { name: 'rankings', to: to.rankings() },
    { name: 'appeals', to: to.appeals() },
    { name: 'consequences', to: to.consequences() },
    { name: 'bulletins', to: to.bulletins() },
    ...(hears ? [{ name: 'complaints', to: to.complaints() } as const] : []),
    { name: 'milestones', to: to.milestones() },
    { name: 'units', to: to.units() },
    ...(actor.roles.includes('inspector') || oversees(actor) ? [{ name: 'duties', to: to.duties() } as const] : []),
    { name: 'draws', to: to.draws() },
    ...(hasLowers ? [{ name: 'lower', to: to.lower() } as const] : []),
    ...(oversees(actor) ? [{ name: 'records', to: to.records() } as const] : []),
    ...(seesOutbox(actor) ? [{ name: 'outbox', to: to.outbox() } as const] : []),
    ...(oversees(actor) ? [{ name: 'log', to: to.log() } as const] : []),
  ] as const;
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // The row scrolls on a phone: the page one is on must be in sight.
  useEffect(() => {
    if (pathname) nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} className={styles.pages} aria-label={t('pages')}>
      {pages.map((page) => (
        <NavLink key={page.name} to={page.to} end={page.name === 'board'}>
          {t(page.name)}
        </NavLink>
      ))}
    </nav>
  );
};
