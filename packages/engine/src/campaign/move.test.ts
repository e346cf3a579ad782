import { describe, expect, test } from 'vitest';
import { clockOf, dayOf } from '../calendar/day.ts';
import { ledgerOf, ledgerTable } from '../report/ledger.ts';
import { noticeDocument } from '../report/notice.ts';
import type { Actor } from './actor.ts';
import { countedRecords } from './counts.ts';
import { sevenStepPlan } from './flow.fixture.ts';
import { movesFor } from './move.ts';
import { computeStandings } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const plan = compiled(sevenStepPlan());
const id = 's-2026-03-02-east/0';
const other = 's-2026-03-02-east/1';
/** Monday 2 March 2026, 11:00 in China; a working week without holidays follows. */
const monday = '2026-03-02';
const at = (day: string, clock: string): string =>
  `${day}T${String(Number(clock.slice(0, 2)) - 8).padStart(2, '0')}:${clock.slice(3)}:00.000Z`;

const story = (of = plan) => {
  const { given, campaign, log, library } = play([of]);
  given(people.office, at(monday, '09:00'), { type: 'AdoptPlan', plan: of.hash });
  const fails = { 门前干净: { result: 'fail' as const }, 不占道: { result: 'fail' as const, count: 1 } };
  given(people.inspector, at(monday, '11:00'), visit(of, monday, '一号店', fails));
  const move = (by: Actor, when: readonly [day: string, clock: string], name: string, more: Record<string, unknown> = {}) => {
    const { finding = id, ...rest } = more;
    const command = { type: 'MoveFinding', finding, move: name, text: '', photos: [], ...rest } as const;
    const result = given(by, at(...when), command as never);
    return result.ok ? 'done' : result.problems.map(({ code }) => code).join(' ');
  };
  const finding = (which = id) => {
    const found = campaign().findings.get(which);
    if (!found?.course) throw new Error('no finding');
    return found;
  };
  const due = (): string => {
    const clock = finding().course?.clocks.findLast(({ is }) => is === 'rectifying');
    return clock?.due ? `${dayOf(clock.due)} ${clockOf(clock.due)}` : '—';
  };
  const dispatch = (to: string | undefined = undefined) => {
    move(people.office, [monday, '11:10'], '立案');
    return move(people.office, [monday, '12:00'], '派遣', to === undefined ? {} : { unit: to });
  };
  const reply = (day: string, clock = '10:00', by: Actor = people.east) =>
    move(by, [day, clock], '反馈', { text: '已清理', photos: [photo] });
  const close = (day: string) => {
    move(people.office, [day, '15:00'], '批转核查');
    return move(people.second, [day, '16:00'], '核查合格');
  };
  return { move, finding, due, dispatch, reply, close, campaign, given, log, library };
};

const points = (campaign: ReturnType<typeof story>['campaign'], unit: string, today = '2026-04-10') =>
  computeStandings(campaign(), '月排名', { period: '2026-03', today })?.rows.find((row) => row.unit === unit)?.points;

