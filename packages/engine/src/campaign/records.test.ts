import { describe, expect, test } from 'vitest';
import type { Outcome } from '../problem/problem.ts';
import { dutyViews } from '../report/duties.ts';
import { findingViews, submissionView } from '../report/findings.ts';
import { recordsViews } from '../report/records.ts';
import { copyName } from './choose.ts';
import type { SubmitChecklist } from './command.ts';
import { countedRecords } from './counts.ts';
import type { Fact } from './event.ts';
import { replay } from './replay.ts';
import { computeStandings } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';
import { contentHash } from './submit.ts';

const plan = compiled(planFile());
const codes = (outcome: Outcome<readonly Fact[]>): readonly string[] => outcome.problems.map((p) => p.code);
const facts = (outcome: Outcome<readonly Fact[]>): readonly string[] => (outcome.ok ? outcome.value.map((fact) => fact.type) : ['refused']);

const monday = '2026-03-02T03:00:00.000Z';
const tuesday = '2026-03-03T03:00:00.000Z';
const wednesday = '2026-03-04T03:00:00.000Z';
const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
const blocked = { 不占道: { result: 'fail', count: 2 } } as const;
const first = 's-2026-03-02-east';

const adopted = () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  return story;
};
type Story = ReturnType<typeof adopted>;
type Changed = Parameters<typeof visit>[3];

const filled = (answers: Changed = {}, change: Partial<SubmitChecklist> = {}): SubmitChecklist => ({
  ...visit(plan, '2026-03-02', '一号店', answers),
  ...change,
});
const duty = filled().duty;
const choose = (story: Story, record: string, reason = '当时在场两人核实') =>
  story.given(people.office, tuesday, { type: 'ChooseRecord', duty, record, reason });
const standing = (story: Story) => findingViews(story.campaign(), '2026-03-04').map(({ item, unit }) => `${item} ${unit}`);
const points = (story: Story): number | undefined =>
  computeStandings(story.campaign(), '月排名', { period: '2026-03', today: '2026-04-01' })?.rows.find((row) => row.unit === '东村')?.points;

/** Two phones did one duty: the first found nothing, the second a dirty doorstep. */
const twoPhones = () => {
  const story = adopted();
  story.given(people.inspector, monday, filled());
  story.given(people.second, monday, filled(dirty, { submission: 's-second-phone' }));
  return story;
};

describe('two records of one duty', () => {
  test('wait for a person, and the first counts until then', () => {
    const story = twoPhones();
    expect(recordsViews(story.campaign())).toMatchObject([
      {
        state: 'open',
        site: '一号店',
        records: [
          { record: first, counts: true },
          { record: 's-second-phone', counts: false },
        ],
      },
    ]);
    expect(standing(story)).toEqual([]);
  });

  test('the chosen one counts: findings, notices and points follow it, and it says by whom and why', () => {
    const story = twoPhones();
    const before = points(story) ?? 0;
    expect(facts(choose(story, 's-second-phone'))).toEqual(['RecordChosen', 'FindingOpened', 'NoticeIssued']);
    expect(standing(story)).toEqual(['门前干净 东村']);
    expect(points(story)).toBeLessThan(before);
    expect(recordsViews(story.campaign())).toMatchObject([
      { state: 'decided', choices: [{ record: 's-second-phone', reason: '当时在场两人核实', by: people.office.name }] },
    ]);
    expect(dutyViews(story.campaign(), { from: '2026-03-02', to: '2026-03-06', today: '2026-03-03' })[0]?.submission).toBe(
      's-second-phone',
    );
  });

  test('a finding of the one not chosen is withdrawn, stays readable, and comes back as it was when the choice is undone', () => {
    const story = adopted();
    story.given(people.inspector, monday, filled(dirty));
    story.given(people.second, monday, filled({}, { submission: 's-second-phone' }));
    story.given(people.east, monday, { type: 'ReplyRectification', finding: `${first}/0`, text: '已清扫', photos: [photo] });
    choose(story, 's-second-phone');
    expect(standing(story)).toEqual([]);
    expect(submissionView(story.campaign(), first, '2026-03-04')?.withdrawn).toMatchObject([{ item: '门前干净', state: 'replied' }]);
    choose(story, first, '第二份看错了门牌');
    expect(findingViews(story.campaign(), '2026-03-04')).toMatchObject([{ state: 'replied', item: '门前干净' }]);
  });

  test('a finding both made on the same day stays with all that was done about it; only the spots follow', () => {
    const story = adopted();
    story.given(people.inspector, monday, filled(blocked));
    story.given(people.second, monday, filled({ 不占道: { result: 'fail', count: 5 } }, { submission: 's-second-phone' }));
    story.given(people.east, monday, { type: 'ReplyRectification', finding: `${first}/1`, text: '已清走', photos: [photo] });
    expect(facts(choose(story, 's-second-phone'))).toEqual(['RecordChosen']);
    expect(findingViews(story.campaign(), '2026-03-04')).toMatchObject([{ id: `${first}/1`, state: 'replied', count: 5 }]);
  });

  test('what a computed indicator counts follows the choice', () => {
    const story = twoPhones();
    const failed = () =>
      countedRecords(story.campaign(), 'failed-items', { scope: { kind: 'whole', name: '' }, today: '2026-03-04' }).map(({ id }) => id);
    expect(failed()).toEqual([]);
    choose(story, 's-second-phone');
    expect(failed()).toEqual(['s-second-phone']);
  });

  test('a later record opens the question again', () => {
    const story = twoPhones();
    choose(story, first);
    story.given(people.second, wednesday, filled(blocked, { submission: 's-third-phone' }));
    expect(recordsViews(story.campaign())[0]?.state).toBe('open');
  });

  test.each([
    ['without a reason', { record: first, reason: ' ' }, 'record.reason-missing'],
    ['of a record nobody sent', { record: 's-nobody', reason: '看过' }, 'record.unknown'],
  ])('cannot be decided %s', (_, { record, reason }, code) => {
    expect(codes(choose(twoPhones(), record, reason))).toEqual([code]);
  });

  test('are not chosen by an inspector, and one record alone is nothing to choose', () => {
    const story = adopted();
    story.given(people.inspector, monday, filled());
    expect(codes(choose(story, first))).toEqual(['record.nothing-to-choose']);
    const command = { type: 'ChooseRecord', duty, record: first, reason: '看过' } as const;
    expect(codes(story.given(people.inspector, monday, command))).toEqual(['command.not-allowed']);
  });
});

