import { type Day, lastDayOf } from '../calendar/day.ts';
import { readWithin, type Within } from '../calendar/within.ts';
import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { type Problem, pointer } from '../problem/problem.ts';
import { checkIndicator } from './check.ts';
import { checkPairs } from './check-pairs.ts';
import { checkTarget } from './check-target.ts';
import { type Fraction, fractionOf } from './fraction.ts';
import type { Scope } from './reading.ts';
import type { Baseline, Binding, Indicator, Target } from './schema.ts';
import { type Bounds, boundsOf, readTarget, type TargetPhrase } from './target.ts';
import { wholeIn } from './unit.ts';

/** A target with its phrase read and its names resolved. `low` and `high` are in the indicator's unit. */
export interface CompiledTarget extends Bounds {
  readonly target: Target;
  readonly index: number;
  readonly phrase: TargetPhrase;
  readonly binding: Binding;
  /** Last day, inclusive; null for one that holds each year or at every reading without end. */
  readonly due: Day | null;
  /** What it is about; the whole for one that each unit has to reach alone. */
  readonly scope: Scope;
  /** Units that have to reach it each alone; empty for a target of the whole. */
  readonly each: readonly string[];
  readonly baseline: { readonly value: Fraction; readonly day: Day } | null;
  /** What each unit has to do, by its name. */
  readonly shares: ReadonlyMap<string, Fraction>;
  readonly source: string;
}

/** An indicator with its units resolved. Targets whose phrase cannot be read are left out. */
export interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly name: string;
  readonly source: string;
  /** What a rate of one whole is in its unit: 100 for %. */
  readonly whole: Fraction;
  /** Units that report; empty when it is computed or nobody does. */
  readonly reporters: readonly string[];
  /** How long after a period ends its number is due; null when the plan does not say. */
  readonly within: Within | null;
  readonly targets: readonly CompiledTarget[];
}

/** What indicators may speak of: the sections left of them. */
export interface IndicatorScope {
  readonly organization: CompiledOrganization;
  readonly phases: readonly CompiledPhase[];
}

const readBaseline = (baseline: Baseline | undefined): CompiledTarget['baseline'] => {
  const value = baseline && fractionOf(baseline.value);
  return value ? { value, day: baseline.day } : null;
};

const scopeOf = ({ area, class: kind, grade }: Target): Scope => {
  if (area !== undefined) return { kind: 'area', name: area };
  if (kind !== undefined) return { kind: 'class', name: kind };
  return grade === undefined ? { kind: 'whole', name: '' } : { kind: 'grade', name: grade };
};

/** Amounts by unit: a unit named itself counts as named, others as their group says. */
const sharesOf = (target: Target, organization: CompiledOrganization): ReadonlyMap<string, Fraction> => {
  const shares = new Map<string, Fraction>();
  const parties = (target.shares ?? []).map((share) => ({
    units: unitsOf(organization, [share.of]),
    own: organization.units.has(share.of),
    amount: fractionOf(share.amount),
  }));
  for (const own of [false, true])
    for (const party of parties.filter((candidate) => candidate.own === own))
      for (const unit of party.units) if (party.amount) shares.set(unit, party.amount);
  return shares;
};

const readOne = (indicator: Indicator, index: number, organization: CompiledOrganization): CompiledTarget | undefined => {
  const target = indicator.targets[index];
  const phrase = target && readTarget(target.target);
  const baseline = readBaseline(target?.baseline ?? indicator.baseline);
  const bounds = phrase && boundsOf(phrase, baseline?.value);
  if (!target || !phrase || !bounds) return undefined;
  return {
    ...bounds,
    target,
    index,
    phrase,
    binding: target.binding ?? indicator.binding,
    due: target.due === undefined ? null : lastDayOf(target.due),
    scope: scopeOf(target),
    each: target.each === undefined ? [] : unitsOf(organization, [target.each]),
    baseline,
    shares: sharesOf(target, organization),
    source: target.source ?? indicator.source ?? '',
  };
};

const read = (indicator: Indicator, organization: CompiledOrganization): CompiledIndicator => ({
  indicator,
  name: indicator.name,
  source: indicator.source ?? '',
  whole: wholeIn(indicator.unit),
  reporters: indicator.reported ? unitsOf(organization, [indicator.reported.by]) : [],
  within: readWithin(indicator.reported?.within ?? '') ?? null,
  targets: indicator.targets.flatMap((_, i) => readOne(indicator, i, organization) ?? []),
});

/** Reads the indicators and says what is wrong with each, with each target, and with targets side by side. */
export const compileIndicators = (
  indicators: readonly Indicator[],
  scope: IndicatorScope,
  at: string,
): { readonly value: ReadonlyMap<string, CompiledIndicator>; readonly problems: readonly Problem[] } => {
  const value = new Map<string, CompiledIndicator>();
  const problems = indicators.flatMap((indicator, i) => {
    const compiled = read(indicator, scope.organization);
    value.set(indicator.name, compiled);
    const place = pointer(at, i);
    const targets = indicator.targets.flatMap((target, n) =>
      checkTarget(
        { indicator, target, compiled: compiled.targets.find((one) => one.index === n), phases: scope.phases },
        `${place}/targets/${n}`,
      ),
    );
    return [...checkIndicator(compiled, place), ...targets, ...checkPairs(compiled, scope.phases, place)];
  });
  return { value, problems };
};
