import { addDays, type Day, daysBetween, firstDayOf, lastDayOf } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { dayBy, readBy } from './by.ts';
import type { Milestone, Phase } from './schema.ts';

/** A milestone with its deadline as a day. */
export interface CompiledMilestone {
  readonly name: string;
  /** Last day on which it is in time. */
  readonly by: Day;
  readonly source: string;
  readonly milestone: Milestone;
}

/** A phase with its days read. `to` is null for a long-term phase. */
export interface CompiledPhase {
  readonly name: string;
  readonly index: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly phase: Phase;
  readonly milestones: readonly CompiledMilestone[];
}

const read = (phase: Phase, index: number, calendar: WorkCalendar): CompiledPhase => {
  const [from, to] = [firstDayOf(phase.from), phase.to === 'long-term' ? null : lastDayOf(phase.to)];
  const source = phase.source ?? '';
  const milestones = (phase.milestones ?? []).flatMap((milestone): CompiledMilestone[] => {
    const by = readBy(milestone.by);
    const day = by && dayBy(by, { from, to }, calendar);
    return day === undefined ? [] : [{ name: milestone.name, by: day, source: milestone.source ?? source, milestone }];
  });
  return { name: phase.name, index, from, to, source, phase, milestones };
};

/** Deadlines that cannot be read or that count from the end of a phase without one. */
const unreadable = (phase: Phase, at: string): readonly Problem[] =>
  (phase.milestones ?? []).flatMap((milestone, i) => {
    const by = readBy(milestone.by);
    if (by && !(by.kind === 'before-end' && phase.to === 'long-term')) return [];
    const params = {
      ...clauseOf('milestone', milestone),
      kind: 'by',
      found: milestone.by,
      examples: '2026-11-04、2026-11、10 workdays after start',
    };
    return [problem('phrase.unreadable', `${at}/milestones/${i}/by`, params)];
  });

/** What is wrong with one phase taken alone. */
const alone = (phase: CompiledPhase, at: string): readonly Problem[] => {
  const clause = clauseOf('phase', phase.phase);
  if (phase.to !== null && phase.to < phase.from)
    return [problem('phase.reversed', pointer(at, 'to'), { ...clause, from: phase.from, to: phase.to })];
  const problems = phase.milestones.flatMap((milestone) =>
    milestone.by < phase.from || (phase.to !== null && milestone.by > phase.to)
      ? [
          problem('phase.milestone-outside', `${at}/milestones/${phase.phase.milestones?.indexOf(milestone.milestone)}/by`, {
            ...clause,
            milestone: milestone.name,
            by: milestone.by,
            from: phase.from,
            to: phase.to ?? '…',
          }),
        ]
      : [],
  );
  if (phase.to === null && phase.phase.review === undefined) problems.push(problem('phase.no-review', at, clause));
  return problems;
};

/** What is wrong between a phase and the one before it. Both days of a phase belong to it. */
const between = (before: CompiledPhase, phase: CompiledPhase, at: string): readonly Problem[] => {
  if (before.to === null)
    return [problem('phase.long-term-not-last', pointer(at, 'from'), { ...clauseOf('phase', before.phase), after: phase.name })];
  const clause = { ...clauseOf('phase', phase.phase), before: before.name };
  const next = addDays(before.to, 1);
  if (phase.from < next) {
    const days = daysBetween(phase.from, next);
    return [problem('phase.overlap', pointer(at, 'from'), { ...clause, days, to: before.to, from: phase.from, remedy: next })];
  }
  if (phase.from === next) return [];
  return [
    problem('phase.gap', pointer(at, 'from'), { ...clause, days: daysBetween(next, phase.from), from: next, to: addDays(phase.from, -1) }),
  ];
};

/** A phase that was over when the plan was issued: nothing in it can be done any more. */
const past = (phase: CompiledPhase, issued: Day | undefined, at: string): readonly Problem[] =>
  issued !== undefined && phase.to !== null && phase.from <= phase.to && phase.to < issued
    ? [problem('phase.before-issued', pointer(at, 'to'), { ...clauseOf('phase', phase.phase), to: phase.to, issued })]
    : [];

/** Reads the phases in the order of the plan and compares each with its neighbour and with the day the plan was issued. */
export const compilePhases = (
  phases: readonly Phase[],
  calendar: WorkCalendar,
  at: string,
  issued?: Day,
): { readonly value: readonly CompiledPhase[]; readonly problems: readonly Problem[] } => {
  const value = phases.map((phase, i) => read(phase, i, calendar));
  if (value.length === 0) return { value, problems: [problem('phase.none', at)] };
  const problems = value.flatMap((phase, i) => {
    const before = value[i - 1];
    return [
      ...unreadable(phase.phase, pointer(at, i)),
      ...alone(phase, pointer(at, i)),
      ...past(phase, issued, pointer(at, i)),
      ...(before ? between(before, phase, pointer(at, i)) : []),
    ];
  });
  return { value, problems };
};

/** The phase a day falls in; `undefined` before the first, after the last and in gaps. */
export const phaseOn = (phases: readonly CompiledPhase[], day: Day): CompiledPhase | undefined =>
  phases.find((phase) => day >= phase.from && (phase.to === null || day <= phase.to));
