import type { ClosedCampaign, Command, Instant, Review } from '@xiuhua/engine';
import { get, put, Refused, request, type WordedProblem } from '../../shared/api.ts';
import type { Json } from '../draft/json.ts';

/** The state of a draft on the server. */
export interface Saved {
  readonly revision: number;
  readonly hash: string;
  readonly savedAt: Instant;
  readonly savedBy: string;
}

/** A draft as the server has it, and how it stands to what was reviewed and adopted. */
export interface ServerDraft extends Saved {
  readonly plan: Json;
  readonly problems: readonly WordedProblem[];
  readonly adopted: { readonly hash: string; readonly version: number } | null;
  /** The newest review asked for since the last adoption. */
  readonly review: Review | null;
  readonly closed: ClosedCampaign | null;
}

const place = (campaign: string): string => `/campaigns/${encodeURIComponent(campaign)}`;

/** The draft of a campaign. */
export const getDraft = (campaign: string): Promise<ServerDraft> => get<ServerDraft>(`${place(campaign)}/draft`);

/** Saves a draft that grew from `revision`. */
export const putDraft = (campaign: string, plan: Json, revision: number): Promise<Saved> =>
  put<Saved>(`${place(campaign)}/draft`, { plan, revision });

/** The newer draft that stands in the way, when that is why saving was refused. */
export const draftInTheWay = (error: unknown): ServerDraft | undefined =>
  error instanceof Refused && error.status === 409 ? (error.body as { readonly draft?: ServerDraft } | undefined)?.draft : undefined;

/** Gives a command. `id` makes it safe to send twice. */
export const command = (campaign: string, id: string, given: Command): Promise<unknown> =>
  request('POST', `${place(campaign)}/commands`, { id, command: given });
