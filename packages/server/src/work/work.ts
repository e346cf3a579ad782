import { randomIds } from '../adapters/ids.ts';
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

/** Sets the work up over a store. `data` is the folder photos are kept in. */
export const workOn = ({ store, clock, log, data }: { store: Store; clock: Clock; log: Log; data: string }): Work => {
  const tools: Tools = { store, clock, log, ids: randomIds(clock) };
  return { tools, book: campaignBook(tools), photos: photoShelf(tools, data) };
};
