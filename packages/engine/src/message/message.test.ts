import { expect, test } from 'vitest';
import { instantAt } from '../calendar/day.ts';
import { replay } from '../campaign/replay.ts';
import { unitsSeenBy } from '../campaign/sight.ts';
import { compiled, people, photo, planFile, play, visit } from '../campaign/story.fixture.ts';
import { inboxOf, messagesOf } from './inbox.ts';
import { sayMessage, sayMessageKind } from './say.ts';

const plan = compiled(planFile());
const failed = { 门前干净: { result: 'fail' as const, photos: [photo], text: '有垃圾' } };

/** A shop fails on Monday 9 March; the notice goes out at once. */
const begun = () => {
  const story = play([plan]);
  const sure = (outcome: { ok: boolean; problems: readonly unknown[] }) => expect(outcome.problems).toEqual([]);
  sure(story.given(people.office, instantAt('2026-03-02', '09:00'), { type: 'AdoptPlan', plan: plan.hash }));
  sure(story.given(people.inspector, instantAt('2026-03-09', '10:00'), visit(plan, '2026-03-09', '一号店', failed)));
  const [finding] = [...story.campaign().findings.values()];
  if (!finding) throw new Error('nothing failed');
  return { story, finding, sure };
};

const told = (story: ReturnType<typeof begun>['story'], who: keyof typeof people, day: string, clock = '09:00') =>
  inboxOf(messagesOf(story.campaign(), instantAt(day, clock)), story.campaign(), people[who])
    .filter(({ kind }) => kind !== 'plan-adopted' && !kind.startsWith('review-') && !kind.startsWith('work-'))
    .map(({ kind, open }) => `${kind}${open ? '' : ' (done)'}`);

test('a finding is told to the unit it is dispatched to, and to no other', () => {
  const { story } = begun();
  expect(told(story, 'east', '2026-03-09', '11:00')).toEqual(['finding-dispatched']);
  expect(told(story, 'west', '2026-03-09', '11:00')).toEqual([]);
  expect(told(story, 'office', '2026-03-09', '11:00')).toEqual([]);
});

test('its deadline is called to mind on the workday before, in yellow, and the day after, in red', () => {
  const { story, finding } = begun();
  expect(finding.due).toBe('2026-03-12');
  expect(told(story, 'east', '2026-03-11', '07:59')).toEqual(['finding-dispatched']);
  expect(told(story, 'east', '2026-03-11', '08:00')).toEqual(['finding-due', 'finding-dispatched']);
  expect(told(story, 'east', '2026-03-12', '23:00')).toEqual(['finding-due', 'finding-dispatched']);
  expect(told(story, 'east', '2026-03-13', '08:00')).toEqual(['finding-overdue', 'finding-due (done)', 'finding-dispatched']);
});

test('a reply waits for those who verify; one sent back is told to the unit again', () => {
  const { story, finding, sure } = begun();
  sure(
    story.given(people.east, instantAt('2026-03-10', '10:00'), {
      type: 'ReplyRectification',
      finding: finding.id,
      text: '已扫',
      photos: [photo],
    }),
  );
  expect(told(story, 'inspector', '2026-03-10', '11:00')).toEqual(['reply-waiting']);
  expect(told(story, 'east', '2026-03-13', '11:00')).toEqual(['finding-dispatched (done)']);
  sure(
    story.given(people.office, instantAt('2026-03-11', '10:00'), {
      type: 'VerifyRectification',
      finding: finding.id,
      passed: false,
      text: '还有烟头',
      photos: [],
    }),
  );
  expect(told(story, 'inspector', '2026-03-11', '11:00')).toEqual(['reply-waiting (done)']);
  expect(told(story, 'east', '2026-03-11', '11:00')).toEqual(['finding-returned', 'finding-dispatched']);
  expect(told(story, 'east', '2026-03-13', '11:00')[0]).toBe('finding-overdue');
});

test('a draft is told to whoever may review it, not to the one who asked; what came of it to that one', () => {
  const story = play([plan]);
  const kinds = (who: keyof typeof people) =>
    inboxOf(messagesOf(story.campaign(), instantAt('2026-03-02', '12:00')), story.campaign(), people[who]).map(
      ({ kind, open }) => `${kind}${open ? '' : ' (done)'}`,
    );
  story.give(people.office, instantAt('2026-03-02', '09:00'), { type: 'AskReview', plan: plan.hash, text: '' });
  expect([kinds('leader'), kinds('office'), kinds('inspector')]).toEqual([['review-waiting'], [], []]);
  story.give(people.leader, instantAt('2026-03-02', '10:00'), {
    type: 'ReviewPlan',
    plan: plan.hash,
    passed: false,
    text: '阶段太短',
    remarks: {},
  });
  expect([kinds('leader'), kinds('office')]).toEqual([['review-waiting (done)'], ['review-decided (done)']]);
});

test('the same log gives the same messages, letter for letter', () => {
  const { story } = begun();
  const at = instantAt('2026-03-20', '09:00');
  expect(messagesOf(replay(story.log, story.library), at)).toEqual(messagesOf(story.campaign(), at));
});

test('every message says a whole sentence in both languages', () => {
  const { story } = begun();
  const messages = messagesOf(story.campaign(), instantAt('2026-03-13', '09:00'));
  const all = messages.flatMap((message) => [sayMessage(message, 'zh'), sayMessage(message, 'en'), sayMessageKind(message.kind, 'en')]);
  expect(all.filter((text) => /[{}]|undefined/.test(text) || text.length < 5)).toEqual([]);
  expect(all).toContain('一号店 · 门前干净，东村应在3月12日前整改，已超期。');
});

test('one of the town level sees his unit and those below it, a unit itself, everybody else all', () => {
  const raw = planFile() as { organization: { units: { name: string; parent?: string }[] } };
  const units = raw.organization.units.map((unit) => (unit.name === '东村' ? { ...unit, parent: '城管' } : unit));
  const town = compiled({ ...raw, organization: { ...raw.organization, units } });
  expect([...(unitsSeenBy(town, { unit: '城管所', roles: ['town'] }) ?? [])].sort()).toEqual(['东村', '城管所'].sort());
  expect(unitsSeenBy(town, { unit: '城管所', roles: ['unit'] })).toEqual(new Set(['城管所']));
  expect(unitsSeenBy(town, { unit: '', roles: ['auditor'] })).toBeUndefined();
  expect(unitsSeenBy(town, { unit: '整治办', roles: ['inspector', 'unit'] })).toBeUndefined();
});

test('an overdue finding is told to the town level as well', () => {
  const { story } = begun();
  const town = { account: 't', name: 't', unit: '东村', roles: ['town'] as const };
  const kinds = inboxOf(messagesOf(story.campaign(), instantAt('2026-03-13', '09:00')), story.campaign(), town).map(({ kind }) => kind);
  expect(kinds).toContain('finding-overdue');
  expect(kinds).not.toContain('finding-due');
});
