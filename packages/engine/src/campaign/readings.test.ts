import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import type { Outcome } from '../problem/problem.ts';
import { indicatorRecords, indicatorViews } from '../report/indicators.ts';
import type { IndicatorView, TargetView } from '../report/views.ts';
import type { Actor } from './actor.ts';
import type { ReportReading } from './command.ts';
import type { Fact } from './event.ts';
import { replay } from './replay.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const toilets = {
  name: '新改建公厕',
  unit: '座',
  binding: 'binding',
  task: '门前三包',
  reported: { by: '各责任单位', every: 'month', within: '5 workdays', covers: 'period' },
  targets: [
    {
      target: 'at least 9',
      per: 'cumulative',
      due: '2026-06',
      shares: [
        { of: '城管所', amount: 2 },
        { of: '东村', amount: 4 },
        { of: '西村', amount: 3 },
      ],
    },
  ],
  source: '二（一）',
};
const roads = {
  name: '道路完好率',
  unit: '%',
  binding: 'expected',
  task: '门前三包',
  rate: { numerator: '完好道路长度', denominator: '道路总长度', zero: 'no-data' },
  baseline: { value: 80, day: '2026-02-28' },
  reported: { by: '城管所', every: 'month', covers: 'all' },
  targets: [{ target: 'at least 95', per: 'cumulative', due: '2026-06-30' }],
};
const closing = {
  name: '结案率',
  unit: '%',
  binding: 'binding',
  task: '门前三包',
  rate: { numerator: '销号问题数', denominator: '到期问题数', excluding: ['未到期问题'], zero: 'no-data' },
  computed: { count: 'closed-findings', of: 'opened-findings', excluding: 'waiting-findings', every: 'month' },
  targets: [
    { target: 'at least 95', per: 'cumulative', due: '2026-06-30' },
    { target: 'at least 50', per: 'every-reading', each: '各责任单位', binding: 'stretch' },
  ],
};
const spots = {
  name: '占道处数',
  unit: '处',
  binding: 'binding',
  task: '门前三包',
  computed: { count: 'failed-spots', every: 'month', item: '不占道' },
  targets: [{ target: 'at most 5', per: 'year' }],
};

const plan = compiled({ ...planFile(), indicators: [toilets, roads, closing, spots] });
const second: Actor = { account: '整治办副主任', name: '整治办副主任', unit: '整治办', roles: ['office'] };
const city: Actor = { account: '城管所资料员', name: '城管所资料员', unit: '城管', roles: ['unit'] };

const adopted = () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  return story;
};
const codes = (outcome: Outcome<readonly Fact[]>): readonly string[] => outcome.problems.map((p) => p.code);
const report = (more: Partial<ReportReading>): ReportReading => ({
  type: 'ReportReading',
  indicator: '新改建公厕',
  period: '2026-03',
  value: 1,
  text: '',
  photos: [],
  ...more,
});
const verdict = (reading: string, passed: boolean, text = '') => ({ type: 'VerifyReading', reading, passed, text, photos: [] }) as const;
const april = '2026-04-02T02:00:00.000Z';

