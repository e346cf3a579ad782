import type { Answer, Day, Duty, DutyView, Instant, Plan, SessionView } from '@xiuhua/engine';

/** A place that is inspected, as the plan names it. */
export type Site = Plan['places']['sites'][number];

/** Who last signed in on this device, so that the door opens without a network. `slip` is the server's clock minus this one, in ms. */
export interface StoredSession {
  readonly id: 'current';
  readonly session: SessionView;
  readonly slip: number;
  readonly at: Instant;
}

/** The PIN that locks this phone: its slow hash, and how often it was mistaken. */
export interface StoredPin {
  readonly id: 'pin';
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly hash: string;
  readonly failures: number;
  /** The moment before which no try is looked at (ms). */
  readonly notBefore: number;
}

/** A plan as the campaign adopted it. Kept by its hash, so that a draft opened on version 3 still finds version 3. */
export interface StoredPlan {
  readonly campaign: string;
  readonly hash: string;
  readonly version: number;
  readonly from: Day;
  readonly plan: Plan;
}

/** The duties of one account in one campaign as last heard, and the plan in force then. `id` is made by `ownKey`. */
export interface StoredDuties {
  readonly id: string;
  readonly today: Day;
  readonly plan: string;
  readonly duties: readonly DutyView[];
  readonly at: Instant;
}

/** How a checklist was answered at a site the last time, shown beside today's questions. */
export interface StoredVisit {
  readonly id: string;
  readonly submission: string;
  readonly day: Day;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** An answer that is still being given: a photo or a remark may come before the result. */
export type DraftAnswer = Omit<Answer, 'result'> & { readonly result?: Answer['result'] };

/** A record the office sent back: which one, the remarks by question, the round to come and what was answered before. */
export interface Reopened {
  readonly submission: string;
  readonly round: number;
  readonly day: Day;
  readonly remarks: Readonly<Record<string, string>>;
  readonly text: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A checklist begun and not finished. There is one draft for each account, campaign and duty. */
export interface Draft {
  readonly id: string;
  readonly account: string;
  readonly campaign: string;
  readonly duty: Duty;
  /** Hash and version of the plan it was opened on; it finishes on the same. */
  readonly plan: string;
  readonly version: number;
  readonly opened: Instant;
  readonly changed: Instant;
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  /** Only for the next round of a record sent back. */
  readonly reopened?: Reopened;
}

/** What our server says when it holds a submission. Only this, with an equal hash and no missing photo, ends a sending. */
export interface Receipt {
  readonly submission: string;
  readonly contentHash: string;
  readonly seq: number;
  readonly at: Instant;
  readonly missingPhotos: readonly string[];
}

/**
 * Why an item needs a person: the server will not take it, holds other content under the same number beside it, confirms
 * another content hash, waits for a photo the device lost, or could not take it several times in a row. `words` are the
 * server's own.
 */
export interface Trouble {
  readonly kind: 'refused' | 'conflict' | 'mismatch' | 'photo-lost' | 'failing';
  readonly words: readonly string[];
}

/** Where a finalised checklist stands on its way to the server. */
export type OutboxState = 'waiting' | 'delivered' | 'attention';

/** A finalised checklist. `body` is its canonical text, which never changes any more; `contentHash` is the hash of its content. */
export interface OutboxItem {
  readonly submission: string;
  readonly account: string;
  readonly campaign: string;
  readonly duty: Duty;
  readonly plan: string;
  readonly version: number;
  readonly finalised: Instant;
  readonly body: string;
  readonly contentHash: string;
  readonly photos: readonly string[];
  readonly state: OutboxState;
  /** Failures in a row, and the moment before which it is not tried again by itself (ms). */
  readonly failures: number;
  readonly notBefore: number;
  readonly trouble: Trouble | null;
  readonly receipt: Receipt | null;
  readonly delivered: Instant | null;
  /** Only for the next round of a record sent back. */
  readonly reopened?: Reopened;
}

/** A photo on the device; its bytes lie in chunks beside it. Named by the SHA-256 of its bytes. */
export interface StoredPhoto {
  readonly hash: string;
  readonly size: number;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly chunks: number;
  readonly added: Instant;
}

/** A piece of a photo, at most one megabyte. */
export interface Chunk {
  readonly hash: string;
  readonly index: number;
  readonly bytes: ArrayBuffer;
}

/** The key under which an account's things in a campaign are kept. */
export const ownKey = (account: string, campaign: string, rest = ''): string => JSON.stringify([account, campaign, rest]);
