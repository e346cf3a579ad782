import { expect, test } from 'vitest';
import type { Outcome } from '../problem/problem.ts';
import { progressViews } from '../report/progress.ts';
import type { Fact } from './event.ts';
import { compiled, people, planFile, play } from './story.fixture.ts';

const withDays = (by: string, due: string) => {
  const raw = planFile() as { phases: Record<string, unknown>[]; responsibility: { tasks: Record<string, unknown>[] } };
  Object.assign(raw.phases[0] ?? {}, { milestones: [{ name: '问题清单', by, units: ['东村'] }] });
  Object.assign(raw.responsibility.tasks[0] ?? {}, { due });
  return compiled(raw);
};
const [plan, later] = [withDays('2026-03-10', '2026-06-01'), withDays('2026-03-14', '2026-06-30')];
const codes = (outcome: Outcome<readonly Fact[]>): readonly string[] =>
  outcome.ok ? outcome.value.map((fact) => fact.type) : outcome.problems.map((p) => p.code);
const begun = () => {
  const story = play([plan, later]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  return story;
};
const at = '2026-03-09T01:00:00.000Z';
const report = (kind: 'task' | 'milestone', about: string, percent: number, text = '已列清单') =>
  ({ type: 'ReportProgress', kind, about, percent, text, photos: [] }) as const;
const verdict = (progress: string, passed: boolean, text = '') => ({ type: 'VerifyProgress', progress, passed, text }) as const;

test('a milestone a unit reports as done is reached once the office confirms it, on the day of the report', () => {
  const story = begun();
  expect(codes(story.given(people.east, at, report('milestone', '问题清单', 100)))).toEqual(['ProgressReported']);
  expect(story.campaign().milestones.size).toBe(0);
  const confirmed = story.given(people.office, '2026-03-12T01:00:00.000Z', verdict('milestone·问题清单·东村·1', true));
  expect(codes(confirmed)).toEqual(['ProgressConfirmed', 'MilestoneReached']);
  expect(story.campaign().milestones.get('问题清单')?.day).toBe('2026-03-09');
  expect(codes(story.given(people.east, at, report('milestone', '问题清单', 100)))).toEqual(['milestone.already-reached']);
});

test('a milestone confirmed at sixty per cent is not reached', () => {
  const story = begun();
  story.given(people.east, at, report('milestone', '问题清单', 60));
  expect(codes(story.given(people.office, at, verdict('milestone·问题清单·东村·1', true)))).toEqual(['ProgressConfirmed']);
  expect(story.campaign().milestones.size).toBe(0);
  expect(progressViews(story.campaign(), '2026-03-09')[0]).toMatchObject({ percent: 60, light: 'yellow' });
});

test('a unit may no longer declare a milestone reached by itself', () => {
  const reach = { type: 'ReachMilestone', milestone: '问题清单', text: '', photos: [] } as const;
  expect(codes(begun().given(people.east, at, reach))).toEqual(['command.not-allowed']);
});

test('what is returned does not count, and a return says why', () => {
  const story = begun();
  story.given(people.east, at, report('task', '门前三包', 60));
  const id = 'task·门前三包·东村·1';
  expect(codes(story.given(people.office, at, verdict(id, false)))).toEqual(['reading.reason-missing']);
  expect(codes(story.given(people.office, at, verdict(id, false, '没有附照片')))).toEqual(['ProgressReturned']);
  expect(progressViews(story.campaign(), '2026-03-09').find(({ kind }) => kind === 'task')).toMatchObject({ percent: 0 });
  expect(codes(story.given(people.office, at, verdict(id, true)))).toEqual(['reading.wrong-state']);
});

test.each([
  ['a thing the plan has not', people.east, report('task', '门前三包责任', 10), 'progress.unknown'],
  ['another unit’s milestone', people.west, report('milestone', '问题清单', 10), 'progress.not-your-unit'],
  ['nothing said', people.east, report('task', '门前三包', 10, ' '), 'progress.text-missing'],
])('%s is refused', (_, who, command, code) => {
  expect(codes(begun().given(who, at, command))).toEqual([code]);
});

test('nobody confirms his own report, and a second one waits for the first', () => {
  const story = begun();
  story.given(people.office, at, report('task', '门前三包', 30));
  expect(codes(story.given(people.office, at, verdict('task·门前三包·整治办·1', true)))).toEqual(['reading.own-work']);
  expect(codes(story.given(people.office, at, report('task', '门前三包', 40)))).toEqual(['progress.waiting']);
});

test('deadlines moved by a new version are held against the first one adopted, and called red, yellow and blue', () => {
  const story = begun();
  const seen = (day: string) => progressViews(story.campaign(), day).map(({ name, light, slip }) => [name, light, slip]);
  expect(seen('2026-03-03')).toEqual([
    ['问题清单', 'yellow', 0],
    ['门前三包', 'none', 0],
  ]);
  expect(seen('2026-03-11')[0]).toEqual(['问题清单', 'red', 0]);
  expect(seen('2026-05-20')[1]).toEqual(['门前三包', 'blue', 0]);
  story.given(people.office, '2026-03-12T01:00:00.000Z', { type: 'AdoptPlan', plan: later.hash });
  expect(seen('2026-03-12')).toEqual([
    ['问题清单', 'yellow', 4],
    ['门前三包', 'none', 29],
  ]);
});
