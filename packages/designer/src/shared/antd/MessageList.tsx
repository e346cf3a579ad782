import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clockOf, type Day, dayOf } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { showDay } from '../format.ts';
import { useLanguage, useWords } from '../language.ts';
import { getInbox, type InboxMessage, inboxKey, markRead, messageAddress } from '../messages.ts';
import { messageWords } from './message-words.ts';
import './messages.css';

/** Messages shown at first and with every “more”; the most the server lists. */
const [batch, most] = [30, 300];

/** The inbox of a campaign, asked for again every minute. */
export const useInbox = (campaign: string | undefined, limit = batch) =>
  useQuery({
    queryKey: [...inboxKey(campaign ?? ''), limit],
    queryFn: () => getInbox(campaign ?? '', limit),
    placeholderData: (shown, of) => (of?.queryKey[1] === campaign ? shown : undefined),
    enabled: campaign !== undefined,
    refetchInterval: 60_000,
    staleTime: 5_000,
  });

/** Marks messages as read, all of them when none is named, and asks for the inbox again. */
export const useRead = (campaign: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[] | undefined) => markRead(campaign, ids),
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey(campaign) }),
  });
};

/** What a list of messages needs to know of the page it is on. */
export interface ListProps {
  readonly campaign: string;
  readonly today: Day;
  /** False while somebody looks from another's place: nothing is marked then. */
  readonly marks: boolean;
  /** Goes to an address of this site; another page is loaded where the door cannot show it itself. */
  readonly go: (address: string) => void;
}

const shapes = { red: '■', yellow: '▲', blue: '◐', plain: '●' } as const;

const Row = ({ message, today, open }: { readonly message: InboxMessage; readonly today: Day; readonly open: () => void }) => {
  const t = useWords(messageWords);
  const now = useLanguage();
  const { tone, name, text, at, read } = message;
  return (
    <li className="message" data-tone={tone} data-read={read}>
      <button type="button" onClick={open}>
        <span className="message-head">
          <span className="message-shape" role="img" aria-label={t(tone)}>
            {shapes[tone]}
          </span>
          <b>{name}</b>
          {!read && <span className="message-new">{t('new')}</span>}
          {!message.open && tone !== 'plain' && <span className="message-done">{t('done')}</span>}
          <time dateTime={at}>
            {showDay(dayOf(at), today, now)} {clockOf(at)}
          </time>
        </span>
        <span className="message-text">{text}</span>
      </button>
    </li>
  );
};

/** Messages, the unread first, a stretch at a time. Opening one marks it as read and goes to the thing it is about. */
export const MessageList = ({ campaign, today, marks, go }: ListProps) => {
  const t = useWords(messageWords);
  const [limit, setLimit] = useState(batch);
  const inbox = useInbox(campaign, limit);
  const read = useRead(campaign);
  const open = async (message: InboxMessage) => {
    if (marks && !message.read) await read.mutateAsync([message.id]).catch(() => undefined);
    go(messageAddress(campaign, message.about));
  };
  if (inbox.error && !inbox.data)
    return (
      <p role="alert">
        {t('failed')} <Button onClick={() => void inbox.refetch()}>{t('retry')}</Button>
      </p>
    );
  if (!inbox.data) return <p aria-busy="true" />;
  const { messages, unread, found } = inbox.data;
  if (messages.length === 0) return <p className="message-none">{t('none')}</p>;
  return (
    <>
      {marks && unread > 0 && (
        <p className="message-all">
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {t('allRead')}
          </Button>
        </p>
      )}
      <ul className="messages">
        {messages.map((message) => (
          <Row key={message.id} message={message} today={today} open={() => void open(message)} />
        ))}
      </ul>
      {found > messages.length && (
        <p className="message-more">
          {messages.length < most ? (
            <Button loading={inbox.isPlaceholderData} onClick={() => setLimit(limit + batch)}>
              {t('more', { n: Math.min(found - messages.length, batch) })}
            </Button>
          ) : (
            t('tooMany', { n: found - messages.length })
          )}
        </p>
      )}
    </>
  );
};
