import { createHash } from 'node:crypto';
import { calendarEntries, dayOf, type Instant, icalendar } from '@xiuhua/engine';
import { entriesAmong, rolesOf } from '../store/campaigns.ts';
import { dropFeed, feedOf, feedOwner, putFeed } from '../store/feeds.ts';
import type { CampaignBook } from './book.ts';
import type { Tools } from './tools.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** When an account's calendar link was made; null when it has none. The link itself is known to its owner alone. */
export const feedMade = async ({ store }: Tools, account: string): Promise<Instant | null> =>
  (await feedOf(store.reading, account))?.created_at ?? null;

/** Makes a calendar link for an account; the one it had before holds no more. The answer is the secret part. */
export const makeFeed = async ({ store, clock, ids }: Tools, account: string): Promise<string> => {
  const token = ids.secret();
  await store.write((db) => putFeed(db, { hash: hashOf(token), account, created_at: clock.now() }));
  return token;
};

/** Takes an account's calendar link away. */
export const revokeFeed = ({ store }: Tools, account: string): Promise<void> => store.write((db) => dropFeed(db, account));

/**
 * The calendar behind a link: what its owner has to do in every campaign that runs, by the roles he has now; `undefined`
 * when the link holds no more or never did.
 */
export const readFeed = async (tools: Tools, book: CampaignBook, token: string): Promise<string | undefined> => {
  const { reading } = tools.store;
  const owner = await feedOwner(reading, hashOf(token));
  if (!owner) return undefined;
  const now = tools.clock.now();
  const entries = [];
  for (const { id, adopted, unit, roles } of await entriesAmong(reading, [owner.account])) {
    if (!adopted) continue;
    const actor = { account: owner.account, name: owner.name, unit: unit ?? '', roles: rolesOf(roles) };
    const own = await book.ask(id, (campaign) => calendarEntries(campaign, actor, dayOf(now)));
    entries.push(...(own ?? []).map((entry) => ({ ...entry, key: `${id}·${entry.key}` })));
  }
  return icalendar(entries, { name: `绣花 ${owner.name}`, stamp: now });
};
