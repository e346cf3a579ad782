import { describe, expect, test } from 'vitest';
import type { Site } from '../place/schema.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Plan } from '../plan/schema.ts';
import { sha256 } from '../problem/canonical.ts';
import type { Duty } from '../schedule/duty.ts';
import type { Actor } from './actor.ts';
import type { Answer, Command, SubmitChecklist } from './command.ts';
import { decide } from './decide.ts';
import { drawBooks } from './draws.ts';
import { campaignDuties, dutiesOf } from './duties.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import { replay } from './replay.ts';
import { compiled, people, planFile, play, seed } from './story.fixture.ts';

const shops = Array.from({ length: 12 }, (_, i): Site => ({ name: `店${i + 1}`, class: '门店', units: [i % 2 ? '东村' : '西村'] }));

/** The story's plan with twelve shops, of which a fortnightly or monthly schedule draws some. */
const drawing = (schedule: Partial<Plan['schedule'][number]>, change: Partial<Plan> = {}): CompiledPlan => {
  const plan = planFile() as unknown as Plan;
  plan.places.sites = shops;
  Object.assign(plan.schedule[0] as object, { every: 'month on day 10', within: '5 days', sites: 'draw 3' }, schedule);
  return compiled({ ...plan, ...change });
};

const at = (day: string): string => `${day}T02:00:00.000Z`;
const adopted = (...plans: readonly CompiledPlan[]) => {
  const story = play(plans);
  story.given(people.office, at('2026-03-02'), { type: 'AdoptPlan', plan: plans[0]?.hash ?? '' });
  return story;
};
type Story = ReturnType<typeof adopted>;

const duties = (story: Story, month: string): readonly Duty[] =>
  campaignDuties(story.campaign(), `${month}-01`, `${month}-28`).filter(({ planned }) => planned.startsWith(month));
const sites = (story: Story, month: string): readonly string[] => duties(story, month).map(({ site }) => site);
const again = (story: Story, day: string, period: string, reason = '抽中的店面正在装修停业') =>
  story.given(people.office, at(day), { type: 'RepeatDraw', schedule: '周查', period, reason });
const codes = (outcome: ReturnType<typeof again>): readonly string[] => outcome.problems.map(({ code }) => code);

const passed: Readonly<Record<string, Answer>> = { 门前干净: { result: 'pass' }, 不占道: { result: 'pass' } };
const filled = (plan: CompiledPlan, duty: Duty | undefined, day: string): SubmitChecklist => ({
  type: 'SubmitChecklist',
  submission: `visit-${duty?.id.length}-${day}`,
  plan: plan.hash,
  duty: duty?.id ?? '',
  filledAt: at(day),
  answers: passed,
});

/** The log from the first adoption on. */
const sinceAdoption = (log: readonly Event[]) => log.slice(log.findIndex(({ fact }) => fact.type === 'PlanAdopted'));

describe('the seed of the draws', () => {
  const plan = drawing({});

  test('is a fact beside the first adoption, with its commitment', () => {
    const [adoption, seeded] = sinceAdoption(adopted(plan).log);
    expect(seeded?.fact).toEqual({ type: 'DrawSeeded', seed, commitment: sha256(seed) });
    expect([seeded?.at, seeded?.by]).toEqual([adoption?.at, adoption?.by]);
  });

  test('is not made again for a later version', () => {
    const next = drawing({ within: '4 days' });
    const story = adopted(plan, next);
    story.given(people.office, at('2026-04-01'), { type: 'AdoptPlan', plan: next.hash });
    const adoptions = story.log.map(({ fact }) => fact.type).filter((type) => type === 'PlanAdopted' || type === 'DrawSeeded');
    expect(adoptions).toEqual(['PlanAdopted', 'DrawSeeded', 'PlanAdopted']);
  });

  test('leaves the wording of the plan without influence on what is drawn', () => {
    const reworded = drawing({}, { title: '示例镇门前三包整治方案（修订）' });
    expect(reworded.hash).not.toBe(plan.hash);
    expect(sites(adopted(reworded), '2026-04')).toEqual(sites(adopted(plan), '2026-04'));
  });

  test('a log without one gives what it always gave, until a new version is adopted', () => {
    const next = drawing({ within: '4 days' });
    const story = adopted(plan, next);
    story.given(people.office, at('2026-05-01'), { type: 'AdoptPlan', plan: next.hash });
    const old = story.log.filter(({ fact }) => fact.type !== 'DrawSeeded').map((event, i) => ({ ...event, seq: i + 1 }));
    const campaign = replay(old, story.library);
    const given = campaignDuties(campaign, '2026-03-01', '2026-06-30').map(({ id }) => id);
    const always = [...dutiesOf(plan, '2026-03-01', '2026-04-30'), ...dutiesOf(next, '2026-05-01', '2026-06-30')].map(({ id }) => id);
    expect(given).toEqual(always);
    expect(drawBooks(campaign, '2026-04-20')).toMatchObject([{ commitment: null, seed: null }]);
  });
});

