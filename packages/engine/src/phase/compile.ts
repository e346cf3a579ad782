import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Milestone, Phase } from './schema.ts';

/** A phase with its days read. `to` is null for a long-term phase. */
export interface CompiledPhase {
  readonly name: string;
  readonly index: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly phase: Phase;
  readonly milestones: readonly Milestone[];
}

const read = (phase: Phase, index: number): CompiledPhase => ({
  name: phase.name,
  index,
  from: phase.from,
  to: phase.to === 'long-term' ? null : phase.to,
  source: phase.source ?? '',
  phase,
  milestones: phase.milestones ?? [],
});

/** What is wrong with one phase taken alone. */
const alone = (phase: CompiledPhase, at: string): readonly Problem[] => {
  const clause = clauseOf('phase', phase.phase);
  if (phase.to !== null && phase.to < phase.from) return [problem('phase.reversed', pointer(at, 'to'), { ...clause, from: phase.from, to: phase.to })];
  const problems = phase.milestones.flatMap((milestone, i) =>
    milestone.by < phase.from || (phase.to !== null && milestone.by > phase.to)
      ? [problem('phase.milestone-outside', `${at}/milestones/${i}/by`, { ...clause, milestone: milestone.name, by: milestone.by, from: phase.from, to: phase.to ?? '…' })]
      : [],
  );
  if (phase.to === null && phase.phase.review === undefined) problems.push(problem('phase.no-review', at, clause));
  return problems;
};

/** What is wrong between a phase and the one before it. Both days of a phase belong to it. */
const between = (before: CompiledPhase, phase: CompiledPhase, at: string): readonly Problem[] => {
  if (before.to === null) return [problem('phase.long-term-not-last', pointer(at, 'from'), { ...clauseOf('phase', before.phase), after: phase.name })];
  const clause = { ...clauseOf('phase', phase.phase), before: before.name };
  const next = addDays(before.to, 1);
  if (phase.from < next) {
    const days = daysBetween(phase.from, next);
    return [problem('phase.overlap', pointer(at, 'from'), { ...clause, days, to: before.to, from: phase.from, remedy: next })];
  }
  if (phase.from === next) return [];
  return [problem('phase.gap', pointer(at, 'from'), { ...clause, days: daysBetween(next, phase.from), from: next, to: addDays(phase.from, -1) })];
};

/** Reads the phases in the order of the plan and compares each with its neighbour. */
export const compilePhases = (phases: readonly Phase[], at: string): { value: readonly CompiledPhase[]; problems: readonly Problem[] } => {
  const value = phases.map(read);
  if (value.length === 0) return { value, problems: [problem('phase.none', at)] };
  const problems = value.flatMap((phase, i) => {
    const before = value[i - 1];
    return [...alone(phase, pointer(at, i)), ...(before ? between(before, phase, pointer(at, i)) : [])];
  });
  return { value, problems };
};

/** The phase a day falls in; `undefined` before the first, after the last and in gaps. */
export const phaseOn = (phases: readonly CompiledPhase[], day: Day): CompiledPhase | undefined =>
  phases.find((phase) => day >= phase.from && (phase.to === null || day <= phase.to));
