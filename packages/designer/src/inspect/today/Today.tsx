import { addDays, clockOf, type Day, dayOf } from '@xiuhua/engine';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { hasTakenGuide } from '../../shared/guide.ts';
import { useLanguage } from '../../shared/language.ts';
import { Banners } from '../app/Banners.tsx';
import { BellLink } from '../app/BellLink.tsx';
import { useInspect, usePocket } from '../app/context.ts';
import { Icon } from '../app/Icon.tsx';
import { later } from '../app/Later.tsx';
import { todayOf } from '../app/pocket.ts';
import { chooseCampaign } from '../app/refresh.ts';
import { addressOf } from '../app/route.ts';
import { StatusLine } from '../app/StatusLine.tsx';
import { bringUpToDate } from '../app/sending.ts';
import { inspectedBy } from '../app/state.ts';
import { Tabs } from '../app/Tabs.tsx';
import type { Site } from '../device/records.ts';
import { useInspectWords } from '../words.ts';
import { InstallHint } from './InstallHint.tsx';
import { byDeadline, byPlace, rowsOf, search } from './list.ts';
import { Rows, type ShownGroup } from './Rows.tsx';
import { useTodayWords } from './words.ts';

const GuideCard = later(() => import('./GuideCard.tsx').then((m) => m.GuideCard));
const ScanSheet = later(() => import('../find/ScanSheet.tsx').then((m) => m.ScanSheet));

/** How long something done stays in the list, in days. */
const closedFor = 7;

const tones = {
  returned: 'amber',
  overdue: 'cinnabar',
  today: 'amber',
  week: 'plain',
  next: 'plain',
  later: 'plain',
  closed: 'plain',
} as const;

const noSites: ReadonlyMap<string, Site> = new Map();

/** Finds names by their initials, once somebody types letters. */
const useInitials = (text: string): ((name: string, typed: string) => boolean) | undefined => {
  const [typedAs, setTypedAs] = useState<(name: string, typed: string) => boolean>();
  const wanted = /[a-z]/i.test(text);
  useEffect(() => {
    if (wanted) void import('../find/initials.ts').then((m) => setTypedAs(() => m.typedAs));
  }, [wanted]);
  return typedAs;
};

/** The rows of the list as the person wants them: found, grouped, named. */
const useGroups = (
  order: 'deadline' | 'place',
  { text, site }: { readonly text: string; readonly site: string | undefined },
  today: Day,
) => {
  const t = useTodayWords();
  const duties = useInspect((s) => s.duties);
  const drafts = useInspect((s) => s.drafts);
  const items = useInspect((s) => s.items);
  const plan = useInspect((s) => s.plan);
  const sites = useMemo(() => (plan ? new Map(plan.plan.places.sites.map((site) => [site.name, site])) : noSites), [plan]);
  const questions = useMemo(() => new Map(plan?.plan.checklists.map((list) => [list.name, list.items.length])), [plan]);
  const rows = useMemo(() => {
    const all = rowsOf(duties?.duties ?? [], { drafts, items }, today);
    return all.filter((row) => row.state !== 'done' || row.duty.due >= addDays(today, -closedFor));
  }, [duties, drafts, items, today]);
  const typedAs = useInitials(text);
  const here = site === undefined ? rows : rows.filter((row) => row.duty.site === site);
  const found = search(here, sites, { text, typedAs });
  const isSearch = text !== '' || site !== undefined;
  const headings = {
    returned: t('returned'),
    overdue: t('overdue'),
    today: t('dueToday'),
    week: t('week'),
    next: t('nextWeek'),
    later: t('later'),
    closed: t('closed'),
  };
  const groups: readonly ShownGroup[] =
    order === 'place'
      ? byPlace(found, sites, today).map((group) => ({ ...group, name: group.name || t('noArea'), folded: false, tone: 'plain' }))
      : byDeadline(found, today).map(({ name, rows }) => ({
          name: headings[name],
          rows,
          tone: tones[name],
          folded: !isSearch && (name === 'next' || name === 'later' || name === 'closed'),
        }));
  return { groups, sites, questions, heard: duties?.at };
};

