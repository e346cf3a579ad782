import type { Waiver } from '../plan/waivers.ts';
import { type ProblemCode, severities } from '../problem/codes.ts';
import { nearest } from '../problem/nearest.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';

const fits = (waiver: Waiver, found: Problem): boolean =>
  waiver.code === found.code &&
  (waiver.at === undefined || waiver.at === found.at) &&
  (waiver.clause === undefined || waiver.clause === found.params.name);

/** True for what can be a waiver; anything else is a fault of the plan's shape and reported as that. */
const isWaiver = (value: unknown): value is Waiver => {
  const waiver = value as Partial<Record<keyof Waiver, unknown>> | null;
  const text = (one: unknown): boolean => one === undefined || typeof one === 'string';
  return typeof waiver?.code === 'string' && typeof waiver.reason === 'string' && text(waiver.at) && text(waiver.clause);
};

const faultOf = (waiver: Waiver, i: number, problems: readonly Problem[]): readonly Problem[] => {
  const at = pointer('/waivers', i);
  const { code: found } = waiver;
  if (!Object.hasOwn(severities, found))
    return [problem('waiver.unknown-code', `${at}/code`, { found, near: nearest(found, Object.keys(severities)) })];
  if (severities[found as ProblemCode] === 'error') return [problem('waiver.of-error', at, { found })];
  if (/^(rehearsal|scenario|conform)\./.test(found)) return [];
  return problems.some((one) => fits(waiver, one)) ? [] : [problem('waiver.unused', at, { found })];
};

const writtenIn = (raw: unknown): readonly (Waiver | undefined)[] => {
  const written = (raw as { readonly waivers?: unknown } | null)?.waivers;
  return (Array.isArray(written) ? (written as readonly unknown[]) : []).map((one) => (isWaiver(one) ? one : undefined));
};

/** The problems, a warning or hint that fits a waiver of the plan with its reason. An error is never waived. */
export const waivedIn = (problems: readonly Problem[], raw: unknown): readonly Problem[] => {
  const waivers = writtenIn(raw);
  return problems.map((found): Problem => {
    const waiver = found.severity === 'error' ? undefined : waivers.find((one) => one && fits(one, found));
    return waiver ? { ...found, waived: waiver.reason } : found;
  });
};

/**
 * The problems with what the plan says about leaving them: what is waived is still listed. Whether a waiver is needed of
 * what only a rehearsal, a scenario or the upper plans show, is not asked here. `raw` is the plan as written, sound or not.
 */
export const withWaivers = (problems: readonly Problem[], raw: unknown): readonly Problem[] => [
  ...waivedIn(problems, raw),
  ...writtenIn(raw).flatMap((waiver, i) => (waiver ? faultOf(waiver, i, problems) : [])),
];