describe('the seven steps', () => {
  test('a finding is filed, dispatched, dealt with, reported back, verified and closed', () => {
    const s = story();
    expect(s.finding()).toMatchObject({ state: 'pending', number: 0, course: { stage: '立案' } });
    expect(s.campaign().notices).toBe(0);
    expect(s.dispatch()).toBe('done');
    expect(s.finding()).toMatchObject({ state: 'rectifying', number: 1, due: '2026-03-05', course: { stage: '处置' } });
    expect(s.reply('2026-03-04')).toBe('done');
    expect(s.close('2026-03-04')).toBe('done');
    expect(s.finding()).toMatchObject({ state: 'closed', closed: '2026-03-04', replied: '2026-03-04', course: { stage: '结案' } });
  });

  test('each step is for its people only, with what it needs, from its stage', () => {
    const s = story();
    expect(s.move(people.inspector, [monday, '11:05'], '立案')).toBe('move.not-yours');
    expect(s.move(people.office, [monday, '11:05'], '派遣')).toBe('move.not-here');
    expect(s.move(people.office, [monday, '11:05'], '派送')).toBe('move.unknown');
    s.dispatch();
    expect(s.move(people.west, [monday, '15:00'], '反馈', { text: '改了', photos: [photo] })).toBe('move.not-yours');
    expect(s.move(people.east, [monday, '15:00'], '反馈')).toBe('move.text-missing move.photo-missing');
    expect(s.move(people.east, [monday, '15:00'], '反馈', { text: '改了', photos: ['b'.repeat(64)] })).toBe('submission.photo-unknown');
  });

  test('what somebody may do now is what the engine lets him do', () => {
    const s = story();
    s.dispatch();
    const names = (by: Actor) => movesFor(s.campaign(), s.finding(), { by, at: at(monday, '15:00') }).map(({ move }) => move);
    expect(names(people.east)).toEqual(['回退', '反馈', '申请延期', '申请挂账', '申诉']);
    expect(names(people.office)).toEqual([]);
    expect(names(people.leader)).toEqual(['作废', '强制结案']);
  });

  test('the old commands make the moves that do the same', () => {
    const s = story();
    s.dispatch();
    s.given(people.east, at('2026-03-03', '10:00'), { type: 'ReplyRectification', finding: id, text: '已改', photos: [photo] });
    s.move(people.office, ['2026-03-03', '11:00'], '批转核查');
    s.given(people.second, at('2026-03-03', '12:00'), {
      type: 'VerifyRectification',
      finding: id,
      passed: false,
      text: '没改完',
      photos: [],
    });
    expect(s.finding()).toMatchObject({ state: 'rectifying', returns: 1, course: { stage: '处置' } });
  });
});

