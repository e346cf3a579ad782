import { addDays, type Day, instantAt } from '../calendar/day.ts';
import { daysOf, periodAfter, periodOf } from '../calendar/period.ts';
import { isWorkday } from '../calendar/workdays.ts';
import { decide } from '../campaign/decide.ts';
import { dutiesOf } from '../campaign/duties.ts';
import { evolve } from '../campaign/evolve.ts';
import { emptyCampaign } from '../campaign/replay.ts';
import { computeStandings } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Answer } from '../checklist/answer.ts';
import { askedItems } from '../checklist/asked.ts';
import { itemsAt } from '../checklist/where.ts';
import { propose } from '../consequence/propose.ts';
import { pointsOf } from '../expression/points.ts';
import { existsOn } from '../organization/compile.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import type { ProblemCode } from '../problem/codes.ts';
import type { Problem, Witness } from '../problem/problem.ts';
import type { Standings } from '../ranking/standings.ts';
import type { Reason } from '../scoring/reason.ts';
import { answersFor } from './answering.ts';
import { adoptionSteps, peopleOf } from './people.ts';
import { rehearse } from './rehearse.ts';
import { lucky } from './world.ts';

/** What a witness claims, looked at in the plan itself. */
interface Case {
  readonly plan: CompiledPlan;
  readonly problem: Problem;
  readonly witness: Witness;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Visits a unit must finish on one day: those that can be done on no other workday. */
const dueOn = ({ plan, witness }: Case): number => {
  const day = witness.day ?? plan.from;
  const only = (from: Day, due: Day): boolean => {
    let days = 0;
    for (let at = from; at <= due; at = addDays(at, 1)) if (from === due || isWorkday(plan.calendar, at)) days += 1;
    return days === 1 && day >= from && day <= due;
  };
  return dutiesOf(plan, day, day).filter(({ by, from, due }) => by === witness.unit && only(from, due)).length;
};

/** One visit in which everything fails that the condition lets fail, through the ordinary commands. */
const worstVisit = (plan: CompiledPlan, { schedule = '', site }: Witness, item?: string): { campaign: Campaign; day: Day } | undefined => {
  const library = (hash: string) => (hash === plan.hash ? plan : undefined);
  const people = peopleOf(plan);
  const duty = dutiesOf(plan, plan.from, addDays(plan.from, 400)).find(
    (one) => one.planned >= plan.from && (!schedule || one.schedule === schedule) && (site === undefined || one.site === site),
  );
  const checklist = duty && plan.checklists.get(duty.checklist);
  if (!duty || !checklist) return undefined;
  let campaign = emptyCampaign();
  const run = (at: string, by: ReturnType<typeof people.unit>, command: Parameters<typeof decide>[1]): boolean => {
    const outcome = decide(campaign, command, { at, by, random: hashOf('witness'), plans: library, photos: () => true });
    if (!outcome.ok) return false;
    for (const fact of outcome.value) campaign = evolve(campaign, { seq: campaign.seq + 1, cause: 'witness', at, by, fact }, library);
    return true;
  };
  const items = itemsAt(checklist, whereOf(plan, duty.site, duty.from));
  const luck = lucky('witness')('visit');
  const failing = answersFor(checklist, items, { day: duty.from, failing: 1, luck });
  const passing = answersFor(checklist, items, { day: duty.from, failing: 0, luck });
  const one = item === undefined ? undefined : failing[item];
  const answers: Record<string, Answer> = item === undefined ? failing : { ...passing, ...(one ? { [item]: one } : {}) };
  const filledAt = instantAt(duty.from, '10:00');
  const done =
    adoptionSteps(people, plan.hash, instantAt(plan.from, '08:00')).every(({ at, by, command }) => run(at, by, command)) &&
    run(filledAt, people.inspector(duty.by, 0), {
      type: 'SubmitChecklist',
      submission: 'witness-00000001',
      plan: plan.hash,
      duty: duty.id,
      filledAt,
      answers,
    });
  return done ? { campaign, day: duty.from } : undefined;
};

const rulesIn = (reason: Reason | null): readonly Reason[] => (reason ? reason.parts.filter(({ kind }) => kind === 'rule') : []);

/** The scores of the period of one visit on every sheet of the plan. */
const scoresAfter = (plan: CompiledPlan, visited: { campaign: Campaign; day: Day }): readonly (readonly Reason[])[] =>
  [...plan.rankings.values()].flatMap(({ ranking, sheet }) => {
    const period = periodOf(sheet.sheet.every, visited.day);
    const standings = computeStandings(visited.campaign, ranking.name, { period, today: addDays(daysOf(period).last, 1) });
    return (standings?.rows ?? []).map(({ reason }) => rulesIn(reason));
  });

/** Points every unit comes to in the first periods when everything fails, or nothing does. */
const lived = (plan: CompiledPlan, failing: number): Campaign =>
  rehearse(plan, {
    from: plan.from,
    to: addDays(plan.from, 130),
    seed: 'witness',
    habits: { failingLeast: failing, failingMost: failing, improvement: 0, missedReplies: failing, missedVisits: 0, appeals: 0 },
  }).campaign;

const pointsIn = (campaign: Campaign): readonly number[] =>
  [...campaign.standings.values()].flatMap(({ standings }) => standings.rows.flatMap((row) => (row.reason ? [row.points] : [])));

/** Standings of one period in which the first so many units share the first place and the others the last. */
const tied = (plan: CompiledPlan, ranking: string, lastOnes: number): Standings | undefined => {
  const compiled = plan.rankings.get(ranking);
  if (!compiled) return undefined;
  const { sheet } = compiled;
  const period = periodOf(sheet.sheet.every, plan.from);
  const { first, last } = daysOf(period);
  const better = sheet.units.length - lastOnes;
  const rows = sheet.units.map((unit, i): Standings['rows'][number] => {
    const points = i < better ? sheet.cap - i : sheet.floor;
    const reason: Reason = { kind: 'total', name: sheet.sheet.name, source: '', points, parts: [] };
    return { unit, group: '', points, rank: i < better ? i + 1 : better + 1, inspections: 1, reason };
  });
  return { ranking, sheet: sheet.sheet.name, period, from: first, to: last, plan: plan.hash, source: '', rows };
};

const called = (plan: CompiledPlan, standings: Standings | undefined) =>
  standings ? propose(plan.consequences, standings, { published: new Map([[standings.period, standings]]), leadsOf: () => [] }) : [];

const consequenceOf = ({ plan, problem }: Case) => plan.consequences.find(({ consequence }) => consequence.name === problem.params.name);

/** How the claim of each code is looked at. */
const claims: Readonly<Partial<Record<ProblemCode, (one: Case) => boolean>>> = {
  'party.expired-unit': ({ plan, witness }) => !existsOn(plan.organization, witness.unit ?? '', witness.day ?? ''),
  'phase.retroactive': ({ plan, witness }) => plan.from === witness.day && plan.from < (plan.plan.issued ?? ''),
  'schedule.overload': (one) => dueOn(one) >= (one.witness.number ?? Number.POSITIVE_INFINITY),
  'schedule.day-off': ({ plan, witness }) =>
    !isWorkday(plan.calendar, witness.day ?? '') &&
    dutiesOf(plan, witness.day ?? '', witness.day ?? '').some(({ schedule, due }) => schedule === witness.schedule && due === witness.day),
  'schedule.input-slower-than-output': ({ plan, witness }) => {
    const { first, last } = daysOf(witness.period ?? '');
    return !dutiesOf(plan, first, last).some(({ schedule }) => schedule === witness.schedule);
  },
  'item.reads-hidden': ({ plan, problem, witness }) => {
    const list = [...plan.checklists.values()].find(
      ({ items }) => items.has(text(problem.params.name)) && items.has(text(problem.params.reads)),
    );
    if (!list) return false;
    const names = [text(problem.params.name), text(problem.params.reads)] as const;
    const asked = askedItems(list.checklist, list.asked, (witness.answers ?? {}) as Readonly<Record<string, Answer>>);
    const put = witness.site === undefined ? list.items : itemsAt(list, whereOf(plan, witness.site, witness.day ?? plan.from));
    return witness.site === undefined ? names.every((name) => !asked.has(name)) : put.has(names[0]) && !put.has(names[1]);
  },
  'item.grade-absent': ({ plan, problem }) =>
    [...plan.checklists.values()]
      .filter(({ items }) => items.has(text(problem.params.name)))
      .every((list) =>
        (plan.places.byClass.get(list.checklist.for) ?? []).every(
          (site) => !itemsAt(list, whereOf(plan, site, plan.from)).has(text(problem.params.name)),
        ),
      ),
  'item.points-exceed-score': ({ plan, problem, witness }) => {
    const visited = worstVisit(plan, witness, text(problem.params.name));
    const low = plan.sheets.get(text(problem.params.sheet))?.floor;
    if (!visited) return false;
    return [...plan.rankings.values()].some(({ ranking, sheet }) => {
      const period = periodOf(sheet.sheet.every, visited.day);
      const standings = computeStandings(visited.campaign, ranking.name, { period, today: addDays(daysOf(period).last, 1) });
      return sheet.sheet.name === problem.params.sheet && (standings?.rows.some(({ points }) => points === low) ?? false);
    });
  },
  'scoring.item-over-most': ({ plan, problem, witness }) => {
    const visited = worstVisit(plan, witness, text(problem.params.item));
    const rules = visited ? scoresAfter(plan, visited).flat() : [];
    return rules.some(
      (rule) =>
        rule.name === problem.params.name && rule.points === -(witness.number ?? 0) && rule.parts.some(({ kind }) => kind === 'limit'),
    );
  },
  'scoring.counted-twice': ({ plan, problem, witness }) => {
    const visited = worstVisit(plan, witness, text(problem.params.item));
    const takes = (rules: readonly Reason[], name: unknown): boolean => rules.some((rule) => rule.name === name && rule.points < 0);
    return visited
      ? scoresAfter(plan, visited).some((rules) => takes(rules, problem.params.name) && takes(rules, problem.params.other))
      : false;
  },
  'scoring.grade-unreachable': ({ plan, problem, witness }) => {
    const points = pointsIn(lived(plan, problem.params.way === 'high' ? 0 : 1));
    return (
      points.length > 0 &&
      points.every((one) => (problem.params.way === 'high' ? one <= (witness.number ?? 0) : one >= (witness.number ?? 0)))
    );
  },
  'scoring.unit-never-inspected': ({ plan, witness }) => {
    const campaign = lived(plan, 1);
    return campaign.findings.size > 0 && [...campaign.findings.values()].every(({ unit }) => unit !== witness.unit);
  },
  'consequence.out-of-reach': (one) => {
    const { below } = one.problem.params;
    const points = pointsIn(lived(one.plan, below === undefined ? 0 : 1));
    const mark = pointsOf(Number(below ?? one.problem.params.atLeast)) ?? 0;
    return points.length > 0 && points.every((each) => (below === undefined ? each < mark : each >= mark));
  },
  'consequence.always': (one) => {
    const campaign = lived(one.plan, 1);
    const compiled = consequenceOf(one);
    const own = [...campaign.standings.values()].filter(({ standings }) => standings.ranking === compiled?.ranking.ranking.name);
    const rows = own.flatMap(({ standings }) => standings.rows.filter(({ reason }) => reason !== null));
    return (
      rows.length > 0 &&
      rows.every(
        ({ points }) => (compiled?.below ?? Number.POSITIVE_INFINITY) > points && points >= (compiled?.atLeast ?? Number.NEGATIVE_INFINITY),
      )
    );
  },
  'consequence.beyond-plan': (one) => {
    let count = 0;
    const every = consequenceOf(one)?.ranking.sheet.sheet.every ?? 'month';
    for (let period = periodOf(every, one.plan.from); daysOf(period).first <= (one.witness.day ?? ''); period = periodAfter(period))
      count += 1;
    return one.plan.phases.at(-1)?.to === one.witness.day && count === one.witness.number && count < Number(one.problem.params.times);
  },
  'consequence.unless-circle': ({ plan, problem, witness }) => {
    const pair = plan.consequences.filter(({ consequence }) => [problem.params.name, problem.params.other].includes(consequence.name));
    const standings = tied(plan, pair[0]?.ranking.ranking.name ?? '', 1);
    const alone = pair.map((compiled) =>
      called({ ...plan, consequences: [{ ...compiled, consequence: { ...compiled.consequence, unless: undefined } }] }, standings),
    );
    const hit =
      standings?.rows.map(({ unit }) => unit).filter((unit) => alone.every((all) => all.some((each) => each.unit === unit))) ?? [];
    const together = called(plan, standings).filter(({ consequence }) => pair.some((one) => one.consequence.name === consequence));
    return witness.unit !== undefined && hit.length > 0 && together.every(({ unit }) => !hit.includes(unit));
  },
  'consequence.tie-at-edge': (one) => {
    const compiled = consequenceOf(one);
    const standings = tied(one.plan, compiled?.ranking.ranking.name ?? '', one.witness.number ?? 0);
    const paying = called(one.plan, standings).filter(({ consequence, fen }) => consequence === compiled?.consequence.name && fen < 0);
    return paying.length === one.witness.number && paying.length > (compiled?.rank?.n ?? 0);
  },
};

/** Codes whose problems carry a case that can be played through. */
export const witnessedCodes: readonly ProblemCode[] = Object.keys(claims) as ProblemCode[];

/**
 * Plays the case of a problem through in the plan it was found in: true when what it claims is seen to happen. A problem
 * without a case claims nothing that could be played.
 */
export const replayWitness = (plan: CompiledPlan, problem: Problem): boolean => {
  const { witness } = problem;
  const claim = claims[problem.code];
  return witness !== undefined && claim?.({ plan, problem, witness }) === true;
};
