import { type Day, instantAt } from '../calendar/day.ts';
import type { Fact } from '../campaign/event.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import { afterMove } from './casework.ts';
import { afterAppeal, afterPublication, afterVerdict, milestonesOf, publicationsOf } from './deciding.ts';
import { type Habits, ordinaryHabits } from './habits.ts';
import { type Lived, live } from './living.ts';
import { adoptionSteps, peopleOf } from './people.ts';
import { afterResolution, bulletinsOf, complaintsOf, resolutionsOf } from './publicity.ts';
import { afterReadingReturn, afterReport, reportsOf } from './reading.ts';
import { afterNotice, afterReply, afterReturn } from './rectifying.ts';
import { type Rota, rotaOf, visitsOf } from './visiting.ts';
import { type Intent, lucky, type World } from './world.ts';

/** What to rehearse: first and last day (both inclusive), a seed, and how people behave where it differs from the ordinary. */
export interface RehearsalSpan {
  readonly from: Day;
  readonly to: Day;
  readonly seed: string | number;
  readonly habits?: Partial<Habits>;
  /** Most events written before the rehearsal stops; 500,000 when left out. */
  readonly most?: number;
}

/** A plan lived through: the log, the campaign that follows from it, and what could not be done. */
export interface Rehearsal extends Lived {
  readonly plan: CompiledPlan;
  readonly from: Day;
  readonly rota: Rota;
  /** True when the limit of events was reached; `to` is then earlier than asked. */
  readonly cut: boolean;
}

const usualMost = 500_000;

/** What people mean to do because something happened. */
export const after = (world: World, fact: Fact, day: Day): readonly Intent[] => {
  switch (fact.type) {
    case 'FindingOpened':
    case 'FindingMoved':
      return afterMove(world, fact);
    case 'NoticeIssued':
      return world.plan.flow.plain ? afterNotice(world, fact) : [];
    case 'RectificationReplied':
      return afterReply(world, fact);
    case 'RectificationReturned':
      return afterReturn(world, fact);
    case 'ReadingReported':
      return afterReport(world, fact);
    case 'ReadingReturned':
      return afterReadingReturn(world, fact);
    case 'StandingsPublished':
      return afterPublication(world, fact, day);
    case 'ResolutionPassed':
      return afterResolution(world, fact);
    case 'AppealOpened':
      return afterAppeal(world, fact, day);
    case 'AppealDecided':
      return afterVerdict(world, fact, day);
    default:
      return [];
  }
};

/**
 * Runs a plan over invented days with invented people, through the ordinary commands. The same plan, span, seed and
 * habits give the same log, byte for byte, on every machine.
 */
export const rehearse = (plan: CompiledPlan, span: RehearsalSpan): Rehearsal => {
  const { from, to, seed, most = usualMost } = span;
  const world: World = { plan, from, to, habits: { ...ordinaryHabits, ...span.habits }, people: peopleOf(plan), luck: lucky(seed) };
  const meant: readonly Intent[] = [
    ...reportsOf(world),
    ...milestonesOf(world),
    ...publicationsOf(world),
    ...complaintsOf(world),
    ...bulletinsOf(world),
    ...resolutionsOf(world),
  ];
  let rota: Rota = { outings: [], crowded: [], duties: [] };
  const lived = live(world, {
    first: adoptionSteps(world.people, plan.hash, instantAt(from, '08:00')),
    begin: (now) => {
      rota = rotaOf(world, now);
      return [...meant, ...visitsOf(world, rota)];
    },
    after: (fact, day) => after(world, fact, day),
    random: hashOf(`rehearsal ${seed}`),
    most,
  });
  return { plan, from, ...lived, rota, cut: lived.events.length >= most };
};
