import type { Answer } from '../checklist/answer.ts';
import { askedItems } from '../checklist/asked.ts';
import type { CompiledChecklist, CompiledItem } from '../checklist/compile.ts';
import type { Item } from '../checklist/schema.ts';
import { itemsAt } from '../checklist/where.ts';
import { showPoints } from '../expression/points.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import { clauseOf, type Problem, pointer, problem, type Witness } from '../problem/problem.ts';
import { type Course, counts, coursesOf } from './feeding.ts';
import { type LintRule, seen } from './ground.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every name a rule reads. */
const readsOf = (logic: unknown): readonly string[] => {
  if (Array.isArray(logic)) return (logic as readonly unknown[]).flatMap(readsOf);
  if (!isRecord(logic)) return [];
  const name = logic['var'];
  return typeof name === 'string' ? [name] : Object.values(logic).flatMap(readsOf);
};

const isVar = (node: unknown, name: string): boolean => isRecord(node) && node['var'] === name;

/** True when the rule can only hold once the answer is there and of a certain kind: then being hidden with it is what was meant. */
const requires = (logic: unknown, name: string): boolean => {
  if (!isRecord(logic)) return false;
  if (isVar(logic, name)) return true;
  const [operator = '', given] = Object.entries(logic)[0] ?? [];
  const parts = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  if (operator === 'and') return parts.some((part) => requires(part, name));
  return ['==', '===', '>', '>=', '<', '<=', 'in', '!!'].includes(operator) && parts.some((part) => isVar(part, name));
};

/** Answers an item may get, as far as conditions can tell them apart. */
const candidates = (item: Item): readonly Answer[] => {
  const recorded = (values: readonly (string | number | boolean | string[])[]): readonly Answer[] =>
    values.map((value): Answer => ({ result: 'recorded', value }));
  switch (item.answer ?? 'pass') {
    case 'pass':
      return [{ result: 'pass' }, { result: 'fail' }];
    case 'yes-no':
      return recorded([true, false]);
    case 'choice':
      return recorded((item.choices ?? []).slice(0, 8));
    case 'several':
      return recorded([[], ...(item.choices ?? []).slice(0, 8).map((choice) => [choice])]);
    case 'count':
    case 'number':
      return recorded([item.least ?? 0, item.greatest ?? (item.least ?? 0) + 100, (item.least ?? 0) + 1]);
    default:
      return [];
  }
};

/** Answers with which an item is not asked; `undefined` when none are found in a short search. */
const hidingAnswers = (list: CompiledChecklist, name: string): Readonly<Record<string, Answer>> | undefined => {
  const item = list.items.get(name)?.item;
  const inputs = readsOf(item?.asked).flatMap((read) => list.items.get(read)?.item ?? []);
  let rounds: readonly Record<string, Answer>[] = [{}];
  for (const input of inputs.slice(0, 4))
    rounds = rounds.flatMap((before) => candidates(input).map((answer) => ({ ...before, [input.name]: answer }))).slice(0, 200);
  return rounds.find((answers) => Object.keys(answers).length > 0 && !askedItems(list.checklist, list.asked, answers).has(name));
};

const limitedTo = (item: Item): string => JSON.stringify([item.grades ?? [], item.phases ?? []]);

/** How one answer can be missing where another item needs it; `undefined` when it never is, or is meant to be. */
const hiding = (
  list: CompiledChecklist,
  [item, read]: readonly [CompiledItem, Item],
  { sites, plan }: { readonly sites: readonly string[]; readonly plan: CompiledPlan },
): Witness | undefined => {
  const limited = (read.grades?.length || read.phases?.length) && limitedTo(read) !== limitedTo(item.item);
  if (limited) {
    const site = sites.find((name) => {
      const there = itemsAt(list, whereOf(plan, name, plan.from));
      return there.has(item.item.name) && !there.has(read.name);
    });
    if (site !== undefined) return { site, day: plan.from };
  }
  if (read.asked === undefined || requires(item.item.asked, read.name)) return undefined;
  const answers = hidingAnswers(list, read.name);
  return answers && { answers };
};