const view = (story: ReturnType<typeof play>, name: string, today: string): IndicatorView => {
  const found = indicatorViews(story.campaign(), today).find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const first = (story: ReturnType<typeof play>, name: string, today: string): TargetView => {
  const [target] = view(story, name, today).targets;
  if (!target) throw new Error(name);
  return target;
};

describe('a reading', () => {
  test('is reported by a unit of the group for itself, confirmed by somebody else, and stays', () => {
    const story = adopted();
    const east = '新改建公厕·2026-03·unit·东村';
    expect(story.given(people.east, april, report({ value: 2 }))).toMatchObject({
      ok: true,
      value: [{ type: 'ReadingReported', reading: east, figure: { value: 2 }, day: '2026-04-02' }],
    });
    expect(story.given(people.office, april, verdict(east, true))).toMatchObject({ ok: true, value: [{ type: 'ReadingConfirmed' }] });
    expect(story.campaign().readings.get(east)).toMatchObject({ state: 'confirmed', steps: [{ kind: 'reported' }, { kind: 'confirmed' }] });
    expect(codes(story.given(people.east, april, report({ value: 3 })))).toEqual(['reading.already-confirmed']);
    expect(codes(story.given(people.office, april, verdict(east, true)))).toEqual(['reading.wrong-state']);
  });

  test('that is locked is opened again only by a return that says why; then it counts no more and can be reported anew', () => {
    const story = adopted();
    const east = '新改建公厕·2026-03·unit·东村';
    story.given(people.east, april, report({ value: 2 }));
    story.given(people.office, april, verdict(east, true));
    expect(codes(story.given(people.office, april, verdict(east, false)))).toEqual(['reading.reason-missing']);
    expect(codes(story.given(people.office, april, { ...verdict(east, false), text: '验收后核减一座' }))).toEqual([]);
    expect(story.campaign().readings.get(east)?.state).toBe('returned');
    expect(codes(story.given(people.east, april, report({ value: 1 })))).toEqual([]);
    expect(story.campaign().readings.get(east)).toMatchObject({ state: 'reported', figure: { value: 1 } });
  });

  test('sent twice changes nothing; another number before the verdict replaces the first and keeps it', () => {
    const story = adopted();
    story.given(people.east, april, report({ value: 2 }));
    expect(story.given(people.east, april, report({ value: 2 }))).toMatchObject({ ok: true, value: [] });
    story.given(people.east, april, report({ value: 3 }));
    expect(story.campaign().readings.get('新改建公厕·2026-03·unit·东村')).toMatchObject({
      figure: { value: 3 },
      steps: [{ figure: { value: 2 } }, { figure: { value: 3 } }],
    });
  });

  test('that is returned says why, does not count, and may be reported anew', () => {
    const story = adopted();
    const east = '新改建公厕·2026-03·unit·东村';
    story.given(people.east, april, report({ value: 4 }));
    expect(codes(story.given(people.office, april, verdict(east, false, ' ')))).toEqual(['reading.reason-missing']);
    story.given(people.office, april, verdict(east, false, '缺验收照片'));
    expect(first(story, '新改建公厕', '2026-04-02').state).toBe('no-data');
    expect(story.given(people.east, april, report({ value: 4 }))).toMatchObject({ ok: true, value: [{ type: 'ReadingReported' }] });
    expect(first(story, '新改建公厕', '2026-04-02').value).toMatchObject({ shown: '4', confirmed: false });
  });

  test('is never verified by who reported it, nor by his unit; the office that reports itself has another do it', () => {
    const story = adopted();
    const [west, road] = ['新改建公厕·2026-03·unit·西村', '道路完好率·2026-03'];
    story.given(people.office, april, report({ unit: '西村' }));
    expect(codes(story.given(people.office, april, verdict(west, true)))).toEqual(['reading.own-work']);
    story.given(city, april, report({ indicator: '道路完好率', value: undefined, numerator: 85, denominator: 100 }));
    expect(codes(story.given({ ...city, account: '城管所长', roles: ['office'] }, april, verdict(road, true)))).toEqual([
      'reading.own-work',
    ]);
    expect(codes(story.given({ ...people.west, account: '西村主任', roles: ['office'] }, april, verdict(west, true)))).toEqual([
      'reading.own-work',
    ]);
    expect(story.given(second, april, verdict(west, true)).ok).toBe(true);
  });

  test.each<[string, Actor, Partial<ReportReading>, string, string?]>([
    ['an inspector does not report', people.inspector, {}, 'command.not-allowed'],
    ['an indicator the plan does not have', people.east, { indicator: '新建公厕' }, 'reading.unknown-indicator'],
    ['one that is computed', people.office, { indicator: '结案率' }, 'reading.computed'],
    ['for another unit', people.east, { unit: '西村' }, 'reading.not-your-unit'],
    ['for a unit that has nothing to report', people.office, { unit: '整治办' }, 'reading.not-asked'],
    ['for the whole where units report their own', people.office, {}, 'reading.not-asked'],
    ['for two things at once', people.east, { unit: '东村', class: '门店' }, 'reading.not-asked'],
    [
      'by a unit that does not report it',
      people.east,
      { indicator: '道路完好率', numerator: 1, denominator: 2, value: undefined },
      'reading.not-your-unit',
    ],
    ['for a quarter where months are reported', people.east, { period: '2026-Q1' }, 'reading.not-a-period'],
    ['for a month that is not one', people.east, { period: '2026-13' }, 'reading.not-a-period'],
    ['for a month that still runs', people.east, { period: '2026-04' }, 'reading.period-not-over'],
    ['two numbers where there is one', people.east, { numerator: 1, denominator: 2 }, 'reading.wrong-figure'],
    ['no number', people.east, { value: undefined }, 'reading.wrong-figure'],
    ['one number where there are two', city, { indicator: '道路完好率', value: 85 }, 'reading.wrong-figure'],
    ['seven decimals', people.east, { value: 0.1234567 }, 'reading.too-fine'],
    ['something of nothing', city, { indicator: '道路完好率', value: undefined, numerator: 1, denominator: 0 }, 'reading.impossible'],
    ['a photo that has not arrived', people.east, { photos: ['b'.repeat(64)] }, 'submission.photo-unknown'],
  ])('is refused: %s', (_, by, more, code) => {
    expect(codes(adopted().given(by, april, report(more)))).toEqual([code]);
  });

  test('of nobody is not verified', () => {
    expect(codes(adopted().given(people.office, april, verdict('新改建公厕·2026-03', true)))).toEqual(['reading.unknown']);
  });

  test('follows from the log alone', () => {
    const story = adopted();
    story.given(people.east, april, report({ photos: [photo] }));
    story.given(people.office, april, verdict('新改建公厕·2026-03·unit·东村', true));
    expect(replay(story.log, story.library).readings).toEqual(story.campaign().readings);
  });
});

describe('an indicator that units report', () => {
  test('is their sum, with who is missing, what is awaited and each share on its own course', () => {
    const story = adopted();
    story.given(people.east, april, report({ value: 2 }));
    story.given(people.west, april, report({ value: 0 }));
    const target = first(story, '新改建公厕', '2026-04-02');
    // A month of four is a quarter of the way: 9 × 30/121 = 2.23…
    expect(target).toMatchObject({
      state: 'behind',
      low: '9',
      value: { shown: '2', day: '2026-03-31' },
      expected: '2.231405',
      missing: ['城管所'],
      start: { day: '2026-03-01', value: '0' },
    });
    expect(target.brought.map(({ unit, value }) => [unit, value?.shown ?? null])).toEqual([
      ['城管所', null],
      ['东村', '2'],
      ['西村', '0'],
    ]);
    expect(target.parts.map((part) => [part.scope.name, part.low, part.state])).toEqual([
      ['城管所', '2', 'no-data'],
      ['东村', '4', 'early'],
      ['西村', '3', 'behind'],
    ]);
    // Five workdays after Tuesday 31 March, with 清明 from 4 to 6 April: Wednesday 8 April.
    const awaited = (today: string) =>
      view(story, '新改建公厕', today).awaited.map((one) => [one.scope.name, one.period, one.due, one.overdue]);
    expect(awaited('2026-04-08')).toEqual([['城管所', '2026-03', '2026-04-08', false]]);
    expect(awaited('2026-04-09')).toEqual([['城管所', '2026-03', '2026-04-08', true]]);
  });

  test('counts months up, and is reached for good once it is', () => {
    const story = adopted();
    const may = '2026-05-06T02:00:00.000Z';
    story.given(people.east, april, report({ value: 4 }));
    story.given(people.west, april, report({ value: 3 }));
    story.given(city, may, report({ value: 2, period: '2026-04' }));
    expect(first(story, '新改建公厕', '2026-05-06')).toMatchObject({
      state: 'reached',
      value: { shown: '9', confirmed: false },
      course: [{ value: '7' }, { value: '9' }],
    });
    expect(first(story, '新改建公厕', '2026-07-20').state).toBe('reached');
  });

  test('waits for the last numbers until they are due, then is missed', () => {
    const story = adopted();
    story.given(people.east, april, report({ value: 4 }));
    expect(first(story, '新改建公厕', '2026-07-07').state).toBe('behind');
    expect(first(story, '新改建公厕', '2026-07-08').state).toBe('missed');
  });
});

describe('a rate that a unit reports', () => {
  test('is shown with its two sides, held against the line from its baseline, and foretold', () => {
    const story = adopted();
    story.given(city, april, report({ indicator: '道路完好率', value: undefined, numerator: 170.6, denominator: 200 }));
    const target = first(story, '道路完好率', '2026-04-02');
    expect(target).toMatchObject({
      state: 'on-course',
      binding: 'expected',
      value: { shown: '85.3', numerator: '170.6', denominator: '200' },
      start: { day: '2026-02-28', value: '80' },
    });
    expect(target.reaches).toBe('2026-05-27');
    expect(Number(target.forecast)).toBeCloseTo(85.3 + (5.3 / 31) * 91, 6);
  });

  test('of nothing over nothing is no data, never nought or a hundred', () => {
    const story = adopted();
    story.given(city, april, report({ indicator: '道路完好率', value: undefined, numerator: 0, denominator: 0 }));
    expect(first(story, '道路完好率', '2026-04-02')).toMatchObject({ state: 'no-data', value: null, course: [{ value: null }] });
  });
});

describe('an indicator that is computed', () => {
  const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
  const found = () => {
    const story = adopted();
    story.given(people.inspector, '2026-03-02T03:00:00.000Z', visit(plan, '2026-03-02', '一号店', dirty));
    story.given(
      people.inspector,
      '2026-03-02T04:00:00.000Z',
      visit(plan, '2026-03-02', '二号店', { ...dirty, 不占道: { result: 'fail', count: 3 } }),
    );
    story.given(people.east, '2026-03-03T03:00:00.000Z', {
      type: 'ReplyRectification',
      finding: 's-2026-03-02-east/0',
      text: '已扫',
      photos: [photo],
    });
    return story;
  };
  const closed = () => {
    const story = found();
    story.given(people.second, '2026-03-04T03:00:00.000Z', {
      type: 'VerifyRectification',
      finding: 's-2026-03-02-east/0',
      passed: true,
      text: '',
      photos: [],
    });
    return story;
  };

  test('has no data while every finding is within its time', () => {
    expect(first(found(), '结案率', '2026-03-03')).toMatchObject({ state: 'no-data', value: null });
  });

  test('divides what is closed by what is due: one of one, then one of three', () => {
    const story = closed();
    expect(first(story, '结案率', '2026-03-04')).toMatchObject({
      state: 'reached',
      value: { shown: '100.0', numerator: '1', denominator: '1', day: '2026-03-04' },
    });
    expect(first(story, '结案率', '2026-03-06')).toMatchObject({
      state: 'behind',
      value: { shown: '33.3', numerator: '1', denominator: '3' },
    });
  });

  test('opens to the records behind it', () => {
    const at = { scope: { kind: 'whole', name: '' }, from: '2026-03-01', to: '2026-03-31', today: '2026-03-06' } as const;
    const { count, of, excluding } = indicatorRecords(closed().campaign(), '结案率', at);
    expect([count, of, excluding].map((records) => records.map((record) => record.id))).toEqual([
      ['s-2026-03-02-east/0'],
      ['s-2026-03-02-east/0', 's-2026-03-02-west/0', 's-2026-03-02-west/1'],
      [],
    ]);
    expect(indicatorRecords(closed().campaign(), '道路完好率', at)).toEqual({ count: [], of: [], excluding: [] });
  });

  test('that each unit has to keep stands as the worst of them, once the month is over', () => {
    const stretch = (today: string) => view(closed(), '结案率', today).targets[1];
    expect(stretch('2026-03-30')).toMatchObject({ state: 'no-data', binding: 'stretch' });
    const april = stretch('2026-04-01');
    expect(april).toMatchObject({ state: 'missed', value: null });
    expect(april?.parts.map((part) => [part.scope.name, part.state, part.value?.shown])).toEqual([
      ['城管所', 'no-data', undefined],
      ['东村', 'on-course', '100.0'],
      ['西村', 'missed', '0.0'],
    ]);
  });

  test('adds spots up over the year against a limit that cannot be undone', () => {
    const story = closed();
    expect(first(story, '占道处数', '2026-03-06')).toMatchObject({
      state: 'behind',
      year: '2026',
      value: { shown: '3', numerator: null },
      expected: '0.890411',
      due: '2026-12-31',
    });
    story.given(
      people.inspector,
      '2026-03-09T03:00:00.000Z',
      visit(plan, '2026-03-09', '一号店', { 不占道: { result: 'fail', count: 3 } }),
    );
    expect(first(story, '占道处数', '2026-03-09').state).toBe('missed');
    expect(addDays('2026-01-01', -1)).toBe(first(story, '占道处数', '2026-03-09').start?.day);
  });
});

test('a number far from last time is marked, with what it was then, until it is confirmed or sent back', () => {
  const story = adopted();
  const jumps = () =>
    view(story, '新改建公厕', '2026-06-02').readings.map(({ period, scope, jump }) => [period, scope.name, jump?.percent]);
  story.given(people.east, april, report({ value: 2 }));
  story.given(people.west, april, report({ unit: '西村', value: 10 }));
  story.given(people.east, '2026-05-02T02:00:00.000Z', report({ period: '2026-04', value: 5 }));
  story.given(people.west, '2026-05-02T02:00:00.000Z', report({ unit: '西村', period: '2026-04', value: 13 }));
  expect(jumps()).toEqual([
    ['2026-03', '东村', undefined],
    ['2026-03', '西村', undefined],
    ['2026-04', '东村', 150],
    ['2026-04', '西村', undefined],
  ]);
  const id = '新改建公厕·2026-04·unit·东村';
  expect(view(story, '新改建公厕', '2026-06-02').readings.find((one) => one.id === id)?.jump).toMatchObject({
    period: '2026-03',
    figure: { value: 2 },
  });
  expect(story.given(people.office, '2026-05-03T02:00:00.000Z', verdict(id, true)).ok).toBe(true);
  expect(jumps()[2]).toEqual(['2026-04', '东村', undefined]);
});

test('a number that comes after its last day says why, and the reason stays with it; one sent back and given anew need not', () => {
  const story = adopted();
  const late = report({ unit: '东村', period: '2026-03', value: 2, text: '' });
  expect(codes(story.given(people.east, '2026-04-09T02:00:00.000Z', late))).toEqual(['reading.late-reason']);
  expect(story.given(people.east, '2026-04-09T02:00:00.000Z', { ...late, text: '台账遗失，重新清点' }).ok).toBe(true);
  const [reading] = story.campaign().readings.values();
  expect(reading?.steps[0]?.text).toBe('台账遗失，重新清点');
  const verdict = { type: 'VerifyReading', reading: reading?.id ?? '', passed: false, text: '少一座', photos: [] } as const;
  expect(story.given(people.office, '2026-04-09T02:00:00.000Z', verdict).ok).toBe(true);
  expect(story.given(people.east, '2026-04-10T02:00:00.000Z', { ...late, value: 3 }).ok).toBe(true);
});
