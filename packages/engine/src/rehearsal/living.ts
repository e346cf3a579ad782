import { addDays, type Day, dayOf } from '../calendar/day.ts';
import { decide } from '../campaign/decide.ts';
import type { Event, Fact } from '../campaign/event.ts';
import { evolve } from '../campaign/evolve.ts';
import { emptyCampaign } from '../campaign/replay.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Problem } from '../problem/problem.ts';
import type { Intent, Step, World } from './world.ts';

/** A command that was refused. A rehearsal of a sound plan has none. */
export interface RefusedStep {
  readonly step: Step;
  readonly problems: readonly Problem[];
}

/** How days are lived: what is done first, what people mean to do from then on, and what each fact makes them do. */
export interface Course {
  readonly first: readonly Step[];
  readonly begin: (now: Campaign) => readonly Intent[];
  readonly after: (fact: Fact, day: Day) => readonly Intent[];
  /** Random text for the commands, 32 bytes as hex. */
  readonly random: string;
  /** Most events written before the days stop. */
  readonly most: number;
}

/** The days as they were lived, up to and including `to`. */
export interface Lived {
  readonly events: readonly Event[];
  readonly campaign: Campaign;
  readonly refused: readonly RefusedStep[];
  readonly to: Day;
}

/** True for a signature on what somebody else signed or declined earlier that day. */
const isSettled = (now: Campaign, { command }: Step): boolean =>
  (command.type === 'SignConsequence' || command.type === 'DeclineConsequence') && now.decisions.has(command.consequence);

const byTime = (a: Step, b: Step): number => (a.at < b.at ? -1 : Number(a.at > b.at));

/** Keeps what people mean to do, by day. */
const agendaOf = () => {
  const days = new Map<Day, Intent[]>();
  const add = (more: readonly Intent[]): void => {
    for (const intent of more) {
      const own = days.get(intent.day);
      if (own) own.push(intent);
      else days.set(intent.day, [intent]);
    }
  };
  return { add, on: (day: Day): readonly Intent[] => days.get(day) ?? [] };
};

/** The plan on its own: whether it goes with its upper plan is asked where it is adopted, not where days are invented. */
const alone = (plan: CompiledPlan): CompiledPlan => ({ ...plan, written: { ...(plan.written as object), basis: [] } });

/** Lets the days of a world go by, through the ordinary commands. */
export const live = ({ plan, from, to }: World, course: Course): Lived => {
  const adopted = alone(plan);
  const library = (hash: string): CompiledPlan | undefined => (hash === plan.hash ? adopted : undefined);
  const agenda = agendaOf();
  const events: Event[] = [];
  const refused: RefusedStep[] = [];
  let campaign = emptyCampaign();
  let commands = 0;
  const take = (step: Step): void => {
    commands += 1;
    const outcome = decide(campaign, step.command, {
      at: step.at,
      by: step.by,
      random: course.random,
      plans: library,
      photos: () => true,
    });
    if (!outcome.ok) return void refused.push({ step, problems: outcome.problems });
    const cause = `rehearsal-${String(commands).padStart(6, '0')}`;
    for (const fact of outcome.value) {
      const event: Event = { seq: events.length + 1, cause, at: step.at, by: step.by, fact };
      events.push(event);
      campaign = evolve(campaign, event, library);
      agenda.add(course.after(fact, dayOf(step.at)));
    }
  };
  for (const step of course.first) take(step);
  agenda.add(course.begin(campaign));
  let day = from;
  for (; day <= to && events.length < course.most; day = addDays(day, 1)) {
    let begun = 0;
    for (let steps: readonly Step[] = []; events.length < course.most; ) {
      const fresh = agenda.on(day).slice(begun);
      begun += fresh.length;
      const [next, ...rest] = [...steps, ...fresh.flatMap((intent) => intent.act(campaign))].sort(byTime);
      if (!next) break;
      steps = rest;
      if (!isSettled(campaign, next)) take(next);
    }
  }
  return { events, campaign, refused, to: addDays(day, -1) };
};
