import { describe, expect, test } from 'vitest';
import type { Outcome } from '../problem/problem.ts';
import { board } from '../report/board.ts';
import { findingViews } from '../report/findings.ts';
import type { Reason } from '../scoring/reason.ts';
import type { Fact } from './event.ts';
import { replay } from './replay.ts';
import { computeStandings, proposals } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const plan = compiled(planFile());
const codes = (outcome: Outcome<readonly Fact[]>): readonly string[] => outcome.problems.map((p) => p.code);
const facts = (outcome: Outcome<readonly Fact[]>): readonly string[] => (outcome.ok ? outcome.value.map((fact) => fact.type) : ['refused']);

/** The plan adopted on the first Monday. */
const adopted = () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  return story;
};

const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
const monday = '2026-03-02T03:00:00.000Z';

describe('a visit', () => {
  test('that finds nothing is one fact', () => {
    expect(facts(adopted().given(people.inspector, monday, visit(plan, '2026-03-02', '一号店')))).toEqual(['ChecklistSubmitted']);
  });

  test('with a failed item opens a finding for the unit that keeps the site, and a notice due in workdays', () => {
    const story = adopted();
    const outcome = story.given(people.inspector, '2026-03-05T03:00:00.000Z', visit(plan, '2026-03-02', '一号店', dirty));
    expect(facts(outcome)).toEqual(['ChecklistSubmitted', 'FindingOpened', 'NoticeIssued']);
    const [finding] = findingViews(story.campaign(), '2026-03-05');
    // Thursday + 3 workdays = Tuesday.
    expect(finding).toMatchObject({ unit: '东村', state: 'rectifying', due: '2026-03-10', number: 1, left: 3, overdue: false });
  });

  test('two failed items of one unit come on one notice', () => {
    const answers = { ...dirty, 不占道: { result: 'fail', count: 2 } } as const;
    const outcome = adopted().given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', answers));
    expect(facts(outcome)).toEqual(['ChecklistSubmitted', 'FindingOpened', 'FindingOpened', 'NoticeIssued']);
  });

  test('sent twice changes nothing the second time', () => {
    const story = adopted();
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty));
    expect(story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty))).toMatchObject({ ok: true, value: [] });
  });

  test('with the same id and other content is kept beside the first, once', () => {
    const story = adopted();
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店'));
    expect(facts(story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty)))).toEqual(['ConflictKept']);
    expect(facts(story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty)))).toEqual([]);
    expect(story.campaign().submissions.get('s-2026-03-02-east')?.conflicts).toHaveLength(1);
    expect(findingViews(story.campaign(), '2026-03-02')).toEqual([]);
  });

  test('of a duty done before is kept, opens nothing and costs nothing', () => {
    const story = adopted();
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店'));
    const again = { ...visit(plan, '2026-03-02', '一号店', dirty), submission: 's-second-phone' };
    expect(story.given(people.second, monday, again)).toMatchObject({ ok: true, value: [{ type: 'ChecklistSubmitted', counts: false }] });
  });

  type Refused = readonly [string, { planned?: string; answers?: Parameters<typeof visit>[3]; who?: keyof typeof people }, string];
  const refused: readonly Refused[] = [
    ['an answer to a question that was not asked', { answers: { 招牌整齐: { result: 'pass' } } }, 'submission.unknown-item'],
    ['spots on an item that is not counted', { answers: { 门前干净: { result: 'fail', count: 2 } } }, 'submission.bad-answer'],
    ['a counted failure without spots', { answers: { 不占道: { result: 'fail' } } }, 'submission.bad-answer'],
    ['one who is no inspector', { who: 'office' }, 'command.not-allowed'],
    ['a duty that has not begun', { planned: '2026-03-09' }, 'submission.duty-not-open'],
  ];
  test.each(refused)('is refused for %s', (_, { planned = '2026-03-02', answers = {}, who = 'inspector' }, code) => {
    const story = adopted();
    const before = [...story.log];
    expect(codes(story.given(people[who], monday, visit(plan, planned, '一号店', answers)))).toEqual([code]);
    expect(story.log).toEqual(before);
  });

  test('with a missing answer says which', () => {
    const command = visit(plan, '2026-03-02', '一号店');
    const outcome = adopted().given(people.inspector, monday, { ...command, answers: { 门前干净: { result: 'pass' } } });
    expect(outcome.problems[0]).toMatchObject({ code: 'submission.unanswered', params: { count: 1, items: '不占道' } });
  });

  test('a phone clock in the wrong year cannot move the visit out of its week', () => {
    const wrong = { ...visit(plan, '2026-03-02', '一号店'), filledAt: '2031-01-01T00:00:00.000Z' };
    expect(adopted().given(people.inspector, monday, wrong)).toMatchObject({ value: [{ day: '2026-03-02', clockDoubted: true }] });
  });
});

