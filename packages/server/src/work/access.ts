import { canonicalText, type Instant } from '@xiuhua/engine';
import { accessLines, appendAccess, walkAccess } from '../store/access.ts';
import { membersOf } from '../store/campaigns.ts';
import type { Tools } from './tools.ts';

/** What the access log tells of: whatever touches accounts, roles, sessions, phones, links and files taken out. */
export const accessKinds = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'password-changed',
  'session-ended',
  'account-made',
  'account-changed',
  'members-set',
  'device-offered',
  'device-in',
  'device-out',
  'see-as-begun',
  'see-as-ended',
  'exported',
  'feed-made',
  'feed-revoked',
  'robot-made',
  'robot-changed',
  'robot-dropped',
  'outbox-again',
] as const;

export type AccessKind = (typeof accessKinds)[number];

/** Somebody did something. `says` holds names and figures, never a password, a code or an address that opens anything. */
export interface Access {
  readonly kind: AccessKind;
  readonly account: string;
  readonly name: string;
  readonly campaign?: string;
  readonly address: string;
  readonly says?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A line of the access log as those who watch over it see it. */
export interface AccessView {
  readonly seq: number;
  readonly at: Instant;
  readonly account: string;
  readonly name: string;
  readonly kind: string;
  readonly campaign: string;
  readonly address: string;
  readonly says: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What lines are wanted. `from` and `until` are instants, the second not included. */
export interface AccessFilter {
  readonly account?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly before: number;
}

/** Lines of a page. */
const page = 100;

/** Writes a line into the access log. */
export const noteAccess = ({ store, clock }: Tools, { kind, account, name, campaign = '', address, says = {} }: Access): Promise<void> =>
  store.write((db) =>
    appendAccess(store, db, {
      at: clock.now(),
      account,
      name: name.slice(0, 100),
      kind,
      campaign,
      says: canonicalText(says),
      address: address.slice(0, 64),
    }),
  );

/**
 * A page of the access log, newest first. For an administrator everything; for an auditor what concerns the campaign and,
 * of its members, what concerns none.
 */
export const accessPage = async (
  { store }: Tools,
  at: { readonly campaign: string; readonly everything: boolean },
  filter: AccessFilter,
): Promise<readonly AccessView[]> => {
  const people = at.everything ? [] : (await membersOf(store.reading, at.campaign)).map(({ account }) => account);
  const wanted = { ...filter, campaign: at.everything ? undefined : at.campaign, people, limit: page };
  return (await accessLines(store.reading, wanted)).map(({ prev: _, hash: __, says, ...row }) => ({
    ...row,
    says: JSON.parse(says) as AccessView['says'],
  }));
};

/** Whether the access log is whole: how many lines were read, and the first bad one. */
export const checkAccess = ({ store }: Tools) => store.snapshot(walkAccess);