describe('clocks', () => {
  test('each stage has its own, and being late in one is not being late in another', () => {
    const s = story();
    s.move(people.office, [monday, '11:10'], '立案');
    s.move(people.office, [monday, '16:00'], '派遣');
    expect(s.finding().course?.clocks.map(({ stage, due }) => [stage, due])).toEqual([
      ['派遣', at(monday, '15:10')],
      ['处置', '2026-03-05T15:59:59.999Z'],
    ]);
    expect(ledgerOf(s.campaign(), '2026-03-04')[0]).toMatchObject({ overdue: false });
  });

  test('returned work keeps its deadline', () => {
    const s = story();
    s.dispatch();
    s.reply('2026-03-04');
    s.move(people.office, ['2026-03-04', '11:00'], '返工', { text: '只改了一半' });
    expect(s.due()).toBe('2026-03-05 23:59');
    expect(s.finding()).toMatchObject({ returns: 1, state: 'rectifying', number: 1 });
  });

  test('what is not the unit’s goes back to the dispatcher with a reason, and the next unit has its full time', () => {
    const s = story();
    s.dispatch();
    expect(s.move(people.east, ['2026-03-03', '09:00'], '回退')).toBe('move.text-missing');
    expect(s.move(people.east, ['2026-03-03', '09:00'], '回退', { text: '不在本村范围' })).toBe('done');
    expect(s.move(people.office, ['2026-03-04', '10:00'], '派遣', { unit: '南村' })).toBe('move.unknown-unit');
    expect(s.move(people.office, ['2026-03-04', '10:00'], '派遣', { unit: '西村' })).toBe('done');
    expect(s.due()).toBe('2026-03-09 23:59');
    expect(s.finding()).toMatchObject({ unit: '西村', number: 2 });
    expect(s.reply('2026-03-05', '10:00', people.east)).toBe('move.not-yours');
    expect(s.reply('2026-03-05', '10:00', people.west)).toBe('done');
  });

  test('an extension is asked by the unit, granted by another person, once, and adds to the deadline there was', () => {
    const s = story();
    s.dispatch();
    s.move(people.east, ['2026-03-03', '09:00'], '申请延期', { text: '等材料' });
    expect(s.finding()).toMatchObject({ state: 'suspended', course: { stage: '延期审批', asides: ['处置'] } });
    expect(s.move({ ...people.east, roles: ['unit', 'office'] }, ['2026-03-03', '10:00'], '准予延期')).toBe('finding.own-work');
    expect(s.move(people.office, ['2026-03-03', '17:00'], '准予延期')).toBe('done');
    // Tuesday stood still: three workdays after Monday are Wednesday, Thursday and Friday; two more are the next week's.
    expect(s.due()).toBe('2026-03-10 23:59');
    const paper = JSON.stringify(noticeDocument(plan, [s.finding()])?.blocks);
    expect(paper).toContain('请于2026年3月10日前整改到位');
    expect(paper).toContain('准予的延期 1 次');
    expect(s.move(people.east, ['2026-03-04', '09:00'], '申请延期', { text: '再等' })).toBe('move.too-often');
  });

  test('a refused extension leaves the deadline where it was, but for the time the decision took', () => {
    const s = story();
    s.dispatch();
    s.move(people.east, ['2026-03-03', '09:00'], '申请延期', { text: '等材料' });
    s.move(people.office, ['2026-03-03', '17:00'], '不予延期', { text: '理由不成立' });
    expect(s.due()).toBe('2026-03-06 23:59');
  });

  test('while a case is suspended no time counts; it has a day on which it is looked at again', () => {
    const s = story();
    s.dispatch();
    s.move(people.east, ['2026-03-03', '09:00'], '申请挂账', { text: '权属不清' });
    expect(s.move(people.leader, ['2026-03-03', '15:00'], '挂账', { until: '2026-03-01' })).toBe('move.day-missing');
    s.move(people.leader, ['2026-03-03', '15:00'], '挂账', { until: '2026-03-31' });
    expect(s.finding()).toMatchObject({ state: 'suspended', course: { stage: '挂账', review: '2026-03-31' } });
    expect(ledgerOf(s.campaign(), '2026-03-30')[0]).toMatchObject({ overdue: false });
    expect(countedRecords(s.campaign(), 'suspended-findings', { scope: { kind: 'whole' }, today: '2026-03-30' } as never)).toHaveLength(1);
    s.move(people.office, ['2026-03-31', '09:00'], '恢复办理');
    expect(s.due()).toBe('2026-04-03 23:59');
  });

  test('the class of case has a time limit of its own, in its own clock', () => {
    const part = compiled(
      sevenStepPlan({
        classes: [
          {
            edition: '甲',
            from: '2020',
            list: [{ name: '暴露垃圾', kind: 'event', group: '市容', code: '1', within: '4 urgent work hours' }],
          },
        ],
      }),
    );
    const s = story(part);
    s.move(people.office, [monday, '21:00'], '立案', { finding: other });
    s.move(people.office, [monday, '22:00'], '派遣', { finding: other });
    const clock = s.finding(other).course?.clocks.at(-1);
    expect(clock).toMatchObject({ stage: '处置', due: at('2026-03-03', '10:00').replace('T02', 'T18').replace('2026-03-03', monday) });
    expect(s.finding(other).course).toMatchObject({ class: '暴露垃圾', edition: '甲' });
  });
});

