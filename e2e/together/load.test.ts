import { createHash, randomBytes } from 'node:crypto';
import { type Answer, compilePlan, dutiesOf, instantAt, type Plan, planHash } from '@xiuhua/engine';
import { IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Device } from '../../packages/designer/src/inspect/device/base.ts';
import { itemsOf } from '../../packages/designer/src/inspect/device/outbox.ts';
import { keepPhoto } from '../../packages/designer/src/inspect/device/photos.ts';
import type { OutboxItem } from '../../packages/designer/src/inspect/device/records.ts';
import { finalise, newDraft } from '../../packages/designer/src/inspect/fill/draft.ts';
import { sendAll } from '../../packages/designer/src/inspect/send/sender.ts';
import type { Wire } from '../../packages/designer/src/inspect/send/wire.ts';
import { pngOf } from '../../packages/server/src/app/pictures.fixture.ts';
import { openBreakingLine } from './break.ts';
import { cookieOf, emptyDevice, wireTo } from './phones.ts';
import { chances } from './proxy.ts';
import { openTown, type Town } from './town.ts';

/** Duties with every test run, four photos each; the battery sets 500. */
const duties = Number(process.env.XIUHUA_DUTIES ?? 12);
const photosEach = 4;
const photoSize = pngOf('0'.repeat(120_000)).length;
/** A line of 3G: it holds for so long at most (ms), and carries so many bytes a second. */
const holds = duties > 100 ? 3000 : 700;
const perSecond = 1_500_000;

const monday = '2026-11-02';
let town: Town;
let plan: Plan;
beforeAll(async () => {
  globalThis.IDBKeyRange = IDBKeyRange as unknown as typeof globalThis.IDBKeyRange;
  town = await openTown(1);
  const [site] = town.plan.places.sites.filter(({ name }) => name === '东街门面段');
  if (!site) throw new Error('the example has another register');
  const sites = Array.from({ length: duties }, (_, i) => ({ ...site, name: `东街第 ${i + 1} 段` }));
  plan = { ...town.plan, places: { ...town.plan.places, sites: [...town.plan.places.sites, ...sites] } };
  await town.adopt(plan);
  town.setTime(instantAt(monday, '18:00'));
}, 120_000);
afterAll(() => town.close());

/** A picture that no other one is like, as large as a phone's: what makes it so the server will leave out. */
const picture = (): { readonly hash: string; readonly bytes: ArrayBuffer } => {
  const whole = pngOf(randomBytes(90_000).toString('base64'));
  return { hash: createHash('sha256').update(whole).digest('hex'), bytes: new Uint8Array(whole).buffer };
};

/** A phone that was out all day: every duty done, every one with photos. */
const afterTheDay = async (device: Device): Promise<readonly OutboxItem[]> => {
  const compiled = compilePlan(plan);
  if (!compiled.ok) throw new Error('the plan has errors');
  const open = dutiesOf(compiled.value, monday, monday).filter(({ site }) => site.startsWith('东街第'));
  const stored = { campaign: town.campaign, hash: planHash(plan), version: 2, from: '2026-10-29', plan };
  const owner = { account: town.accountOf(town.logins[0] ?? ''), campaign: town.campaign };
  const items: OutboxItem[] = [];
  for (const [i, duty] of open.entries()) {
    const photos = Array.from({ length: photosEach }, picture);
    for (const { hash, bytes } of photos) await keepPhoto(device, { hash, type: 'image/png', width: 8, height: 8, added: '' }, bytes);
    const names = [...(compiled.value.checklists.get(duty.checklist)?.items.keys() ?? [])];
    const answers: Record<string, Answer> = Object.fromEntries(names.map((item) => [item, { result: 'pass' }]));
    answers['门前干净'] = { result: 'fail', photos: photos.map(({ hash }) => hash) };
    const now = Date.parse(instantAt(monday, '09:00')) + i * 30_000;
    items.push(finalise({ ...newDraft(owner, duty, { plan: stored, now }), answers }, { now, slip: 0 }));
  }
  await device.write(['outbox'], async ({ outbox }) => {
    for (const item of items) await outbox.put(item);
  });
  return items;
};

interface Synced {
  readonly waiting: number;
  readonly records: number;
  readonly photosMissing: number;
  readonly breaks: number;
  readonly seconds: number;
  /** Bytes of photos sent, over the bytes there are. */
  readonly effort: number;
}

const sync = async (bug: (wire: Wire) => Wire = (wire) => wire): Promise<Synced> => {
  const device = emptyDevice();
  const items = await afterTheDay(device);
  const account = items[0]?.account ?? '';
  const cookie = await cookieOf(town.address, town.logins[0] ?? '', town.password);
  const chance = chances(11);
  const line = await openBreakingLine(town.port, () => holds * (0.3 + 0.7 * chance()), perSecond);
  const straight = wireTo(town.port, () => cookie);
  const shaky = wireTo(line.port, () => cookie);
  let bytes = 0;
  const wire = bug((ask) => {
    bytes += ask.bytes?.byteLength ?? 0;
    return shaky(ask);
  });
  const began = Date.now();
  let now = began;
  for (let round = 0; round < 60 * duties; round++) {
    await sendAll({ device, wire, account, now: () => now, told: () => undefined }, true);
    now += 3_600_000;
    if ((await itemsOf(device, account)).every(({ state }) => state === 'delivered')) break;
  }
  const seconds = (Date.now() - began) / 1000;
  const after = await itemsOf(device, account);
  const breaks = line.breaks();
  await line.close();
  device.close();
  const held = await town.ask(({ submissions }) => items.filter(({ submission }) => submissions.has(submission)).length);
  let photosMissing = 0;
  for (const hash of items.flatMap(({ photos }) => photos)) {
    const { status, offset } = await straight({ method: 'HEAD', path: `/campaigns/${town.campaign}/photos/${hash}` });
    if (status !== 200 || offset !== photoSize) photosMissing++;
  }
  const all = items.length * photosEach * photoSize;
  return {
    waiting: after.filter(({ state }) => state !== 'delivered').length,
    records: held,
    photosMissing,
    breaks,
    seconds,
    effort: bytes / all,
  };
};

test(`${duties} duties with ${duties * photosEach} photos reach the server whole over a line that breaks all the time`, {
  timeout: 120_000 + duties * 6_000,
}, async () => {
  const { seconds, effort, ...synced } = await sync();
  process.stdout.write(
    `${duties} duties, ${duties * photosEach} photos: ${seconds.toFixed(0)} s, ${synced.breaks} breaks, ${effort.toFixed(2)} times the bytes\n`,
  );
  expect(synced).toMatchObject({ waiting: 0, records: duties, photosMissing: 0 });
  expect(synced.breaks).toBeGreaterThan(duties / 12);
  expect(effort).toBeLessThan(2);
});

test('a phone that takes a photo for sent when the line broke is found out', { timeout: 240_000 }, async () => {
  const seen = new Set<string>();
  const believes =
    (wire: Wire): Wire =>
    async (ask) => {
      const reply = await wire(ask);
      if (ask.method === 'PATCH' && reply.status === 0) return { ...reply, status: 200, json: { offset: photoSize, complete: true } };
      if (ask.method !== 'PUT' || !ask.path.includes('/submissions/')) return reply;
      const isAgain = seen.has(ask.path);
      seen.add(ask.path);
      const receipt = reply.json as { readonly missingPhotos?: readonly string[] } | undefined;
      return receipt?.missingPhotos && isAgain ? { ...reply, json: { ...receipt, missingPhotos: [] } } : reply;
    };
  expect((await sync(believes)).photosMissing).toBeGreaterThan(0);
});
