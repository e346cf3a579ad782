import { type Answer, compilePlan, type Duty, dutiesOf, instantAt, type Plan, planHash, recordsViews } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsOf } from '../../packages/designer/src/inspect/device/outbox.ts';
import type { OutboxItem } from '../../packages/designer/src/inspect/device/records.ts';
import { finalise, newDraft } from '../../packages/designer/src/inspect/fill/draft.ts';
import { sendAll } from '../../packages/designer/src/inspect/send/sender.ts';
import type { Wire } from '../../packages/designer/src/inspect/send/wire.ts';
import { cookieOf, emptyDevice, wireTo } from './phones.ts';
import { chances } from './proxy.ts';
import { openTown, type Town } from './town.ts';

/** Duties that two inspectors do at once, with every test run; the battery sets 500. */
const pairs = Number(process.env.XIUHUA_PAIRS ?? 30);

const monday = '2026-11-02';
let town: Town;
let plan: Plan;
beforeAll(async () => {
  town = await openTown(2);
  const [site] = town.plan.places.sites.filter(({ name }) => name === '东街门面段');
  if (!site) throw new Error('the example has another register');
  // Enough for the run and for the one with the planted bug.
  const sites = Array.from({ length: 2 * pairs }, (_, i) => ({ ...site, name: `东街第 ${i + 1} 段` }));
  plan = { ...town.plan, places: { ...town.plan.places, sites: [...town.plan.places.sites, ...sites] } };
  await town.adopt(plan);
  town.setTime(instantAt(monday, '18:00'));
}, 120_000);
afterAll(() => town.close());

const openDuties = (from: number): readonly Duty[] => {
  const compiled = compilePlan(plan);
  if (!compiled.ok) throw new Error('the plan has errors');
  return dutiesOf(compiled.value, monday, monday)
    .filter(({ site }) => site.startsWith('东街第'))
    .slice(from, from + pairs);
};

/** How one inspector saw it: now and then as the other did, mostly not. */
const seen = (chance: () => number, names: readonly string[]): Record<string, Answer> =>
  Object.fromEntries(names.map((name) => [name, { result: chance() < 0.8 ? 'pass' : 'not-applicable' }]));

const filledBy = (login: string, duties: readonly Duty[], chance: () => number): readonly OutboxItem[] => {
  const stored = { campaign: town.campaign, hash: planHash(plan), version: 2, from: '2026-10-29', plan };
  const owner = { account: town.accountOf(login), campaign: town.campaign };
  const names = plan.checklists?.find(({ name }) => name === '门前三包检查表')?.items.map(({ name }) => name) ?? [];
  return duties.map((duty, i) => {
    const now = Date.parse(instantAt(monday, '09:00')) + i * 30_000 + Math.floor(chance() * 20_000);
    return finalise({ ...newDraft(owner, duty, { plan: stored, now }), answers: seen(chance, names) }, { now, slip: 0 });
  });
};

const sendFrom = async (login: string, items: readonly OutboxItem[], bug: (wire: Wire) => Wire): Promise<readonly OutboxItem[]> => {
  const device = emptyDevice();
  await device.write(['outbox'], async ({ outbox }) => {
    for (const item of items) await outbox.put(item);
  });
  const cookie = await cookieOf(town.address, login, town.password);
  const account = town.accountOf(login);
  await sendAll({ device, wire: bug(wireTo(town.port, () => cookie)), account, now: Date.now, told: () => undefined }, true);
  const after = await itemsOf(device, account);
  device.close();
  return after;
};

interface Met {
  /** Records a phone has a receipt for, or still holds, of which the server has not this very content. */
  readonly lost: readonly string[];
  readonly unsent: number;
  /** Duties of which not exactly one record counts. */
  readonly uncounted: readonly string[];
  /** Duties that do not stand side by side before a person. */
  readonly unseen: readonly string[];
}

const meet = async (from: number, bug: (wire: Wire) => Wire = (wire) => wire): Promise<Met> => {
  const chance = chances(from + 3);
  const duties = openDuties(from);
  const made = town.logins.map((login) => filledBy(login, duties, chance));
  // Both come into reach at the same time, and send in turns as the server takes them.
  const after = (await Promise.all(town.logins.map((login, i) => sendFrom(login, made[i] ?? [], bug)))).flat();
  const held = await town.ask(({ submissions }) => new Map([...submissions].map(([id, one]) => [id, { ...one, findings: [] }])));
  const views = new Map((await town.ask(recordsViews)).map((view) => [view.duty, view]));
  const ofDuty = (id: string) => [...held.values()].filter(({ duty }) => duty === id);
  return {
    lost: made.flat().flatMap(({ submission, contentHash }) => (held.get(submission)?.contentHash === contentHash ? [] : [submission])),
    unsent: after.filter(({ state }) => state !== 'delivered').length,
    uncounted: duties.map(({ id }) => id).filter((id) => ofDuty(id).filter(({ counts }) => counts).length !== 1),
    unseen: duties.map(({ id }) => id).filter((id) => views.get(id)?.state !== 'open' || views.get(id)?.records.length !== 2),
  };
};

test(`two inspectors do the same ${pairs} duties out of reach: both records of each are kept as they were, one counts, a person sees both`, {
  timeout: 60_000 + pairs * 400,
}, async () => {
  expect(await meet(0)).toEqual({ lost: [], unsent: 0, uncounted: [], unseen: [] });
});

test('a phone that gives its record the number of the duty, so that the later one takes the place of the first, is found out', {
  timeout: 60_000 + pairs * 400,
}, async () => {
  const oneNumber =
    (wire: Wire): Wire =>
    (ask) => {
      if (ask.method !== 'PUT' || !ask.path.includes('/submissions/') || ask.text === undefined) return wire(ask);
      const command = JSON.parse(ask.text) as { readonly submission: string; readonly duty: string };
      const submission = `duty-${Buffer.from(command.duty).toString('hex').slice(-40)}`;
      return wire({ ...ask, path: ask.path.replace(command.submission, submission), text: JSON.stringify({ ...command, submission }) });
    };
  const { lost, unseen } = await meet(pairs, oneNumber);
  expect(lost.length + unseen.length).toBeGreaterThan(0);
});
