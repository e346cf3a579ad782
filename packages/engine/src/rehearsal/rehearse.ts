import { addDays, type Day, dayOf, instantAt } from '../calendar/day.ts';
import { decide } from '../campaign/decide.ts';
import type { Event, Fact } from '../campaign/event.ts';
import { evolve } from '../campaign/evolve.ts';
import { emptyCampaign } from '../campaign/replay.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import type { Problem } from '../problem/problem.ts';
import { afterMove } from './casework.ts';
import { afterAppeal, afterPublication, afterVerdict, milestonesOf, publicationsOf } from './deciding.ts';
import { type Habits, ordinaryHabits } from './habits.ts';
import { peopleOf } from './people.ts';
import { afterResolution, bulletinsOf, complaintsOf, resolutionsOf } from './publicity.ts';
import { afterReadingReturn, afterReport, reportsOf } from './reading.ts';
import { afterNotice, afterReply, afterReturn } from './rectifying.ts';
import { type Rota, rotaOf, visitsOf } from './visiting.ts';
import { type Intent, lucky, type Step, type World } from './world.ts';

/** What to rehearse: first and last day (both inclusive), a seed, and how people behave where it differs from the ordinary. */
export interface RehearsalSpan {
  readonly from: Day;
  readonly to: Day;
  readonly seed: string | number;
  readonly habits?: Partial<Habits>;
  /** Most events written before the rehearsal stops; 500,000 when left out. */
  readonly most?: number;
}

/** A command that was refused. A rehearsal of a sound plan has none. */
export interface RefusedStep {
  readonly step: Step;
  readonly problems: readonly Problem[];
}

/** A plan lived through: the log, the campaign that follows from it, and what could not be done. */
export interface Rehearsal {
  readonly plan: CompiledPlan;
  readonly from: Day;
  /** The last day lived: earlier than asked when the limit of events was reached. */
  readonly to: Day;
  readonly events: readonly Event[];
  readonly campaign: Campaign;
  readonly refused: readonly RefusedStep[];
  readonly rota: Rota;
  /** True when the limit of events was reached. */
  readonly cut: boolean;
}

const usualMost = 500_000;

/** What people mean to do because something happened. */
const after = (world: World, fact: Fact, day: Day): readonly Intent[] => {
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

/** True for a signature on what somebody else signed or declined earlier that day. */
const isSettled = (now: Campaign, { command }: Step): boolean =>
  (command.type === 'SignConsequence' || command.type === 'DeclineConsequence') && now.decisions.has(command.consequence);

const byTime = (a: Step, b: Step): number => (a.at < b.at ? -1 : Number(a.at > b.at));

/** Keeps what people mean to do, by day. */
const agendaOf = (intents: readonly Intent[]) => {
  const days = new Map<Day, Intent[]>();
  const add = (more: readonly Intent[]): void => {
    for (const intent of more) {
      const own = days.get(intent.day);
      if (own) own.push(intent);
      else days.set(intent.day, [intent]);
    }
  };
  add(intents);
  return { add, on: (day: Day): readonly Intent[] => days.get(day) ?? [] };
};

/**
 * Runs a plan over invented days with invented people, through the ordinary commands. The same plan, span, seed and
 * habits give the same log, byte for byte, on every machine.
 */
export const rehearse = (plan: CompiledPlan, span: RehearsalSpan): Rehearsal => {
  const { from, to, seed, most = usualMost } = span;
  const world: World = { plan, from, to, habits: { ...ordinaryHabits, ...span.habits }, people: peopleOf(plan), luck: lucky(seed) };
  const library = (hash: string): CompiledPlan | undefined => (hash === plan.hash ? plan : undefined);
  const random = hashOf(`rehearsal ${seed}`);
  const agenda = agendaOf([
    ...reportsOf(world),
    ...milestonesOf(world),
    ...publicationsOf(world),
    ...complaintsOf(world),
    ...bulletinsOf(world),
    ...resolutionsOf(world),
  ]);
  const events: Event[] = [];
  const refused: RefusedStep[] = [];
  let campaign = emptyCampaign();
  let commands = 0;
  const take = (step: Step): void => {
    commands += 1;
    const outcome = decide(campaign, step.command, { at: step.at, by: step.by, random, plans: library, photos: () => true });
    if (!outcome.ok) return void refused.push({ step, problems: outcome.problems });
    const cause = `rehearsal-${String(commands).padStart(6, '0')}`;
    for (const fact of outcome.value) {
      const event: Event = { seq: events.length + 1, cause, at: step.at, by: step.by, fact };
      events.push(event);
      campaign = evolve(campaign, event, library);
      agenda.add(after(world, fact, dayOf(step.at)));
    }
  };
  take({ at: instantAt(from, '08:00'), by: world.people.head, command: { type: 'AdoptPlan', plan: plan.hash } });
  const rota = rotaOf(world, campaign);
  agenda.add(visitsOf(world, rota));
  let day = from;
  for (; day <= to && events.length < most; day = addDays(day, 1)) {
    let begun = 0;
    for (let steps: readonly Step[] = []; events.length < most; ) {
      const fresh = agenda.on(day).slice(begun);
      begun += fresh.length;
      const [next, ...rest] = [...steps, ...fresh.flatMap((intent) => intent.act(campaign))].sort(byTime);
      if (!next) break;
      steps = rest;
      if (!isSettled(campaign, next)) take(next);
    }
  }
  const lived = addDays(day, -1);
  return { plan, from, to: lived, events, campaign, refused, rota, cut: events.length >= most };
};
