import { clockOf, dayOf } from '@xiuhua/engine';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/language.ts';
import { type InboxMessage, markRead, messageAddress } from '../../shared/messages.ts';
import { useInspect, usePocket } from '../app/context.ts';
import { Icon } from '../app/Icon.tsx';
import { todayOf } from '../app/pocket.ts';
import { fetchInbox } from '../app/refresh.ts';
import { addressOf } from '../app/route.ts';
import { StatusLine } from '../app/StatusLine.tsx';
import { Tabs } from '../app/Tabs.tsx';
import { useInspectWords } from '../words.ts';
import { useMessageWords } from './words.ts';

const shapes = { red: '■', yellow: '▲', blue: '◐', plain: '●' } as const;
const tones = { red: 'cinnabar', yellow: 'amber', blue: 'indigo', plain: 'ink' } as const;

const Row = ({ message, open }: { readonly message: InboxMessage; readonly open: () => void }) => {
  const t = useMessageWords();
  const language = useLanguage();
  const today = todayOf(useInspect((s) => s.slip));
  const { tone, name, text, at, read } = message;
  return (
    <li>
      <button type="button" className="message" data-read={read} onClick={open}>
        <span className="message-head">
          <span className={`text-${tones[tone]}`} aria-hidden="true">
            {shapes[tone]}
          </span>
          <b>{name}</b>
          {!read && <small className="text-indigo">{t('new')}</small>}
          <time dateTime={at}>
            {showDay(dayOf(at), today, language)} {clockOf(at)}
          </time>
        </span>
        <span>{text}</span>
      </button>
    </li>
  );
};

/** What the inspector is told, the unread first. Opening one marks it as read and goes to the thing it is about. */
export const Messages = () => {
  const t = useMessageWords();
  const shared = useInspectWords();
  const pocket = usePocket();
  const inbox = useInspect((s) => s.inbox);
  const campaign = useInspect((s) => s.campaign)?.id ?? '';
  const [busy, setBusy] = useState(false);
  const mark = async (ids?: readonly string[]) => {
    setBusy(true);
    await markRead(campaign, ids).catch(() => undefined);
    await fetchInbox(pocket);
    setBusy(false);
  };
  const open = async (message: InboxMessage) => {
    if (!message.read) await mark([message.id]);
    const address = messageAddress(campaign, message.about);
    if (address.startsWith('/inspect/')) location.hash = address.slice('/inspect/'.length);
    else location.assign(address);
  };
  return (
    <div className="screen">
      <header className="bar">
        <h1>
          <a className="quiet" href={addressOf({ screen: 'today' })} aria-label={shared('back')}>
            <Icon name="back" />
          </a>{' '}
          {t('messages')}
        </h1>
        <StatusLine />
      </header>
      <main>
        <p className="note">{t('lead')}</p>
        {inbox && inbox.unread > 0 && (
          <button type="button" className="quiet" disabled={busy} onClick={() => void mark()}>
            {t('allRead')}
          </button>
        )}
        {inbox === null && <p className="empty">{t('offline')}</p>}
        {inbox?.messages.length === 0 && <p className="empty">{t('none')}</p>}
        {inbox && inbox.messages.length > 0 && (
          <ul className="items">
            {inbox.messages.map((message) => (
              <Row key={message.id} message={message} open={() => void open(message)} />
            ))}
          </ul>
        )}
      </main>
      <Tabs at="today" />
    </div>
  );
};
