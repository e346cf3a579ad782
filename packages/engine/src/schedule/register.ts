import type { Area, Site } from '../place/schema.ts';

/** The register of places as schedules look at it. A site or area that is not known has no area, grade or keeper. */
export interface Register {
  readonly sitesByClass: ReadonlyMap<string, readonly string[]>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly areas: ReadonlyMap<string, Area>;
}

/** What a stratum or a weight says of a site; all that is given must fit. */
export interface Description {
  readonly class?: string;
  readonly grade?: string;
  readonly area?: string;
  readonly site?: string;
}

/** The area of a site, the one it lies in, and so on outwards. A circle of areas ends where it closes. */
export const areasOf = (register: Register, site: string): readonly string[] => {
  const areas: string[] = [];
  for (let area = register.sites.get(site)?.area; area !== undefined && !areas.includes(area); area = register.areas.get(area)?.parent)
    areas.push(area);
  return areas;
};

/** The area of this kind in which a site lies, innermost first; of any kind, its own area. */
export const areaOf = (register: Register, site: string, kind: string): string | undefined =>
  areasOf(register, site).find((area) => kind === 'area' || register.areas.get(area)?.kind === kind);

/** The grades of a site: its own, or when it has none, those of the nearest area that has any. */
export const gradesOf = (register: Register, site: string): readonly string[] => {
  const own = register.sites.get(site)?.grades ?? [];
  if (own.length > 0) return own;
  for (const area of areasOf(register, site)) {
    const grades = register.areas.get(area)?.grades ?? [];
    if (grades.length > 0) return grades;
  }
  return [];
};

/** Units that keep a site: its own and those of its area. They may not judge it. */
export const keepersOf = (register: Register, site: string): readonly string[] => [
  ...new Set([...(register.sites.get(site)?.units ?? []), ...(register.areas.get(register.sites.get(site)?.area ?? '')?.units ?? [])]),
];

/** A test whether a description fits a site. One that says nothing fits none. */
export const fitting = (register: Register, wanted: Description): ((site: string) => boolean) => {
  const { class: kind, grade, area, site } = wanted;
  const members = kind === undefined ? undefined : new Set(register.sitesByClass.get(kind));
  if (!members && grade === undefined && area === undefined && site === undefined) return () => false;
  return (name) =>
    (members?.has(name) ?? true) &&
    (site === undefined || site === name) &&
    (area === undefined || areasOf(register, name).includes(area)) &&
    (grade === undefined || gradesOf(register, name).includes(grade));
};
