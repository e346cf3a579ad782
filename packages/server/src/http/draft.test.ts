import { planHash } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../app/stores.fixture.ts';
import { openTown, type Town, townPlan, type Visitor } from '../app/town.fixture.ts';

interface DraftReply {
  readonly revision: number;
  readonly hash: string;
  readonly plan: { readonly title: string };
  readonly problems: readonly { readonly code: string }[];
  readonly adopted: { readonly hash: string; readonly version: number } | null;
  readonly savedBy: string;
}

describe.each(databases)('a draft on %s', (database) => {
  let town: Town;
  let office: Visitor;
  let url: string;
  const read = async () => (await office.get(url)).as<DraftReply>();
  beforeAll(async () => {
    town = await openTown(database);
    office = await town.as('bangongshi');
    url = `/api/campaigns/${town.campaign}/draft`;
  });
  afterAll(() => town.close());

  test('remembers what was written in the order it was written, and which plan is in force', async () => {
    const draft = await read();
    expect(JSON.stringify(draft.plan)).toBe(JSON.stringify(townPlan));
    expect(draft).toMatchObject({ revision: 1, savedBy: '系统管理员', adopted: { hash: draft.hash, version: 1 } });
  });

  test('saved from two tabs: the second is told, gets the newest, and nothing is lost', async () => {
    const { revision } = await read();
    const [left, right] = [
      { ...townPlan, title: '左边改的' },
      { ...townPlan, title: '右边改的' },
    ];
    const replies = await Promise.all([left, right].map((plan) => office.put(url, { plan, revision })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [won, lost] = replies[0]?.status === 200 ? [left, replies[1]] : [right, replies[0]];
    expect(lost?.as()).toMatchObject({
      problems: [{ code: 'draft.moved' }],
      draft: { revision: revision + 1, plan: { title: won.title }, savedBy: '办公室主任' },
    });
    expect(await read()).toMatchObject({ revision: revision + 1, plan: { title: won.title } });
  });

  test('is saved with its errors, which are named; the plan in force and the title stay', async () => {
    const { revision, adopted } = await read();
    const saved = await office.put(url, { plan: { title: '只有标题' }, revision });
    expect(saved.status).toBe(200);
    expect(saved.codes).toContain('shape.missing-key');
    expect((await read()).adopted).toEqual(adopted);
    const rows = (await office.get('/api/campaigns')).as<{ title: string; state: string }[]>();
    expect(rows).toEqual([{ id: town.campaign, title: townPlan.title, state: 'running' }]);
  });

  test('adopted a second time becomes version two, unless it is what is in force already', async () => {
    const { revision } = await read();
    const next = {
      ...townPlan,
      title: '新方案',
      phases: townPlan.phases.map((phase, i) => (i === 2 ? { ...phase, review: '2027-06-21' } : phase)),
    };
    const { hash } = (await office.put(url, { plan: next, revision })).as<DraftReply>();
    const adopt = (id: string) =>
      office.post(`/api/campaigns/${town.campaign}/commands`, { id, command: { type: 'AdoptPlan', plan: hash } });
    expect((await adopt('adopt-001')).codes).toEqual(['review.missing']);
    const give = (by: Visitor, command: object, id: string) => by.post(`/api/campaigns/${town.campaign}/commands`, { id, command });
    await give(office, { type: 'AskReview', plan: hash, text: '' }, 'ask-review-1');
    await give(await town.as('zuzhang'), { type: 'ReviewPlan', plan: hash, passed: true, text: '', remarks: {} }, 'review-plan-1');
    expect((await adopt('adopt-002')).as()).toMatchObject({ events: [{ fact: { type: 'PlanAdopted', version: 2 } }] });
    expect((await adopt('adopt-003')).codes).toEqual(['plan.unchanged']);
    expect((await adopt('adopt-002')).status).toBe(200);
    expect(await read()).toMatchObject({ adopted: { hash, version: 2 } });
    const inForce = (await office.get(`/api/campaigns/${town.campaign}/plan`)).as<{ plan: unknown; hash: string; version: number }>();
    expect(inForce).toMatchObject({ version: 2, hash });
    expect(planHash(inForce.plan)).toBe(hash);
    expect((await office.get('/api/campaigns')).as()).toMatchObject([{ title: '新方案' }]);
  });

  test('of a campaign that has adopted nothing gives it its title; there is no plan and no board yet', async () => {
    const begun = await office.post('/api/campaigns', { plan: { title: '冬季行动' } });
    expect(begun.as()).toMatchObject({ revision: 1 });
    const { id } = begun.as<{ id: string }>();
    expect((await office.get('/api/session')).as()).toMatchObject({
      campaigns: expect.arrayContaining([expect.objectContaining({ id, title: '冬季行动' })]),
    });
    for (const what of ['plan', 'board']) expect((await office.get(`/api/campaigns/${id}/${what}`)).status).toBe(404);
    expect((await office.get(`/api/campaigns/${id}/findings`)).as()).toMatchObject({ findings: [] });
    const order = { id: 'publish-1', command: { type: 'PublishStandings', ranking: 'x', period: '2026-11' } };
    expect((await office.post(`/api/campaigns/${id}/commands`, order)).codes).toEqual(['command.no-plan']);
  });

  test('begins only for an administrator or somebody’s office', async () => {
    expect((await (await town.as('jia')).post('/api/campaigns', { plan: {} })).status).toBe(404);
    expect((await (await town.as('luren')).post('/api/campaigns', { plan: {} })).status).toBe(404);
  });
});
