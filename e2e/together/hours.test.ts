import { addDays, type Day, type DutyView, dayOf, instantAt, type Plan } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import type { Device } from '../../packages/designer/src/inspect/device/base.ts';
import { keepDuties, storedDuties, storedPlan } from '../../packages/designer/src/inspect/device/cache.ts';
import { beginDraft, draftsOf, finishDraft } from '../../packages/designer/src/inspect/device/drafts.ts';
import { itemsOf } from '../../packages/designer/src/inspect/device/outbox.ts';
import { type Draft, ownKey, type StoredPlan } from '../../packages/designer/src/inspect/device/records.ts';
import { draftId, finalise, newDraft } from '../../packages/designer/src/inspect/fill/draft.ts';
import { formOf } from '../../packages/designer/src/inspect/fill/form.ts';
import { sendAll } from '../../packages/designer/src/inspect/send/sender.ts';
import type { Wire } from '../../packages/designer/src/inspect/send/wire.ts';
import { cookieOf, emptyDevice, wireTo } from './phones.ts';
import { chances } from './proxy.ts';
import { openTown, type Town } from './town.ts';

/** Hours and plans with every test run; the battery sets 72 and 20. */
const hours = Number(process.env.XIUHUA_HOURS ?? 24);
const plans = Number(process.env.XIUHUA_PLANS ?? 6);

/** A phone in the field: its memory, its line, and who holds it. */
interface Phone {
  readonly device: Device;
  readonly wire: Wire;
  readonly account: string;
}

const openPhone = async (town: Town, login: string): Promise<Phone> => {
  const cookie = await cookieOf(town.address, login, town.password);
  return { device: emptyDevice(), wire: wireTo(town.port, () => cookie), account: town.accountOf(login) };
};

/** Fetches the plan and the duties, as a phone does when it has a line. */
const refresh = async (town: Town, { device, wire, account }: Phone): Promise<void> => {
  const path = `/campaigns/${town.campaign}`;
  const today: Day = dayOf(town.now());
  const plan = (await wire({ method: 'GET', path: `${path}/plan` })).json as Omit<StoredPlan, 'campaign'>;
  const listed = (await wire({ method: 'GET', path: `${path}/duties?from=${addDays(today, -7)}&to=${addDays(today, 7)}` })).json;
  const { duties } = listed as { readonly duties: readonly DutyView[] };
  const heard = { id: ownKey(account, town.campaign), today, plan: plan.hash, duties, at: town.now() };
  await keepDuties(device, heard, { ...plan, campaign: town.campaign });
};

/** Opens a form on the plan the phone has, for a duty that is open and that nobody here has begun or finished. */
const begin = async (town: Town, { device, account }: Phone, chance: () => number): Promise<void> => {
  const heard = await storedDuties(device, ownKey(account, town.campaign));
  const plan = heard && (await storedPlan(device, town.campaign, heard.plan));
  if (!heard || !plan) return;
  const today = dayOf(town.now());
  const mine = new Set([...(await draftsOf(device, account)), ...(await itemsOf(device, account))].map(({ duty }) => duty.id));
  const open = heard.duties.filter((duty) => duty.by === '领导小组办公室' && duty.from <= today && !mine.has(duty.id));
  const duty = open[Math.floor(chance() * open.length)];
  if (duty) await beginDraft(device, newDraft({ account, campaign: town.campaign }, duty, { plan, now: Date.parse(town.now()) }));
};

/** A bug planted in the phone: the record is stamped with the newest plan it knows instead of the one it was opened on. */
const stamped = async (town: Town, { device, account }: Phone, draft: Draft, plant: boolean): Promise<Draft> => {
  const heard = await storedDuties(device, ownKey(account, town.campaign));
  return plant && heard ? { ...draft, plan: heard.plan } : draft;
};

