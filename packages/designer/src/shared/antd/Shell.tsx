import { DownOutlined, UserOutlined } from '@ant-design/icons';
import type { SessionView } from '@xiuhua/engine';
import { Button, Dropdown, type MenuProps } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type DoorName, doorAddress, doorsOf, rememberCampaign } from '../doors.ts';
import { type GuideRoute, hasTakenGuide } from '../guide.ts';
import { guideWords } from '../guide-words.ts';
import { setLanguage, useLanguage, useWords } from '../language.ts';
import { Mark } from '../Mark.tsx';
import { signOut } from '../session.ts';
import { sharedWords } from '../words.ts';
import { Bell } from './Bell.tsx';
import { CalendarLink } from './CalendarLink.tsx';
import { GuideButton } from './GuideButton.tsx';
import { maySeeAs, SeeAs, SeenAs } from './SeeAs.tsx';
import './shell.css';

const Guide = lazy(() => import('./Guide.tsx').then((m) => ({ default: m.Guide })));

interface ShellProps {
  readonly door: DoorName;
  readonly session: SessionView;
  /** Id of the campaign on the screen; absent on a page that shows none. */
  readonly campaign?: string;
  /** Overrides the title of the campaign, such as the one of a draft being written. */
  readonly title?: string;
  /** Beside the title: the state of what is on the screen. */
  readonly status?: ReactNode;
  /** At the right, before the doors: the one primary button of the screen and its neighbours. */
  readonly actions?: ReactNode;
  /** The tour of what is on the screen. */
  readonly guide?: GuideRoute;
  /** Shows an address of this site without loading the page anew, where the door can. */
  readonly go?: (address: string) => void;
  readonly children: ReactNode;
}

/** The name of the campaign on the screen; a menu when the person may look at several. */
const CampaignTitle = ({ door, session, campaign, title }: Omit<ShellProps, 'children'>) => {
  const t = useWords(sharedWords);
  const shown = title ?? session.campaigns.find((c) => c.id === campaign)?.title;
  const others = session.campaigns.filter((c) => doorsOf(session, c.id).some((d) => d.name === door));
  if (!shown) return null;
  if (others.length < 2)
    return (
      <span className="shell-title" title={shown}>
        {shown}
      </span>
    );
  const items = others.map((c) => ({ key: c.id, label: c.title }));
  const open: MenuProps['onClick'] = ({ key }) => {
    rememberCampaign(key);
    location.assign(doorAddress(door, key));
  };
  return (
    <Dropdown menu={{ items, onClick: open, selectedKeys: campaign ? [campaign] : [] }} trigger={['click']}>
      <Button type="text" className="shell-title" aria-label={`${t('campaign')} ${shown}`} title={shown}>
        <span className="shell-title-text">{shown}</span>
        <DownOutlined className="shell-caret" aria-hidden />
      </Button>
    </Dropdown>
  );
};

