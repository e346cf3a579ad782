import { type Day, dayOf, type Instant } from '@xiuhua/engine';
import type { Device } from '../device/base.ts';
import { storedDuties, storedPlan } from '../device/cache.ts';
import { draftsOf } from '../device/drafts.ts';
import { itemsOf } from '../device/outbox.ts';
import { ownKey } from '../device/records.ts';
import { type Single, single } from '../send/single.ts';
import { type Wire, wire } from '../send/wire.ts';
import { createState, type State } from './state.ts';
import type { Store } from './store.ts';

/** What every action of the door works with: the device's memory, the line, the state the screens follow. */
export interface Pocket {
  readonly device: Device;
  readonly wire: Wire;
  readonly state: Store<State>;
  /** One sender for all windows. */
  readonly sender: Single;
  /** Tells the other windows that the device's memory changed. */
  readonly tell: () => void;
}

/** Opens the pocket. Changes made in another window are read in. */
export const openPocket = (device: Device): Pocket => {
  const channel = new BroadcastChannel('xiuhua-inspect');
  const pocket: Pocket = { device, wire, state: createState(), sender: single('xiuhua-send'), tell: () => channel.postMessage('changed') };
  channel.onmessage = () => void reload(pocket);
  return pocket;
};

/** Now by the server's clock, as well as the device knows it, in ms. */
export const serverNow = ({ state }: Pocket): number => Date.now() + state.get().slip;

/** Today in China by the server's clock. */
export const todayOf = (slip: number, now = Date.now()): Day => dayOf(new Date(now + slip).toISOString());

/** Now as text. */
export const instantNow = (pocket: Pocket): Instant => new Date(serverNow(pocket)).toISOString();

/** Reads what the device holds for the person signed in. A memory that cannot be read is said, never shown as empty. */
export const reload = async ({ device, state }: Pocket): Promise<void> => {
  const { session, campaign } = state.get();
  if (!session) return state.set({ drafts: [], items: [], duties: undefined, plan: undefined });
  try {
    const [drafts, items] = await Promise.all([draftsOf(device, session.account.id), itemsOf(device, session.account.id)]);
    const duties = campaign ? await storedDuties(device, ownKey(session.account.id, campaign.id)) : undefined;
    const plan = campaign && duties ? await storedPlan(device, campaign.id, duties.plan) : undefined;
    const here = <T extends { readonly campaign: string }>(all: readonly T[]) => all.filter((one) => one.campaign === campaign?.id);
    state.set({ drafts: here(drafts), items, duties, plan });
  } catch {
    state.set({ memory: 'broken' });
  }
};
