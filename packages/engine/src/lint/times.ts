import { addDays, type Day, earlier, weekday } from '../calendar/day.ts';
import { daysOf, type Period, periodAfter, periodOf } from '../calendar/period.ts';
import { isWorkday } from '../calendar/workdays.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import { type Occurrence, occurrencesOf } from '../schedule/occurrences.ts';
import { vague } from './dictionary.ts';
import { coursesOf, feedsOf, inspected, sheetsBehind } from './feeding.ts';
import { type Ground, type LintRule, seen, spotOf } from './ground.ts';

/** Visits one unit can be asked to finish on a single day before it is worth a word. */
const mostOnADay = 30;

const yearOf = ({ compiled, end }: Ground): Day => earlier(addDays(compiled.from, 365), end ?? '2999-12-31');

/** When a schedule comes round in the first year. */
const occurrencesIn = (schedule: CompiledSchedule, ground: Ground): readonly Occurrence[] =>
  occurrencesOf(schedule, ground.compiled.calendar, yearOf(ground));

const visitsOf = ({ pools, sites }: CompiledSchedule): number =>
  pools.length > 0 ? pools.reduce((sum, pool) => sum + Math.min(pool.take, pool.sites.length), 0) : sites.length;

/** The only day on which something can be done; `undefined` when there are several. */
const onlyDay = ({ from, due }: Occurrence, ground: Ground): Day | undefined => {
  if (from === due) return due;
  let only: Day | undefined;
  for (let day = from; day <= due; day = addDays(day, 1)) {
    if (!isWorkday(ground.compiled.calendar, day)) continue;
    if (only !== undefined) return undefined;
    only = day;
  }
  return only;
};

interface Load {
  readonly visits: number;
  readonly schedules: ReadonlySet<string>;
}

const overload: LintRule = (ground) => {
  const { compiled } = ground;
  const loads = new Map<string, Load>();
  for (const schedule of compiled.schedules) {
    if (schedule.by.length === 0) continue;
    for (const occurrence of occurrencesIn(schedule, ground)) {
      const day = onlyDay(occurrence, ground);
      if (day === undefined) continue;
      for (const unit of schedule.by) {
        const key = `${unit}\n${day}`;
        const before = loads.get(key) ?? { visits: 0, schedules: new Set() };
        loads.set(key, {
          visits: before.visits + Math.ceil(visitsOf(schedule) / schedule.by.length),
          schedules: new Set([...before.schedules, schedule.name]),
        });
      }
    }
  }
  const worst = new Map<string, readonly [day: Day, load: Load]>();
  for (const [key, load] of loads) {
    const [unit = '', day = ''] = key.split('\n');
    if (load.visits > mostOnADay && load.visits > (worst.get(unit)?.[1].visits ?? 0)) worst.set(unit, [day, load]);
  }
  return [...worst].map(([unit, [day, { visits, schedules }]]) => {
    const first = compiled.plan.schedule.findIndex(({ name }) => schedules.has(name));
    const params = { unit, day, visits, schedules: [...schedules].slice(0, 4).join('、') };
    return seen(problem('schedule.overload', pointer('/schedule', first), params), { unit, day, number: visits });
  });
};

/** A schedule that goes on through holidays, though it does not run every day or at weekends anyway. */
const dayOff: LintRule = (ground) =>
  ground.compiled.schedules.flatMap((schedule): readonly Problem[] => {
    if (schedule.holidays !== 'keep' || schedule.every.kind === 'daily' || schedule.every.kind === 'once') return [];
    const { calendar, plan } = ground.compiled;
    const off = occurrencesIn(schedule, ground).find(
      (one) => onlyDay(one, ground) !== undefined && one.from === one.due && !isWorkday(calendar, one.due) && weekday(one.due) <= 5,
    );
    if (!off) return [];
    const at = `${pointer('/schedule', plan.schedule.indexOf(schedule.schedule))}/holidays`;
    const found = problem('schedule.day-off', at, { ...clauseOf('schedule', schedule.schedule), day: off.due });
    return [seen(found, { day: off.due, schedule: schedule.name })];
  });

/** Whole periods of a kind in the first year of the plan, from a day on. */
const periodsIn = (ground: Ground, kind: Parameters<typeof periodOf>[0], from: Day): readonly Period[] => {
  const until = yearOf(ground);
  const periods: Period[] = [];
  for (let period = periodOf(kind, from); daysOf(period).last <= until; period = periodAfter(period))
    if (daysOf(period).first >= from) periods.push(period);
  return periods;
};