describe('other content under one id', () => {
  const other = filled(dirty);
  const copy = copyName(first, contentHash(other));
  const kept = () => {
    const story = adopted();
    story.given(people.inspector, monday, filled());
    story.given(people.second, tuesday, other);
    return story;
  };

  test('from another account is kept, marked, and waits for a person', () => {
    expect(recordsViews(kept().campaign())).toMatchObject([
      {
        state: 'open',
        records: [
          { record: first, copy: false },
          { record: copy, copy: true, otherAccount: true, by: { name: '检查员乙' } },
        ],
      },
    ]);
  });

  test('can be chosen like any record, and is then one of its own, made by who sent it', () => {
    const story = kept();
    expect(facts(choose(story, copy))).toEqual(['ChecklistSubmitted', 'RecordChosen', 'FindingOpened', 'NoticeIssued']);
    expect(story.campaign().submissions.get(copy)).toMatchObject({ counts: true, copyOf: first, by: { name: '检查员乙' }, at: tuesday });
    expect(standing(story)).toEqual(['门前干净 东村']);
    expect(recordsViews(story.campaign())[0]).toMatchObject({
      state: 'decided',
      records: [{ counts: false }, { record: copy, counts: true }],
    });
  });

  test('that is not a complete checklist is kept, and choosing it says what is missing', () => {
    const story = adopted();
    story.given(people.inspector, monday, filled());
    const half: SubmitChecklist = { ...filled(), answers: { 门前干净: { result: 'pass' } } };
    story.given(people.second, tuesday, half);
    expect(codes(choose(story, copyName(first, contentHash(half))))).toEqual(['submission.unanswered']);
  });
});

