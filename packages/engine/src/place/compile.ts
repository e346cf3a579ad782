import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { circlesIn } from '../problem/circles.ts';
import { clauseOf, type Problem, problem } from '../problem/problem.ts';
import type { Area, Places, Site } from './schema.ts';

/** The register of places: sites by name, and by class in the order of the plan. `units` carry current names. */
export interface CompiledPlaces {
  readonly sites: ReadonlyMap<string, Site>;
  readonly byClass: ReadonlyMap<string, readonly string[]>;
  readonly areas: ReadonlyMap<string, Area>;
  /** The scheme each grade belongs to. */
  readonly schemes: ReadonlyMap<string, string>;
}

const twoGrades = (place: Site | Area, schemes: ReadonlyMap<string, string>): readonly [string, string] | undefined => {
  const seen = new Map<string, string>();
  for (const grade of place.grades ?? []) {
    const scheme = schemes.get(grade) ?? '';
    const other = seen.get(scheme);
    if (other !== undefined && scheme) return [other, grade];
    seen.set(scheme, grade);
  }
  return undefined;
};

const checkGrades = (kind: 'site' | 'area', places: readonly (Site | Area)[], schemes: ReadonlyMap<string, string>): readonly Problem[] =>
  places.flatMap((place, i) => {
    const two = twoGrades(place, schemes);
    if (!two) return [];
    const params = { ...clauseOf(kind, place), scheme: schemes.get(two[0]), one: two[0], other: two[1] };
    return [problem('place.two-grades', `/places/${kind}s/${i}/grades`, params)];
  });

const checkAreas = (areas: readonly Area[]): readonly Problem[] => {
  const parents = new Map(areas.flatMap((area) => (area.parent === undefined ? [] : [[area.name, area.parent]])));
  const circles = circlesIn(parents).map((circle) => {
    const i = areas.findIndex((area) => area.name === circle[0]);
    return problem('area.circle', `/places/areas/${i}/parent`, { areas: [...circle, circle[0] ?? ''].join('→') });
  });
  const counts = areas.flatMap((area, i) => {
    const found = areas.filter((other) => other.parent === area.name).length;
    if (area.children === undefined || area.children === found) return [];
    return [problem('area.count-differs', `/places/areas/${i}/children`, { ...clauseOf('area', area), declared: area.children, found })];
  });
  return [...circles, ...counts];
};

/** Reads the register. Classes without sites are there with an empty list. */
export const compilePlaces = (
  places: Places,
  organization: CompiledOrganization,
): { readonly value: CompiledPlaces; readonly problems: readonly Problem[] } => {
  const byClass = new Map<string, string[]>(places.classes.map((kind) => [kind.name, []]));
  const sites = new Map<string, Site>();
  for (const site of places.sites) {
    sites.set(site.name, { ...site, units: [...unitsOf(organization, site.units)] });
    byClass.get(site.class)?.push(site.name);
  }
  const areas = places.areas ?? [];
  const schemes = new Map((places.schemes ?? []).flatMap((scheme) => scheme.grades.map((grade) => [grade.name, scheme.name])));
  const problems = [...checkGrades('site', places.sites, schemes), ...checkGrades('area', areas, schemes), ...checkAreas(areas)];
  return {
    value: {
      sites,
      byClass,
      areas: new Map(areas.map((area) => [area.name, { ...area, units: [...unitsOf(organization, area.units)] }])),
      schemes,
    },
    problems,
  };
};

/** The grade of a site in a scheme: its own, else that of its area, else none. */
export const gradeOf = (places: CompiledPlaces, site: Site, scheme: string): string | undefined => {
  const inScheme = (grades: readonly string[] | undefined) => grades?.find((grade) => places.schemes.get(grade) === scheme);
  return inScheme(site.grades) ?? (site.area === undefined ? undefined : inScheme(places.areas.get(site.area)?.grades));
};
