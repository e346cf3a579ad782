import { roundDivideBig } from '../expression/decimal.ts';
import type { Points } from '../expression/points.ts';
import type { Fraction } from '../indicator/fraction.ts';
import type { CompiledRule } from './compile.ts';
import type { Cause, Reason } from './reason.ts';
import type { Occasion, Rounding } from './schema.ts';

/** One thing that happened to a unit and that a rule may count. `cost` is what the checklist says it costs, if it does. */
export interface Happening {
  readonly each: Occasion;
  readonly unit: string;
  /** The plan's word for it: the item's name. */
  readonly name: string;
  /** The clause of the item, for the leaf of the reason. */
  readonly source: string;
  readonly cost: Points | null;
  /** The inspection it comes from, as far as a rule may be limited to some; empty texts where there is none. */
  readonly about: { readonly checklist: string; readonly schedule: string; readonly task: string; readonly item: string };
  readonly cause: Cause;
}

/** What is known of a unit in a period. `figure` is the value of an indicator, `undefined` when there is none. */
export interface Known {
  readonly period: string;
  readonly happenings: readonly Happening[];
  readonly figure: (indicator: string) => Fraction | undefined;
}

/** What a rule came to. `skipped` is what a left-out rule could have given in full; `voids` ends the score without points. */
export interface Outcome {
  readonly reason: Reason;
  readonly skipped: Points;
  readonly voids: boolean;
  /** Most the whole score may come to, by a veto that struck; null when none did. */
  readonly vetoed: Points | null;
}

/** An outcome that only moves points. */
export const moves = (reason: Reason): Outcome => ({ reason, skipped: 0, voids: false, vetoed: null });

/** A quotient as a whole number, rounded as the plan says; halves go away from zero. */
export const divide = (over: bigint, under: bigint, rounding: Rounding): number => Number(roundDivideBig(over, under, rounding));

const among = (names: readonly string[] | undefined, name: string): boolean => !names?.length || names.includes(name);

/** The happenings a rule counts: its occasion, from the inspections it is limited to. */
export const countedBy = ({ rule }: CompiledRule, happenings: readonly Happening[]): readonly Happening[] =>
  happenings.filter(
    ({ each, about }) =>
      each === rule.each &&
      among(rule.checklists, about.checklist) &&
      among(rule.schedules, about.schedule) &&
      among(rule.tasks, about.task) &&
      among(rule.items, about.item),
  );

/** The reason of a rule that counts occasions: a leaf for each, and one that brings the sum back to the rule's most. */
export const counted = (rule: CompiledRule, happenings: readonly Happening[], sign: 1 | -1): Outcome => {
  const leaves = countedBy(rule, happenings).map((happening, i): Reason => {
    const worth = rule.after && i >= rule.after.times ? rule.after.points : (rule.points ?? happening.cost ?? 0);
    return {
      kind: 'occasion',
      name: happening.name,
      source: happening.source || rule.source,
      points: sign * worth,
      parts: [],
      cause: happening.cause,
    };
  });
  const sum = leaves.reduce((total, leaf) => total + leaf.points, 0);
  const limited = rule.most === null || Math.abs(sum) <= rule.most ? sum : sign * rule.most;
  const limit: readonly Reason[] =
    limited === sum ? [] : [{ kind: 'limit', name: rule.rule.name, source: rule.source, points: limited - sum, parts: [] }];
  return moves({ kind: 'rule', name: rule.rule.name, source: rule.source, points: limited, parts: [...leaves, ...limit] });
};

/** The outcome of a rule whose indicator has no figure, as its `missing` says. */
export const withoutFigure = (rule: CompiledRule, known: Known): Outcome => {
  const full = rule.full;
  const points = rule.rule.missing === 'full' ? full : 0;
  const cause: Cause = { kind: 'no-figure', indicator: rule.rule.of ?? '', period: known.period };
  const leaf: Reason = { kind: 'occasion', name: rule.rule.of ?? '', source: rule.source, points, parts: [], cause };
  const reason: Reason = { kind: 'rule', name: rule.rule.name, source: rule.source, points, parts: [leaf] };
  return { reason, skipped: rule.rule.missing === 'drop' ? full : 0, voids: rule.rule.missing === 'void', vetoed: null };
};

/** The outcome of a rule that gives points for an indicator's figure. */
export const forFigure = (rule: CompiledRule, known: Known, at: { readonly points: Points; readonly shown: string }): Outcome => {
  const cause: Cause = { kind: 'figure', indicator: rule.rule.of ?? '', period: known.period, shown: at.shown };
  const leaf: Reason = { kind: 'occasion', name: rule.rule.of ?? '', source: rule.source, points: at.points, parts: [], cause };
  return moves({ kind: 'rule', name: rule.rule.name, source: rule.source, points: at.points, parts: [leaf] });
};
