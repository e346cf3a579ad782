import type { CompiledPlan } from '../plan/compile.ts';
import { isWritten, type Written } from '../plan/diff-identity.ts';
import { mayLack } from './binds.ts';
import { localPlan } from './local.ts';

/** Who writes the lower plan. */
export interface Deriving {
  /** The unit of the upper plan that this place is; left out for a plan of the same ground. */
  readonly as?: string;
  /** Who issues it; the unit when left out. */
  readonly issuer?: string;
  readonly title?: string;
}

/** What has to be filled in by hand. */
const blank = '××';

/** Why the upper plan asked for more than its own upper one is not this place's reason. */
const withoutReasons = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutReasons);
  if (!isWritten(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, held]) => (key === 'reason' ? [] : [[key, withoutReasons(held)]])));
};

const withoutActs = (plan: Written): Written =>
  Object.fromEntries(
    Object.entries(plan).flatMap(([key, value]): [string, unknown][] => {
      if (!Array.isArray(value)) return [[key, value]];
      const kept = value.filter((one) => !mayLack(`${key}[]`, one, 'tighten'));
      return kept.length === 0 && value.length > 0 ? [] : [[key, kept]];
    }),
  );

/** The organization of a place that has yet to say who heads its leading group. */
const ownOrganization = (unit: string, issuer: string): Written => ({
  body: { name: `${issuer}工作领导小组`, head: blank, office: unit },
  units: [{ name: unit }],
});

/** What is the upper plan's alone: its heads, and scenarios, which are about its own units and scores. */
const ownOfUpper: ReadonlySet<string> = new Set(['title', 'number', 'issuer', 'issued', 'lowerBy', 'basis', 'organization', 'scenarios']);

/**
 * A draft for one of the units of an upper plan: what the upper plan asks of it, with its locks and clauses, 各镇 being
 * this town and its share its target. What is the place's own affair is asked for: the heads of its organization stand
 * as ××, its sites are those the upper plan knows, its scoring, ranking and consequences are its own. It conforms.
 */
export const derive = (upper: CompiledPlan, { as, issuer, title }: Deriving = {}): Written => {
  const local = withoutReasons(withoutActs(localPlan(upper, as))) as Written;
  const { plan } = upper;
  const by = issuer ?? as ?? plan.issuer;
  const { title: upperTitle, number, organization } = local;
  const rest = Object.fromEntries(Object.entries(local).filter(([key]) => !ownOfUpper.has(key)));
  const basis = { title: upperTitle, ...(number === undefined ? {} : { number }), hash: upper.hash, ...(as === undefined ? {} : { as }) };
  return {
    title: title ?? (as === undefined ? `${by}落实《${plan.title}》的方案` : `${as}落实《${plan.title}》的方案`),
    issuer: by,
    basis: [basis],
    ...rest,
    organization: as === undefined || !isWritten(organization) ? organization : ownOrganization(as, by),
  };
};
