import type { Instant } from '../calendar/day.ts';
import type { Actor, Role } from '../campaign/actor.ts';

/** What a message is about: what happened, or what time has come to. */
export type MessageKind =
  | 'finding-dispatched'
  | 'finding-due'
  | 'finding-overdue'
  | 'finding-returned'
  | 'finding-asked'
  | 'finding-decided'
  | 'look-back-drawn'
  | 'reply-waiting'
  | 'record-returned'
  | 'record-conflict'
  | 'reading-due'
  | 'reading-overdue'
  | 'reading-waiting'
  | 'reading-returned'
  | 'progress-waiting'
  | 'progress-returned'
  | 'work-due'
  | 'work-overdue'
  | 'appeal-filed'
  | 'appeal-decided'
  | 'consequence-waiting'
  | 'ranking-published'
  | 'review-waiting'
  | 'review-decided'
  | 'plan-adopted';

/** Every kind of message, in the order in which the screens list them. */
export const messageKinds: readonly MessageKind[] = [
  'finding-dispatched',
  'finding-due',
  'finding-overdue',
  'finding-returned',
  'finding-asked',
  'finding-decided',
  'look-back-drawn',
  'reply-waiting',
  'record-returned',
  'record-conflict',
  'reading-due',
  'reading-overdue',
  'reading-waiting',
  'reading-returned',
  'progress-waiting',
  'progress-returned',
  'work-due',
  'work-overdue',
  'appeal-filed',
  'appeal-decided',
  'consequence-waiting',
  'ranking-published',
  'review-waiting',
  'review-decided',
  'plan-adopted',
];

/** Whom a message is for: an account, or whoever has one of the roles (of the unit, when one is named). */
export interface Addressee {
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly account?: string;
  /** Accounts it is not for although they have the role: what they did themselves. */
  readonly except?: readonly string[];
}

/** The thing a message is about, so that it can be opened: what kind of thing, and which one. */
export interface MessageAbout {
  readonly thing:
    | 'finding'
    | 'look-back'
    | 'record'
    | 'duty'
    | 'indicator'
    | 'milestones'
    | 'appeals'
    | 'consequences'
    | 'ranking'
    | 'plan'
    | 'draft';
  readonly id: string;
}

/**
 * Something a person is told, because of an event or because a day has come. It follows from the log and the calendar
 * alone: the same log gives the same messages with the same ids.
 */
export interface Message {
  /** Tells messages apart for ever within a campaign. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly at: Instant;
  /** The reminder of a deadline: blue ahead, yellow near, red past. */
  readonly tone: 'red' | 'yellow' | 'blue' | 'plain';
  /** True for what should not wait for the next digest. */
  readonly urgent: boolean;
  /** True while there is something to do about it. */
  readonly open: boolean;
  readonly to: readonly Addressee[];
  readonly about: MessageAbout;
  /** What its sentence names. */
  readonly says: Readonly<Record<string, string | number>>;
}

/** True when a message is for this person. `units` are those a person of the town level looks at. */
export const isFor = ({ to }: Pick<Message, 'to'>, actor: Actor, units: ReadonlySet<string> | undefined): boolean =>
  to.some(({ roles, unit, account, except }) => {
    if (except?.includes(actor.account)) return false;
    if (account !== undefined) return account === actor.account;
    return roles.some((role) => {
      if (!actor.roles.includes(role)) return false;
      return unit === undefined || (role === 'town' && units ? units.has(unit) : unit === actor.unit);
    });
  });

/** Kinds that are news: nothing has to be done about them, so only their reader can be through with them. */
const news: ReadonlySet<MessageKind> = new Set([
  'finding-decided',
  'appeal-decided',
  'ranking-published',
  'review-decided',
  'plan-adopted',
]);

/** True for a message nobody has to look at any more: what it asked for has been done. */
export const isSettled = ({ kind, open }: Pick<Message, 'kind' | 'open'>): boolean => !open && !news.has(kind);
