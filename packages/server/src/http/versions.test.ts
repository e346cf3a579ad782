import type { AmendmentView, VersionsView } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, putInForce, type Town, townPlan, type Visitor } from '../app/town.fixture.ts';

let town: Town;
let office: Visitor;
let base: string;
let next: string;

beforeAll(async () => {
  town = await openTown();
  office = await town.as('bangongshi');
  base = `/api/campaigns/${town.campaign}`;
  const schedule = townPlan.schedule.map((one) => (one.name === '交通周查' ? { ...one, every: 'week on friday' } : one));
  next = (await office.put(`${base}/draft`, { plan: { ...townPlan, schedule }, revision: 1 })).as<{ hash: string }>().hash;
});
afterAll(() => town.close());

test('what an amendment does counts the checklists a phone says are begun on it; units and inspectors are not told', async () => {
  const jia = await town.as('jia');
  const { hash } = (await jia.get(`${base}/plan`)).as<{ hash: string }>();
  const [duty] = (await jia.get(`${base}/duties?from=2026-10-30&to=2026-11-05`)).as<{ duties: { id: string }[] }>().duties;
  const said = await jia.put(`${base}/begun/${'a'.repeat(32)}`, { drafts: [{ plan: hash, duty: duty?.id }] });
  expect(said.status).toBe(200);
  const view = (await office.get(`${base}/amendment?plan=${next}&days=42`)).as<AmendmentView>();
  expect(view).toMatchObject({ version: 2, begun: { phones: 1, carried: 1, lost: 0 } });
  expect(view.moved.count).toBeGreaterThan(0);
  expect((await jia.get(`${base}/amendment?plan=${next}&days=42`)).status).toBe(404);
});

test('a draft that was asked about is read by those who plan, an adopted version by every member', async () => {
  const unit = await town.as('shequ');
  const ask = { id: 'ask-review-9', command: { type: 'AskReview', plan: next, text: '' } };
  expect((await office.post(`${base}/commands`, ask)).status).toBe(200);
  expect((await (await town.as('zuzhang')).get(`${base}/plan?hash=${next}`)).as()).toMatchObject({ hash: next, version: null });
  expect((await unit.get(`${base}/plan?hash=${next}`)).status).toBe(404);
  expect((await unit.get(`${base}/versions`)).as<VersionsView>()).toMatchObject({ versions: [{ version: 1 }], reviews: [], end: null });
  await putInForce(base, next, { office, leader: await town.as('zuzhang') });
  expect((await unit.get(`${base}/plan?hash=${next}`)).as()).toMatchObject({ version: 2 });
});