/** The campaign in hand; a choice when there are several. */
const CampaignName = () => {
  const t = useTodayWords();
  const pocket = usePocket();
  const session = useInspect((s) => s.session);
  const campaign = useInspect((s) => s.campaign);
  const own = session ? inspectedBy(session) : [];
  if (own.length < 2) return <p className="campaign">{campaign?.title}</p>;
  return (
    <select
      className="campaign"
      aria-label={t('campaign')}
      value={campaign?.id}
      onChange={(e) => void chooseCampaign(pocket, e.target.value)}
    >
      {own.map((c) => (
        <option key={c.id} value={c.id}>
          {c.title}
        </option>
      ))}
    </select>
  );
};

/** When the duties were last heard, and a button to hear them again. */
const Heard = ({ at, today }: { readonly at: string | undefined; readonly today: Day }) => {
  const t = useTodayWords();
  const language = useLanguage();
  const pocket = usePocket();
  const refreshing = useInspect((s) => s.refreshing);
  const when = at && (dayOf(at) === today ? clockOf(at) : `${showDay(dayOf(at), today, language)} ${clockOf(at)}`);
  return (
    <p className="heard">
      {when && <span>{t('heard', { when })}</span>}
      <button type="button" className="quiet" disabled={refreshing} onClick={() => void bringUpToDate(pocket)}>
        <Icon name="again" />
        {t(refreshing ? 'refreshing' : 'refresh')}
      </button>
    </p>
  );
};

/** The list of duties: overdue first, then today and this week; by deadline or by area; found by name. */
export const Today = ({ site }: { readonly site?: string }) => {
  const t = useTodayWords();
  const shared = useInspectWords();
  const language = useLanguage();
  const slip = useInspect((s) => s.slip);
  const today = todayOf(slip);
  const [order, setOrder] = useState<'deadline' | 'place'>('deadline');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const noPlan = useInspect((s) => s.noPlan);
  const { groups, sites, questions, heard } = useGroups(order, { text: wanted, site }, today);
  const [scanning, setScanning] = useState(false);
  const [guiding, setGuiding] = useState(!hasTakenGuide('inspect'));
  const names = useMemo(() => new Set(sites.keys()), [sites]);
  return (
    <div className="screen">
      <header className="bar">
        <h1>
          {shared('today')} <small>{showDay(today, today, language)}</small>
        </h1>
        <span className="bar-end">
          <StatusLine />
          <BellLink />
        </span>
        <CampaignName />
      </header>
      <main>
        <Banners />
        {guiding && <GuideCard onEnd={() => setGuiding(false)} />}
        <div className="find">
          <div className="search">
            <input
              type="search"
              placeholder={t('search')}
              aria-label={t('search')}
              value={text}
              onChange={(e) => setText(e.target.value)}
            />
            <button type="button" onClick={() => setScanning(true)}>
              {t('scan')}
            </button>
          </div>
          {site !== undefined && (
            <p className="at-site">
              {t('atSite', { site })} <a href={addressOf({ screen: 'today' })}>{t('everywhere')}</a>
            </p>
          )}
          <fieldset className="choice">
            <legend className="hidden">{t('group')}</legend>
            {(['deadline', 'place'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="order" checked={order === one} onChange={() => setOrder(one)} />
                <span>{t(one === 'deadline' ? 'byDeadline' : 'byPlace')}</span>
              </label>
            ))}
          </fieldset>
        </div>
        {groups.map((group) => (
          <Rows key={group.name} group={group} today={today} sites={sites} questions={questions} />
        ))}
        {groups.length === 0 && (
          <p className="empty">
            {wanted || site ? t('nothingFound', { text: wanted || (site ?? '') }) : t(noPlan ? 'noPlan' : heard ? 'nothingDue' : 'noneYet')}
          </p>
        )}
        <Heard at={heard} today={today} />
        <InstallHint />
      </main>
      {scanning && <ScanSheet sites={names} onClose={() => setScanning(false)} />}
      <Tabs at="today" />
    </div>
  );
};