describe('a record sent back', () => {
  const back = (story: Story, remarks: Record<string, string> = { 不占道: '照片里占道的有三处' }) =>
    story.given(people.office, tuesday, { type: 'ReturnRecord', submission: first, remarks, text: '' });
  const returned = () => {
    const story = adopted();
    story.given(people.inspector, monday, filled(dirty));
    back(story);
    return story;
  };
  const again = (answers: Changed, change: Partial<SubmitChecklist> = {}) =>
    filled(answers, { submission: 's-second-round', filledAt: tuesday, amends: first, ...change });

  test('goes on counting until its next round is there, and the phone is told what to look at', () => {
    const story = returned();
    expect(standing(story)).toEqual(['门前干净 东村']);
    const [due] = dutyViews(story.campaign(), { from: '2026-03-02', to: '2026-03-06', today: '2026-03-03' });
    expect(due).toMatchObject({ state: 'done', returned: { submission: first, round: 2, remarks: { 不占道: '照片里占道的有三处' } } });
    expect(recordsViews(story.campaign())).toMatchObject([{ state: 'returned' }]);
  });

  test('its second round counts on the day of the visit; the first answer stays on record', () => {
    const story = returned();
    const outcome = story.given(people.inspector, wednesday, again({ ...dirty, 不占道: { result: 'fail', count: 3 } }));
    expect(facts(outcome)).toEqual(['ChecklistSubmitted', 'RecordChosen', 'FindingOpened', 'NoticeIssued']);
    expect(story.campaign().submissions.get('s-second-round')).toMatchObject({ counts: true, round: 2, amends: first, day: '2026-03-02' });
    expect(story.campaign().submissions.get(first)).toMatchObject({ counts: false, answers: { 不占道: { result: 'pass' } } });
    // The finding of the first round that nobody touched is still the same one.
    expect(findingViews(story.campaign(), '2026-03-04').map(({ id, count }) => [id, count])).toEqual([
      [`${first}/0`, 1],
      ['s-second-round/1', 3],
    ]);
    expect(recordsViews(story.campaign())).toMatchObject([{ state: 'decided' }]);
  });

  test('a round that answers more than it was asked is one more record for a person to choose from', () => {
    const story = returned();
    expect(facts(story.given(people.inspector, wednesday, again({})))).toEqual(['ChecklistSubmitted']);
    expect(recordsViews(story.campaign())[0]?.state).toBe('open');
    expect(standing(story)).toEqual(['门前干净 东村']);
  });

  test('of several questions that were to stay, one changed is enough for a person to be asked', () => {
    const raw = planFile() as { checklists: { items: object[] }[] };
    raw.checklists[0]?.items.push({ name: '灯亮', task: '门前三包', points: 1 });
    const wide = compiled(raw);
    const story = play([wide]);
    story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: wide.hash });
    const lit = { 灯亮: { result: 'pass' } } as const;
    story.given(people.inspector, monday, visit(wide, '2026-03-02', '一号店', lit));
    back(story);
    const next = { submission: 's-second-round', filledAt: tuesday, amends: first };
    const changed = visit(wide, '2026-03-02', '一号店', {
      ...lit,
      门前干净: { result: 'not-applicable' },
      不占道: { result: 'not-applicable' },
    });
    expect(facts(story.given(people.inspector, wednesday, { ...changed, ...next }))).toEqual(['ChecklistSubmitted']);
    expect(recordsViews(story.campaign())[0]?.state).toBe('open');
  });

  test('rounds are counted, and the second can be sent back as well', () => {
    const story = returned();
    story.given(people.inspector, wednesday, again({ ...dirty, ...blocked }));
    const remarks = { 不占道: '仍少一处' };
    story.given(people.office, wednesday, { type: 'ReturnRecord', submission: 's-second-round', remarks, text: '' });
    const third = { submission: 's-third-round', amends: 's-second-round' };
    story.given(people.inspector, '2026-03-05T03:00:00.000Z', again({ ...dirty, 不占道: { result: 'fail', count: 3 } }, third));
    expect(story.campaign().submissions.get('s-third-round')).toMatchObject({ round: 3, counts: true });
    expect(findingViews(story.campaign(), '2026-03-05').map(({ id, count }) => [id, count])).toEqual([
      [`${first}/0`, 1],
      ['s-second-round/1', 3],
    ]);
  });

  test.each([
    ['twice', first, { 门前干净: '重拍' }, 'record.already-returned'],
    ['without a remark', 's-2026-03-02-west', {}, 'record.remark-missing'],
    ['about a question it never answered', 's-2026-03-02-west', { 不占路: '再看' }, 'submission.unknown-item'],
    ['that nobody sent', 's-nobody', { 门前干净: '重拍' }, 'record.unknown'],
  ] as const)('is not sent back %s', (_, submission, remarks, code) => {
    const story = returned();
    story.given(people.inspector, tuesday, visit(plan, '2026-03-02', '二号店'));
    expect(codes(story.given(people.office, tuesday, { type: 'ReturnRecord', submission, remarks, text: '' }))).toEqual([code]);
  });

  test('the log replays to the same campaign', () => {
    const story = returned();
    story.given(people.inspector, wednesday, again({ ...dirty, ...blocked }));
    story.given(people.second, wednesday, filled(blocked, { submission: 's-second-phone' }));
    choose(story, 's-second-phone');
    choose(story, 's-second-round');
    expect(replay(story.log, story.library)).toEqual(story.campaign());
  });
});

