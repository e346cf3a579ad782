import type { PeriodKind } from '../calendar/period.ts';
import { clauseOf, type Params, type Problem, problem } from '../problem/problem.ts';
import type { CompiledConsequence } from './compile.ts';

/** Periods of each kind in a year. */
const perYear: Readonly<Record<PeriodKind, number>> = { week: 53, 'ten-days': 36, month: 12, quarter: 4, 'half-year': 2, year: 1 };

const periodsHeld = ({ window, ranking }: CompiledConsequence): number => {
  if (window === undefined) return 0;
  return window.kind === 'last' ? window.periods : Math.ceil(perYear[ranking.sheet.sheet.every] / perYear[window.period]);
};

/** Units in the smallest group that is ranked. */
const smallestGroup = ({ ranking }: CompiledConsequence): number =>
  ranking.groups.length ? Math.min(...ranking.groups.map((group) => group.units.length)) : ranking.sheet.units.length;

const checkTrigger = (compiled: CompiledConsequence, at: string, clause: Params): readonly Problem[] => {
  const { consequence, ranking, rank } = compiled;
  const { when } = consequence;
  const units = smallestGroup(compiled);
  const problems: Problem[] = [];
  const triggers = [when.rank, when.grade, when.fails, when.below, when.atLeast].filter((one) => one !== undefined);
  if (triggers.length === 0) problems.push(problem('consequence.no-trigger', `${at}/when`, clause));
  if (rank && rank.n >= units) problems.push(problem('consequence.rank-too-deep', `${at}/when/rank`, { ...clause, n: rank.n, units }));
  if (rank && ranking.ranking.order === 'none')
    problems.push(problem('consequence.not-ranked', `${at}/when/rank`, { ...clause, ranking: ranking.ranking.name }));
  const known = ranking.sheet.grades.map((grade) => grade.name);
  const grade = when.grade?.find((name) => !known.includes(name));
  if (grade !== undefined)
    problems.push(problem('consequence.unknown-grade', `${at}/when/grade`, { ...clause, found: grade, known: known.join('、') || '—' }));
  if (when.fails && known.length === 0)
    problems.push(problem('consequence.unknown-grade', `${at}/when/fails`, { ...clause, found: '不合格', known: '—' }));
  if (compiled.below !== null && compiled.below <= ranking.sheet.floor)
    problems.push(problem('consequence.never', `${at}/when/below`, clause));
  if (compiled.atLeast !== null && compiled.atLeast > ranking.sheet.cap)
    problems.push(problem('consequence.never', `${at}/when/atLeast`, clause));
  return problems;
};

const checkCount = (compiled: CompiledConsequence, at: string, clause: Params): readonly Problem[] => {
  const { consequence, window } = compiled;
  const { when, ladder } = consequence;
  const times = Math.max(compiled.times, ...(ladder ?? []).map((step) => step.times));
  const periods = periodsHeld(compiled);
  const problems: Problem[] = [];
  if (times > 1 && window === undefined) problems.push(problem('consequence.window-missing', `${at}/when`, { ...clause, times }));
  if (window !== undefined && times > periods)
    problems.push(problem('consequence.times-beyond-window', `${at}/when`, { ...clause, times, periods }));
  if (when.consecutive && when.gaps === undefined) problems.push(problem('consequence.gaps-undecided', `${at}/when`, clause));
  return problems;
};

/** What is wrong with one consequence. */
export const checkConsequence = (compiled: CompiledConsequence, at: string): readonly Problem[] => {
  const { consequence, transfer, rank } = compiled;
  const clause = clauseOf('consequence', consequence);
  const problems = [...checkTrigger(compiled, at, clause), ...checkCount(compiled, at, clause)];
  if (consequence.then === undefined && !consequence.ladder?.length) problems.push(problem('consequence.no-action', at, clause));
  if (consequence.source === undefined && consequence.basis === undefined) problems.push(problem('consequence.no-basis', at, clause));
  if (consequence.transfer && !rank) problems.push(problem('consequence.transfer-without-rank', `${at}/transfer`, clause));
  if (transfer && rank && transfer.to.n + rank.n > smallestGroup(compiled))
    problems.push(problem('consequence.transfer-overlap', `${at}/transfer`, { ...clause, units: smallestGroup(compiled) }));
  return problems;
};

/** Praise and sanction of one ranking whose places reach over each other. */
export const checkPair = (a: CompiledConsequence, b: CompiledConsequence, at: string): readonly Problem[] => {
  if (a.ranking !== b.ranking || a.consequence.kind === b.consequence.kind || !a.rank || !b.rank || a.rank.end === b.rank.end) return [];
  const settled = a.consequence.unless?.includes(b.consequence.name) || b.consequence.unless?.includes(a.consequence.name);
  const units = smallestGroup(a);
  return a.rank.n + b.rank.n > units && !settled
    ? [problem('consequence.both-ends', at, { ...clauseOf('consequence', a.consequence), other: b.consequence.name, units })]
    : [];
};
