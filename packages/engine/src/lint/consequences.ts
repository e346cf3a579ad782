import { daysOf, periodAfter, periodOf } from '../calendar/period.ts';
import type { CompiledConsequence } from '../consequence/compile.ts';
import { showPoints } from '../expression/points.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { type Ground, type LintRule, seen } from './ground.ts';
import { reachOf } from './reach.ts';

const eachConsequence =
  (judge: (compiled: CompiledConsequence, at: string, ground: Ground) => readonly Problem[]): LintRule =>
  (ground) =>
    ground.compiled.consequences.flatMap((compiled) =>
      judge(compiled, pointer('/consequences', ground.compiled.plan.consequences.indexOf(compiled.consequence)), ground),
    );

const clause = ({ consequence, source }: CompiledConsequence) => clauseOf('consequence', { ...consequence, source });

/** Marks nobody can meet, and marks everybody meets. */
const marks = eachConsequence((compiled, at, ground) => {
  const { below, atLeast, rank, ranking, consequence } = compiled;
  const reach = reachOf(ranking.sheet, ground.compiled.sheets);
  if (!reach) return [];
  const { floor, cap } = ranking.sheet;
  const never =
    below !== null && below > floor && below <= reach.low
      ? reach.low
      : atLeast !== null && atLeast <= cap && atLeast > reach.high
        ? reach.high
        : undefined;
  if (never !== undefined) {
    const mark = below === null ? { atLeast: showPoints(atLeast ?? 0) } : { below: showPoints(below) };
    const found = problem('consequence.out-of-reach', `${at}/when`, { ...clause(compiled), ...mark, points: showPoints(never) });
    return [seen(found, { number: never })];
  }
  const alone = rank === null && !consequence.when.grade && !consequence.when.fails;
  const always =
    below !== null && below > reach.high ? reach.high : atLeast !== null && below === null && atLeast <= reach.low ? reach.low : undefined;
  if (always === undefined || !alone) return [];
  return [seen(problem('consequence.always', `${at}/when`, { ...clause(compiled), points: showPoints(always) }), { number: always })];
});

/** Periods of a ranking that begin while the plan runs. */
const periodsOf = ({ ranking }: CompiledConsequence, { compiled, end }: Ground): number => {
  let count = 0;
  for (
    let period = periodOf(ranking.sheet.sheet.every, compiled.from);
    end !== null && daysOf(period).first <= end;
    period = periodAfter(period)
  )
    count += 1;
  return count;
};

const beyondPlan = eachConsequence((compiled, at, ground) => {
  const { end } = ground;
  const { ladder } = compiled.consequence;
  const times = ladder?.length ? Math.min(...ladder.map((step) => step.times)) : compiled.times;
  const periods = periodsOf(compiled, ground);
  if (end === null || times <= periods) return [];
  const found = problem('consequence.beyond-plan', `${at}/when`, { ...clause(compiled), times, periods, to: end });
  return [seen(found, { day: end, number: periods })];
});

const unlessCircle = eachConsequence((compiled, at, ground) => {
  const { consequence, ranking } = compiled;
  const other = ground.compiled.consequences
    .slice(0, ground.compiled.consequences.indexOf(compiled))
    .find(
      (before) =>
        before.ranking === ranking &&
        consequence.unless?.includes(before.consequence.name) &&
        before.consequence.unless?.includes(consequence.name),
    );
  if (!other) return [];
  const found = problem('consequence.unless-circle', `${at}/unless`, { ...clause(compiled), other: other.consequence.name });
  const unit = ranking.sheet.units.at(-1) ?? '';
  return [seen(found, { unit, period: periodOf(ranking.sheet.sheet.every, ground.compiled.from) })];
});

const ladders = eachConsequence((compiled, at) => {
  const ladder = compiled.consequence.ladder ?? [];
  const late = ladder.findIndex((step, i) => ladder.slice(0, i).some((before) => before.times >= step.times));
  if (late < 0) return [];
  return [problem('consequence.ladder-unordered', `${at}/ladder/${late}`, { ...clause(compiled), times: ladder[late]?.times })];
});

const money =
  /(?:扣减|扣除|扣发|核减)[^，。]{0,6}(?:经费|资金|补助|奖金|服务费)|罚款|奖金|(?:经费|资金)(?:奖励|扣减)|奖励[^，。]{0,4}(?:经费|资金|万元|元)/;

const amounts = eachConsequence((compiled, at) => {
  const { then = '', ladder = [], transfer } = compiled.consequence;
  const texts = [then, ...ladder.map((step) => step.then)];
  const found = transfer
    ? undefined
    : texts
        .map((text) => (/[\d一二三四五六七八九十百千万]+(?:万|千)?元|\d+%/.test(text) ? undefined : money.exec(text)?.[0]))
        .find((one) => one !== undefined);
  return found === undefined ? [] : [problem('consequence.no-amount', at, { ...clause(compiled), found })];
});

/** Money for the last n, where equals may make it more than n. */
const ties = eachConsequence((compiled, at, ground) => {
  const { transfer, rank, ranking } = compiled;
  if (!transfer || !rank || ranking.sheet.units.length <= rank.n) return [];
  const found = problem('consequence.tie-at-edge', `${at}/transfer`, { ...clause(compiled), n: rank.n });
  const period = periodOf(ranking.sheet.sheet.every, ground.compiled.from);
  return [seen(found, { period, number: rank.n + 1, unit: ranking.sheet.units[0] ?? '' })];
});

/** What follows from results: never, always, or more than was meant. */
export const consequenceRules: readonly LintRule[] = [marks, beyondPlan, unlessCircle, ladders, amounts, ties];