const slowInput: LintRule = (ground) => {
  const { compiled } = ground;
  const courses = coursesOf(compiled);
  return [...compiled.rankings.values()].flatMap(({ ranking, sheet }, i): readonly Problem[] => {
    const leaves = sheetsBehind(sheet, compiled.sheets).filter(({ rules }) => rules.length > 0);
    return leaves.slice(0, 1).flatMap((leaf): readonly Problem[] => {
      if (leaf.rules.some(({ rule }) => !inspected.has(rule.each))) return [];
      const schedules = new Set(leaf.rules.flatMap((rule) => feedsOf(rule, courses).map(({ course }) => course.schedule)));
      const days = [...schedules].flatMap((schedule) => occurrencesIn(schedule, ground).map(({ from, due }) => ({ from, due })));
      const begins = days.map(({ from }) => from).sort()[0];
      if (begins === undefined) return [];
      const periods = periodsIn(ground, leaf.sheet.every, daysOf(periodOf(leaf.sheet.every, begins)).first);
      const empty = periods.filter((period) => {
        const { first, last } = daysOf(period);
        return !days.some(({ from, due }) => from <= last && due >= first);
      });
      if (empty.length < 2 || empty.length * 2 < periods.length) return [];
      const every = leaf.sheet.every;
      const params = { ...clauseOf('ranking', ranking), every, periodWord: periodWords[every], period: empty[0] };
      const found = problem('schedule.input-slower-than-output', pointer('/ranking', i), params);
      return [seen(found, { period: empty[0] ?? '', schedule: [...schedules][0]?.name ?? '' })];
    });
  });
};

const periodWords = { week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const;

/** Draws from a mixed class in which a grade has so few sites that it may never come up. */
const strata: LintRule = ({ compiled }) =>
  compiled.schedules.flatMap((schedule, i): readonly Problem[] => {
    const { pick, sites } = schedule;
    if (pick.kind !== 'draw' || pick.by !== 'whole' || schedule.schedule.weights?.length) return [];
    const grades = new Map<string, number>();
    for (const name of sites)
      for (const grade of compiled.places.sites.get(name)?.grades ?? []) grades.set(grade, (grades.get(grade) ?? 0) + 1);
    const rare = [...grades].sort((a, b) => a[1] - b[1])[0];
    const take = schedule.pools[0]?.take ?? 0;
    if (grades.size < 2 || !rare || rare[1] * take >= sites.length) return [];
    const kind = compiled.checklists.get(schedule.schedule.checklist)?.checklist.for ?? '';
    const params = { ...clauseOf('schedule', schedule.schedule), class: kind, grade: rare[0], sites: rare[1] };
    return [problem('draw.stratum-unspecified', `${pointer('/schedule', i)}/sites`, params)];
  });

/** Tasks that recur “now and then”, while nothing in the plan makes them recur. */
const vagueFrequency: LintRule = ({ compiled, walk }) => {
  const { plan } = compiled;
  const checked = new Set(coursesOf(compiled).flatMap(({ checklist }) => [...checklist.items.values()].map(({ item }) => item.task ?? '')));
  const routines = (plan.routines ?? []).map(({ name, what = '' }) => name + what).join('\n');
  return walk.texts
    .filter(({ at, clause }) => /^\/responsibility\/tasks\/\d+\/text$/.test(at) && !checked.has(clause.name ?? ''))
    .flatMap((passage) => {
      const found = vague.exec(passage.text)?.[1];
      if (found === undefined || routines.includes(found.slice(-2))) return [];
      return [problem('schedule.vague-frequency', passage.at, { ...spotOf(passage), found })];
    });
};

/** Bodies that only coordinate, and those who keep a grid: neither may inspect an enterprise. */
const unlicensed = /领导小组|委员会|指挥部|专班|网格/;
const enterprises = /企业|公司|工厂|厂矿|商户/;

const licence: LintRule = ({ compiled }) =>
  coursesOf(compiled).flatMap(({ schedule, checklist }): readonly Problem[] => {
    const kind = checklist.checklist.for;
    const unit = enterprises.test(kind) ? schedule.by.find((name) => unlicensed.test(name)) : undefined;
    if (unit === undefined) return [];
    const at = `${pointer('/schedule', compiled.plan.schedule.indexOf(schedule.schedule))}/by`;
    return [problem('schedule.no-licence', at, { ...clauseOf('schedule', schedule.schedule), unit, class: kind })];
  });

const phases: LintRule = ({ compiled: { plan, phases: all } }) =>
  all.flatMap(({ phase, from, to, index }): readonly Problem[] => {
    const at = pointer('/phases', index);
    const clause = clauseOf('phase', phase);
    const problems: Problem[] = [];
    const year = Number((to ?? '').slice(0, 4));
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    if (to?.endsWith('-02-28') && leap && phase.to === to)
      problems.push(problem('phase.leap-day', `${at}/to`, { ...clause, day: to, year }));
    if (index === 0 && plan.issued !== undefined && from < plan.issued && (to === null || to >= plan.issued)) {
      const found = problem('phase.retroactive', `${at}/from`, { ...clause, from, issued: plan.issued });
      problems.push(seen(found, { day: from }));
    }
    return problems;
  });

/** When things happen, how often, and how much falls on one day. */
export const timeRules: readonly LintRule[] = [overload, dayOff, slowInput, strata, vagueFrequency, licence, phases];