test('a log older than seeds gets one with its next version, and what was drawn before stays as it was', () => {
  const [plan, next] = [drawing({}), drawing({ within: '4 days' })];
  const old = adopted(plan, next);
  const [adoption] = sinceAdoption(old.log);
  const campaign = replay(adoption ? [{ ...adoption, seq: 1 }] : [], old.library);
  const before = campaignDuties(campaign, '2026-03-01', '2026-04-30');
  const context = { at: at('2026-05-01'), by: people.office, random: seed, plans: old.library, photos: () => true };
  const take = (by: Actor, command: Command) => {
    const decided = decide(campaign, command, { ...context, by });
    const made = decided.ok ? decided.value : [];
    for (const fact of made) evolve(campaign, { seq: campaign.seq + 1, cause: 'c', at: context.at, by, fact }, old.library);
    return made;
  };
  take(people.office, { type: 'AskReview', plan: next.hash, text: '' });
  take(people.leader, { type: 'ReviewPlan', plan: next.hash, passed: true, text: '', remarks: {} });
  const facts = take(people.office, { type: 'AdoptPlan', plan: next.hash });
  expect(facts.map(({ type }) => type)).toEqual(['PlanAdopted', 'DrawSeeded']);
  expect(campaign.seeded).toMatchObject({ seed, since: 2 });
  expect(campaignDuties(campaign, '2026-03-01', '2026-04-30')).toEqual(before);
  const drawn = (month: string) =>
    campaignDuties(campaign, `${month}-01`, `${month}-28`)
      .filter(({ planned }) => planned.startsWith(month))
      .map(({ site }) => site);
  expect(drawn('2026-05')).not.toEqual(
    dutiesOf(next, '2026-05-01', '2026-05-28')
      .filter(({ planned }) => planned.startsWith('2026-05'))
      .map(({ site }) => site),
  );
});

describe('a later version of the plan', () => {
  test('does not draw again what rested under the version before', () => {
    const plan = drawing({ sites: 'draw 4, not again for 2 draws' });
    const next = drawing({ sites: 'draw 4, not again for 2 draws', within: '4 days' });
    const story = adopted(plan, next);
    story.given(people.office, at('2026-05-01'), { type: 'AdoptPlan', plan: next.hash });
    const drawn = ['2026-03', '2026-04', '2026-05'].flatMap((month) => sites(story, month));
    expect(new Set(drawn).size).toBe(12);
  });

  test('still visits each once a quarter, counting what the version before visited', () => {
    const rule = { every: 'month on day 10', sites: 'draw 4, each once a quarter' };
    const [plan, next] = [drawing(rule), drawing({ ...rule, within: '4 days' })];
    const story = adopted(plan, next);
    story.given(people.office, at('2026-05-01'), { type: 'AdoptPlan', plan: next.hash });
    expect(new Set(['2026-04', '2026-05', '2026-06'].flatMap((month) => sites(story, month))).size).toBe(12);
  });

  test('that moves the day inside a month already drawn for draws by the day', () => {
    const [plan, next] = [drawing({}), drawing({ every: 'month on day 20' })];
    const story = adopted(plan, next);
    story.given(people.office, at('2026-04-15'), { type: 'AdoptPlan', plan: next.hash });
    const [book] = drawBooks(story.campaign(), '2026-04-30');
    expect(book?.records.map(({ period }) => period)).toEqual(['2026-03', '2026-04', '2026-04-20']);
    expect(book?.registers).toHaveLength(1);
  });
});

