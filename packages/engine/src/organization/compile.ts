import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Organization } from './schema.ts';

/** Who the names of the organisation stand for. */
export interface CompiledOrganization {
  /** Current unit name by name, alias and former name. */
  readonly units: ReadonlyMap<string, string>;
  /** Units of a party by its name, alias or former name: a unit stands for itself, a group for its units. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
}

/** Resolves names, aliases and groups. An alias that already names another unit is a problem. */
export const compileOrganization = (organization: Organization, at: string): { value: CompiledOrganization; problems: Problem[] } => {
  const problems: Problem[] = [];
  const units = new Map(organization.units.map((unit) => [unit.name, unit.name]));
  organization.units.forEach((unit, i) => {
    for (const alias of [...(unit.aliases ?? []), ...(unit.formerly ?? [])]) {
      const holder = units.get(alias);
      if (holder !== undefined && holder !== unit.name)
        problems.push(problem('name.alias-taken', pointer(`${at}/units`, i), { ...clauseOf('unit', unit), found: alias }));
      else units.set(alias, unit.name);
    }
  });
  const parties = new Map<string, readonly string[]>([...units].map(([name, unit]) => [name, [unit]]));
  for (const group of organization.groups ?? []) parties.set(group.name, [...new Set(group.units.flatMap((name) => units.get(name) ?? []))]);
  return { value: { units, parties }, problems };
};

/** The units of several parties, each once, in the order named. Unknown names stand for nobody. */
export const unitsOf = (organization: CompiledOrganization, parties: readonly string[] = []): readonly string[] => [
  ...new Set(parties.flatMap((name) => organization.parties.get(name) ?? [])),
];
