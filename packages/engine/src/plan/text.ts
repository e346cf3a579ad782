import { canonicalText, hashOf } from '../problem/canonical.ts';
import { readJson } from '../problem/json.ts';
import type { Outcome } from '../problem/problem.ts';

/** Reads the text of a plan, up to 2 MiB and 64 levels. The result is not checked against the plan format yet. */
export const readPlan = (text: string): Outcome<unknown> => readJson(text);

/** The canonical text of a plan: what is hashed. */
export const planText = (plan: unknown): string => canonicalText(plan);

/** The name of a plan's exact content: SHA-256 of its canonical text. */
export const planHash = (plan: unknown): string => hashOf(plan);
