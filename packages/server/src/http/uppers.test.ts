import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, putInForce, type Town, type Visitor } from '../app/town.fixture.ts';

type Plan = Readonly<Record<string, unknown>> & {
  readonly basis?: readonly Readonly<Record<string, unknown>>[];
  readonly phases: readonly Readonly<Record<string, unknown>>[];
};

let town: Town;
let office: Visitor;
let county: Plan;
let hash: string;
const conform = async (plan: Plan) =>
  (await office.post('/api/plans/conform', { plan })).as<{
    readonly ok: boolean;
    readonly problems: readonly { readonly code: string }[];
    readonly uppers: readonly { readonly additions: readonly unknown[] }[];
  }>();
const derived = async (): Promise<Plan> => (await office.post(`/api/upper-plans/${hash}/derive`, { as: '东村' })).as<{ plan: Plan }>().plan;

beforeAll(async () => {
  town = await openTown();
  office = await town.as('bangongshi');
  const base = JSON.parse(readFileSync(new URL('../../../engine/bad-plans/base.json', import.meta.url), 'utf8')) as Plan;
  county = { ...base, title: '示例县整治方案' };
  hash = (await office.post('/api/upper-plans', { plan: county })).as<{ hash: string }>().hash;
});
afterAll(() => town.close());

test('an upper plan taken in is listed with those adopted here, and twice is once', async () => {
  await office.post('/api/upper-plans', { plan: county });
  const rows = (await office.get('/api/upper-plans')).as<readonly { title: string; hash: string }[]>();
  expect(rows.filter((row) => row.hash === hash)).toMatchObject([{ title: '示例县整治方案' }]);
  expect(rows).toHaveLength(2);
});

test('a plan with errors is no upper plan', async () => {
  const reply = await office.post('/api/upper-plans', {
    plan: { ...county, phases: [{ name: '排查', from: '2026-02-30', to: '2026-03-15' }] },
  });
  expect(reply.status).toBe(422);
});

test('a draft for one of its units conforms; a unit it does not have is named with the nearest', async () => {
  expect(await conform(await derived())).toMatchObject({ ok: true, problems: [] });
  const reply = await office.post(`/api/upper-plans/${hash}/derive`, { as: '东邨' });
  expect(reply.codes).toEqual(['basis.unknown-unit']);
  expect(reply.text).toContain('是否为“东村”');
});

test('a looser draft is told, and cannot be adopted by way of the API either', async () => {
  const plan = await derived();
  const looser = { ...plan, phases: [plan.phases[0], { ...plan.phases[1], to: '2026-07-31' }], organization: county.organization };
  expect((await conform(looser as Plan)).problems.map(({ code }) => code)).toEqual(['conform.looser']);
  const { id, hash: draft } = (await office.post('/api/campaigns', { plan: looser })).as<{ id: string; hash: string }>();
  const reply = await office.post(`/api/campaigns/${id}/commands`, { id: 'adopt-lower', command: { type: 'AdoptPlan', plan: draft } });
  expect(reply.status).toBe(422);
  expect(reply.codes).toEqual(['conform.looser']);
});

test('a draft whose upper plan is not here cannot be adopted', async () => {
  const plan = { ...(await derived()), organization: county.organization, basis: [{ title: '省方案', hash: 'f'.repeat(64) }] };
  const { id, hash: draft } = (await office.post('/api/campaigns', { plan })).as<{ id: string; hash: string }>();
  const reply = await office.post(`/api/campaigns/${id}/commands`, { id: 'adopt-lost', command: { type: 'AdoptPlan', plan: draft } });
  expect(reply.codes).toEqual(['basis.unknown-upper']);
});

test('another content, plans in a circle and a lock let go are refused in words, by conform and by adoption', async () => {
  const refused = async (plan: unknown) => {
    const told = (await office.post('/api/plans/conform', { plan })).as<{ problems: readonly { code: string; message: string }[] }>()
      .problems;
    const { id, hash: draft } = (await office.post('/api/campaigns', { plan })).as<{ id: string; hash: string }>();
    const command = { type: 'AdoptPlan', plan: draft };
    const reply = await office.post(`/api/campaigns/${id}/commands`, { id: `adopt-${id}`, command });
    expect(reply.status).toBe(422);
    expect(reply.codes).toEqual(told.map(({ code }) => code));
    return told;
  };
  const plan = { ...(await derived()), organization: county.organization };
  const changed = hash.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  const [other] = await refused({ ...plan, basis: [{ title: '示例县整治方案', hash: changed, as: '东村' }] });
  expect(other).toMatchObject({ code: 'basis.unknown-upper', message: expect.stringContaining('核对依据里的指纹') });

  const [, second] = plan.phases;
  const [unlocked] = await refused({ ...plan, phases: [plan.phases[0], { ...second, binds: 'free' }] });
  expect(unlocked).toMatchObject({ code: 'conform.unlocked', message: expect.stringContaining('请至少保持上级的约束') });

  const between = { ...county, title: '乙方案', basis: [{ title: '示例县整治方案', hash }] };
  const above = (await office.post('/api/upper-plans', { plan: between })).as<{ hash: string }>().hash;
  const [circle] = await refused({ ...county, basis: [{ title: '乙方案', hash: above }] });
  expect(circle).toMatchObject({
    code: 'basis.circle',
    message: expect.stringContaining('《示例县整治方案》 → 《乙方案》 → 《示例县整治方案》'),
  });
});

