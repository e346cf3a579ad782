import type { Site } from '../place/schema.ts';
import type { Schedule, Weight } from './schema.ts';
import type { DrawRule } from './sites.ts';

/** Sites of which so many are drawn each time: all of a class, those of an area, or a stratum. */
export interface Pool {
  /** Name of the class or area. */
  readonly name: string;
  readonly checklist: string;
  readonly take: number;
  readonly sites: readonly string[];
  /** Tickets of each site in the same order; null when everybody holds one. */
  readonly tickets: readonly number[] | null;
}

/** The register the pools are made from. */
export interface Register {
  /** Class whose sites the checklist is for. */
  readonly kind: string;
  readonly sitesByClass: ReadonlyMap<string, readonly string[]>;
  readonly site: (name: string) => Site | undefined;
}

const fits = (weight: Weight, register: Register): ((name: string) => boolean) => {
  const { class: kind, area, site } = weight;
  const members = kind === undefined ? null : new Set(register.sitesByClass.get(kind));
  if (kind === undefined && area === undefined && site === undefined) return () => false;
  return (name) => (members?.has(name) ?? true) && (area === undefined || register.site(name)?.area === area) && (site === undefined || site === name);
};

const ticketsOf = (weights: readonly Weight[], names: readonly string[], register: Register): Pool['tickets'] => {
  if (weights.length === 0) return null;
  const rules = weights.map((weight) => ({ chances: weight.chances, fits: fits(weight, register) }));
  return names.map((name) => rules.reduce((most, rule) => (rule.chances > most && rule.fits(name) ? rule.chances : most), 1));
};

/** Names grouped by area, areas in the order in which they first come up; sites in no area are in no group. */
const byArea = (names: readonly string[], register: Register): ReadonlyMap<string, readonly string[]> => {
  const areas = new Map<string, string[]>();
  for (const name of names) {
    const area = register.site(name)?.area;
    if (area === undefined) continue;
    const group = areas.get(area);
    if (group) group.push(name);
    else areas.set(area, [name]);
  }
  return areas;
};

const takeOf = (rule: DrawRule, sites: number): number => (rule.unit === 'percent' ? Math.ceil((sites * rule.amount) / 100) : rule.amount);

/** The pools a schedule draws from, in the order in which they are drawn. */
export const poolsOf = (schedule: Schedule, rule: DrawRule, register: Register): readonly Pool[] => {
  const weights = schedule.weights ?? [];
  const pool = (name: string, sites: readonly string[], draw: { readonly take: number; readonly checklist?: string }): Pool => ({
    name,
    sites,
    take: draw.take,
    checklist: draw.checklist ?? schedule.checklist,
    tickets: ticketsOf(weights, sites, register),
  });
  const all = register.sitesByClass.get(register.kind) ?? [];
  if (rule.by === 'whole') return [pool(register.kind, all, { take: takeOf(rule, all.length) })];
  if (rule.by === 'area') return [...byArea(all, register)].map(([area, sites]) => pool(area, sites, { take: takeOf(rule, sites.length) }));
  return (schedule.strata ?? []).map(({ class: kind, draw, checklist }) => pool(kind, register.sitesByClass.get(kind) ?? [], { take: draw, checklist }));
};
