import { costOf, isJudged } from '../checklist/compile.ts';
import { showPoints } from '../expression/points.ts';
import { ownersOf } from '../finding/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledRule, CompiledSheet } from '../scoring/compile.ts';
import { type Course, counts, coursesOf, feedsOf, inspected, sheetsBehind } from './feeding.ts';
import { type LintRule, seen } from './ground.ts';
import { reachOf } from './reach.ts';

const eachRule = (
  compiled: CompiledPlan,
  judge: (rule: CompiledRule, at: string, sheet: CompiledSheet) => readonly Problem[],
): readonly Problem[] =>
  compiled.plan.scoring.flatMap(({ name }, i) => {
    const sheet = compiled.sheets.get(name);
    return sheet ? sheet.rules.flatMap((rule, j) => judge(rule, `${pointer('/scoring', i)}/rules/${j}`, sheet)) : [];
  });

/** An item whose single failure costs more than the rule that counts it deducts in a whole period. */
const itemOverMost: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  return eachRule(compiled, (rule, at) => {
    const { most } = rule;
    if (rule.rule.kind !== 'deduct' || rule.rule.each !== 'failed-item' || rule.points !== null || most === null) return [];
    for (const course of courses)
      for (const item of course.checklist.items.values()) {
        if (!counts(rule, course, item) || costOf(item, 1) <= most) continue;
        const params = {
          ...clauseOf('rule', { ...rule.rule, source: rule.source }),
          item: item.item.name,
          points: showPoints(costOf(item, 1)),
          most: showPoints(most),
        };
        return [seen(problem('scoring.item-over-most', `${at}/most`, params), { schedule: course.schedule.name, number: most })];
      }
    return [];
  });
};

const bothCount = (a: CompiledRule, b: CompiledRule, courses: readonly Course[]) => {
  for (const course of courses)
    for (const item of course.checklist.items.values()) if (counts(a, course, item) && counts(b, course, item)) return { course, item };
  return undefined;
};

const countedTwice: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  return eachRule(compiled, (rule, at, sheet) => {
    if (rule.rule.kind !== 'deduct' || rule.rule.each !== 'failed-item') return [];
    for (const other of sheet.rules.slice(0, sheet.rules.indexOf(rule))) {
      if (other.rule.kind !== 'deduct' || other.rule.each !== rule.rule.each) continue;
      const both = bothCount(rule, other, courses);
      if (!both) continue;
      const params = { ...clauseOf('rule', { ...rule.rule, source: rule.source }), other: other.rule.name, item: both.item.item.name };
      return [seen(problem('scoring.counted-twice', at, params), { schedule: both.course.schedule.name })];
    }
    return [];
  });
};

const grades: LintRule = ({ compiled }) =>
  compiled.plan.scoring.flatMap(({ name }, i) => {
    const sheet = compiled.sheets.get(name);
    const reach = sheet && reachOf(sheet, compiled.sheets);
    if (!sheet || !reach) return [];
    return sheet.grades.flatMap((grade, j): readonly Problem[] => {
      const above = sheet.grades[j - 1]?.from ?? Number.POSITIVE_INFINITY;
      const way = grade.from > reach.high ? 'high' : above <= reach.low ? 'low' : undefined;
      if (way === undefined) return [];
      const params = { ...clauseOf('sheet', sheet.sheet), grade: grade.name, way, points: showPoints(reach[way]) };
      return [seen(problem('scoring.grade-unreachable', `${pointer('/scoring', i)}/grades/${j}`, params), { number: reach[way] })];
    });
  });

const idleBonus: LintRule = ({ compiled }) =>
  eachRule(compiled, (rule, at, sheet) =>
    rule.rule.kind === 'bonus' && sheet.base === sheet.cap
      ? [problem('scoring.bonus-idle', at, { ...clauseOf('rule', rule.rule), name: sheet.sheet.name, rule: rule.rule.name })]
      : [],
  );

