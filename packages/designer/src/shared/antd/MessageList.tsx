import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clockOf, type Day, dayOf } from '@xiuhua/engine';
import { Button } from 'antd';
import { showDay } from '../format.ts';
import { useLanguage, useWords } from '../language.ts';
import { getInbox, type InboxMessage, inboxKey, markRead, messageAddress } from '../messages.ts';
import { messageWords } from './message-words.ts';
import './messages.css';

/** The inbox of a campaign, asked for again every minute. */
export const useInbox = (campaign: string | undefined) =>
  useQuery({
    queryKey: inboxKey(campaign ?? ''),
    queryFn: () => getInbox(campaign ?? ''),
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

/** Messages, the unread first. Opening one marks it as read and goes to the thing it is about. */
export const MessageList = ({ campaign, today, marks, go }: ListProps) => {
  const t = useWords(messageWords);
  const inbox = useInbox(campaign);
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
  if (inbox.data.messages.length === 0) return <p className="message-none">{t('none')}</p>;
  return (
    <>
      {marks && inbox.data.unread > 0 && (
        <p className="message-all">
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {t('allRead')}
          </Button>
        </p>
      )}
      <ul className="messages">
        {inbox.data.messages.map((message) => (
          <Row key={message.id} message={message} today={today} open={() => void open(message)} />
        ))}
      </ul>
    </>
  );
};
