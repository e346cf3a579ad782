import { type Actor, inboxOf, isSettled, type Message, messagesOf, sayMessage, sayMessageKind } from '@xiuhua/engine';
import { markRead, readBy } from '../store/messages.ts';
import type { CampaignBook } from './book.ts';
import type { Tools } from './tools.ts';

/** A message as a person sees it: in words, and whether he has read it. */
export interface MessageView extends Pick<Message, 'id' | 'kind' | 'at' | 'tone' | 'open' | 'about'> {
  readonly name: string;
  readonly text: string;
  readonly read: boolean;
}

/** What a person is told. `unread` and `found` count all of it, also what is not in the list. */
export interface InboxView {
  readonly unread: number;
  readonly found: number;
  readonly messages: readonly MessageView[];
}

/** Messages shown at most, and when nobody says how many; the unread ones come first. */
export const mostMessages = 300;

/** Asks for everything anybody in a campaign is told, as of this minute; `undefined` for no such campaign. */
export const allMessages = ({ clock }: Tools, book: CampaignBook, campaign: string): Promise<readonly Message[] | undefined> => {
  const now = clock.now();
  return book.glance(campaign, { name: 'messages', as: now.slice(0, 16) }, (state) => messagesOf(state, now));
};

const ownMessages = async (
  tools: Tools,
  book: CampaignBook,
  { campaign, actor }: { readonly campaign: string; readonly actor: Actor },
): Promise<readonly Message[]> => {
  const all = (await allMessages(tools, book, campaign)) ?? [];
  return (await book.ask(campaign, (state) => inboxOf(all, state, actor))) ?? [];
};

/** What a person is told in a campaign, what he has not read first, each part newest first. What has been done counts as read. */
export const inbox = async (
  tools: Tools,
  book: CampaignBook,
  at: { readonly campaign: string; readonly actor: Actor; readonly language: 'zh' | 'en'; readonly limit: number },
): Promise<InboxView> => {
  const messages = await ownMessages(tools, book, at);
  const marked = await readBy(tools.store.reading, at.campaign, at.actor.account);
  const isRead = (message: Message): boolean => marked.has(message.id) || isSettled(message);
  const unread = messages.filter((message) => !isRead(message));
  const view = (message: Message): MessageView => {
    const { id, kind, at: when, tone, open, about } = message;
    const words = { name: sayMessageKind(kind, at.language), text: sayMessage(message, at.language) };
    return { id, kind, at: when, tone, open, about, ...words, read: isRead(message) };
  };
  const ordered = [...unread, ...messages.filter(isRead)];
  return { unread: unread.length, found: ordered.length, messages: ordered.slice(0, at.limit).map(view) };
};

/** Marks messages of a person as read, all of them when none is named. What he was never told is passed over. */
export const readMessages = async (
  tools: Tools,
  book: CampaignBook,
  at: { readonly campaign: string; readonly actor: Actor; readonly ids: readonly string[] | undefined },
): Promise<void> => {
  const told = new Set((await ownMessages(tools, book, at)).map(({ id }) => id));
  const read = at.ids === undefined ? [...told] : at.ids.filter((id) => told.has(id));
  const who = { campaign: at.campaign, account: at.actor.account, at: tools.clock.now() };
  await tools.store.write((db) => markRead(db, read, who));
};
