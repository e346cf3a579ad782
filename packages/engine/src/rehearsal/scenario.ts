import { addDays, type Day, dayOf, instantAt, later } from '../calendar/day.ts';
import { daysOf, kindOf, type Period, periodAfter, periodOf } from '../calendar/period.ts';
import type { Command } from '../campaign/command.ts';
import { campaignDuties, dutiesOf } from '../campaign/duties.ts';
import type { Fact } from '../campaign/event.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Answer, Answers } from '../checklist/answer.ts';
import { itemsAt } from '../checklist/where.ts';
import { reportersFor } from '../indicator/asked.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import type { Tried } from '../plan/scenarios.ts';
import { hashOf } from '../problem/canonical.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import type { Duty } from '../schedule/duty.ts';
import { answersFor, type Settled } from './answering.ts';
import { calmHabits, noLuck } from './calm.ts';
import { publicationOf } from './deciding.ts';
import { live } from './living.ts';
import { adoptionSteps, peopleOf } from './people.ts';
import { after } from './rehearse.ts';
import { type Intent, lucky, type Step, type World } from './world.ts';

export type TriedVisit = NonNullable<Tried['visits']>[number];
type TriedReading = NonNullable<Tried['readings']>[number];

/** A visit or number of a scenario that could not be entered, by its place in its list. */
export interface RefusedPart {
  readonly part: 'visits' | 'readings';
  readonly index: number;
  readonly problems: readonly Problem[];
}

/** What came of a scenario: the campaign with its published standings, and what could not be entered. */
export interface Trial {
  readonly plan: CompiledPlan;
  readonly tried: Tried;
  readonly campaign: Campaign;
  readonly refused: readonly RefusedPart[];
  /** The last day of the last visit, number or milestone; findings are told as they stand then. */
  readonly day: Day;
}

/** How far back a visit looks for the duty it fulfils, in days: it may come late. */
const lookedBack = 100;
/** How long a trial may go on after its last visit, in days: the year has to be over and its numbers due. */
const longest = 800;

/** A schedule under which every site that could be drawn is drawn. */
const undrawn = (schedule: CompiledSchedule): CompiledSchedule => {
  const { pick, pools } = schedule;
  if (pick.kind === 'all') return schedule;
  const all = pools.map((pool) => ({ ...pool, take: pool.sites.length, tickets: null }));
  return { ...schedule, pick: { ...pick, apart: 0, cover: null }, pools: all };
};

const tryable = new WeakMap<CompiledPlan, CompiledPlan>();

/** The plan with nothing left to the draw, so that a visit can be tried at any site it could send somebody to. */
const withoutDraws = (plan: CompiledPlan): CompiledPlan => {
  const known = tryable.get(plan) ?? { ...plan, schedules: plan.schedules.map(undrawn) };
  tryable.set(plan, known);
  return known;
};

const usesChecklist = ({ schedule, pools }: CompiledSchedule, checklist: string): boolean =>
  schedule.checklist === checklist || pools.some((pool) => pool.checklist === checklist);

/** The duty a visit fulfils: one that is open on the day, else the last one that was; none that another visit has taken. */
const dutyFor = (now: Campaign, { site, checklist, day }: TriedVisit, taken: Set<string>): Duty | undefined => {
  const open = (from: Day): Duty | undefined =>
    campaignDuties(now, from, day, (schedule) => usesChecklist(schedule, checklist)).findLast(
      (duty) => duty.site === site && duty.checklist === checklist && duty.from <= day && !taken.has(duty.id),
    );
  const duty = open(day) ?? open(addDays(day, -lookedBack));
  if (duty) taken.add(duty.id);
  return duty;
};

const settledIn = ({ answers = [] }: TriedVisit): Readonly<Record<string, Settled>> =>
  Object.fromEntries(answers.map(({ item, result, value, count }) => [item, tidy({ result, value, count })]));

const tidy = (settled: { [K in keyof Settled]?: Settled[K] | undefined }): Settled =>
  Object.fromEntries(Object.entries(settled).filter(([, value]) => value !== undefined)) as Settled;

/** All answers of a visit: those it names, and for the rest what costs nothing. */
const fullAnswers = (plan: CompiledPlan, visit: TriedVisit, failing = 0, luck = noLuck): Record<string, Answer> => {
  const checklist = plan.checklists.get(visit.checklist);
  if (!checklist) return {};
  const settled = settledIn(visit);
  const items = itemsAt(checklist, whereOf(plan, visit.site, visit.day));
  const answers = answersFor(checklist, items, { day: visit.day, failing, luck, settled });
  // What is answered but not asked is handed in all the same: the engine then says so in its own words.
  const unasked = Object.entries(settled).filter(([item]) => !Object.hasOwn(answers, item));
  return { ...answers, ...Object.fromEntries(unasked.map(([item, one]) => [item, { result: 'pass', ...one } as Answer])) };
};