describe('exceptions', () => {
  test('nobody closes what he fixed: not the person, not the unit, not the unit it was merged into', () => {
    const raw = sevenStepPlan();
    const organization = raw.organization as { units: Record<string, unknown>[] };
    const units = organization.units.map((unit) => (unit.name === '东村' ? { ...unit, until: '2026-03-03', mergedInto: '西村' } : unit));
    const s = story(compiled({ ...raw, organization: { ...organization, units } }));
    s.dispatch();
    s.reply('2026-03-03');
    s.move(people.office, ['2026-03-04', '09:00'], '批转核查');
    const checker = (unit: string, account = '某人'): Actor => ({ account, name: account, unit, roles: ['inspector'] });
    for (const by of [checker('东村'), checker('西村'), checker('整治办', people.east.account)])
      expect(s.move(by, ['2026-03-05', '09:00'], '核查合格')).toBe('finding.own-work');
    expect(s.move(checker('整治办'), ['2026-03-05', '09:00'], '核查合格')).toBe('done');
  });

  test('a void case costs nothing', () => {
    const s = story();
    s.dispatch();
    const before = points(s.campaign, '东村');
    expect(s.move(people.leader, ['2026-03-03', '09:00'], '作废', { text: '误报' })).toBe('done');
    expect((points(s.campaign, '东村') ?? 0) - (before ?? 0)).toBe(3000);
    expect(s.move(people.leader, ['2026-03-03', '10:00'], '强制结案', { text: '再办' })).toBe('move.not-here');
  });

  test('a case that repeats another is merged into it and not counted', () => {
    const s = story();
    expect(s.move(people.office, [monday, '11:30'], '并案', { of: id })).toBe('move.unknown-other');
    expect(s.move(people.office, [monday, '11:30'], '并案', { of: other })).toBe('done');
    expect(s.finding()).toMatchObject({ state: 'duplicate', course: { of: other } });
    expect(s.move(people.office, [monday, '11:30'], '并案', { finding: other, of: id })).toBe('move.unknown-other');
    const whole = { scope: { kind: 'whole' }, today: '2026-03-30' } as never;
    expect(countedRecords(s.campaign(), 'opened-findings', whole).map((one) => one.id)).toEqual([other]);
    expect(countedRecords(s.campaign(), 'duplicate-findings', whole)).toHaveLength(1);
  });

  test('a leader may force a case closed with a reason; it is counted as such', () => {
    const s = story();
    s.dispatch();
    expect(s.move(people.leader, ['2026-03-03', '09:00'], '强制结案')).toBe('move.text-missing');
    expect(s.move(people.leader, ['2026-03-03', '09:00'], '强制结案', { text: '对象已拆除' })).toBe('done');
    expect(countedRecords(s.campaign(), 'forced-findings', { scope: { kind: 'whole' }, today: '2026-03-30' } as never)).toHaveLength(1);
  });

  test('an appeal on a closed case: rejected it stays closed on its day, upheld it is void', () => {
    const s = story();
    s.dispatch();
    s.reply('2026-03-03');
    s.close('2026-03-04');
    s.move(people.east, ['2026-03-05', '09:00'], '申诉', { text: '不是我村的店' });
    expect(s.finding()).toMatchObject({ state: 'suspended', closed: '2026-03-04' });
    s.move(people.leader, ['2026-03-06', '09:00'], '申诉不成立', { text: '界线图为证' });
    expect(s.finding()).toMatchObject({ state: 'closed', closed: '2026-03-04' });
    expect(s.move(people.east, ['2026-03-07', '09:00'], '申诉', { text: '再诉' })).toBe('move.too-often');
    expect(ledgerOf(s.campaign(), '2026-03-08')[0]).toMatchObject({ writtenOff: 1 });
  });
});