/** Why a rule can never count anything; `undefined` when it can. */
const deadness = (compiled: CompiledPlan, rule: CompiledRule, courses: readonly Course[]): 'unscheduled' | 'range' | undefined => {
  const { each, of } = rule.rule;
  if (of !== undefined || each === undefined) return undefined;
  if (each === 'missed-milestone') return compiled.phases.some((phase) => phase.milestones.length > 0) ? undefined : 'range';
  if (!inspected.has(each) || feedsOf(rule, courses).length > 0) return undefined;
  const { checklists = [] } = rule.rule;
  return checklists.length > 0 && !courses.some(({ checklist }) => checklists.includes(checklist.checklist.name)) ? 'unscheduled' : 'range';
};

const deadRules: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  return eachRule(compiled, (rule, at) => {
    const why = deadness(compiled, rule, courses);
    return why === undefined
      ? []
      : [problem('scoring.rule-never', at, { ...clauseOf('rule', { ...rule.rule, source: rule.source }), why })];
  });
};

const loneMilestones: LintRule = ({ compiled }) => {
  const rule = [...compiled.sheets.values()].flatMap(({ rules }) => rules).find((one) => one.rule.each === 'missed-milestone');
  if (!rule) return [];
  return compiled.phases.flatMap((phase) =>
    phase.milestones.flatMap(({ milestone, name }): readonly Problem[] => {
      if (milestone.units?.length) return [];
      const at = `${pointer('/phases', phase.index)}/milestones/${phase.phase.milestones?.indexOf(milestone)}`;
      return [problem('scoring.milestone-no-unit', at, { ...clauseOf('rule', { ...rule.rule, source: rule.source }), milestone: name })];
    }),
  );
};

/** Units that some item at some site can cost a point. Items of one task and unit stand for each other. */
const answerable = (compiled: CompiledPlan, courses: readonly Course[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { checklist, sites } of courses) {
    const kinds = new Map(
      [...checklist.items.values()].filter(({ item }) => isJudged(item)).map((one) => [`${one.item.task}\n${one.item.unit}`, one]),
    );
    for (const item of kinds.values())
      for (const name of sites) {
        const site = compiled.places.sites.get(name);
        const scope = { organization: compiled.organization, task: compiled.tasks.get(item.item.task ?? '') };
        for (const unit of site ? ownersOf(item, site, scope) : []) found.add(unit);
      }
  }
  return found;
};

const neverInspected: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  if (courses.length === 0 || compiled.plan.scoring.every(({ unchecked }) => unchecked !== 'ranked')) return [];
  const reached = answerable(compiled, courses);
  return compiled.plan.scoring.flatMap(({ name }, i): readonly Problem[] => {
    const sheet = compiled.sheets.get(name);
    if (
      sheet?.sheet.unchecked !== 'ranked' ||
      sheet.rules.length === 0 ||
      !sheet.rules.every(({ rule }) => inspected.has(rule.each)) ||
      sheet.parts.length > 0 ||
      sheet.over
    )
      return [];
    if (!sheet.rules.some((rule) => rule.rule.kind === 'deduct' && deadness(compiled, rule, courses) === undefined)) return [];
    return sheet.units
      .filter((unit) => !reached.has(unit))
      .slice(0, 5)
      .map((unit) =>
        seen(problem('scoring.unit-never-inspected', `${pointer('/scoring', i)}/units`, { ...clauseOf('sheet', sheet.sheet), unit }), {
          unit,
        }),
      );
  });
};

const neverDiffers: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  return [...compiled.rankings.values()].flatMap(({ ranking, sheet }, i): readonly Problem[] => {
    const rules = sheetsBehind(sheet, compiled.sheets).flatMap((one) => one.rules);
    if (rules.length === 0 || rules.some((rule) => deadness(compiled, rule, courses) === undefined)) return [];
    return [problem('ranking.never-differs', pointer('/ranking', i), clauseOf('ranking', ranking))];
  });
};

/** How points move, and where they never do. */
export const scoreRules: readonly LintRule[] = [
  itemOverMost,
  countedTwice,
  grades,
  idleBonus,
  deadRules,
  loneMilestones,
  neverInspected,
  neverDiffers,
];
