import { areaOf, fitting, type Register } from './register.ts';
import type { Schedule, Weight } from './schema.ts';
import type { DrawRule } from './sites.ts';

/** Sites of which so many are drawn each time: all of a class, those of an area, or a stratum. */
export interface Pool {
  /** Name of the class, grade or area. */
  readonly name: string;
  readonly checklist: string;
  readonly take: number;
  readonly sites: readonly string[];
  /** Tickets of each site in the same order; null when everybody holds one. */
  readonly tickets: readonly number[] | null;
}

const ticketsOf = (weights: readonly Weight[], names: readonly string[], register: Register): Pool['tickets'] => {
  if (weights.length === 0) return null;
  const rules = weights.map((weight) => ({ chances: weight.chances, fits: fitting(register, weight) }));
  return names.map((name) => rules.reduce((most, rule) => (rule.chances > most && rule.fits(name) ? rule.chances : most), 1));
};

/** Names grouped by the area of a kind, areas in the order in which they first come up; sites in none are in no group. */
const byArea = (names: readonly string[], kind: string, register: Register): ReadonlyMap<string, readonly string[]> => {
  const areas = new Map<string, string[]>();
  for (const name of names) {
    const area = areaOf(register, name, kind);
    if (area === undefined) continue;
    const group = areas.get(area);
    if (group) group.push(name);
    else areas.set(area, [name]);
  }
  return areas;
};

const takeOf = (rule: DrawRule, sites: number): number => (rule.unit === 'percent' ? Math.ceil((sites * rule.amount) / 100) : rule.amount);

/** The pools a schedule draws from, in the order in which they are drawn. `kind` is the class its checklist is for. */
export const poolsOf = (
  schedule: Schedule,
  rule: DrawRule,
  scope: { readonly kind: string; readonly register: Register },
): readonly Pool[] => {
  const { kind, register } = scope;
  const all = register.sitesByClass.get(kind) ?? [];
  const pool = (name: string, sites: readonly string[], draw: { readonly take: number; readonly checklist?: string }): Pool => ({
    name,
    sites,
    take: draw.take,
    checklist: draw.checklist ?? schedule.checklist,
    tickets: ticketsOf(schedule.weights ?? [], sites, register),
  });
  if (rule.by === 'whole') return [pool(kind, all, { take: takeOf(rule, all.length) })];
  if (rule.by !== 'class')
    return [...byArea(all, rule.by, register)].map(([area, sites]) => pool(area, sites, { take: takeOf(rule, sites.length) }));
  return (schedule.strata ?? []).map((stratum) => {
    const fits = fitting(register, stratum);
    const sites = (register.sitesByClass.get(stratum.class ?? kind) ?? []).filter(fits);
    return pool(stratum.grade ?? stratum.class ?? stratum.area ?? '', sites, { take: stratum.draw, checklist: stratum.checklist });
  });
};

/** Names are ordered by code unit, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const sorted = (pool: Pool): Pool => {
  const rows = pool.sites.map((site, i) => ({ site, tickets: pool.tickets?.[i] ?? 1 })).sort((a, b) => byText(a.site, b.site));
  return { ...pool, sites: rows.map(({ site }) => site), tickets: pool.tickets && rows.map(({ tickets }) => tickets) };
};

/**
 * Pools in an order of their own, so that nothing rests on the order of the rows of a register: sites by name, and the
 * pools of areas by name; strata stay in the order of the plan.
 */
export const inOwnOrder = (pools: readonly Pool[], rule: DrawRule): readonly Pool[] => {
  const own = pools.map(sorted);
  return rule.by === 'class' || rule.by === 'whole' ? own : own.sort((a, b) => byText(a.name, b.name));
};
