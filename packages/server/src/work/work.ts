import { randomIds } from '../adapters/ids.ts';
import { vaultUnder } from '../adapters/vault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../store/store.ts';
import { type CampaignBook, campaignBook } from './book.ts';
import { type PhotoShelf, photoShelf } from './photos.ts';
import type { Tools } from './tools.ts';

/** Everything the server does with a store, without any web: the tools, the campaigns and the photos. */
export interface Work {
  readonly tools: Tools;
  readonly book: CampaignBook;
  readonly photos: PhotoShelf;
}

/** What work is set up over. `data` is the folder of the photos and, without a `secretKey`, of the key. */
export interface Ground {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly data: string;
  readonly secretKey?: Buffer | undefined;
}

/** Sets the work up over a store. */
export const workOn = ({ store, clock, log, data, secretKey }: Ground): Work => {
  const tools: Tools = { store, clock, log, ids: randomIds(clock), vault: vaultUnder({ folder: data, key: secretKey, log }) };
  return { tools, book: campaignBook(tools), photos: photoShelf(tools, data) };
};
