import { type ProblemCode, severities } from './codes.ts';

/** How much a problem weighs. An `error` stops adoption; a `warning` needs a reason; a `hint` only informs. */
export type Severity = 'error' | 'warning' | 'hint';

/** Details of a problem, by name. They are data, never sentences: the sentence is made by `say`. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** A concrete case in which a problem shows: as much of day, unit, site, period and answers as it takes. */
export interface Witness {
  readonly day?: string;
  readonly unit?: string;
  readonly site?: string;
  readonly schedule?: string;
  readonly period?: string;
  /** Answers to a checklist, as an inspector would hand them in. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** A number the case comes to: visits of a day, whole thousandths of points. */
  readonly number?: number;
}

/**
 * Something a person can put right: what is wrong and where. It is a value, never thrown; all problems of a
 * document are collected and reported at once. What only a programmer can put right is thrown instead.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** JSON pointer into the document or command, `''` for the whole of it. */
  readonly at: string;
  readonly params: Params;
  /** For a problem about behaviour: a case in which it shows, which can be played through. */
  readonly witness?: Witness;
  /** Place of the clause that brings it about, when that is another than where it shows. */
  readonly responsible?: string;
  /** Why it is left as it is, when the plan says so under `waivers`. Never set for an error. */
  readonly waived?: string;
}

/** A result or the problems that stand in its way. A result may come with warnings. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Makes a problem with the severity its code has in the one table of codes. */
export const problem = (code: ProblemCode, at: string, params: Params = {}): Problem => ({
  code,
  severity: severities[code],
  at,
  params,
});

/** True when one of the problems stops adoption. */
export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((p) => p.severity === 'error');

/** A value with the problems met on the way: `ok` unless one of them is an error. */
export const outcome = <T>(value: T, problems: readonly Problem[]): Outcome<T> =>
  hasErrors(problems) ? { ok: false, problems } : { ok: true, value, problems };

/** A failed outcome with a single problem. */
export const refuse = (code: ProblemCode, at = '', params: Params = {}): Outcome<never> => ({
  ok: false,
  problems: [problem(code, at, params)],
});

/** Appends a key to a JSON pointer, escaping `~` and `/` (RFC 6901). */
export const pointer = (at: string, key: string | number): string => `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The parameters that name a clause in a sentence: its kind, its name and where it stands in the document. */
export const clauseOf = (holder: string, clause: { readonly name: string; readonly source?: string }): Params => ({
  holder,
  name: clause.name,
  source: clause.source,
});

/**
 * A value somebody wrote, as text for a sentence: at most 80 characters. An object is shown as JSON, never asked for its
 * own text, which a written `toString` could break. The value has been held to the depth of a plan before.
 */
export const asWritten = (value: unknown): string =>
  (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)).slice(0, 80);
