import type { Campaign } from '@xiuhua/engine';

/** An answer many ask for: its name, and what it is for, such as a day. */
export interface Glance {
  readonly name: string;
  readonly as: string;
}

interface Kept {
  readonly as: string;
  readonly seq: number;
  /** When it is worked out anew at the earliest although the log has grown. */
  readonly until: number;
  readonly answer: unknown;
}

/** Answers kept for campaigns. */
export interface Glances {
  /** The answer kept, or worked out anew. */
  of<T>(campaign: Campaign, at: Glance & { readonly id: string }, work: () => T): T;
  /** Forgets what is kept of a campaign, so that the next who asks sees what has just been done. */
  forget(id: string): void;
}

/** An answer that takes longer than this, in milliseconds, is costly. */
const costly = 50;

/** Of the time, one part in so many goes into a costly answer at most: there are several of them, and submissions come first. */
const share = 20;

/**
 * Keeps answers as long as the log has not grown. While visits come in without a pause, a costly answer takes no more than a
 * twentieth of the time and so is a moment old; an answer that costs little is never old.
 */
export const glances = (): Glances => {
  const kept = new Map<string, Map<string, Kept>>();
  return {
    of: <T>(campaign: Campaign, { id, name, as }: Glance & { readonly id: string }, work: () => T): T => {
      const own = kept.get(id) ?? new Map<string, Kept>();
      kept.set(id, own);
      const before = own.get(name);
      const start = performance.now();
      const holds = before?.as === as && (before.seq === campaign.seq || (start < before.until && before.seq < campaign.seq));
      if (holds) return before.answer as T;
      const answer = work();
      const took = performance.now() - start;
      own.set(name, { as, seq: campaign.seq, until: took < costly ? 0 : start + took * share, answer });
      return answer;
    },
    forget: (id) => void kept.delete(id),
  };
};
