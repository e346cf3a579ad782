import { type Actor, type CompiledPlan, type FindingView, timesDone } from '@xiuhua/engine';

/** A move that can be made on several findings at once, because it needs nothing but the unit that answers already. */
export interface BulkMove {
  readonly move: string;
  readonly dispatches: boolean;
  readonly findings: readonly FindingView[];
}

/** Deeds nobody makes by the dozen: they end, judge or take aside a single finding. */
const single = new Set([
  'close',
  'rework',
  'confirm',
  'reopen',
  'force-close',
  'void',
  'duplicate',
  'appeal',
  'uphold',
  'reject',
  'extend',
  'refuse',
]);

/** The moves a person may make on many of these findings at once, in the order of the plan; one finding alone is no bulk. */
export const bulkMoves = (findings: readonly FindingView[], plan: CompiledPlan, actor: Actor): readonly BulkMove[] =>
  [...plan.flow.moves.values()].flatMap(({ move, needs }): readonly BulkMove[] => {
    const units = move.units === undefined ? undefined : plan.organization.parties.get(move.units);
    const may = move.by.some((role) => role !== 'unit' && actor.roles.includes(role)) && (!units || units.includes(actor.unit));
    if (!may || [...needs].some((need) => need !== 'unit') || move.to === undefined || (move.does && single.has(move.does))) return [];
    const stands = findings.filter(({ course }) => course?.plan === plan.hash && move.from.includes(course.stage));
    // What a unit sent back as not its own needs somebody who says whose it is.
    const fit = needs.has('unit') ? stands.filter((finding) => timesDone(finding, 'send-back') === 0) : stands;
    return fit.length > 1 ? [{ move: move.name, dispatches: needs.has('unit'), findings: fit }] : [];
  });
