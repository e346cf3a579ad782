import type { Day } from '../calendar/day.ts';
import type { Actor } from './actor.ts';

/** Somebody asked to have a draft looked at. `review` counts from 1; `writer` saved the draft last. */
export interface ReviewAsked {
  readonly type: 'ReviewAsked';
  readonly review: string;
  readonly plan: string;
  readonly title: string;
  readonly writer: Pick<Actor, 'account' | 'name'>;
  readonly day: Day;
  readonly text: string;
}

/** Another person passed a draft, or returned it with remarks: about the whole in `text`, about clauses by their place. */
export interface PlanReviewed {
  readonly type: 'PlanReviewed';
  readonly review: string;
  readonly plan: string;
  readonly passed: boolean;
  readonly day: Day;
  readonly text: string;
  readonly remarks: Readonly<Record<string, string>>;
}

/** A plan came into force. `version` counts from 1. */
export interface PlanAdopted {
  readonly type: 'PlanAdopted';
  readonly plan: string;
  readonly version: number;
  readonly title: string;
  /** First day on which it holds. */
  readonly from: Day;
}

/** The campaign was closed: this is the last day of which it says anything. */
export interface CampaignClosed {
  readonly type: 'CampaignClosed';
  readonly day: Day;
  readonly reason: string;
}
