/**
 * The campaign's draws got their seed, made by the server when a plan was adopted. `commitment` is its SHA-256, for
 * everybody to see from this day; the seed itself is kept back while there are draws to come.
 */
export interface DrawSeeded {
  readonly type: 'DrawSeeded';
  readonly seed: string;
  readonly commitment: string;
}

/** The draw of a period was made again. `issue` counts from 2; the draws before it stay on record. */
export interface DrawRepeated {
  readonly type: 'DrawRepeated';
  readonly schedule: string;
  readonly period: string;
  readonly issue: number;
  readonly reason: string;
}
