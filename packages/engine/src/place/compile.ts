import type { CompiledOrganization } from '../organization/compile.ts';
import { unitsOf } from '../organization/compile.ts';
import type { Places, Site } from './schema.ts';

/** The register of sites: by name, and by class in the order of the plan. `units` carry current names. */
export interface CompiledPlaces {
  readonly sites: ReadonlyMap<string, Site>;
  readonly byClass: ReadonlyMap<string, readonly string[]>;
}

/** Reads the register. Classes without sites are there with an empty list. */
export const compilePlaces = (places: Places, organization: CompiledOrganization): CompiledPlaces => {
  const byClass = new Map<string, string[]>(places.classes.map((kind) => [kind.name, []]));
  const sites = new Map<string, Site>();
  for (const site of places.sites) {
    sites.set(site.name, { ...site, units: [...unitsOf(organization, site.units)] });
    byClass.get(site.class)?.push(site.name);
  }
  return { sites, byClass };
};