const moment = (day: Day, index: number): string =>
  instantAt(day, `${String(9 + Math.floor((index % 480) / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`);

const visitStep = (world: World, visit: TriedVisit, { duty, index }: { readonly duty: Duty; readonly index: number }): Step => {
  const filledAt = moment(visit.day, index);
  const submission = `scenario-${String(index + 1).padStart(4, '0')}`;
  const answers = fullAnswers(world.plan, visit);
  const command: Command = { type: 'SubmitChecklist', submission, plan: world.plan.hash, duty: duty.id, filledAt, answers };
  return { at: filledAt, by: world.people.inspector(duty.by, 0), command };
};

const readingStep = (world: World, reading: TriedReading, day: Day, index: number): Step => {
  const { period, value, numerator, denominator } = reading;
  const indicator = world.plan.indicators.get(reading.indicator);
  const kind = (['unit', 'area', 'class', 'grade'] as const).find((key) => reading[key] !== undefined);
  const named = (kind && reading[kind]) ?? '';
  const name = kind === 'unit' ? (world.plan.organization.units.get(named) ?? named) : named;
  const scope = kind ? { kind, name } : { kind: 'whole' as const, name };
  const [reporter] = indicator ? reportersFor(indicator, scope) : [];
  const figure = {
    ...(value === undefined ? {} : { value }),
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
  };
  const about = kind ? { [kind]: scope.name } : {};
  const command: Command = { type: 'ReportReading', indicator: reading.indicator, ...about, period, ...figure, text: '试填', photos: [] };
  return { at: moment(day, index), by: reporter === undefined ? world.people.clerk : world.people.unit(reporter), command };
};

const milestonesIn = (world: World, missed: readonly string[]): readonly Intent[] =>
  world.plan.phases
    .flatMap(({ milestones }) => milestones)
    .filter(({ name, by }) => !missed.includes(name) && by >= world.from && by <= world.to)
    .map(({ name, by }) => ({
      day: by,
      act: () => [
        {
          at: instantAt(by, '16:00'),
          by: world.people.clerk,
          command: { type: 'ReachMilestone', milestone: name, text: '按期完成', photos: [] },
        },
      ],
    }));

/** The days on which something happens in a scenario, those of its numbers being the last of their period. */
const daysIn = (plan: CompiledPlan, { visits = [], readings = [], missed = [] }: Tried): readonly Day[] => [
  ...visits.map(({ day }) => day),
  ...readings.flatMap(({ period }) => (kindOf(period) ? [daysOf(period).last] : [])),
  ...plan.phases.flatMap(({ milestones }) => milestones.filter(({ name }) => missed.includes(name)).map(({ by }) => by)),
];

/** Publishes every ranking from the period of a first day on, as far as it is told that something counts. */
const publisherOf = (world: World, first: Day) => {
  const next = new Map<string, Period>(
    [...world.plan.rankings.values()].map(({ ranking, sheet }) => [ranking.name, periodOf(sheet.sheet.every, later(first, world.from))]),
  );
  return (until: Day): readonly Intent[] =>
    [...next].flatMap(([ranking, from]) => {
      const intents: Intent[] = [];
      let period = from;
      for (; daysOf(period).first <= until; period = periodAfter(period)) intents.push(publicationOf(world, ranking, period));
      next.set(ranking, period);
      return intents;
    });
};

/** The day up to which a fact counts, when it is later than the day it came about: a deadline somebody may let pass. */
const countsUntil = (fact: Fact): Day | undefined =>
  fact.type === 'NoticeIssued'
    ? fact.due
    : fact.type === 'FindingOpened' && fact.course?.clock?.due
      ? dayOf(fact.course.clock.due)
      : undefined;

/**
 * Lives a scenario through, by the ordinary commands: the plan is in force from its first day, the visits are made and
 * the numbers reported, what is found is put right as the scenario says, milestones are reached in time but for those it
 * names, and the standings of every period it touches are published. Nothing is left to chance.
 */
