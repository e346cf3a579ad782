import { addDays, type Day, earlier } from '../calendar/day.ts';
import { proposals } from '../campaign/standings.ts';
import { withWaivers } from '../lint/waive.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Standings } from '../ranking/standings.ts';
import { type Rehearsal, type RehearsalSpan, rehearse } from './rehearse.ts';

/** Fewest published periods on which a sentence about a consequence rests. */
const enough = 3;

/** The first year of a plan, or the whole of a shorter one. */
export const firstYear = (plan: CompiledPlan): { readonly from: Day; readonly to: Day } => ({
  from: plan.from,
  to: earlier(addDays(plan.from, 364), plan.phases.at(-1)?.to ?? '2999-12-31'),
});

const publishedIn = (lived: readonly Rehearsal[], ranking: string): readonly Standings[] =>
  lived.flatMap(({ campaign }) =>
    [...campaign.standings.values()].map(({ standings }) => standings).filter((one) => one.ranking === ranking),
  );

const crowded = (lived: readonly Rehearsal[], plan: CompiledPlan): readonly Problem[] => {
  const all = lived[0]?.rota.crowded ?? [];
  const units = new Map<string, (typeof all)[number][]>();
  for (const one of all) units.set(one.unit, [...(units.get(one.unit) ?? []), one]);
  return [...units].map(([unit, days]) => {
    const worst = days.reduce((most, one) => (one.visits > most.visits ? one : most));
    const i = plan.schedules.findIndex(({ by }) => by.includes(unit));
    const { day, visits, possible } = worst;
    const found = problem('rehearsal.crowded', pointer('/schedule', Math.max(0, i)), { unit, day, visits, possible, days: days.length });
    return { ...found, witness: { unit, day, number: visits } };
  });
};

const consequences = (lived: readonly Rehearsal[], plan: CompiledPlan): readonly Problem[] => {
  const called = lived.flatMap(({ campaign }) => proposals(campaign));
  return plan.consequences.flatMap(({ consequence, ranking }, i): readonly Problem[] => {
    const at = pointer('/consequences', i);
    const periods = publishedIn(lived, ranking.ranking.name).filter(({ rows }) => rows.some(({ reason }) => reason !== null));
    if (periods.length < enough * lived.length) return [];
    const own = called.filter((one) => one.consequence === consequence.name);
    const clause = clauseOf('consequence', consequence);
    const [first] = own;
    if (!first) return [problem('rehearsal.never-called', at, { ...clause, periods: periods.length })];
    const byRank = consequence.when.rank !== undefined;
    const everybody = periods.every(({ rows, period }) => {
      const scored = rows.filter(({ reason }) => reason !== null);
      return scored.every(({ unit }) => own.some((one) => one.unit === unit && one.period === period));
    });
    if (byRank || !everybody) return [];
    const units = new Set(own.map(({ unit }) => unit)).size;
    const found = problem('rehearsal.always-called', at, {
      ...clause,
      periods: periods.length,
      period: first.period,
      unit: first.unit,
      units,
    });
    return [{ ...found, witness: { period: first.period, unit: first.unit } }];
  });
};

const rankings = (lived: readonly Rehearsal[], plan: CompiledPlan): readonly Problem[] =>
  [...plan.rankings.values()].flatMap(({ ranking, sheet }, i): readonly Problem[] => {
    const periods = publishedIn(lived, ranking.name).filter(({ rows }) => rows.filter(({ reason }) => reason !== null).length > 1);
    if (periods.length < enough) return [];
    const points = (one: Standings): readonly number[] => one.rows.flatMap((row) => (row.reason ? [row.points] : []));
    const equal = periods.filter((one) => new Set(points(one)).size === 1);
    const at = pointer('/ranking', i);
    const clause = clauseOf('ranking', ranking);
    if (ranking.order !== 'none' && equal[0] && equal.length * 2 > periods.length) {
      const params = { ...clause, period: equal[0].period, same: equal.length, periods: periods.length };
      return [{ ...problem('rehearsal.no-difference', at, params), witness: { period: equal[0].period } }];
    }
    const floored = periods.find((one) => points(one).filter((each) => each === sheet.floor).length * 2 > one.rows.length);
    const unit = floored?.rows.find((row) => row.reason && row.points === sheet.floor)?.unit;
    if (!floored || unit === undefined) return [];
    const params = {
      ...clause,
      period: floored.period,
      units: floored.rows.length,
      floored: points(floored).filter((each) => each === sheet.floor).length,
      unit,
    };
    return [{ ...problem('rehearsal.at-floor', at, params), witness: { period: floored.period, unit } }];
  });

/**
 * What living through a plan shows that reasoning does not: days with more visits than people, consequences that are
 * never or always called for, rankings that cannot tell units apart. Rests on ordinary people and the seeds given; slow,
 * so a step of its own. What the plan says under `waivers` is kept.
 */
export const lintByRehearsal = (
  plan: CompiledPlan,
  asked: Partial<RehearsalSpan> & { readonly seeds?: readonly (string | number)[] } = {},
): readonly Problem[] => {
  const { seeds = [1, 2, 3], ...span } = asked;
  const lived = seeds.map((seed) => rehearse(plan, { ...firstYear(plan), ...span, seed }));
  const found = [...crowded(lived, plan), ...consequences(lived, plan), ...rankings(lived, plan)];
  return withWaivers(found, plan.written).filter(({ code }) => code.startsWith('rehearsal.'));
};

/** Looks for what a problem of a rehearsal claims in another rehearsal of the same plan, day and unit for day and unit. */
export const seenAgain = (lived: Rehearsal, { code, params, witness }: Problem): boolean => {
  const { campaign, rota } = lived;
  const standings = [...campaign.standings.values()].map((one) => one.standings).filter(({ period }) => period === witness?.period);
  switch (code) {
    case 'rehearsal.crowded':
      return rota.crowded.some(({ unit, day, visits }) => unit === witness?.unit && day === witness.day && visits === witness.number);
    case 'rehearsal.never-called':
      return !proposals(campaign).some(({ consequence }) => consequence === params.name);
    case 'rehearsal.always-called':
      return proposals(campaign).some(
        (one) => one.consequence === params.name && one.period === witness?.period && one.unit === witness.unit,
      );
    case 'rehearsal.no-difference':
      return standings.some(
        ({ ranking, rows }) => ranking === params.name && new Set(rows.flatMap((row) => (row.reason ? [row.points] : []))).size === 1,
      );
    case 'rehearsal.at-floor':
      return standings.some(({ rows, ranking }) => {
        const floor = lived.plan.rankings.get(ranking)?.sheet.floor;
        return rows.some((row) => row.unit === witness?.unit && row.points === floor);
      });
    default:
      return false;
  }
};