describe('drawing again', () => {
  const plan = drawing({});

  test('is a fact with its reason, gives other sites, and both issues stay on record', () => {
    const story = adopted(plan);
    const first = sites(story, '2026-04');
    expect(again(story, '2026-04-10', '2026-04')).toMatchObject({
      ok: true,
      value: [{ type: 'DrawRepeated', schedule: '周查', period: '2026-04', issue: 2, reason: '抽中的店面正在装修停业' }],
    });
    const second = sites(story, '2026-04');
    expect(second).not.toEqual(first);
    const [book] = drawBooks(story.campaign(), '2026-04-10');
    const issues = book?.records.filter(({ period }) => period === '2026-04') ?? [];
    expect(issues.map(({ issue, reason }) => [issue, reason])).toEqual([
      [1, ''],
      [2, '抽中的店面正在装修停业'],
    ]);
    expect(issues.map(({ pools }) => pools.flatMap(({ drawn }) => drawn).sort())).toEqual([[...first].sort(), [...second].sort()]);
    expect(replay(story.log, story.library).repeats).toEqual(story.campaign().repeats);
  });

  test('may be done again, as another issue', () => {
    const story = adopted(plan);
    again(story, '2026-04-10', '2026-04');
    expect(again(story, '2026-04-11', '2026-04', '名单有误')).toMatchObject({ value: [{ issue: 3 }] });
  });

  test.each<readonly [string, readonly [day: string, period: string, reason: string], string]>([
    ['a period whose draw has not begun', ['2026-04-09', '2026-04', '理由'], 'repeat.unknown'],
    ['a period nothing is drawn for', ['2026-04-10', '2026-W15', '理由'], 'repeat.unknown'],
    ['a draw that is over', ['2026-04-20', '2026-04', '理由'], 'repeat.over'],
    ['no reason', ['2026-04-10', '2026-04', '  '], 'repeat.reason-missing'],
    ['a draw that a later one follows', ['2026-05-12', '2026-04', '理由'], 'repeat.not-newest'],
  ])('is refused for %s', (_, asked, code) => {
    const story = adopted(plan);
    expect(codes(again(story, ...asked))).toEqual([code]);
    expect(story.campaign().repeats.size).toBe(0);
  });

  test('is refused once a site that was drawn has been visited, and to everybody but the office', () => {
    const story = adopted(plan);
    const [duty] = duties(story, '2026-04');
    story.given(people.inspector, at('2026-04-10'), filled(plan, duty, '2026-04-10'));
    expect(codes(again(story, '2026-04-10', '2026-04'))).toEqual(['repeat.begun']);
    for (const who of ['inspector', 'east', 'leader'] as const)
      expect(
        codes(story.given(people[who], at('2026-04-10'), { type: 'RepeatDraw', schedule: '周查', period: '2026-04', reason: '理由' })),
      ).toEqual(['command.not-allowed']);
  });

  test('is refused in a log without a seed', () => {
    const story = adopted(plan);
    const [adoption] = story.log;
    const campaign = replay(adoption ? [adoption] : [], story.library);
    Object.assign(story.campaign(), { seeded: campaign.seeded });
    expect(codes(again(story, '2026-04-10', '2026-04'))).toEqual(['repeat.not-seeded']);
  });

  test('keeps the record of an inspector who had gone without network, but counts it for nothing', () => {
    const story = adopted(plan);
    const before = duties(story, '2026-04');
    again(story, '2026-04-11', '2026-04');
    const dropped = before.find(({ site }) => !sites(story, '2026-04').includes(site));
    expect(story.given(people.inspector, at('2026-04-12'), filled(plan, dropped, '2026-04-10'))).toMatchObject({
      ok: true,
      value: [{ type: 'ChecklistSubmitted', site: dropped?.site, counts: false }],
    });
  });
});

describe('the published draws', () => {
  const plan = drawing({ every: 'month before day 25' });

  test('hold what has begun and nothing that is still to come', () => {
    const story = adopted(plan);
    const periods = (day: string) => drawBooks(story.campaign(), day)[0]?.records.map(({ period }) => period);
    expect(periods('2026-03-31')).toEqual(['2026-03']);
    expect(periods('2026-04-01')).toEqual(['2026-03', '2026-04']);
    expect(JSON.stringify(drawBooks(story.campaign(), '2026-06-30'))).not.toContain(seed);
  });

  test('reveal the seed once every phase is over', () => {
    const story = adopted(plan);
    expect(drawBooks(story.campaign(), '2026-07-01')[0]).toMatchObject({ seed, commitment: sha256(seed) });
  });

  test('name the sites of the duties', () => {
    const story = adopted(plan);
    const [book] = drawBooks(story.campaign(), '2026-06-30');
    for (const { period, pools } of book?.records ?? [])
      expect(pools.flatMap(({ drawn }) => drawn).sort()).toEqual([...sites(story, period)].sort());
  });
});