const readsHidden: LintRule = ({ compiled }) =>
  compiled.plan.checklists.flatMap((checklist, i) => {
    const list = compiled.checklists.get(checklist.name);
    if (!list?.asked) return [];
    const sites = compiled.places.byClass.get(checklist.for) ?? [];
    return [...list.items.values()].flatMap((item): readonly Problem[] => {
      for (const name of item.item.asked === undefined ? [] : readsOf(item.item.asked)) {
        const read = list.items.get(name)?.item;
        const witness = read && hiding(list, [item, read], { sites, plan: compiled });
        if (!witness) continue;
        const params = { ...clauseOf('item', { ...item.item, source: item.source }), reads: name };
        return [seen(problem('item.reads-hidden', `${pointer('/checklists', i)}/items/${item.index}/asked`, params), witness)];
      }
      return [];
    });
  });

const gradesOf = (plan: CompiledPlan, sites: readonly string[]): ReadonlySet<string> =>
  new Set(sites.flatMap((site) => [...whereOf(plan, site, plan.from).grades]));

const neverAsked: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  return compiled.plan.checklists.flatMap((checklist, i) => {
    const own = courses.filter((course) => course.checklist.checklist.name === checklist.name);
    const sites = compiled.places.byClass.get(checklist.for) ?? [];
    const limited = checklist.items.some((item) => item.grades?.length);
    const grades = limited ? gradesOf(compiled, sites) : new Set<string>();
    const phases = new Set(own.flatMap(({ schedule }) => schedule.phases.map(({ name }) => name)));
    return checklist.items.flatMap((item, j): readonly Problem[] => {
      const at = `${pointer('/checklists', i)}/items/${j}`;
      const clause = clauseOf('item', { ...item, source: item.source ?? checklist.source });
      if (item.grades?.length && sites.length > 0 && !item.grades.some((grade) => grades.has(grade))) {
        const found = problem('item.grade-absent', `${at}/grades`, { ...clause, grades: item.grades.join('、'), class: checklist.for });
        return [seen(found, { site: sites[0] ?? '', day: compiled.from })];
      }
      if (item.phases?.length && own.length > 0 && !item.phases.some((phase) => phases.has(phase)))
        return [problem('item.phase-unscheduled', `${at}/phases`, { ...clause, phases: item.phases.join('、') })];
      return [];
    });
  });
};

const spotFor = (compiled: CompiledPlan, course: Course, item: CompiledItem): string | undefined =>
  course.sites.find((site) => itemsAt(course.checklist, whereOf(compiled, site, compiled.from)).has(item.item.name));

/** Items of which a single failure takes everything a score has, though no veto says so. */
const exceedsScore: LintRule = ({ compiled }) => {
  const courses = coursesOf(compiled);
  const told = new Set<string>();
  return [...compiled.sheets.values()].flatMap((sheet) => {
    const room = sheet.base - sheet.floor;
    const rules = sheet.rules.filter(
      ({ rule, points, most }) => rule.kind === 'deduct' && rule.each === 'failed-item' && points === null && (most ?? room) >= room,
    );
    if (room <= 0 || sheet.parts.length > 0 || sheet.over) return [];
    return rules.flatMap((rule) =>
      courses.flatMap((course) =>
        [...course.checklist.items.values()].flatMap((item): readonly Problem[] => {
          const name = `${course.checklist.checklist.name}\n${item.item.name}`;
          if (item.points < room || !counts(rule, course, item) || told.has(name)) return [];
          told.add(name);
          const i = compiled.plan.checklists.findIndex((list) => list.name === course.checklist.checklist.name);
          const clause = clauseOf('item', { ...item.item, source: item.source });
          const params = { ...clause, points: showPoints(item.points), sheet: sheet.sheet.name, room: showPoints(room) };
          const found = problem('item.points-exceed-score', `${pointer('/checklists', i)}/items/${item.index}/points`, params);
          const site = spotFor(compiled, course, item);
          return [site === undefined ? found : seen(found, { site, schedule: course.schedule.name, number: sheet.floor })];
        }),
      ),
    );
  });
};

const unchecked: LintRule = ({ compiled }) => {
  const visited = new Set(coursesOf(compiled).flatMap(({ sites }) => sites));
  return compiled.plan.places.classes.flatMap((kind, i) => {
    const sites = compiled.places.byClass.get(kind.name) ?? [];
    if (sites.length === 0 || compiled.schedules.length === 0 || sites.some((site) => visited.has(site))) return [];
    return [problem('place.class-unchecked', pointer('/places/classes', i), { ...clauseOf('class', kind), sites: sites.length })];
  });
};

/** What is asked on site, and what never is. */
export const itemRules: readonly LintRule[] = [readsHidden, neverAsked, exceedsScore, unchecked];
