import { type DrawBook, type DutyView, type Event, instantAt, sha256 } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../app/stores.fixture.ts';
import { beginTownCampaign, openTown, type Town } from '../app/town.fixture.ts';

const schedule = '环境周查';

describe.each(databases)('draws on %s', (database) => {
  let town: Town;
  let base: string;
  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}`;
    town.clock.set(instantAt('2026-11-05', '10:00'));
  });
  afterAll(() => town.close());

  const books = async (login: string): Promise<readonly DrawBook[]> => (await (await town.as(login)).get(`${base}/draws`)).as();
  const events = async (): Promise<readonly Event[]> =>
    (await (await town.as('bangongshi')).get(`${base}/log`)).as<{ events: readonly Event[] }>().events;
  const seeded = async () => {
    const seeds = (await events()).flatMap(({ fact }) => (fact.type === 'DrawSeeded' ? [fact] : []));
    if (seeds.length !== 1 || !seeds[0]) throw new Error(`${seeds.length} seeds`);
    return seeds[0];
  };
  const again = async (login: string, id: string, reason = '路口正在施工') =>
    (await town.as(login)).post(`${base}/commands`, { id, command: { type: 'RepeatDraw', schedule, period: '2026-W45', reason } });

  test('rest on a seed of 32 random bytes, another one in every campaign', async () => {
    const fact = await seeded();
    expect(fact.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(fact.commitment).toBe(sha256(fact.seed));
    const other = await town.work.book.ask(await beginTownCampaign(town), ({ seeded }) => seeded?.seed);
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(fact.seed);
  });

  test('are shown to every member once they have begun, with the commitment and without the seed', async () => {
    const { seed } = await seeded();
    for (const login of ['shequ', 'jia', 'bangongshi']) {
      const [book] = await books(login);
      expect(book).toMatchObject({ schedule, commitment: sha256(seed), seed: null });
      expect(book?.records.map(({ period }) => period)).toEqual(['2026-W45']);
      expect(JSON.stringify(book)).not.toContain(seed);
    }
  });

  test('that have not begun are hidden from a unit, not from inspectors', async () => {
    const members = ['bangongshi', 'jia', 'shequ'].map((login) => ({
      account: town.accounts[login],
      unit: '领导小组办公室',
      roles: login === 'shequ' ? ['unit'] : login === 'jia' ? ['inspector'] : ['office'],
    }));
    const guanli = await town.as('guanli');
    const before = (await guanli.get(`${base}/members`)).as<{ account: string; unit: string; roles: string[] }[]>();
    await guanli.put(`${base}/members`, members);
    const drawn = async (login: string) =>
      (await (await town.as(login)).get(`${base}/duties?from=2026-11-05&to=2026-11-30`))
        .as<{ duties: readonly DutyView[] }>()
        .duties.filter((duty) => duty.schedule === schedule)
        .map(({ planned }) => planned);
    expect(new Set(await drawn('jia'))).toEqual(new Set(['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26']));
    expect(new Set(await drawn('shequ'))).toEqual(new Set(['2026-11-05']));
    await guanli.put(
      `${base}/members`,
      before.map(({ account, unit, roles }) => ({ account, unit, roles: roles.filter((role) => role !== 'admin') })),
    );
  });

  test('are made again only by the office, with a reason, both issues on record', async () => {
    expect((await again('jia', 'again-0001')).status).toBe(403);
    expect((await again('bangongshi', 'again-0002', '')).codes).toEqual(['repeat.reason-missing']);
    const reply = await again('bangongshi', 'again-0003');
    expect(reply.as()).toMatchObject({ events: [{ fact: { type: 'DrawRepeated', schedule, period: '2026-W45', issue: 2 } }] });
    expect((await again('bangongshi', 'again-0003')).text).toBe(reply.text);
    const [book] = await books('shequ');
    expect(book?.records.map(({ issue, reason }) => [issue, reason])).toEqual([
      [1, ''],
      [2, '路口正在施工'],
    ]);
    const { duties } = (await (await town.as('jia')).get(`${base}/duties?from=2026-11-05&to=2026-11-05`)).as<{
      duties: readonly DutyView[];
    }>();
    const now = duties.filter((duty) => duty.schedule === schedule).map(({ site }) => site);
    expect(now.sort()).toEqual(
      book?.records
        .at(-1)
        ?.pools.flatMap(({ drawn }) => [...drawn])
        .sort(),
    );
  });
});
