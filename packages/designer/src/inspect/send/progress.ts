import type { OutboxItem, Receipt, Trouble } from '../device/records.ts';
import type { Verdict } from './verdict.ts';

/** Failures in a row after which an item is shown as needing a person. It is still tried. */
export const patienceTries = 5;

const first = 15_000;
const longest = 30 * 60_000;

/** Milliseconds to wait after so many failures in a row: 15 s, doubled each time, at most half an hour. */
export const pause = (failures: number): number => Math.min(first * 2 ** Math.max(failures - 1, 0), longest);

const needs = (item: OutboxItem, trouble: Trouble): OutboxItem => ({ ...item, state: 'attention', failures: 0, notBefore: 0, trouble });

/** The item after the server took it whole. */
export const deliver = (item: OutboxItem, receipt: Receipt, now: number): OutboxItem => ({
  ...item,
  state: 'delivered',
  failures: 0,
  notBefore: 0,
  trouble: null,
  receipt,
  delivered: new Date(now).toISOString(),
});

/** The item after a failure that may pass by itself. */
export const postpone = (item: OutboxItem, now: number, words: readonly string[] = []): OutboxItem => {
  const failures = item.failures + 1;
  const trouble: Trouble | null = failures >= patienceTries && words.length ? { kind: 'failing', words } : item.trouble;
  return { ...item, failures, notBefore: now + pause(failures), trouble };
};

/** The item after an answer. It leaves `waiting` only for a verified receipt or an answer that a person must see. */
export const advance = (item: OutboxItem, verdict: Verdict, now: number): OutboxItem => {
  switch (verdict.kind) {
    case 'delivered':
      return deliver(item, verdict.receipt, now);
    case 'conflict':
      return needs(item, { kind: 'conflict', words: verdict.words });
    case 'refused':
      return needs(item, { kind: 'refused', words: verdict.words });
    case 'mismatch':
    case 'photo-lost':
      return needs(item, { kind: verdict.kind, words: [] });
    case 'later':
      return postpone(item, now, verdict.words);
    case 'photos':
      return postpone(item, now);
    case 'signed-out':
    case 'no-answer':
      return item;
  }
};

/** The item after a person asked to try again. */
export const tryAgain = (item: OutboxItem): OutboxItem =>
  item.state === 'delivered' ? item : { ...item, state: 'waiting', failures: 0, notBefore: 0, trouble: null };

/**
 * The item after a person has read that the server keeps two contents under its number: nothing is left to do on the
 * phone. The copy stays as long as a delivered one. Any other item stays as it is.
 */
export const acknowledge = (item: OutboxItem, now: number): OutboxItem =>
  item.state === 'attention' && item.trouble?.kind === 'conflict'
    ? { ...item, state: 'delivered', delivered: new Date(now).toISOString() }
    : item;

/** What a person is shown for an item. */
export type Shown = 'waiting' | 'delivered' | 'attention';

/** Where an item stands, in the words of the outbox: one that keeps failing needs a person, though it is still tried. */
export const shownAs = (item: OutboxItem): Shown => (item.state === 'waiting' && item.trouble ? 'attention' : item.state);

/** The items to send now, in order. By itself the phone leaves those alone that failed a moment ago; a person's press does not. */
export const dueNow = (items: readonly OutboxItem[], now: number, pressed: boolean): readonly OutboxItem[] =>
  items.filter((item) => item.state === 'waiting' && (pressed || item.notBefore <= now));
