import type { Instant, MessageAbout, MessageKind } from '@xiuhua/engine';
import { get, post } from './api.ts';

/** A message as the server tells it: in words, and whether it was read. */
export interface InboxMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly at: Instant;
  readonly tone: 'red' | 'yellow' | 'blue' | 'plain';
  readonly open: boolean;
  readonly about: MessageAbout;
  readonly name: string;
  readonly text: string;
  readonly read: boolean;
}

/** What a person is told in a campaign, the unread first. `unread` and `found` count all, also what is not in the list. */
export interface Inbox {
  readonly unread: number;
  readonly found: number;
  readonly messages: readonly InboxMessage[];
}

const path = (campaign: string): string => `/campaigns/${encodeURIComponent(campaign)}/messages`;

/** The key under which an inbox is cached. */
export const inboxKey = (campaign: string) => ['inbox', campaign] as const;

export const getInbox = (campaign: string, limit: number): Promise<Inbox> => get<Inbox>(`${path(campaign)}?limit=${limit}`);

/** Marks messages as read; all of them when none is named. */
export const markRead = (campaign: string, ids?: readonly string[]): Promise<unknown> =>
  post(`${path(campaign)}/read`, ids === undefined ? {} : { ids });

/** Where the thing a message is about is looked at. */
export const messageAddress = (campaign: string, { thing, id }: MessageAbout): string => {
  const lead = `/lead/${encodeURIComponent(campaign)}`;
  const at = encodeURIComponent(id);
  switch (thing) {
    case 'finding':
      return `${lead}/findings/${at}`;
    case 'look-back':
      return `${lead}/findings?state=drawn`;
    case 'record':
      return `${lead}/records?duty=${at}`;
    case 'duty':
      return `/inspect/#/fill/${at}`;
    case 'indicator':
      return `${lead}/indicators?indicator=${at}`;
    case 'ranking': {
      const cut = id.lastIndexOf('·');
      return `${lead}/rankings?${new URLSearchParams({ ranking: id.slice(0, cut), period: id.slice(cut + 1) })}`;
    }
    case 'milestones':
    case 'appeals':
    case 'consequences':
      return `${lead}/${thing}`;
    case 'draft':
      return `/design/${encodeURIComponent(campaign)}/versions/${at}`;
    case 'plan':
      return lead;
  }
};
