import type { Actor, SessionView } from '@xiuhua/engine';
import type { Inbox } from '../../shared/messages.ts';
import type { Draft, OutboxItem, StoredDuties, StoredPlan } from '../device/records.ts';
import type { Round } from '../send/sender.ts';
import { createStore, type Store } from './store.ts';

/** A campaign in which the person inspects. */
export interface CampaignEntry {
  readonly id: string;
  readonly title: string;
  readonly actor: Actor;
}

/** All that the screens show. Duties, drafts and items are copies of what the device holds; the device is the truth. */
export interface State {
  /** False until the device's memory has been read. */
  readonly ready: boolean;
  /** Who last signed in here; null when nobody has. */
  readonly session: SessionView | null;
  /** True while the PIN of the phone has to be entered. */
  readonly locked: boolean;
  /** The server's clock minus this one, in ms. */
  readonly slip: number;
  /** What the server last said about the sign-in; `unsure` while it has not been reached. */
  readonly signedIn: 'yes' | 'no' | 'unsure';
  readonly line: 'there' | 'gone' | 'unknown';
  readonly campaign: CampaignEntry | undefined;
  readonly duties: StoredDuties | undefined;
  readonly plan: StoredPlan | undefined;
  /** True when the server says that the campaign has no plan in force yet. */
  readonly noPlan: boolean;
  /** What the person is told in the campaign; null while it was not heard. */
  readonly inbox: Inbox | null;
  readonly refreshing: boolean;
  readonly drafts: readonly Draft[];
  readonly items: readonly OutboxItem[];
  /** A round of sending under way. */
  readonly sending: { readonly done: number; readonly of: number } | null;
  /** How the last round ended; null before the first. */
  readonly lastRound: Round['end'] | null;
  /** The device's memory fails: no room, or it cannot be opened. */
  readonly memory: 'fine' | 'full' | 'broken';
  /** A newer version of this app is waiting; calling it changes over and loads anew. */
  readonly update: (() => void) | null;
  /** The browser offers to install the app; calling it asks the person. */
  readonly install: (() => Promise<void>) | null;
  /** True when the browser promised not to clear what is stored; null where it cannot say. */
  readonly persisted: boolean | null;
  /** A short word on what just happened, with an undo where there is one. */
  readonly notice: Notice | null;
}

/** A short word on what just happened. `key` is its word in the catalogue. */
export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}

/** The state of a door that has just been opened. */
export const initialState: State = {
  ready: false,
  session: null,
  locked: false,
  slip: 0,
  signedIn: 'unsure',
  line: 'unknown',
  campaign: undefined,
  duties: undefined,
  plan: undefined,
  noPlan: false,
  inbox: null,
  refreshing: false,
  drafts: [],
  items: [],
  sending: null,
  lastRound: null,
  memory: 'fine',
  update: null,
  install: null,
  persisted: null,
  notice: null,
};

/** The one store of the door. */
export const createState = (): Store<State> => createStore(initialState);

/** The campaigns in which the person inspects. */
export const inspectedBy = (session: SessionView): readonly CampaignEntry[] =>
  session.campaigns.filter((c) => c.actor.roles.includes('inspector'));
