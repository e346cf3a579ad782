import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appealViews, board, dayOf, indicatorViews } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { systemClock } from '../adapters/clock.ts';
import { silentLog } from '../adapters/log.ts';
import { campaignIds } from '../store/campaigns.ts';
import { openStore } from '../store/open.ts';
import { workOn } from '../work/work.ts';
import { makeCounty } from './county.ts';
import { template } from './live.fixture.ts';

test('the demo county is made through the ordinary commands', async () => {
  const data = await mkdtemp(join(tmpdir(), 'xiuhua-county-'));
  const store = await openStore({ data, database: undefined }, { log: silentLog });
  const { tools, book, photos } = workOn({ store, clock: systemClock, log: silentLog, data });
  const done: string[] = [];
  try {
    const { accounts, live } = await makeCounty({ tools, book, photos }, template, (what) => done.push(what));
    expect(done).toEqual(['people', 'pictures', 'history']);
    const [campaign = ''] = await campaignIds(store.reading);
    expect(accounts.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['office', 'inspector', 'leader', 'unit', 'town', 'auditor', 'admin']),
    );
    const today = dayOf(systemClock.now());
    expect(await book.ask(campaign, (c) => board(c, today).title)).toContain('小箐镇');
    const [, county = ''] = await campaignIds(store.reading);
    const told = await book.ask(county, (c) =>
      indicatorViews(c, today).map(({ name, readings }) => [name, new Set(readings.map(({ scope }) => scope.name))]),
    );
    expect(new Map(told as [string, Set<string>][]).get('架空线缆整治')).toEqual(new Set(['小箐镇', '东河镇', '南岭乡']));
    await live(() => true);
    const action = (await campaignIds(store.reading)).at(-1) ?? '';
    const seen = await book.ask(action, (c) => ({ board: board(c, today), visits: c.submissions.size, appeals: appealViews(c, today) }));
    expect(seen?.board.phases.map(({ state }) => state)).toEqual(['past', 'current', 'future']);
    expect(seen?.board.periods.filter(({ published }) => published).length).toBeGreaterThanOrEqual(14);
    expect(seen?.visits).toBeGreaterThan(2500);
    // How an older appeal ended hangs on the sites drawn, and these on the seed the server made.
    expect(new Set(seen?.appeals.map(({ state }) => (state === 'open' ? 'open' : 'ended')))).toEqual(new Set(['open', 'ended']));
    expect(seen?.board.standings.some(({ standings }) => standings.rows.length === 12)).toBe(true);
  } finally {
    await store.close();
    await rm(data, { recursive: true, force: true });
  }
}, 300_000);
