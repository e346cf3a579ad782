import type { SessionView } from '@xiuhua/engine';
import type { Device } from '../device/base.ts';
import { changeItem, itemsOf } from '../device/outbox.ts';
import { photoBytes, photoOf } from '../device/photos.ts';
import type { OutboxItem } from '../device/records.ts';
import { advance, dueNow, postpone } from './progress.ts';
import { upload } from './upload.ts';
import { judge, problemsIn, type Verdict } from './verdict.ts';
import { isServerThere, type Wire } from './wire.ts';

/** How a round of sending ended. `sent` and `of` count items. `other-account`: somebody else is signed in here. */
export interface Round {
  readonly end: 'done' | 'no-line' | 'signed-out' | 'other-account';
  readonly sent: number;
  readonly of: number;
}

/** What a round needs. Each is given, so that a test can play the server, the line and the clock. */
export interface Sending {
  readonly device: Device;
  readonly wire: Wire;
  readonly account: string;
  readonly now: () => number;
  /** Told after each item, with how many of the round are through. */
  readonly told: (done: number, of: number) => void;
}

const submit = async ({ wire }: Sending, item: OutboxItem): Promise<Verdict> => {
  const path = `/campaigns/${encodeURIComponent(item.campaign)}/submissions/${item.submission}`;
  return judge(item, await wire({ method: 'PUT', path, text: item.body }));
};

/** Uploads the photos the server misses, those of this item only. Gives what stopped it, or `undefined` when all are there. */
const sendPhotos = async ({ device, wire }: Sending, item: OutboxItem, missing: readonly string[]): Promise<Verdict | undefined> => {
  for (const hash of item.photos.filter((p) => missing.includes(p))) {
    const photo = await photoOf(device, hash);
    if (!photo) return { kind: 'photo-lost' };
    const bytes = (offset: number, length: number) => photoBytes(device, hash, offset, length);
    const end = await upload(wire, { campaign: item.campaign, photo, bytes });
    if (end.kind !== 'complete') return end;
  }
  return undefined;
};

/** Sends one item: the answers first, for they weigh most, then the photos the server misses, then asks for the receipt. */
const sendOne = async (sending: Sending, item: OutboxItem): Promise<Verdict> => {
  const first = await submit(sending, item);
  if (first.kind !== 'photos') return first;
  return (await sendPhotos(sending, item, first.missing)) ?? submit(sending, item);
};

/** Who the server thinks is asking: the account, nobody, somebody else, or no answer. */
const identity = async ({ wire, account }: Sending): Promise<Round['end'] | 'known'> => {
  const reply = await wire({ method: 'GET', path: '/session' });
  if (reply.status === 401 && problemsIn(reply.json)) return 'signed-out';
  const id = (reply.json as SessionView | null | undefined)?.account?.id;
  if (reply.status !== 200 || !id) return 'no-line';
  return id === account ? 'known' : 'other-account';
};

/**
 * One round over the outbox, in order. An item that fails is put off and the next one is tried; only a line that is
 * really dead, or a missing sign-in, ends the round early. Nothing is deleted here.
 */
export const sendAll = async (sending: Sending, pressed: boolean): Promise<Round> => {
  const { device, now } = sending;
  const due = dueNow(await itemsOf(device, sending.account), now(), pressed);
  if (due.length === 0) return { end: 'done', sent: 0, of: 0 };
  // A record belongs to who made it: nothing of one person's is sent under another's sign-in.
  const who = await identity(sending);
  if (who !== 'known') return { end: who, sent: 0, of: due.length };
  let sent = 0;
  for (const [index, item] of due.entries()) {
    sending.told(index, due.length);
    const verdict = await sendOne(sending, item);
    if (verdict.kind === 'signed-out') return { end: 'signed-out', sent, of: due.length };
    if (verdict.kind === 'no-answer') {
      if (!(await isServerThere(sending.wire))) return { end: 'no-line', sent, of: due.length };
      // The line is there: this item is what breaks it, and must not hold up the others.
      await changeItem(device, item.submission, (i) => postpone(i, now()));
      continue;
    }
    await changeItem(device, item.submission, (i) => advance(i, verdict, now()));
    if (verdict.kind === 'delivered') sent++;
  }
  sending.told(due.length, due.length);
  return { end: 'done', sent, of: due.length };
};
