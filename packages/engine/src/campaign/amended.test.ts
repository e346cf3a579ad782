import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeStandings } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

type Raw = {
  checklists: { items: { name: string; points: number }[] }[];
  scoring: { rules: unknown[] }[];
  organization: { units: unknown[]; groups: { units: string[] }[] };
};

/** The plan with the first item at other points. */
const worth = (points: number) => {
  const raw = structuredClone(planFile()) as unknown as Raw;
  Object.assign(raw.checklists[0]?.items[0] ?? {}, { points });
  return compiled(raw);
};
const [first, second] = [worth(1), worth(3)];
const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
const points = (story: ReturnType<typeof play>, period: string, today: string) =>
  computeStandings(story.campaign(), '月排名', { period, today })?.rows.find((row) => row.unit === '东村')?.points;

/** Adopted on 2 March at one point, amended on the 16th to three. */
const amended = () => {
  const story = play([first, second]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: first.hash });
  story.given(people.inspector, '2026-03-09T03:00:00.000Z', visit(first, '2026-03-09', '一号店', dirty));
  story.given(people.office, '2026-03-16T01:00:00.000Z', { type: 'AdoptPlan', plan: second.hash });
  return story;
};

describe('an amended plan', () => {
  test('a record is judged by the plan in force on the day of the visit: one point before, three after', () => {
    const story = amended();
    expect(points(story, '2026-03', '2026-03-10')).toBe(99_000);
    expect(story.given(people.inspector, '2026-03-23T03:00:00.000Z', visit(second, '2026-03-23', '一号店', dirty)).ok).toBe(true);
    const overdue = 2_000;
    expect(points(story, '2026-03', '2026-03-23')).toBe(100_000 - 1_000 - overdue - 3_000);
  });

  test('a visit made before the amendment and handed in after it still costs one point', () => {
    const story = play([first, second]);
    story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: first.hash });
    story.given(people.office, '2026-03-16T01:00:00.000Z', { type: 'AdoptPlan', plan: second.hash });
    expect(story.given(people.inspector, '2026-03-17T03:00:00.000Z', visit(first, '2026-03-09', '一号店', dirty)).ok).toBe(true);
    expect(points(story, '2026-03', '2026-03-17')).toBe(99_000);
  });

  test('published standings stay as they were; what is known since comes as a new issue with its difference', () => {
    const story = play([first, second]);
    story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: first.hash });
    story.given(people.inspector, '2026-03-09T03:00:00.000Z', visit(first, '2026-03-09', '二号店'));
    story.given(people.office, '2026-04-01T01:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
    const before = structuredClone(story.campaign().standings.get('月排名·2026-03')?.standings);
    story.given(people.office, '2026-04-02T01:00:00.000Z', { type: 'AdoptPlan', plan: second.hash });
    story.given(people.inspector, '2026-04-03T03:00:00.000Z', visit(first, '2026-03-09', '一号店', dirty));
    expect(story.campaign().standings.get('月排名·2026-03')?.standings).toEqual(before);
    story.given(people.office, '2026-04-04T01:00:00.000Z', {
      type: 'CorrectStandings',
      ranking: '月排名',
      period: '2026-03',
      reason: '补收一份检查记录',
    });
    const published = story.campaign().standings.get('月排名·2026-03');
    expect(published?.issue).toBe(2);
    expect(published?.earlier[0]?.standings).toEqual(before);
    expect(published?.changes.find((change) => change.unit === '东村')).toMatchObject({
      before: { points: 100_000 },
      after: { points: 99_000 },
    });
  });
});

test('the order in which a plan lists its units and sites does not change points and places', () => {
  const days = ['2026-03-09', '2026-03-16', '2026-03-23'] as const;
  const shop = fc.constantFrom('一号店' as const, '二号店' as const);
  const visits = fc.uniqueArray(
    fc.record({ day: fc.constantFrom(...days), shop, dirty: fc.boolean(), spots: fc.integer({ min: 0, max: 5 }) }),
    {
      maxLength: 6,
      selector: ({ day, shop: site }) => `${day} ${site}`,
    },
  );
  const listed = (turned: boolean) => {
    const raw = structuredClone(planFile()) as unknown as Raw & { places: { sites: unknown[] } };
    if (turned) {
      raw.organization.units.reverse();
      for (const group of raw.organization.groups) group.units.reverse();
      raw.places.sites.reverse();
    }
    return compiled(raw);
  };
  const [forward, backward] = [listed(false), listed(true)];
  const results = (
    plan: typeof forward,
    all: readonly { day: (typeof days)[number]; shop: '一号店' | '二号店'; dirty: boolean; spots: number }[],
  ) => {
    const story = play([plan]);
    story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
    for (const { day, shop: site, dirty: fails, spots } of all)
      story.given(
        people.inspector,
        `${day}T03:00:00.000Z`,
        visit(plan, day, site, { ...(fails ? dirty : {}), ...(spots ? { 不占道: { result: 'fail', count: spots } } : {}) }),
      );
    const rows = computeStandings(story.campaign(), '月排名', { period: '2026-03', today: '2026-03-31' })?.rows ?? [];
    return new Map(rows.map((row) => [row.unit, [row.points, row.rank, row.why]]));
  };
  fc.assert(
    fc.property(visits, (all) => {
      expect(results(backward, all)).toEqual(results(forward, all));
    }),
    { numRuns: process.env.XIUHUA_BATTERY ? 2_000 : 60 },
  );
});
