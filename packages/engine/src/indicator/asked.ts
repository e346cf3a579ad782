import { kindOf, type Period } from '../calendar/period.ts';
import type { CompiledIndicator } from './compile.ts';
import type { Scope } from './reading.ts';

const whole: Scope = { kind: 'whole', name: '' };
const unit = (name: string): Scope => ({ kind: 'unit', name });

/**
 * What an indicator's number is reported for: the whole, or each unit when several report; the areas, classes and
 * grades its targets name; the units that have a share or have to reach it alone. Nothing when nobody reports.
 */
export const askedScopes = ({ indicator, reporters, targets }: CompiledIndicator): readonly Scope[] => {
  if (!indicator.reported) return [];
  const all = reporters.length > 1 ? reporters.map(unit) : [whole];
  const asked = targets.flatMap((target) => {
    const own = target.each.length > 0 ? target.each.map(unit) : target.scope.kind === 'whole' ? all : [target.scope];
    return [...own, ...[...target.shares.keys()].map(unit)];
  });
  const scopes = new Map((asked.length > 0 ? asked : all).map((scope) => [`${scope.kind}·${scope.name}`, scope]));
  return [...scopes.values()];
};

/**
 * The scopes whose readings are a unit's own figure: what is reported for the unit, or the whole when the unit is the one
 * that reports it and nothing is asked of units. Empty when a unit has no figure of its own.
 */
export const ownScopes = (compiled: CompiledIndicator, name: string): readonly Scope[] => {
  const asked = askedScopes(compiled);
  const own = asked.filter((scope) => scope.kind === 'unit' && scope.name === name);
  if (own.length > 0) return own;
  const alone = compiled.reporters.length === 1 && compiled.reporters[0] === name;
  return alone ? asked.filter((scope) => scope.kind === 'whole') : [];
};

/** True for a period of the kind the indicator is reported by. */
export const isItsPeriod = ({ indicator }: CompiledIndicator, period: Period): boolean =>
  kindOf(period) !== undefined && kindOf(period) === indicator.reported?.every;

/** Units that may report a number for a scope: of a group each unit its own, else whoever reports the indicator. */
export const reportersFor = ({ reporters }: CompiledIndicator, scope: Scope): readonly string[] =>
  reporters.length > 1 && scope.kind === 'unit' ? reporters.filter((name) => name === scope.name) : reporters;
