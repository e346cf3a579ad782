import { compilePlan, dutiesOf, instantAt, type Plan, planHash } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsOf } from '../../packages/designer/src/inspect/device/outbox.ts';
import type { OutboxItem } from '../../packages/designer/src/inspect/device/records.ts';
import { finalise, newDraft } from '../../packages/designer/src/inspect/fill/draft.ts';
import { sendAll } from '../../packages/designer/src/inspect/send/sender.ts';
import { cookieOf, emptyDevice, type Plant, planted, wireTo } from './phones.ts';
import { chances, type Mishap, openProxy } from './proxy.ts';
import { openTown, type Town } from './town.ts';

/** Sends with every test run; the battery sets ten thousand. */
const sends = Number(process.env.XIUHUA_SENDS ?? 200);
const perPhone = 25;

const monday = '2026-11-02';
let town: Town;
beforeAll(async () => {
  town = await openTown(1);
  town.setTime(instantAt(monday, '12:00'));
});
afterAll(() => town.close());

const mishaps: readonly Mishap[] = [
  ...Array<Mishap>(8).fill('none'),
  'delay',
  'delay',
  'cut-request',
  'lose-answer',
  'lose-answer',
  'cut-answer',
  'duplicate',
  'duplicate',
  'swap',
  'refuse',
];

/** What went wrong with the records of a run: sent and not there, there twice or unsent, or there with other content. */
interface Tally {
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  readonly altered: readonly string[];
  readonly conflicts: number;
  readonly happened: ReadonlyMap<Mishap, number>;
}

const filledRecords = (count: number, seed: number): readonly OutboxItem[] => {
  const plan = { ...town.plan, note: '第 1 版' } as Plan;
  const compiled = compilePlan(plan);
  if (!compiled.ok) throw new Error('the example has errors');
  const duties = dutiesOf(compiled.value, monday, monday).filter(({ by }) => by === '领导小组办公室');
  const stored = { campaign: town.campaign, hash: planHash(plan), version: 1, from: '2026-10-29', plan };
  const owner = { account: town.accountOf(town.logins[0] ?? ''), campaign: town.campaign };
  return Array.from({ length: count }, (_, i) => {
    const duty = duties[i % duties.length];
    if (!duty) throw new Error('no duty');
    const at = Date.parse(instantAt(monday, '09:00')) + seed * 3_600_000 + i * 1000;
    const items = [...(compiled.value.checklists.get(duty.checklist)?.items.keys() ?? [])];
    const answers = Object.fromEntries(items.map((item) => [item, { result: 'not-applicable' as const }]));
    return finalise({ ...newDraft(owner, duty, { plan: stored, now: at }), answers }, { now: at, slip: 0 });
  });
};

/** One phone sends what it has, round after round, until nothing waits any more. */
const sendFrom = async (items: readonly OutboxItem[], port: number, cookie: string, plant?: Plant): Promise<readonly OutboxItem[]> => {
  const device = emptyDevice();
  await device.write(['outbox'], async ({ outbox }) => {
    for (const item of items) await outbox.put(item);
  });
  const account = items[0]?.account ?? '';
  const wire = wireTo(port, () => cookie);
  const line = plant ? planted(wire, plant) : wire;
  let now = Date.now();
  for (let round = 0; round < 400; round++) {
    await sendAll({ device, wire: line, account, now: () => now, told: () => undefined }, true);
    now += 3_600_000;
    if ((await itemsOf(device, account)).every(({ state }) => state === 'delivered')) break;
  }
  const after = await itemsOf(device, account);
  device.close();
  return after;
};

const run = async (count: number, seed: number, plant?: Plant): Promise<Tally> => {
  const chance = chances(seed);
  const mishap = () => mishaps[Math.floor(chance() * mishaps.length)] ?? 'none';
  const proxy = await openProxy(town.port, mishap, chance);
  const cookie = await cookieOf(town.address, town.logins[0] ?? '', town.password);
  const before = new Set(await town.ask(({ submissions }) => [...submissions.keys()]));
  const records = filledRecords(count, seed);
  const phones = Array.from({ length: Math.ceil(count / perPhone) }, (_, i) => records.slice(i * perPhone, (i + 1) * perPhone));
  const waiting = [...phones];
  const after: OutboxItem[] = [];
  const hand = async (): Promise<void> => {
    for (let own = waiting.shift(); own; own = waiting.shift()) after.push(...(await sendFrom(own, proxy.port, cookie, plant)));
  };
  await Promise.all(Array.from({ length: 16 }, hand));
  await proxy.close();
  const held = await town.ask(({ submissions }) =>
    [...submissions.values()]
      .filter(({ submission }) => !before.has(submission))
      .map(({ submission, contentHash, conflicts }) => ({
        submission,
        contentHash,
        conflicts: conflicts.length,
      })),
  );
  const sent = new Map(records.map((record) => [record.submission, record.contentHash]));
  return {
    missing: after
      .filter((item) => item.state !== 'delivered' || !held.some(({ submission }) => submission === item.submission))
      .map((i) => i.submission),
    surplus: held.map(({ submission }) => submission).filter((id) => !sent.has(id)),
    altered: held
      .filter(({ submission, contentHash }) => sent.has(submission) && sent.get(submission) !== contentHash)
      .map((h) => h.submission),
    conflicts: held.reduce((sum, { conflicts }) => sum + conflicts, 0),
    happened: proxy.happened,
  };
};

test(`${sends} records sent over a line that cuts, delays, doubles and swaps are each there exactly once`, {
  timeout: 120_000 + sends * 200,
}, async () => {
  const { happened, ...tally } = await run(sends, 1);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(happened))}\n`);
  expect(tally).toEqual({ missing: [], surplus: [], altered: [], conflicts: 0 });
  expect([...happened.keys()].toSorted()).toEqual([...new Set(mishaps)].toSorted());
});

test.each<readonly [string, Plant, 'surplus' | 'missing']>([
  ['gives a record sent again a new number', 'new-number', 'surplus'],
  ['takes silence for a receipt', 'trusts-silence', 'missing'],
])('a phone that %s is found out', { timeout: 180_000 }, async (_, plant, where) => {
  expect((await run(60, plant === 'new-number' ? 2 : 3, plant))[where].length).toBeGreaterThan(0);
});
