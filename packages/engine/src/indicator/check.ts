import { isWholeDays, readWithin } from '../calendar/within.ts';
import { clauseOf, type Params, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledIndicator } from './compile.ts';
import { fractionOf } from './fraction.ts';
import type { Indicator } from './schema.ts';
import { addsUp, isTimes } from './unit.ts';

/** True when units' numbers can be added: amounts can, and rates by their numerators and denominators. */
export const isSummable = (indicator: Indicator): boolean => indicator.rate !== undefined || addsUp(indicator.unit);

const source = (indicator: Indicator, at: string, clause: Params): readonly Problem[] => {
  const { reported, computed } = indicator;
  if (reported && computed) return [problem('indicator.two-sources', pointer(at, 'computed'), clause)];
  return reported || computed ? [] : [problem('indicator.no-source', at, clause)];
};

/** A rate needs two sides wherever it comes from, and two sides need the rule for nothing divided by nothing. */
const sides = (indicator: Indicator, at: string, clause: Params): readonly Problem[] => {
  const { rate, computed, unit } = indicator;
  const found: Problem[] = [];
  if (isTimes(unit) && !rate) found.push(problem('indicator.no-operands', at, { ...clause, target: unit, targetEn: unit }));
  if (computed && (computed.of === undefined) !== (rate === undefined))
    found.push(problem('indicator.half-rate', pointer(at, 'computed'), clause));
  else if (computed?.excluding !== undefined && computed.of === undefined)
    found.push(problem('indicator.half-rate', `${at}/computed/excluding`, clause));
  return found;
};

const numbers = (indicator: Indicator, at: string, clause: Params): readonly Problem[] => {
  const baselines: readonly (readonly [string, number | undefined])[] = [
    [`${at}/baseline/value`, indicator.baseline?.value],
    ...indicator.targets.flatMap((target, i) => [
      [`${at}/targets/${i}/baseline/value`, target.baseline?.value] as const,
      ...(target.shares ?? []).map((share, n) => [`${at}/targets/${i}/shares/${n}/amount`, share.amount] as const),
    ]),
  ];
  return baselines.flatMap(([place, value]) =>
    value === undefined || fractionOf(value) ? [] : [problem('indicator.too-fine', place, { ...clause, found: value })],
  );
};

/** What is wrong with an indicator before any target is looked at. */
export const checkIndicator = (compiled: CompiledIndicator, at: string): readonly Problem[] => {
  const { indicator, reporters } = compiled;
  const clause = clauseOf('indicator', indicator);
  const found: Problem[] = [...source(indicator, at, clause), ...sides(indicator, at, clause), ...numbers(indicator, at, clause)];
  const within = indicator.reported?.within;
  const read = within === undefined ? undefined : readWithin(within);
  if (within !== undefined && !(read && isWholeDays(read)))
    found.push(
      problem('phrase.unreadable', `${at}/reported/within`, { ...clause, kind: 'within', found: within, examples: '5 workdays、10 days' }),
    );
  const needsSum = indicator.targets.some((target) => (target.each ?? target.area ?? target.class ?? target.grade) === undefined);
  if (reporters.length > 1 && needsSum && !isSummable(indicator))
    found.push(problem('indicator.not-summable', `${at}/reported/by`, { ...clause, unit: indicator.unit }));
  if (indicator.targets.length === 0) found.push(problem('indicator.no-target', at, clause));
  if (indicator.task === undefined) found.push(problem('indicator.no-task', at, clause));
  return found;
};