export const tryScenario = (given: CompiledPlan, tried: Tried): Trial => {
  const plan = withoutDraws(given);
  const days = [...daysIn(plan, tried)].sort();
  const [first = plan.from, last = plan.from] = [days[0], days.at(-1)];
  const to = addDays(later(last, plan.from), longest);
  const world: World = { plan, from: plan.from, to, habits: calmHabits(tried.rectified), people: peopleOf(plan), luck: () => noLuck };
  const refused: RefusedPart[] = [];
  const taken = new Set<string>();
  const steps = new Map<Command, Pick<RefusedPart, 'part' | 'index'>>();
  const known = (step: Step, part: RefusedPart['part'], index: number): readonly Step[] => {
    steps.set(step.command, { part, index });
    return [step];
  };
  const visits = (tried.visits ?? []).map((visit, index): Intent => {
    const act = (now: Campaign): readonly Step[] => {
      const duty = dutyFor(now, visit, taken);
      if (duty) return known(visitStep(world, visit, { duty, index }), 'visits', index);
      const { site, checklist, day } = visit;
      refused.push({ part: 'visits', index, problems: [problem('scenario.no-duty', '', { site, checklist, day })] });
      return [];
    };
    return { day: later(visit.day, plan.from), act };
  });
  const readings = (tried.readings ?? []).map((reading, index): Intent => {
    const day = later(addDays(kindOf(reading.period) ? daysOf(reading.period).last : last, 1), plan.from);
    return { day, act: () => known(readingStep(world, reading, day, index), 'readings', index) };
  });
  const publish = publisherOf(world, first);
  const lived = live(world, {
    first: adoptionSteps(world.people, plan.hash, instantAt(plan.from, '08:00')),
    begin: () => [...visits, ...readings, ...milestonesIn(world, tried.missed ?? []), ...(days.length > 0 ? publish(last) : [])],
    after: (fact, day) => {
      if (fact.type === 'StandingsPublished') return [];
      const until = tried.rectified === undefined || tried.rectified === 'in-time' ? undefined : countsUntil(fact);
      return [...after(world, fact, day), ...(until === undefined ? [] : publish(until))];
    },
    random: hashOf('scenario'),
    most: 100_000,
  });
  // A plan that cannot be adopted lets nothing happen: then that is what is said, once.
  const unadopted = lived.refused.find(({ step }) => step.command.type === 'AskReview');
  if (unadopted) refused.splice(0, refused.length, { part: 'visits', index: 0, problems: unadopted.problems });
  for (const { step, problems } of lived.refused) {
    const place = steps.get(step.command);
    if (place && !unadopted) refused.push({ ...place, problems });
  }
  return { plan, tried, campaign: lived.campaign, refused, day: later(last, plan.from) };
};

/** How somebody fills a checklist who invents the answers: everything in order, everything wrong, or some of it by chance. */
export type Invented = 'passing' | 'failing' | 'random';

const shares: Readonly<Record<Invented, number>> = { passing: 0, failing: 1, random: 0.25 };

/** Invented answers to the items put to a visit, all of them. The seed counts for random ones only. */
export const inventAnswers = (plan: CompiledPlan, visit: TriedVisit, how: Invented, seed: string | number = ''): Answers =>
  fullAnswers(plan, { ...visit, answers: [] }, shares[how], how === 'random' ? lucky(seed)('visit') : noLuck);

/** The answers of a filled checklist as a scenario writes them: without those that it would fill in by itself. */
export const triedAnswers = (plan: CompiledPlan, visit: TriedVisit, answers: Answers): NonNullable<TriedVisit['answers']> => {
  const plain = fullAnswers(plan, { ...visit, answers: [] });
  const items = plan.checklists.get(visit.checklist)?.items;
  return Object.entries(answers).flatMap(([item, { result, value, count }]) => {
    const judged = (items?.get(item)?.item.answer ?? 'pass') === 'pass';
    const own = plain[item];
    if (own && own.result === result && hashOf(own.value ?? null) === hashOf(value ?? null) && count === undefined) return [];
    const said = judged || result === 'not-applicable' ? (result === 'recorded' ? undefined : result) : undefined;
    return [{ item, ...tidy({ result: said, count, value }) } as NonNullable<TriedVisit['answers']>[number]];
  });
};

/** All answers of a visit as a trial hands them in: those it names, and for the rest what costs nothing. */
export const scenarioAnswers = (plan: CompiledPlan, visit: TriedVisit): Answers => fullAnswers(plan, visit);

/** How far ahead a first visit is looked for, in days. */
const lookedAhead = 400;

/**
 * What the plan could send somebody to a site for from a day on: each checklist with the first day on which it can be
 * filled there. Empty for a site that nobody is ever sent to.
 */
export const possibleVisits = (plan: CompiledPlan, site: string, from: Day): readonly TriedVisit[] => {
  const start = later(from, plan.from);
  const first = new Map<string, Day>();
  for (const duty of dutiesOf(withoutDraws(plan), start, addDays(start, lookedAhead))) {
    const day = later(duty.from, start);
    if (duty.site !== site || duty.planned < plan.from || day >= (first.get(duty.checklist) ?? '9999')) continue;
    first.set(duty.checklist, day);
  }
  return [...first].map(([checklist, day]) => ({ site, checklist, day }));
};
