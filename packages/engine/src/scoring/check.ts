import { showPoints } from '../expression/points.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledRule, CompiledSheet } from './compile.ts';
import type { SheetPeriod } from './schema.ts';

/** What each kind of rule cannot do without. */
export const ruleNeeds: Readonly<Record<CompiledRule['rule']['kind'], readonly ('each' | 'of' | 'bands' | 'goal' | 'full' | 'missing')[]>> =
  {
    deduct: ['each'],
    bonus: ['each'],
    veto: ['each'],
    band: ['of', 'bands', 'missing'],
    target: ['of', 'goal', 'full', 'missing'],
  };

const checkRule = (rule: CompiledRule, at: string): readonly Problem[] => {
  const clause = clauseOf('rule', rule.rule);
  const lacking = ruleNeeds[rule.rule.kind].filter((key) => rule.rule[key] === undefined);
  const problems = lacking.map((key) => problem('scoring.incomplete', at, { ...clause, key, kind: rule.rule.kind }));
  const counts = rule.rule.kind === 'deduct' || rule.rule.kind === 'bonus';
  if (counts && rule.points === null && rule.rule.each !== 'failed-item') problems.push(problem('scoring.points-missing', at, clause));
  if (rule.rule.step !== undefined && rule.points === null) problems.push(problem('scoring.points-missing', at, clause));
  if (rule.points !== null && rule.most !== null && rule.most < rule.points)
    problems.push(
      problem('scoring.most-below-points', pointer(at, 'most'), {
        ...clause,
        most: showPoints(rule.most),
        points: showPoints(rule.points),
      }),
    );
  if (rule.rule.kind === 'veto' && rule.rule.basis === undefined) problems.push(problem('scoring.veto-no-basis', at, clause));
  return problems;
};

/** True when something on the sheet is divided, so that rounding must be said. */
const divides = (sheet: CompiledSheet): boolean =>
  sheet.rules.some((rule) => rule.rule.kind === 'target' || rule.rule.missing === 'drop') ||
  sheet.parts.length > 0 ||
  sheet.over?.by === 'average';

/** What is wrong with one sheet taken alone. */
export const checkSheet = (sheet: CompiledSheet, at: string): readonly Problem[] => {
  const clause = clauseOf('sheet', sheet.sheet);
  const params = { ...clause, base: showPoints(sheet.base), floor: showPoints(sheet.floor), cap: showPoints(sheet.cap) };
  const problems = sheet.rules.flatMap((rule, i) => checkRule(rule, `${at}/rules/${i}`));
  if (sheet.floor > sheet.cap) problems.push(problem('scoring.bounds-reversed', pointer(at, 'floor'), params));
  else if (sheet.base > sheet.cap || (sheet.base < sheet.floor && sheet.parts.length === 0 && !sheet.over))
    problems.push(problem('scoring.base-outside', pointer(at, 'base'), params));
  if (divides(sheet) && sheet.sheet.rounding === undefined) problems.push(problem('scoring.no-rounding', at, clause));
  const weights = sheet.parts.reduce((sum, part) => sum + part.weight, 0);
  if (sheet.parts.length > 0 && weights !== 100_000)
    problems.push(problem('scoring.weights-differ', pointer(at, 'parts'), { ...clause, sum: showPoints(weights) }));
  const unordered = sheet.grades.some((grade, i) => i > 0 && grade.from >= (sheet.grades[i - 1]?.from ?? 0));
  if (unordered) problems.push(problem('scoring.grades-unordered', pointer(at, 'grades'), clause));
  if (sheet.grades.length > 0 && !sheet.grades.some((grade) => grade.passes))
    problems.push(problem('scoring.no-passmark', pointer(at, 'grades'), clause));
  if (sheet.rules.length === 0 && sheet.parts.length === 0 && !sheet.over) problems.push(problem('scoring.no-rule', at, clause));
  return problems;
};

const order: readonly SheetPeriod[] = ['week', 'month', 'quarter', 'half-year', 'year'];

const usedBy = (sheet: CompiledSheet): readonly string[] => [
  ...sheet.parts.map((part) => part.sheet),
  ...(sheet.over ? [sheet.over.sheet] : []),
];

const reachesItself = (name: string, sheets: ReadonlyMap<string, CompiledSheet>): boolean => {
  const seen = new Set<string>();
  const open = [...usedBy(sheets.get(name) as CompiledSheet)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    const sheet = sheets.get(next);
    if (!sheet || seen.has(next)) continue;
    seen.add(next);
    open.push(...usedBy(sheet));
  }
  return false;
};

const checkUse = (
  sheet: CompiledSheet,
  used: CompiledSheet,
  at: { readonly place: string; readonly rolls: boolean },
): readonly Problem[] => {
  const params = { ...clauseOf('sheet', sheet.sheet), other: used.sheet.name };
  const problems: Problem[] = [];
  const [own, theirs] = [order.indexOf(sheet.sheet.every), order.indexOf(used.sheet.every)];
  if (at.rolls ? theirs >= own : theirs !== own) problems.push(problem('scoring.periods-differ', at.place, params));
  const absent = sheet.units.filter((unit) => !used.units.includes(unit));
  if (absent.length) problems.push(problem('scoring.units-differ', at.place, { ...params, units: absent.slice(0, 5).join('、') }));
  return problems;
};

/** What is wrong between sheets: circles, periods and units that do not fit together. */
export const checkSheets = (sheets: ReadonlyMap<string, CompiledSheet>, at: string): readonly Problem[] =>
  [...sheets.values()].flatMap((sheet, i) => {
    const place = pointer(at, i);
    if (reachesItself(sheet.sheet.name, sheets)) return [problem('scoring.circle', place, clauseOf('sheet', sheet.sheet))];
    const parts = sheet.parts.flatMap((part, j) => {
      const used = sheets.get(part.sheet);
      return used ? checkUse(sheet, used, { place: `${place}/parts/${j}/sheet`, rolls: false }) : [];
    });
    const used = sheet.over && sheets.get(sheet.over.sheet);
    return [...parts, ...(used ? checkUse(sheet, used, { place: `${place}/over/sheet`, rolls: true }) : [])];
  });
