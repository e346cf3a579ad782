import type { CompiledIndicator } from '../indicator/compile.ts';
import { clauseOf, type Problem, problem } from '../problem/problem.ts';
import type { CompiledRanking } from '../ranking/compile.ts';
import type { RoutineKind } from '../schedule/routine.ts';
import type { CompiledCredit, CompiledList } from './compile.ts';
import type { Meeting, Report, Survey } from './schema.ts';

/** Units in the smallest group that is ranked. */
const smallestGroup = ({ groups, sheet }: CompiledRanking): number =>
  groups.length ? Math.min(...groups.map((group) => group.units.length)) : sheet.units.length;

/** What is wrong with the criteria of a list: none, a grade nobody can have, places that reach everybody. */
export const checkList = (compiled: CompiledList, at: string): readonly Problem[] => {
  const { list, ranking, rank } = compiled;
  const clause = clauseOf('public-list', list);
  const problems: Problem[] = [];
  const criteria = [list.rank, list.grade, list.below, list.atLeast, list.overdue].filter((one) => one !== undefined);
  if (criteria.length === 0) problems.push(problem('list.no-criteria', at, clause));
  const known = ranking.sheet.grades.map((grade) => grade.name);
  const grade = list.grade?.find((name) => !known.includes(name));
  if (grade !== undefined)
    problems.push(problem('list.unknown-grade', `${at}/grade`, { ...clause, found: grade, known: known.join('、') || '—' }));
  const units = smallestGroup(ranking);
  if (rank && (rank.n >= units || ranking.ranking.order === 'none'))
    problems.push(problem('list.everybody', `${at}/rank`, { ...clause, n: rank.n, units }));
  if (list.kind === 'black' && compiled.appeal === null) problems.push(problem('list.no-appeal', at, clause));
  return problems;
};

/** What is wrong with a rating: levels that do not go down, or that nobody can reach. */
export const checkCredit = ({ credit, ranking, levels }: CompiledCredit, at: string): readonly Problem[] => {
  const clause = clauseOf('credit', credit);
  const wrong = levels.findIndex((level, i) => i > 0 && level.atLeast >= (levels[i - 1]?.atLeast ?? 0));
  if (wrong > 0) return [problem('credit.levels-unordered', `${at}/levels/${wrong}`, { ...clause, level: levels[wrong]?.name })];
  const best = levels[0];
  return best && best.atLeast > ranking.sheet.cap
    ? [problem('credit.out-of-reach', `${at}/levels/0`, { ...clause, level: best.name })]
    : [];
};

/** A survey's result must have a place to go: an indicator that a unit reports as a rate of answers. */
export const checkSurvey = (survey: Survey, indicator: CompiledIndicator | undefined, at: string): readonly Problem[] =>
  indicator && !(indicator.indicator.reported && indicator.indicator.rate)
    ? [problem('survey.no-rate', `${at}/indicator`, { ...clauseOf('survey', survey), indicator: survey.indicator })]
    : [];

const kinds: Readonly<Record<'report' | 'meeting', readonly RoutineKind[]>> = { report: ['bulletin', 'report'], meeting: ['meeting'] };

/** Sections of the plan without which a part of a paper would stay empty. */
const needs = {
  ranking: 'ranking',
  consequences: 'consequences',
  indicators: 'indicators',
  lists: 'lists',
  credit: 'credit',
  complaints: 'channels',
  resolutions: 'meetings',
  duties: 'schedule',
  findings: 'checklists',
  milestones: 'phases',
} as const;

/**
 * What is wrong with a bulletin or a meeting: it comes with an inspection or with another kind of routine, or speaks of
 * something the plan has none of.
 */
export const checkPaper = (
  kind: 'report' | 'meeting',
  clause: Report | Meeting,
  at: {
    readonly routine: RoutineKind | undefined;
    readonly says: ReadonlySet<string>;
    readonly isSchedule: ReadonlySet<string>;
    readonly at: string;
  },
): readonly Problem[] => {
  const words = clauseOf(kind, clause);
  const fits = at.routine === undefined ? !at.isSchedule.has(clause.comes) : kinds[kind].includes(at.routine);
  const contents = 'contents' in clause ? clause.contents : clause.agenda;
  const key = 'contents' in clause ? 'contents' : 'agenda';
  return [
    ...(fits
      ? []
      : [
          problem(kind === 'report' ? 'report.not-a-bulletin' : 'meeting.not-a-meeting', `${at.at}/comes`, {
            ...words,
            found: clause.comes,
          }),
        ]),
    ...(contents.length === 0 ? [problem('report.no-content', `${at.at}/${key}`, words)] : []),
    ...contents.flatMap((content, i) =>
      at.says.has(needs[content]) ? [] : [problem('report.empty-content', `${at.at}/${key}/${i}`, { ...words, content })],
    ),
  ];
};