describe('what a score counts', () => {
  /** Points of 东村 in March under one rule that takes a point for each occasion. */
  const scored = (each: string, live: (s: ReturnType<typeof story>) => void): number => {
    const raw = sevenStepPlan();
    const [sheet] = raw.scoring as Record<string, unknown>[];
    const rules = [{ name: '扣分', kind: 'deduct', each, points: 1, source: '六（一）' }];
    const s = story(compiled({ ...raw, scoring: [{ ...sheet, rules }] }));
    s.dispatch();
    live(s);
    return (points(s.campaign, '东村') ?? 0) / 1000 - 100;
  };
  const ask = (s: ReturnType<typeof story>) => s.move(people.east, ['2026-03-03', '09:00'], '申请延期', { text: '等材料' });

  test.each<[string, number, (s: ReturnType<typeof story>) => void, string]>([
    ['sent-back', -1, (s) => s.move(people.east, ['2026-03-03', '09:00'], '回退', { text: '不在本村' }), 'sent back to the dispatcher'],
    ['extension', 0, ask, 'an extension asked for is not one granted'],
    ['extension', -1, (s) => [ask(s), s.move(people.office, ['2026-03-03', '17:00'], '准予延期')], 'an extension granted'],
    [
      'returned-rectification',
      -1,
      (s) => [s.reply('2026-03-03'), s.move(people.office, ['2026-03-03', '11:00'], '返工', { text: '没改完' })],
      'rework',
    ],
    ['forced-closing', -1, (s) => s.move(people.leader, ['2026-03-03', '09:00'], '强制结案', { text: '已拆除' }), 'closed by force'],
    ['overdue-rectification', -1, () => undefined, 'never replied to'],
    ['overdue-rectification', 0, (s) => s.reply('2026-03-05', '23:30'), 'replied to half an hour before midnight of the last day'],
    ['overdue-rectification', -1, (s) => s.reply('2026-03-06', '08:00'), 'replied to on the morning after'],
    ['early-rectification', -1, (s) => [s.reply('2026-03-03'), s.close('2026-03-04')], 'closed after a reply before the last day'],
  ])('%s: %i for one %s', (each, expected, live) => {
    expect(scored(each, live)).toBe(expected);
  });

  test('late work counts against the unit that had it then, not the one that has it now', () => {
    const raw = sevenStepPlan();
    const [sheet] = raw.scoring as Record<string, unknown>[];
    const rules = [{ name: '逾期', kind: 'deduct', each: 'overdue-rectification', points: 1, source: '六（一）' }];
    const s = story(compiled({ ...raw, scoring: [{ ...sheet, rules }] }));
    s.dispatch();
    s.move(people.east, ['2026-03-10', '09:00'], '回退', { text: '不在本村' });
    s.move(people.office, ['2026-03-10', '10:00'], '派遣', { unit: '西村' });
    s.reply('2026-03-11', '10:00', people.west);
    expect([points(s.campaign, '东村'), points(s.campaign, '西村')]).toEqual([99_000, 100_000]);
  });
});

describe('the look-back', () => {
  const closed = () => {
    const s = story();
    s.dispatch();
    s.reply('2026-03-03');
    s.close('2026-03-04');
    return s;
  };
  const draw = { type: 'DrawLookBack', period: '2026-03' } as const;

  test('is drawn once, when the period is over, and by the numbers of the inspection draws', () => {
    const s = closed();
    expect(s.given(people.office, at('2026-03-31', '09:00'), draw)).toMatchObject({ problems: [{ code: 'look-back.not-over' }] });
    expect(s.given(people.office, at('2026-04-01', '09:00'), { ...draw, period: '2026-Q1' })).toMatchObject({ ok: false });
    const done = s.given(people.office, at('2026-04-01', '09:00'), draw);
    expect(done).toMatchObject({ ok: true, value: [{ type: 'LookBackDrawn', drawn: [id], closed: [{ finding: id, unit: '东村' }] }] });
    expect(s.given(people.office, at('2026-04-01', '10:00'), draw)).toMatchObject({ problems: [{ code: 'look-back.already-drawn' }] });
  });

  test('a failed one reopens the case with a new deadline and a new notice, and is counted; a passed one leaves it closed', () => {
    const s = closed();
    expect(s.move(people.second, ['2026-03-20', '09:00'], '回头看不合格', { text: '又乱了' })).toBe('look-back.not-drawn');
    s.given(people.office, at('2026-04-01', '09:00'), draw);
    expect(s.move(people.second, ['2026-04-02', '09:00'], '回头看不合格', { text: '又乱了' })).toBe('done');
    expect(s.finding()).toMatchObject({ state: 'rectifying', closed: null, number: 2, course: { stage: '处置' } });
    expect(countedRecords(s.campaign(), 'reopened-findings', { scope: { kind: 'whole' }, today: '2026-04-03' } as never)).toHaveLength(1);
    s.reply('2026-04-03');
    s.close('2026-04-03');
    expect(s.move(people.second, ['2026-04-04', '09:00'], '回头看合格')).toBe('look-back.not-drawn');
    expect(ledgerOf(s.campaign(), '2026-04-04').map(({ writtenOff }) => writtenOff)).toEqual([2, 0]);
  });
});