/** Finishes a form that was begun, on the plan it was begun on. */
const finish = async (
  town: Town,
  phone: Phone,
  { chance, plant }: { readonly chance: () => number; readonly plant: boolean },
): Promise<void> => {
  const drafts = await draftsOf(phone.device, phone.account);
  const draft = drafts[Math.floor(chance() * drafts.length)];
  const plan = draft && (await storedPlan(phone.device, town.campaign, draft.plan));
  const form = plan && formOf(plan.plan, draft.duty, dayOf(town.now()));
  if (!draft || !form) return;
  const answers = Object.fromEntries(form.questions.map(({ name }) => [name, { result: 'not-applicable' as const }]));
  const now = Date.parse(town.now());
  const item = finalise({ ...(await stamped(town, phone, draft, plant)), answers }, { now, slip: 0 });
  await finishDraft(phone.device, draftId({ account: phone.account, campaign: town.campaign }, draft.duty.id), item);
};

/** The next plan: one more question in every checklist, so that a form of another version would be refused. */
const nextPlan = (plan: Plan, version: number): Plan =>
  ({
    ...plan,
    note: `第 ${version} 版`,
    checklists: plan.checklists.map((list) => ({
      ...list,
      items: [...list.items, { ...list.items[0], name: `第 ${version} 版新增的一项` }],
    })),
  }) as Plan;

interface Lived {
  readonly finished: number;
  readonly refused: readonly string[];
  readonly versions: number;
  readonly wrongPlan: readonly string[];
}

const live = async (plant: boolean): Promise<Lived> => {
  const town = await openTown(4);
  const chance = chances(plant ? 7 : 5);
  const start = Date.parse(instantAt('2026-11-02', '08:00'));
  town.setTime(new Date(start).toISOString());
  const phones = await Promise.all(town.logins.map((login) => openPhone(town, login)));
  for (const phone of phones) await refresh(town, phone);
  const opened = new Map<string, string>();
  let version = 1;
  const send = (phone: Phone) =>
    sendAll(
      { device: phone.device, wire: phone.wire, account: phone.account, now: () => Date.parse(town.now()), told: () => undefined },
      true,
    );
  for (let hour = 1; hour <= hours; hour++) {
    town.setTime(new Date(start + hour * 3_600_000).toISOString());
    for (; version - 1 < Math.floor((hour * plans) / hours); version++) await town.adopt(nextPlan(town.plan, version + 1));
    for (const [i, phone] of phones.entries()) {
      // The phones are out of reach for a day at a time; each comes back at an hour of its own.
      if (chance() < 0.7) await begin(town, phone, chance);
      for (const { id, plan } of await draftsOf(phone.device, phone.account)) opened.set(id, opened.get(id) ?? plan);
      if (chance() < 0.5) await finish(town, phone, { chance, plant });
      if (hour % Math.max(2, Math.round(hours / 3)) === i) {
        await refresh(town, phone);
        await send(phone);
      }
    }
  }
  for (const phone of phones) {
    while ((await draftsOf(phone.device, phone.account)).length > 0) await finish(town, phone, { chance, plant });
    await send(phone);
  }
  const items = (await Promise.all(phones.map((phone) => itemsOf(phone.device, phone.account)))).flat();
  const held = await town.ask(({ submissions }) => new Map([...submissions].map(([id, { plan, counts }]) => [id, { plan, counts }])));
  const versions = await town.ask((campaign) => campaign.versions.length);
  for (const phone of phones) phone.device.close();
  await town.close();
  return {
    finished: items.length,
    refused: items
      .filter(({ state }) => state !== 'delivered')
      .map(({ submission, trouble }) => `${submission} ${trouble?.words.join() ?? ''}`),
    versions,
    wrongPlan: items
      .filter((item) => held.get(item.submission)?.plan !== opened.get(draftId(item, item.duty.id)))
      .map(({ submission }) => submission),
  };
};

test(`${hours} hours in the field with ${plans} new plans meanwhile: every form finishes on the plan it was begun on and is taken`, {
  timeout: 60_000 + hours * 10_000,
}, async () => {
  const lived = await live(false);
  expect(lived).toMatchObject({ refused: [], wrongPlan: [], versions: plans + 1 });
  expect(lived.finished).toBeGreaterThan(hours / 2);
});

test('a phone that stamps the newest plan on a form of an older one is found out', { timeout: 60_000 + hours * 10_000 }, async () => {
  const { refused, wrongPlan } = await live(true);
  expect(refused.length + wrongPlan.length).toBeGreaterThan(0);
});
