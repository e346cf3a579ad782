import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { board, dayOf } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { systemClock } from '../adapters/clock.ts';
import { randomIds } from '../adapters/ids.ts';
import { silentLog } from '../adapters/log.ts';
import { campaignIds } from '../store/campaigns.ts';
import { openStore } from '../store/open.ts';
import { campaignBook } from '../work/book.ts';
import { photoShelf } from '../work/photos.ts';
import { makeCounty } from './county.ts';
import { template } from './live.fixture.ts';

test('the demo county is made through the ordinary commands', async () => {
  const data = await mkdtemp(join(tmpdir(), 'xiuhua-county-'));
  const store = await openStore({ data, database: undefined }, { log: silentLog });
  const tools = { store, clock: systemClock, ids: randomIds(systemClock), log: silentLog };
  const book = campaignBook(tools);
  const done: string[] = [];
  try {
    const accounts = await makeCounty({ tools, book, photos: photoShelf(tools, data) }, template, (what) => done.push(what));
    expect(done).toEqual(['people', 'pictures', 'history']);
    const [campaign = ''] = await campaignIds(store.reading);
    expect(accounts.map(({ role }) => role)).toEqual(expect.arrayContaining(['office', 'inspector', 'leader', 'unit', 'admin']));
    expect(await book.ask(campaign, (c) => board(c, dayOf(systemClock.now())).title)).toContain('小箐镇');
  } finally {
    await store.close();
    await rm(data, { recursive: true, force: true });
  }
});
