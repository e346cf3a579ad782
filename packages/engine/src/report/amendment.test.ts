import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { campaignDuties } from '../campaign/duties.ts';
import { computeStandings } from '../campaign/standings.ts';
import { compiled, people, photo, planFile, play } from '../campaign/story.fixture.ts';
import type { Site } from '../place/schema.ts';
import type { Plan } from '../plan/schema.ts';
import type { Duty } from '../schedule/duty.ts';
import { amendmentView } from './amendment.ts';

const shops = Array.from({ length: 12 }, (_, i): Site => ({ name: `店${i + 1}`, class: '门店', units: [i % 2 ? '东村' : '西村'] }));

interface Wording {
  readonly within: string;
  readonly every: string;
  readonly points: number;
  readonly draw: number;
  readonly sites: number;
  readonly note: string;
}

/** Two villages' shops: all visited every so often, some drawn each month. */
const planOf = ({ within, every, points, draw, sites, note }: Wording) => {
  const plan = structuredClone(planFile()) as unknown as Plan;
  const [weekly] = plan.schedule;
  Object.assign(plan.places, { sites: shops.slice(0, sites) });
  Object.assign(plan.checklists[0]?.items[0] ?? {}, { points });
  const drawn = { ...weekly, name: '月抽查', every: 'month on day 20', within: '5 days', sites: `draw ${draw}` };
  return compiled({ ...plan, note, schedule: [{ ...weekly, every, within }, drawn] });
};

const wording = fc.record({
  within: fc.constantFrom('2 workdays', '4 workdays', '3 days'),
  every: fc.constantFrom('week on monday', 'week on wednesday', '2 weeks on monday', 'month on day 10'),
  points: fc.integer({ min: 1, max: 5 }),
  draw: fc.integer({ min: 1, max: 4 }),
  sites: fc.integer({ min: 6, max: 12 }),
});
const at = (day: string): string => `${day}T02:00:00.000Z`;
const keyOf = ({ id, from, due, by }: Duty): string => [id, from, due, by].join(' ');

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((key) => b.has(key)).length;

/** A campaign with some of its visits made, March published, and what is begun on two phones. */
const lived = (plan: ReturnType<typeof planOf>, next: ReturnType<typeof planOf>, fails: readonly boolean[]) => {
  const story = play([plan, next]);
  story.given(people.office, at('2026-03-02'), { type: 'AdoptPlan', plan: plan.hash });
  const due = campaignDuties(story.campaign(), '2026-03-02', '2026-04-14').filter(({ from }) => from < '2026-04-15');
  due.forEach((duty, i) => {
    if (fails[i % fails.length] === undefined || i % 3 === 2) return;
    const bad = fails[i % fails.length];
    story.given(people.inspector, at(duty.from), {
      type: 'SubmitChecklist',
      submission: `visit-${String(i).padStart(4, '0')}`,
      plan: plan.hash,
      duty: duty.id,
      filledAt: at(duty.from),
      answers: { 门前干净: bad ? { result: 'fail', photos: [photo] } : { result: 'pass' }, 不占道: { result: 'pass' } },
    });
  });
  story.given(people.office, at('2026-04-03'), { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
  return story;
};

test('what is said before an amendment is adopted is what happens when it is: duties, records, findings, scores, phones', () => {
  const offset = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(wording, wording, fc.array(fc.boolean(), { minLength: 2, maxLength: 5 }), offset, (old, fresh, fails, later) => {
      const [plan, next] = [planOf({ ...old, note: '一' }), planOf({ ...fresh, note: '二' })];
      const story = lived(plan, next, fails);
      const day = addDays('2026-04-15', later);
      const drafts = campaignDuties(story.campaign(), day, day).map(({ id: duty }, i) => ({ phone: `p${i % 2}`, plan: plan.hash, duty }));
      const said = amendmentView(story.campaign(), next, { now: at(day), days: 42, drafts });

      const known = () => {
        const { submissions, findings, standings } = story.campaign();
        return structuredClone({ submissions: [...submissions], findings: [...findings], standings: [...standings] });
      };
      const duties = () => new Set(campaignDuties(story.campaign(), said.from, said.to).map(keyOf));
      const scores = () => computeStandings(story.campaign(), '月排名', { period: '2026-04', today: day })?.rows ?? [];
      const [dutiesBefore, scoresBefore, knownBefore] = [duties(), scores(), known()];
      expect(story.given(people.office, at(day), { type: 'AdoptPlan', plan: next.hash }).ok).toBe(true);
      const [dutiesAfter, scoresAfter] = [duties(), scores()];

      expect(story.campaign().versions.at(-1)?.version).toBe(said.version);
      expect(said.kept).toBe(both(dutiesBefore, dutiesAfter));
      expect(said.moved.count + said.cancelled.count).toBe(dutiesBefore.size - both(dutiesBefore, dutiesAfter));
      expect(said.moved.count + said.added.count).toBe(dutiesAfter.size - both(dutiesBefore, dutiesAfter));
      expect(said.cancelled.some.every((duty) => !dutiesAfter.has(keyOf(duty)))).toBe(true);
      expect(said.moved.some.every(({ before, after }) => dutiesBefore.has(keyOf(before)) && dutiesAfter.has(keyOf(after)))).toBe(true);
      expect(known()).toEqual(knownBefore);
      const published = knownBefore.standings.flatMap(([, { standings }]) => standings.rows).length;
      expect([said.records, said.publishedScores]).toEqual([knownBefore.submissions.length, published]);
      const stayed = scoresBefore.filter(({ unit, points }) => scoresAfter.find((row) => row.unit === unit)?.points === points).length;
      expect(said.runningScores).toEqual({ kept: stayed, changed: scoresBefore.length - stayed });

      const taken = drafts.map(({ duty }, i) =>
        story.given(people.inspector, at(day), {
          type: 'SubmitChecklist',
          submission: `draft-${String(i).padStart(4, '0')}`,
          plan: plan.hash,
          duty,
          filledAt: at(day),
          answers: { 门前干净: { result: 'pass' }, 不占道: { result: 'pass' } },
        }),
      );
      expect(said.begun).toEqual({
        phones: new Set(drafts.map(({ phone }) => phone)).size,
        carried: taken.filter(({ ok }) => ok).length,
        lost: 0,
      });
    }),
    { numRuns: process.env.XIUHUA_BATTERY ? 500 : 25 },
  );
});

test('a draw rests on the seed of the campaign: which sites an amendment draws is foreseen by name', () => {
  const [plan, next] = [
    planOf({ within: '2 workdays', every: 'week on monday', points: 1, draw: 2, sites: 12, note: '一' }),
    planOf({ within: '2 workdays', every: 'week on monday', points: 1, draw: 4, sites: 12, note: '二' }),
  ];
  const story = lived(plan, next, [true, false]);
  const said = amendmentView(story.campaign(), next, { now: at('2026-04-16'), days: 42, drafts: [] });
  story.given(people.office, at('2026-04-16'), { type: 'AdoptPlan', plan: next.hash });
  const now = campaignDuties(story.campaign(), said.from, said.to).map(keyOf);
  expect(said.drawsOpen).toBe(false);
  expect(said.added.some.filter(({ schedule }) => schedule === '月抽查').length).toBeGreaterThan(0);
  expect(said.added.some.map(keyOf).filter((key) => !now.includes(key))).toEqual([]);
});
