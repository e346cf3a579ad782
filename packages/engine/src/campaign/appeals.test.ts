import { expect, test } from 'vitest';
import type { Count } from '../indicator/schema.ts';
import type { Outcome } from '../problem/problem.ts';
import { appealViews, closingView } from '../report/closing.ts';
import { countByDay, countedRecords } from './counts.ts';
import type { Fact } from './event.ts';
import { proposals } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const plan = compiled(planFile());
const codes = (outcome: Outcome<readonly Fact[]>): readonly string[] =>
  outcome.ok ? outcome.value.map((fact) => fact.type) : outcome.problems.map((p) => p.code);
const at = '2026-04-02T01:00:00.000Z';
const period = { ranking: '月排名', period: '2026-03' } as const;

/** March, in which 东村 came last, published on 1 April. */
const published = () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
  story.given(people.inspector, '2026-03-02T03:00:00.000Z', visit(plan, '2026-03-02', '一号店', dirty));
  story.given(people.inspector, '2026-03-02T03:00:00.000Z', visit(plan, '2026-03-02', '二号店'));
  story.given(people.office, '2026-04-01T01:00:00.000Z', { type: 'PublishStandings', ...period });
  return story;
};
const appeal = (text = '照片拍的是隔壁') => ({ type: 'OpenAppeal', ...period, text, photos: [] }) as const;
const stateOf = (story: ReturnType<typeof published>, unit: string) => proposals(story.campaign()).find((p) => p.unit === unit)?.state;

test('a unit appeals against its own published result, with a reason, once at a time', () => {
  const story = published();
  expect(codes(story.given(people.east, at, { ...appeal(), period: '2026-02' }))).toEqual(['appeal.nothing-published']);
  expect(codes(story.given(people.east, at, appeal(' ')))).toEqual(['appeal.reason-missing']);
  expect(codes(story.given(people.east, at, appeal()))).toEqual(['AppealOpened']);
  expect(codes(story.given(people.east, at, appeal()))).toEqual(['appeal.already-open']);
});

test('while it is open, what rests on the result waits; other units’ does not', () => {
  const story = published();
  story.given(people.west, at, appeal('名次有误'));
  expect(stateOf(story, '西村')).toBe('paused');
  expect(codes(story.given(people.leader, at, { type: 'SignConsequence', consequence: '通报表扬·2026-03·西村' }))).toEqual([
    'consequence.paused',
  ]);
});

test('it is decided by another unit, with a reason, once; then things go on', () => {
  const story = published();
  story.given(people.west, at, appeal('名次有误'));
  const decide = { type: 'DecideAppeal', appeal: '月排名·2026-03·西村·1', upheld: false, text: '记录无误' } as const;
  expect(codes(story.given({ ...people.west, roles: ['office'] }, at, decide))).toEqual(['finding.own-work']);
  expect(codes(story.given(people.office, at, { ...decide, text: '' }))).toEqual(['appeal.reason-missing']);
  expect(codes(story.given(people.office, at, decide))).toEqual(['AppealDecided']);
  expect(codes(story.given(people.office, at, decide))).toEqual(['appeal.decided']);
  expect(stateOf(story, '西村')).toBe('proposed');
});

test('standings are issued anew only when something changed, and the earlier issue stays', () => {
  const story = published();
  const correct = { type: 'CorrectStandings', ...period, reason: '补录一次检查' } as const;
  expect(codes(story.given(people.office, at, correct))).toEqual(['period.unchanged']);
  expect(codes(story.given(people.office, at, { ...correct, period: '2026-04' }))).toEqual(['period.not-published']);
  const late = { ...visit(plan, '2026-03-23', '二号店', { 门前干净: { result: 'fail', photos: [photo] } }), submission: 's-late-west' };
  story.given(people.inspector, '2026-04-01T09:00:00.000Z', late);
  const outcome = story.given(people.office, at, correct);
  expect(outcome).toMatchObject({
    value: [
      {
        type: 'StandingsCorrected',
        issue: 2,
        changes: [{ unit: '西村', before: { points: 100_000, rank: 1 }, after: { points: 99_000, rank: 1 } }],
      },
    ],
  });
  const now = story.campaign().standings.get('月排名·2026-03');
  expect(now?.issue).toBe(2);
  expect(now?.earlier.map((one) => [one.issue, one.standings.rows.find((row) => row.unit === '西村')?.points])).toEqual([[1, 100_000]]);
});

