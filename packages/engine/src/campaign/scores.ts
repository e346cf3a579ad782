import { type Day, later } from '../calendar/day.ts';
import { daysOf, type Period, periodAfter, periodOf } from '../calendar/period.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { ScoreOf } from '../scoring/combine.ts';
import type { CompiledSheet } from '../scoring/compile.ts';
import type { Happening } from '../scoring/mechanism.ts';
import type { Reason } from '../scoring/reason.ts';
import { score } from '../scoring/score.ts';
import { figureOf } from './figure.ts';
import { happenings, type Span } from './happenings.ts';
import type { Campaign } from './state.ts';

/** Scores of one plan as known on a day; each sheet, unit and period is worked out once. */
export interface ScoreBook {
  readonly scoreOf: (sheet: string, period: Period, unit: string) => Reason | null;
  readonly spanOf: (period: Period) => Span;
}

const byUnit = (all: readonly Happening[]): ReadonlyMap<string, readonly Happening[]> => {
  const units = new Map<string, Happening[]>();
  for (const happening of all) {
    const own = units.get(happening.unit);
    if (own) own.push(happening);
    else units.set(happening.unit, [happening]);
  }
  return units;
};

/** Shorter periods of the rolled-up sheet that begin inside the period and have begun by today, oldest first. */
const periodsInside = (sheet: CompiledSheet | undefined, span: Span): readonly Period[] => {
  if (!sheet) return [];
  const periods: Period[] = [];
  for (let at = periodOf(sheet.sheet.every, span.from); daysOf(at).first <= span.to && daysOf(at).first <= span.today; at = periodAfter(at))
    periods.push(at);
  return periods;
};

/** Opens the scores of a plan over a campaign. A period is counted from the day the first plan came into force. */
export const scoreBook = (campaign: Campaign, plan: CompiledPlan, today: Day): ScoreBook => {
  const start = campaign.versions[0]?.from ?? '';
  const spanOf = (period: Period): Span => {
    const { first, last } = daysOf(period);
    return { from: later(first, start), to: last, today };
  };
  const happened = new Map<Period, ReadonlyMap<string, readonly Happening[]>>();
  const happenedIn = (period: Period): ReadonlyMap<string, readonly Happening[]> => {
    const known = happened.get(period) ?? byUnit(happenings(campaign, plan, spanOf(period)));
    happened.set(period, known);
    return known;
  };
  const scores = new Map<string, Reason | null>();
  const scoreOf = (name: string, period: Period, unit: string): Reason | null => {
    const sheet = plan.sheets.get(name);
    if (!sheet || daysOf(period).last < start) return null;
    const key = `${name}·${period}·${unit}`;
    const known = scores.get(key);
    if (known !== undefined) return known;
    const span = spanOf(period);
    const figure = (indicator: string) => {
      const compiled = plan.indicators.get(indicator);
      return compiled && figureOf(campaign, compiled, unit, span);
    };
    const inner: ScoreOf = (other, at) => scoreOf(other, at, unit);
    const periods = sheet.over ? periodsInside(plan.sheets.get(sheet.over.sheet), span) : [];
    const reason = score(sheet, { period, happenings: happenedIn(period).get(unit) ?? [], figure }, { period, periods, scoreOf: inner });
    scores.set(key, reason);
    return reason;
  };
  return { scoreOf, spanOf };
};
