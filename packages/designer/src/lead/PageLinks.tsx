import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useWords } from '../shared/language.ts';
import { oversees, seesOutbox, useAddresses, useHere } from './campaign/here.ts';
import { usePlan } from './campaign/queries.ts';
import styles from './lead.module.css';
import { useLowers } from './lower/useLowers.ts';
import { doorWords } from './words.ts';

type PageName =
  | 'board'
  | 'findings'
  | 'complaints'
  | 'rankings'
  | 'appeals'
  | 'consequences'
  | 'bulletins'
  | 'indicators'
  | 'milestones'
  | 'units'
  | 'lower'
  | 'duties'
  | 'draws'
  | 'records'
  | 'outbox'
  | 'log';

/** The row of pages under the bar, near ones side by side. Duties are for those who inspect or oversee, the log for those who oversee. */
export const PageLinks = () => {
  const t = useWords(doorWords);
  const { campaign, actor } = useHere();
  const to = useAddresses();
  const hasLowers = (useLowers().data?.lowers.length ?? 0) > 0;
  const publicity = usePlan().data?.publicity;
  const hears = publicity !== undefined && (publicity.channels.size > 0 || publicity.surveys.length > 0);
  const inspects = actor.roles.includes('inspector') || oversees(actor);
  const groups: readonly (readonly PageName[])[] = [
    ['board'],
    ['findings', ...(hears ? (['complaints'] as const) : [])],
    ['rankings', 'appeals', 'consequences', 'bulletins'],
    ['indicators', 'milestones', 'units', ...(hasLowers ? (['lower'] as const) : [])],
    [...(inspects ? (['duties'] as const) : []), 'draws', ...(oversees(actor) ? (['records'] as const) : [])],
    [...(seesOutbox(actor) ? (['outbox'] as const) : []), ...(oversees(actor) ? (['log'] as const) : [])],
  ];
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // The row scrolls on a phone: the page one is on must be in sight.
  useEffect(() => {
    if (pathname) nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} className={styles.pages} aria-label={t('pages')}>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]} className={styles.group}>
            {group.map((name) => (
              <NavLink key={name} to={to[name]()} end={name === 'board'}>
                {t(name)}
              </NavLink>
            ))}
          </div>
        ))}
      <a href={`/design/${encodeURIComponent(campaign)}/versions`}>{t('plan')}</a>
    </nav>
  );
};