describe('a plan that changes', () => {
  test('a case goes on as it began: by the notice it got, or by the flow it was opened under', () => {
    const plain = compiled(planFile());
    const { given, campaign } = play([plain, plan]);
    const fails = { 门前干净: { result: 'fail' as const } };
    given(people.office, at(monday, '09:00'), { type: 'AdoptPlan', plan: plain.hash });
    given(people.inspector, at(monday, '11:00'), visit(plain, monday, '一号店', fails));
    given(people.office, at('2026-03-03', '09:00'), { type: 'AdoptPlan', plan: plan.hash });
    given(people.inspector, at('2026-03-09', '11:00'), visit(plan, '2026-03-09', '一号店', fails));
    const [older, newer] = [...campaign().findings.values()];
    expect([older?.state, older?.course, newer?.state, newer?.course?.plan]).toEqual(['rectifying', undefined, 'pending', plan.hash]);
    const move = { type: 'MoveFinding', finding: id, move: '回复整改', text: '已清理', photos: [photo] } as const;
    expect(given(people.east, at('2026-03-04', '10:00'), move)).toMatchObject({ value: [{ type: 'RectificationReplied' }] });
    const close = { ...move, move: '核查合格', photos: [] };
    expect(given(people.east, at('2026-03-04', '11:00'), close)).toMatchObject({ problems: [{ code: 'command.not-allowed' }] });
    expect(given(people.office, at('2026-03-04', '11:00'), close)).toMatchObject({ value: [{ type: 'FindingClosed' }] });
    expect(ledgerOf(campaign(), '2026-03-10')).toMatchObject([
      { writtenOff: 1, stage: '' },
      { writtenOff: 0, stage: '立案' },
    ]);
  });

  test('a deadline in a year without a holiday notice says that it is provisional', () => {
    const raw = sevenStepPlan({ notice: { name: '任务派遣单', within: '300 workdays' } });
    const s = story(compiled(raw));
    s.dispatch();
    expect(s.finding().course?.clocks.at(-1)).toMatchObject({ stage: '处置', provisional: true });
    expect(JSON.stringify(noticeDocument(compiled(raw), [s.finding()])?.blocks)).toContain('尚未公布放假安排');
  });
});

test('the notice bears the issuer of the plan at its head, and says number, unit, what failed with its clause, the last moment, and where to sign', () => {
  const s = story();
  expect(noticeDocument(plan, [s.finding()])).toBeUndefined();
  s.dispatch();
  const paper = noticeDocument(plan, [s.finding()]);
  expect(paper?.blocks.map((block) => ('text' in block ? block.text : block.kind === 'blank' ? block.label : block.rows))).toEqual([
    '示例镇人民政府',
    '任务派遣单',
    '第1号',
    '东村：',
    '2026年3月2日在一号店发现下列问题。',
    [['1', '门前干净', '', '1', '三（一）']],
    '请于2026年3月5日前整改到位，并附整改后照片回复。逾期未整改的，按考核办法计分。',
    '依据：五（二）',
    '整治领导小组',
    '整治办',
    '2026年3月2日',
    '签收人',
    '签收日期',
    '承办人',
    '核查人',
  ]);
  expect(ledgerTable(ledgerOf(s.campaign(), monday))[1]?.slice(0, 7)).toEqual([1, '', 1, monday, '一号店', '门前干净', '']);
});