test('an amended upper plan is carried into the draft; what the draft set itself stays and is told', async () => {
  const amended = { ...county, phases: [county.phases[0], { ...county.phases[1], to: '2026-06-15' }] };
  const next = (await office.post('/api/upper-plans', { plan: amended })).as<{ hash: string }>().hash;
  const plan = await derived();
  const moved = (await office.post(`/api/upper-plans/${next}/rebase`, { plan, from: hash })).as<{
    plan: Plan;
    clashes: readonly unknown[];
  }>();
  expect(moved).toMatchObject({ plan: { phases: [{}, { to: '2026-06-15' }], basis: [{ hash: next }] }, clashes: [] });
  const own = { ...plan, phases: [plan.phases[0], { ...plan.phases[1], to: '2026-06-20' }] };
  const kept = (await office.post(`/api/upper-plans/${next}/rebase`, { plan: own, from: hash })).as<{
    plan: Plan;
    clashes: readonly unknown[];
  }>();
  expect(kept.plan.phases[1]).toMatchObject({ to: '2026-06-20' });
  expect(kept.clashes).toHaveLength(1);
  const taken = (await office.post(`/api/upper-plans/${next}/rebase`, { plan: own, from: hash, take: [0] })).as<{
    plan: Plan;
    until: null;
  }>();
  expect(taken).toMatchObject({ plan: { phases: [{}, { to: '2026-06-15' }] }, clashes: [{ taken: true }], until: null });
});

test('the upper campaign sees the lower one that rests on it, and that it is not looser', async () => {
  const rows = (await office.get('/api/upper-plans')).as<readonly { title: string; hash: string }[]>();
  const upper = rows.find(({ title }) => title.startsWith('小箐镇'))?.hash;
  const draft = (await office.post(`/api/upper-plans/${upper}/derive`, { as: '小箐社区' })).as<{ plan: Plan & Record<string, unknown> }>()
    .plan;
  const organization = {
    body: { name: '社区整治小组', head: '社区书记', office: '小箐社区' },
    units: [{ name: '小箐社区' }, { name: '社区网格员队' }],
  };
  const places = { ...(draft['places'] as object), sites: [] };
  const { id, hash: plan } = (await office.post('/api/campaigns', { plan: { ...draft, organization, places } })).as<{
    id: string;
    hash: string;
  }>();
  const base = `/api/campaigns/${id}`;
  const member = (login: string, role: string) => ({ account: town.accounts[login], unit: '', roles: [role] });
  await office.put(`${base}/members`, [member('bangongshi', 'office'), member('jia', 'leader')]);
  const adopted = await putInForce(base, plan, { office, leader: await town.as('jia') });
  expect(adopted.codes).toEqual([]);
  const seen = (await office.get(`/api/campaigns/${town.campaign}/lower-plans`)).as<{ ids: readonly string[] }>();
  expect(seen).toMatchObject({ ids: [id], lowers: [{ as: '小箐社区', current: true, breaches: [], withoutReason: 0 }] });
  expect(seen).toMatchObject({ lowers: [{ findings: { open: 0, overdue: 0 }, rankings: [] }], missing: [] });
  const above = await town.as('zuzhang');
  const session = (await above.get('/api/session')).as<{ campaigns: readonly { id: string; actor: { roles: readonly string[] } }[] }>();
  expect(session.campaigns.map(({ id: one, actor }) => [one, actor.roles])).toEqual([
    [town.campaign, ['leader']],
    [id, ['overseer']],
  ]);
  expect((await above.get(`/api/campaigns/${id}/board`)).status).toBe(200);
  expect((await above.get(`/api/campaigns/${id}/log`)).status).toBe(200);
  expect((await above.get(`/api/campaigns/${id}/draft`)).status).toBe(404);
  const command = { type: 'AdoptPlan', plan };
  expect((await above.post(`/api/campaigns/${id}/commands`, { id: 'from-above', command })).status).toBe(404);
  expect((await (await town.as('shequ')).get(`/api/campaigns/${id}/board`)).status).toBe(404);
  const below = (await office.get(`/api/campaigns/${id}/lower-plans`)).as<{ ids: readonly string[] }>();
  expect(below).toMatchObject({ ids: [], lowers: [] });
});
