import type { WorkCalendar } from '../calendar/workdays.ts';
import type { Type } from './type.ts';

/** Something a rule can read that comes from outside: an answer, a reading, a figure of the campaign. */
export interface Input {
  readonly name: string;
  readonly type: Type;
  /** What the plan calls it; the name when absent. */
  readonly word?: string;
  /** Name of a boolean rule: when it comes to false the input counts as not asked, whatever was answered. */
  readonly askedWhen?: string;
}

/** A named expression. Rules run in order; each may read the inputs and the rules before it. */
export interface Rule {
  readonly name: string;
  /** JsonLogic. */
  readonly logic: unknown;
  /** Where it stands in the plan, as JSON pointer. */
  readonly at: string;
  readonly word?: string;
  /** The clause of the document it comes from. */
  readonly source?: string;
}

/** Everything rules may refer to. */
export interface Scope {
  readonly inputs: readonly Input[];
  /** Units of a group, sites of a class, by the name of the group. */
  readonly groups?: ReadonlyMap<string, readonly string[]>;
  /** Needed only by rules that count workdays. */
  readonly calendar?: WorkCalendar;
}

/** A name a rule can read, and where its value stands. */
export interface Named {
  readonly name: string;
  readonly word: string;
  readonly type: Type;
  /** Its register, counted from the first input. */
  readonly slot: number;
  readonly isRule: boolean;
}

const forbidden = new Set(['__proto__', 'prototype', 'constructor']);

/** True for a name one of whose dotted parts would reach into the machinery of the language. */
export const isForbidden = (name: string): boolean => {
  if (!name.includes('o')) return false;
  return name.split('.').some((part) => forbidden.has(part));
};