describe('a finding', () => {
  const found = () => {
    const story = adopted();
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty));
    return { story, finding: 's-2026-03-02-east/0' };
  };
  const reply = (finding: string) => ({ type: 'ReplyRectification', finding, text: '已清扫', photos: [photo] }) as const;
  const verify = (finding: string, passed: boolean, text = '') =>
    ({ type: 'VerifyRectification', finding, passed, text, photos: [] }) as const;
  const tuesday = '2026-03-03T03:00:00.000Z';

  test('is replied to by its unit, then closed by somebody else', () => {
    const { story, finding } = found();
    expect(facts(story.given(people.east, tuesday, reply(finding)))).toEqual(['RectificationReplied']);
    expect(facts(story.given(people.second, tuesday, verify(finding, true)))).toEqual(['FindingClosed']);
    expect(findingViews(story.campaign(), '2026-03-03')[0]).toMatchObject({ state: 'closed', closed: '2026-03-03' });
  });

  test('is not answered by another unit, nor closed before a reply, nor closed twice', () => {
    const { story, finding } = found();
    expect(codes(story.given(people.west, tuesday, reply(finding)))).toEqual(['finding.not-your-unit']);
    expect(codes(story.given(people.second, tuesday, verify(finding, true)))).toEqual(['finding.wrong-state']);
    story.given(people.east, tuesday, reply(finding));
    story.given(people.second, tuesday, verify(finding, true));
    expect(codes(story.given(people.second, tuesday, verify(finding, true)))).toEqual(['finding.wrong-state']);
  });

  test('is never closed by the unit that fixed it, whatever roles its people hold', () => {
    const { story, finding } = found();
    story.given(people.east, tuesday, reply(finding));
    expect(codes(story.given({ ...people.east, roles: ['office'] }, tuesday, verify(finding, true)))).toEqual(['finding.own-work']);
    const moved = { ...people.east, unit: '整治办', roles: ['inspector'] } as const;
    expect(codes(story.given(moved, tuesday, verify(finding, true)))).toEqual(['finding.own-work']);
  });

  test('goes back with a reason only, and the deadline stays', () => {
    const { story, finding } = found();
    story.given(people.east, tuesday, reply(finding));
    expect(codes(story.given(people.second, tuesday, verify(finding, false)))).toEqual(['finding.reason-missing']);
    story.given(people.second, tuesday, verify(finding, false, '角落仍有垃圾'));
    expect(findingViews(story.campaign(), '2026-03-06')[0]).toMatchObject({
      state: 'rectifying',
      returns: 1,
      due: '2026-03-05',
      overdue: true,
      left: -1,
    });
  });

  test('a photo that has not arrived is named', () => {
    const { story, finding } = found();
    expect(codes(story.given(people.east, tuesday, { ...reply(finding), photos: ['b'.repeat(64)] }))).toEqual(['submission.photo-unknown']);
  });
});

describe('a unit that was merged', () => {
  const merged = planFile() as { organization: { units: { name: string; until?: string; mergedInto?: string }[] } };
  Object.assign(merged.organization.units[2] ?? {}, { until: '2026-03-08', mergedInto: '西村' });
  const later = compiled(merged);
  const story = () => {
    const story = play([later]);
    story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: later.hash });
    story.given(people.inspector, monday, visit(later, '2026-03-02', '一号店', dirty));
    return story;
  };
  const reply = { type: 'ReplyRectification', finding: 's-2026-03-02-east/0', text: '已清扫', photos: [photo] } as const;

  test('answers until its last day, then the one it went into answers for its open work', () => {
    expect(codes(story().given(people.west, '2026-03-08T03:00:00.000Z', reply))).toEqual(['finding.not-your-unit']);
    expect(facts(story().given(people.west, '2026-03-09T03:00:00.000Z', reply))).toEqual(['RectificationReplied']);
    expect(codes(story().given(people.east, '2026-03-09T03:00:00.000Z', reply))).toEqual(['finding.not-your-unit']);
  });

  test('gets no new findings and no place after its last day', () => {
    const after = story();
    const outcome = after.given(people.inspector, '2026-03-09T03:00:00.000Z', visit(later, '2026-03-09', '一号店', dirty));
    expect(outcome).toMatchObject({ value: [{}, { type: 'FindingOpened', unit: '西村' }, { unit: '西村' }] });
    const rows = computeStandings(after.campaign(), '月排名', { period: '2026-03', today: '2026-04-01' })?.rows;
    expect(rows?.map((row) => row.unit).sort()).toEqual(['城管所', '西村']);
  });
});