describe('a checklist filled before its inspector left the unit', () => {
  const moved = { ...people.inspector, unit: '东村' };
  const gone = { ...people.inspector, unit: '', roles: [] };
  const before = [people.inspector.unit];

  test.each([
    ['to another unit', moved],
    ['out of the campaign', gone],
  ])('%s is kept and marked, leaves the duty open, and counts once a person chose it', (_, now) => {
    const story = adopted();
    expect(facts(story.given(now, wednesday, filled(dirty), { inspectedFor: before }))).toEqual(['ChecklistSubmitted']);
    expect(recordsViews(story.campaign())).toMatchObject([{ state: 'open', records: [{ left: people.inspector.unit, counts: false }] }]);
    expect(standing(story)).toEqual([]);
    expect(dutyViews(story.campaign(), { from: '2026-03-02', to: '2026-03-02', today: '2026-03-02' })[0]).toMatchObject({
      state: 'open',
      submission: null,
    });
    expect(facts(choose(story, first))).toEqual(['RecordChosen', 'FindingOpened', 'NoticeIssued']);
    expect(standing(story)).toEqual(['门前干净 东村']);
    expect(recordsViews(story.campaign())).toMatchObject([{ state: 'decided' }]);
  });

  test('stays out when a person says so, with a reason, and a later record opens the question again', () => {
    const story = adopted();
    const dismiss = (reason: string) => story.given(people.office, tuesday, { type: 'DismissRecords', duty, reason });
    expect(codes(dismiss('不在岗'))).toEqual(['record.unknown']);
    story.given(gone, monday, filled(dirty), { inspectedFor: before });
    expect(codes(dismiss(' '))).toEqual(['record.reason-missing']);
    expect(facts(dismiss('当天已不在岗'))).toEqual(['RecordsDismissed']);
    expect(recordsViews(story.campaign())).toMatchObject([{ state: 'decided', choices: [{ record: '', reason: '当天已不在岗' }] }]);
    expect(standing(story)).toEqual([]);
    story.given(people.second, wednesday, filled({}, { submission: 's-second-phone' }));
    expect(recordsViews(story.campaign())[0]?.state).toBe('open');
    expect(codes(dismiss('都不算'))).toEqual(['record.one-counts']);
    expect(replay(story.log, story.library)).toEqual(story.campaign());
  });

  test('does not stand in the way of the one who does the duty now', () => {
    const story = adopted();
    story.given(gone, tuesday, filled(), { inspectedFor: before });
    story.given(people.second, wednesday, filled(dirty, { submission: 's-second-phone' }));
    expect(recordsViews(story.campaign())[0]?.records.map(({ counts }) => counts)).toEqual([false, true]);
    expect(standing(story)).toEqual(['门前干净 东村']);
  });

  test('does not take the place of a record that was sent back', () => {
    const story = adopted();
    story.given(people.inspector, monday, filled());
    story.given(people.office, tuesday, { type: 'ReturnRecord', submission: first, remarks: { 不占道: '再看' }, text: '' });
    const round = filled(blocked, { submission: 's-second-round', filledAt: tuesday, amends: first });
    expect(facts(story.given(moved, wednesday, round, { inspectedFor: before }))).toEqual(['ChecklistSubmitted']);
    expect(recordsViews(story.campaign())[0]?.state).toBe('open');
  });

  test('is refused of one who never inspected for the unit', () => {
    const story = adopted();
    expect(codes(story.given(moved, tuesday, filled()))).toEqual(['submission.not-your-unit']);
    expect(codes(story.given(moved, tuesday, filled(), { inspectedFor: ['西村'] }))).toEqual(['submission.not-your-unit']);
    expect(codes(story.given(gone, tuesday, filled()))).toEqual(['command.not-allowed']);
  });

  test('counts at once when it was the unit that got another name', () => {
    const raw = planFile() as { organization: { units: { name: string; formerly?: string[] }[] }; schedules: { by: string }[] };
    const [unit] = raw.organization.units.filter(({ name }) => name === people.inspector.unit);
    if (!unit) throw new Error('the unit of the inspector is not in the plan');
    const renamed = JSON.parse(JSON.stringify(raw).replaceAll(`"${unit.name}"`, '"新检查队"')) as typeof raw;
    for (const one of renamed.organization.units) if (one.name === '新检查队') one.formerly = [unit.name];
    const next = compiled(renamed);
    const story = play([plan, next]);
    story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
    story.given(people.office, tuesday, { type: 'AdoptPlan', plan: next.hash });
    story.given({ ...people.inspector, unit: '新检查队' }, wednesday, filled(dirty));
    expect(story.campaign().submissions.get(first)).toMatchObject({ counts: true, plan: plan.hash });
    expect(story.campaign().submissions.get(first)?.left).toBeUndefined();
  });
});

test('a record that came after its result was published is marked with that result', () => {
  const story = adopted();
  story.given(people.office, '2026-04-01T03:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
  story.given(people.inspector, '2026-04-02T03:00:00.000Z', filled(dirty));
  expect(recordsViews(story.campaign())).toMatchObject([{ state: 'late', records: [{ afterPublished: ['月排名·2026-03'] }] }]);
});