/** Who is signed in, what the person is in this campaign, the way to the other doors and out. */
const AccountMenu = ({
  session,
  campaign,
  door,
  tour,
}: Pick<ShellProps, 'session' | 'campaign' | 'door'> & { readonly tour?: () => void }) => {
  const t = useWords(sharedWords);
  const guide = useWords(guideWords);
  const now = useLanguage();
  const [calendar, showCalendar] = useState(false);
  const [seeing, showSeeing] = useState(false);
  const actor = session.campaigns.find((c) => c.id === campaign)?.actor;
  const roles = actor ? actor.roles.map((role) => t(role)).join(' · ') : session.account.admin ? t('admin') : '';
  const doors = doorsOf(session, campaign).filter((d) => d.name !== door);
  const own = campaign ?? (session.account.admin ? session.campaigns[0]?.id : undefined);
  const managed = maySeeAs(session, own) ? own : undefined;
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: (
        <span className="shell-who">
          <b>{actor?.name ?? session.account.name}</b>
          <span>{[actor?.unit, roles].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    ...doors.map((d) => ({ key: d.name, label: <a href={d.href}>{t(d.name)}</a> })),
    { key: 'gate', label: <a href="/">{t('gate')}</a> },
    { key: 'language', label: t('language'), onClick: () => setLanguage(now === 'zh' ? 'en' : 'zh') },
    ...(session.seenBy === undefined ? [{ key: 'calendar', label: t('calendar'), onClick: () => showCalendar(true) }] : []),
    ...(maySeeAs(session, campaign) ? [{ key: 'see-as', label: t('seeAs'), onClick: () => showSeeing(true) }] : []),
    ...(managed === undefined ? [] : [{ key: 'people', label: <a href={`${doorAddress('design', managed)}/people`}>{t('people')}</a> }]),
    ...(tour ? [{ key: 'guide', label: guide('start'), onClick: tour }] : []),
    { type: 'divider' },
    { key: 'out', label: t('signOut'), onClick: () => void signOut() },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button
          type="text"
          className="shell-account"
          icon={<UserOutlined aria-hidden />}
          aria-label={`${t('account')} ${actor?.name ?? session.account.name}`}
        >
          <span className="shell-name">{actor?.name ?? session.account.name}</span>
        </Button>
      </Dropdown>
      {calendar && <CalendarLink today={session.today} onClose={() => showCalendar(false)} />}
      {seeing && campaign !== undefined && <SeeAs campaign={campaign} session={session} onClose={() => showSeeing(false)} />}
    </>
  );
};

const load = (address: string): void => location.assign(address);

/** The bar above the design and lead doors: mark, campaign, its state, actions, doors, language, messages, account. */
export const Shell = (props: ShellProps) => {
  const { door, session, campaign, status, actions, guide, go = load, children } = props;
  const [touring, setTouring] = useState(false);
  const tour =
    guide &&
    (() => {
      if (guide.home !== undefined && !location.pathname.endsWith(guide.home)) go(doorAddress(door, campaign));
      setTouring(true);
    });
  const t = useWords(sharedWords);
  const now = useLanguage();
  const shown = props.title ?? session.campaigns.find((c) => c.id === campaign)?.title;
  const tab = [shown, `${t('product')} ${t(door)}`].filter(Boolean).join(' · ');
  // The lead door names its tab after the page on the screen.
  useEffect(() => {
    if (door === 'design') document.title = tab;
  }, [door, tab]);
  return (
    <div className="shell" data-door={door}>
      <a className="shell-skip" href="#content">
        {t('skip')}
      </a>
      <header className="shell-bar">
        <a className="shell-mark" href="/" aria-label={`${t('product')} ${t('gate')}`}>
          <Mark />
          <b>{t('product')}</b>
        </a>
        <CampaignTitle {...props} />
        <div className="shell-status">{status}</div>
        <div className="shell-actions">{actions}</div>
        <nav className="shell-doors" aria-label={t('doors')}>
          {doorsOf(session, campaign).map((d) => (
            <a key={d.name} href={d.href} aria-current={d.name === door ? 'page' : undefined}>
              {t(d.name)}
            </a>
          ))}
        </nav>
        {guide && tour && session.demo && <GuideButton taken={hasTakenGuide(guide.name)} start={tour} />}
        <Button
          type="text"
          className="shell-language"
          lang={now === 'zh' ? 'en' : 'zh-CN'}
          title={t('languageHint')}
          onClick={() => setLanguage(now === 'zh' ? 'en' : 'zh')}
        >
          {t('language')}
        </Button>
        {campaign !== undefined && session.campaigns.some(({ id }) => id === campaign) && (
          <Bell campaign={campaign} today={session.today} marks={session.seenBy === undefined} go={go} />
        )}
        <AccountMenu session={session} campaign={campaign} door={door} {...(tour && { tour })} />
      </header>
      <SeenAs session={session} campaign={campaign} />
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
      {guide && touring && (
        <Suspense fallback={null}>
          <Guide route={guide} onClose={() => setTouring(false)} />
        </Suspense>
      )}
    </div>
  );
};