describe('a month', () => {
  const leaves = (reason: Reason): number =>
    reason.parts.length ? reason.parts.reduce((sum, part) => sum + leaves(part), 0) : reason.points;

  const march = () => {
    const story = adopted();
    const answers = { ...dirty, 不占道: { result: 'fail', count: 9 } } as const;
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', answers));
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '二号店'));
    return story;
  };

  test('costs what the checklist says, at most the item’s limit, and two points for each overdue finding', () => {
    const standings = computeStandings(march().campaign(), '月排名', { period: '2026-03', today: '2026-04-01' });
    const east = standings?.rows.find((row) => row.unit === '东村');
    // 100 − 1 (门前干净) − 2 (不占道: 9 × 0.5, at most 2) − 2 × 2 (two overdue findings) = 93.
    expect(east?.points).toBe(93_000);
    expect(east?.reason && leaves(east.reason)).toBe(93_000);
  });

  test('ranks the inspected and lists the rest', () => {
    const standings = computeStandings(march().campaign(), '月排名', { period: '2026-03', today: '2026-04-01' });
    expect(standings?.rows.map((row) => [row.unit, row.rank, row.why ?? ''])).toEqual([
      ['西村', 1, ''],
      ['东村', 2, ''],
      ['城管所', null, 'not-inspected'],
    ]);
  });

  test('is published once, after its last day, by the office', () => {
    const story = march();
    const publish = { type: 'PublishStandings', ranking: '月排名', period: '2026-03' } as const;
    expect(codes(story.given(people.office, '2026-03-31T10:00:00.000Z', publish))).toEqual(['period.not-over']);
    expect(codes(story.given(people.leader, '2026-04-01T01:00:00.000Z', publish))).toEqual(['command.not-allowed']);
    // 16:00 UTC is midnight in China: the month is over.
    expect(facts(story.given(people.office, '2026-03-31T16:00:00.000Z', publish))).toEqual(['StandingsPublished']);
    expect(codes(story.given(people.office, '2026-04-02T01:00:00.000Z', publish))).toEqual(['period.already-published']);
    expect(codes(story.given(people.office, '2026-04-02T01:00:00.000Z', { ...publish, period: '2026-02' }))).toEqual([
      'period.before-campaign',
    ]);
    expect(codes(story.given(people.office, '2026-04-02T01:00:00.000Z', { ...publish, period: '2026-Q1' }))).toEqual([
      'period.not-a-period',
    ]);
  });

  test('a published rank stays what it was, whatever becomes known later', () => {
    const story = march();
    story.given(people.office, '2026-04-01T01:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
    const before = JSON.stringify(story.campaign().standings.get('月排名·2026-03'));
    story.given(people.east, '2026-04-02T01:00:00.000Z', {
      type: 'ReplyRectification',
      finding: 's-2026-03-02-east/0',
      text: '已清扫',
      photos: [photo],
    });
    expect(JSON.stringify(story.campaign().standings.get('月排名·2026-03'))).toBe(before);
  });
});