test('an upheld appeal sets the records it named aside: they cost nothing in an issue anew, and others stay as they are', () => {
  const story = published();
  const [finding = ''] = [...story.campaign().findings.keys()];
  expect(codes(story.given(people.west, at, { ...appeal(), findings: [finding] }))).toEqual(['appeal.not-your-record']);
  expect(codes(story.given(people.east, at, { ...appeal(), findings: [finding] }))).toEqual(['AppealOpened']);
  const [before] = appealViews(story.campaign(), '2026-04-02');
  expect(before?.contested).toMatchObject([{ site: '一号店', item: '门前干净', day: '2026-03-02' }]);
  expect(before?.unrelated).toEqual([]);
  // What upholding would do is known before anybody decides, and nothing has changed yet.
  expect(before?.effect.map(({ unit }) => unit)).toEqual(['东村']);
  expect(story.campaign().standings.get('月排名·2026-03')?.issue).toBe(1);
  story.given(people.office, at, { type: 'DecideAppeal', appeal: before?.id ?? '', upheld: true, text: '照片拍的是隔壁，予以支持' });
  const corrected = story.given(people.office, at, { type: 'CorrectStandings', ...period, reason: '申诉成立' });
  expect(corrected).toMatchObject({ value: [{ changes: before?.effect }] });
});

test('a rejected appeal sets nothing aside', () => {
  const story = published();
  const findings = [...story.campaign().findings.keys()];
  story.given(people.east, at, { ...appeal(), findings });
  story.given(people.office, at, { type: 'DecideAppeal', appeal: '月排名·2026-03·东村·1', upheld: false, text: '照片无误' });
  expect(codes(story.given(people.office, at, { type: 'CorrectStandings', ...period, reason: '复核' }))).not.toContain(
    'StandingsCorrected',
  );
});

test('before a period is closed it is said who is missing and what a late record would change', () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  story.given(people.inspector, '2026-03-02T03:00:00.000Z', visit(plan, '2026-03-02', '一号店'));
  story.given(people.inspector, '2026-03-02T03:00:00.000Z', visit(plan, '2026-03-02', '二号店'));
  const view = closingView(story.campaign(), { ...period, today: '2026-04-01' });
  expect(view).toMatchObject({ published: false, over: true, open: 0, unranked: [{ unit: '城管所', why: 'not-inspected' }] });
  // Three Mondays more at two shops (the last is due in April); both units share the first place and would fall to the second.
  expect(view?.late).toHaveLength(6);
  expect(view?.late[0]).toMatchObject({ rank: 1, cost: 1000, falls: 2 });
});

test('what an upheld appeal set aside counts in no number either: neither the finding nor the item of the visit', () => {
  const story = published();
  const filter = { scope: { kind: 'whole', name: '' }, today: '2026-04-02' } as const;
  const sum = (count: Count) => countedRecords(story.campaign(), count, filter).reduce((all, one) => all + one.count, 0);
  const byDay = (count: Count) => countByDay(story.campaign(), count, filter, { from: '2026-03-01', to: '2026-03-31' }).get('2026-03-02');
  const counts = ['opened-findings', 'failed-items', 'asked-items', 'visits'] as const;
  expect(counts.map(sum)).toEqual([1, 1, 4, 2]);
  expect(counts.map(byDay)).toEqual([1, 1, 4, 2]);
  story.given(people.east, at, { ...appeal(), findings: ['s-2026-03-02-east/0'] });
  const [id = ''] = story.campaign().appeals.keys();
  expect(codes(story.given(people.leader, at, { type: 'DecideAppeal', appeal: id, upheld: true, text: '属实' }))).toEqual([
    'AppealDecided',
  ]);
  expect(counts.map(sum)).toEqual([0, 0, 3, 2]);
  expect(counts.map((count) => byDay(count) ?? 0)).toEqual([0, 0, 3, 2]);
});

test('what would be if one appeal were upheld is not what would be if another were', () => {
  const campaign = published().campaign();
  const filter = { scope: { kind: 'whole', name: '' }, today: '2026-04-02' } as const;
  const upheld = (finding: string) => {
    const appeal = { id: 'a', ranking: '', period: '', unit: '', at: '', by: '', text: '', photos: [], decision: null } as const;
    const then = { ...campaign, appeals: new Map([['a', { ...appeal, state: 'upheld', findings: [finding] } as const]]) };
    return countByDay(then, 'failed-items', filter, { from: '2026-03-02', to: '2026-03-02' }).get('2026-03-02');
  };
  expect([upheld('another/0'), upheld('s-2026-03-02-east/0'), upheld('another/1')]).toEqual([1, 0, 1]);
});
