import chineseDays from 'chinese-days';
import rrule from 'rrule';
import { compileSchedules } from '../src/schedule/compile.ts';
import { layOut } from '../src/schedule/duties.ts';
import { occurrencesOf } from '../src/schedule/occurrences.ts';
import { manySites, phase, scheduleOf, scopeOf, sitesOf } from '../src/schedule/schedule.fixture.ts';
import type { Schedule } from '../src/schedule/schema.ts';
import { seedingOf } from '../src/schedule/seeding.ts';
import { bar, fact, median, processorTime, takeTurns, timesAsFast } from './harness.ts';

/*
 * Laying out the duties of a plan of three years over 10,000 sites, the memory they keep, and expanding the days of the
 * same recurrences, rolled over holidays, beside rrule with chinese-days.
 */

const { RRule } = rrule;
const classes = ['门店', '道路', '工地', '公厕'];
const sites = sitesOf(
  ...classes.flatMap((kind, k) =>
    manySites(kind, 2500).map((site, i) => ({ ...site, area: `第${(i % 11) + 1}网区`, units: [`单位${(i + k) % 40}`] })),
  ),
);
const areaList = Array.from({ length: 11 }, (_, i) => ({ name: `第${i + 1}网区`, kind: 'zone' as const }));
const parties = new Map([['各中队', Array.from({ length: 8 }, (_, i) => `单位${i}`)]]);
const [from, to] = ['2024-01-01', '2026-12-31'] as const;
const scope = scopeOf(sites, { areaList, parties, phases: [phase('三年', from, to)] });

const compiled = (schedules: readonly Partial<Schedule>[]) => {
  const { value, problems } = compileSchedules(schedules.map(scheduleOf), scope, '/schedule');
  const wrong = problems.filter((problem) => problem.severity === 'error');
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  return value;
};

const everySite = (every: string): readonly Partial<Schedule>[] =>
  classes.map((kind) => ({ name: kind, checklist: `${kind}检查表`, every }));

const drawn: readonly Partial<Schedule>[] = [
  { name: '周查', checklist: '门店检查表', sites: 'draw 100', every: 'week on monday at 15:00' },
  {
    name: '月抽查',
    checklist: '道路检查表',
    sites: 'draw 3 per zone, not again for 2 draws',
    every: 'month before day 25',
    holidays: 'backward',
  },
  { name: '季考核', checklist: '工地检查表', sites: 'draw 209, each once a quarter', every: 'week on friday', holidays: 'same-week' },
  {
    name: '日巡查',
    checklist: '公厕检查表',
    sites: 'draw 20',
    every: 'workday',
    by: '各中队',
    weights: [{ area: '第1网区', chances: 3 }],
  },
];

const megabytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
};

/** Lays a plan out five times from nothing. */
const layingOut = (name: string, schedules: readonly Partial<Schedule>[]): void => {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const value = compiled(schedules);
    const before = megabytes();
    const { result: duties, milliseconds } = processorTime(() => layOut(value, scope.calendar, from, to, seedingOf('种子')));
    times.push(milliseconds);
    if (i > 0) continue;
    fact(`three years, 10,000 sites, ${name}: duties`, duties.length, 'duties');
    fact(`three years, 10,000 sites, ${name}: memory kept`, megabytes() - before, 'MB');
  }
  fact(`three years, 10,000 sites, ${name}: the first time`, times[0] ?? 0, 'ms');
  bar(`three years, 10,000 sites, ${name}: milliseconds of processor`, median(times), { atMost: 2000 });
};

layingOut('every site once a month', everySite('month before day 25'));
layingOut('every site once a week', everySite('week on monday'));
layingOut('drawn every week, month and day', drawn);

/** The same days in the language of the plan and as recurrence rules of iCalendar. */
const recurrences: readonly (readonly [every: string, rule: Partial<ConstructorParameters<typeof RRule>[0]>])[] = [
  ['week on monday', { freq: RRule.WEEKLY, byweekday: [RRule.MO] }],
  ['month on day 15', { freq: RRule.MONTHLY, bymonthday: [15] }],
  ['month on second tuesday', { freq: RRule.MONTHLY, byweekday: [RRule.TU.nth(2)] }],
  ['quarter on last day', { freq: RRule.YEARLY, bymonth: [3, 6, 9, 12], bymonthday: [-1] }],
  ['year on 03-12', { freq: RRule.YEARLY, bymonth: [3], bymonthday: [12] }],
];

const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
const schedules = recurrences.flatMap(([every]) => compiled([{ every, holidays: 'forward' }]));
const ours = (): readonly (readonly string[])[] =>
  schedules.map((schedule) => occurrencesOf(schedule, scope.calendar, to).map((occurrence) => occurrence.from));

const rules = recurrences.map(([, rule]) => new RRule({ ...rule, dtstart: start, until: end }, true));
const rolled = (day: Date): string => {
  for (let at = day; ; at = new Date(at.getTime() + 86_400_000)) {
    const text = at.toISOString().slice(0, 10);
    if (chineseDays.isWorkday(text)) return text;
  }
};
const theirs = (): readonly (readonly string[])[] => rules.map((rule) => rule.all().map(rolled));

if (JSON.stringify(ours()) !== JSON.stringify(theirs())) throw new Error('the two do not give the same days');
const rates = takeTurns(
  [
    { name: 'ours', run: ours },
    { name: 'rrule with chinese-days', run: theirs },
  ],
  { batch: 1 },
);
bar(
  'five recurrences over three years, rolled over holidays: times rrule with chinese-days',
  timesAsFast(rates, 'ours', 'rrule with chinese-days'),
  { atLeast: 1 },
);