describe('a consequence', () => {
  const publish = (period: string) => ({ type: 'PublishStandings', ranking: '月排名', period }) as const;

  /** 东村 last in each of the months; 西村 first. */
  const lastIn = (...months: readonly string[]) => {
    const story = adopted();
    const first: Record<string, string> = {
      '2026-03': '2026-03-02',
      '2026-04': '2026-04-13',
      '2026-05': '2026-05-11',
      '2026-06': '2026-06-01',
    };
    for (const month of ['2026-03', '2026-04', '2026-05', '2026-06']) {
      const day = first[month] ?? '';
      if (months.includes(month)) story.given(people.inspector, `${day}T03:00:00.000Z`, visit(plan, day, '一号店', dirty));
      else story.given(people.inspector, `${day}T03:00:00.000Z`, visit(plan, day, '一号店'));
      story.given(people.inspector, `${day}T03:00:00.000Z`, visit(plan, day, '二号店', months.includes(month) ? {} : dirty));
    }
    return story;
  };
  const talks = (story: ReturnType<typeof adopted>): readonly string[] =>
    proposals(story.campaign())
      .filter((p) => p.consequence === '约谈')
      .map((p) => `${p.unit} ${p.because.map((b) => b.period).join('+')}`);

  test('needs its months in a row, inside one quarter', () => {
    const story = lastIn('2026-04', '2026-05');
    for (const period of ['2026-03', '2026-04', '2026-05']) story.given(people.office, '2026-06-01T01:00:00.000Z', publish(period));
    expect(talks(story)).toEqual(['东村 2026-04+2026-05']);
  });

  test('a quarter’s end starts the count again', () => {
    const story = lastIn('2026-03', '2026-04');
    for (const period of ['2026-03', '2026-04']) story.given(people.office, '2026-06-01T01:00:00.000Z', publish(period));
    expect(talks(story)).toEqual([]);
  });

  test('a month that was not published breaks the run', () => {
    const story = lastIn('2026-04', '2026-05', '2026-06');
    for (const period of ['2026-04', '2026-06']) story.given(people.office, '2026-07-01T01:00:00.000Z', publish(period));
    expect(talks(story)).toEqual([]);
  });

  test('is signed or declined once, by a leader, and declined only with a reason', () => {
    const story = lastIn('2026-03');
    story.given(people.office, '2026-04-01T01:00:00.000Z', publish('2026-03'));
    const [praise] = proposals(story.campaign());
    expect(praise).toMatchObject({ consequence: '通报表扬', unit: '西村', state: 'proposed', source: '六（三）' });
    const consequence = praise?.id ?? '';
    const at = '2026-04-02T01:00:00.000Z';
    expect(codes(story.given(people.office, at, { type: 'SignConsequence', consequence }))).toEqual(['command.not-allowed']);
    expect(codes(story.given(people.leader, at, { type: 'DeclineConsequence', consequence, reason: ' ' }))).toEqual([
      'consequence.reason-missing',
    ]);
    expect(facts(story.given(people.leader, at, { type: 'SignConsequence', consequence }))).toEqual(['ConsequenceSigned']);
    expect(codes(story.given(people.leader, at, { type: 'SignConsequence', consequence }))).toEqual(['consequence.already-decided']);
    expect(codes(story.given(people.leader, at, { type: 'SignConsequence', consequence: '约谈·2026-03·南村' }))).toEqual([
      'consequence.unknown',
    ]);
  });
});

describe('the log', () => {
  test('replayed gives the same board', () => {
    const story = adopted();
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty));
    story.given(people.east, '2026-03-04T01:00:00.000Z', {
      type: 'ReplyRectification',
      finding: 's-2026-03-02-east/0',
      text: '',
      photos: [photo],
    });
    expect(board(replay(story.log, story.library), '2026-03-20')).toEqual(board(story.campaign(), '2026-03-20'));
  });

  test('with a gap is refused', () => {
    const story = adopted();
    story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店', dirty));
    expect(() => replay([...story.log.slice(0, 1), ...story.log.slice(2)], story.library)).toThrow('event 3 after 1');
  });

  test('nothing can be done before a plan is adopted, and the same plan is not adopted twice', () => {
    const story = play([plan]);
    expect(codes(story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店')))).toEqual(['command.no-plan']);
    story.given(people.office, monday, { type: 'AdoptPlan', plan: plan.hash });
    expect(codes(story.given(people.office, monday, { type: 'AdoptPlan', plan: plan.hash }))).toEqual(['plan.unchanged']);
  });
});

test('when everybody is equal nobody is last', () => {
  const story = adopted();
  story.given(people.inspector, monday, visit(plan, '2026-03-02', '一号店'));
  story.given(people.inspector, monday, visit(plan, '2026-03-02', '二号店'));
  story.given(people.office, '2026-04-01T01:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
  expect(proposals(story.campaign()).map((p) => [p.consequence, p.unit])).toEqual([
    ['通报表扬', '东村'],
    ['通报表扬', '西村'],
  ]);
});
