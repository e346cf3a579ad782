import { type Day, firstDayOf, lastDayOf } from '../calendar/day.ts';
import { circlesIn } from '../problem/circles.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Group, Organization, Unit } from './schema.ts';

/** Who the names of the organisation stand for. */
export interface CompiledOrganization {
  /** Current unit name by name, alias and former name. */
  readonly units: ReadonlyMap<string, string>;
  /** The clause of each unit by its current name. */
  readonly clauses: ReadonlyMap<string, Unit>;
  /** Units of a party by its name, alias or former name: a unit stands for itself, a group for its units. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
}

const aliases = (organization: Organization, at: string): { units: ReadonlyMap<string, string>; problems: readonly Problem[] } => {
  const units = new Map(organization.units.map((unit) => [unit.name, unit.name]));
  const problems = organization.units.flatMap((unit, i) =>
    [...(unit.aliases ?? []), ...(unit.formerly ?? [])].flatMap((alias) => {
      const holder = units.get(alias);
      if (holder === undefined) units.set(alias, unit.name);
      if (holder === undefined || holder === unit.name) return [];
      return [problem('name.alias-taken', pointer(`${at}/units`, i), { ...clauseOf('unit', unit), found: alias })];
    }),
  );
  return { units, problems };
};

const membersOf = (group: Group, organization: Organization, units: ReadonlyMap<string, string>): readonly string[] => {
  const listed = (group.units ?? []).flatMap((name) => units.get(name) ?? []);
  const ofKind = group.every === undefined ? [] : organization.units.filter((unit) => unit.kind === group.every).map((unit) => unit.name);
  const except = new Set((group.except ?? []).map((name) => units.get(name)));
  return [...new Set([...listed, ...ofKind])].filter((name) => !except.has(name));
};

const checkUnit = (unit: Unit, at: string): readonly Problem[] => {
  const problems: Problem[] = [];
  const clause = clauseOf('unit', unit);
  if (unit.from !== undefined && unit.until !== undefined && lastDayOf(unit.until) < firstDayOf(unit.from))
    problems.push(problem('day.reversed', pointer(at, 'until'), { ...clause, from: unit.from, to: unit.until }));
  if (unit.until !== undefined && unit.mergedInto === undefined)
    problems.push(problem('unit.no-successor', at, { ...clause, until: unit.until }));
  return problems;
};

const checkGroup = (group: Group, members: readonly string[], at: string): readonly Problem[] => {
  const clause = clauseOf('group', group);
  if (members.length === 0) return [problem('group.empty', at, clause)];
  return group.open ? [problem('group.open', at, { ...clause, units: members.length })] : [];
};

const circles = (organization: Organization, units: ReadonlyMap<string, string>, at: string): readonly Problem[] =>
  (['parent', 'mergedInto'] as const).flatMap((key) => {
    const next = new Map(organization.units.flatMap((unit) => (unit[key] === undefined ? [] : [[unit.name, units.get(unit[key]) ?? '']])));
    return circlesIn(next).map((circle) => {
      const i = organization.units.findIndex((unit) => unit.name === circle[0]);
      return problem('unit.circle', `${at}/units/${i}/${key}`, { units: [...circle, circle[0] ?? ''].join('→') });
    });
  });

/** Resolves names, aliases, groups and mergers, and says what is wrong with them. */
export const compileOrganization = (
  organization: Organization,
  at: string,
): { readonly value: CompiledOrganization; readonly problems: readonly Problem[] } => {
  const { units, problems } = aliases(organization, at);
  const parties = new Map<string, readonly string[]>([...units].map(([name, unit]) => [name, [unit]]));
  const groups = (organization.groups ?? []).flatMap((group, i) => {
    const members = membersOf(group, organization, units);
    parties.set(group.name, members);
    return checkGroup(group, members, pointer(`${at}/groups`, i));
  });
  const alone = organization.units.flatMap((unit, i) => checkUnit(unit, pointer(`${at}/units`, i)));
  const clauses = new Map(organization.units.map((unit) => [unit.name, unit]));
  return { value: { units, clauses, parties }, problems: [...problems, ...groups, ...alone, ...circles(organization, units, at)] };
};

/** The units of several parties, each once, in the order named. Unknown names stand for nobody. */
export const unitsOf = (organization: CompiledOrganization, parties: readonly string[] = []): readonly string[] => [
  ...new Set(parties.flatMap((name) => organization.parties.get(name) ?? [])),
];

/** True while the unit exists: from its first to its last day, both inclusive. */
export const existsOn = (organization: CompiledOrganization, unit: string, day: Day): boolean => {
  const clause = organization.clauses.get(unit);
  return !(clause?.from !== undefined && day < firstDayOf(clause.from)) && !(clause?.until !== undefined && day > lastDayOf(clause.until));
};

/**
 * The unit that answers on a day for work given to `unit`: itself while it exists, else the one it was merged into,
 * and so on. A unit that ended without a successor still answers.
 */
export const successorOn = (organization: CompiledOrganization, unit: string, day: Day): string => {
  let at = unit;
  for (let steps = 0; steps < 50; steps++) {
    const clause = organization.clauses.get(at);
    if (clause?.until === undefined || day <= lastDayOf(clause.until) || clause.mergedInto === undefined) return at;
    at = organization.units.get(clause.mergedInto) ?? at;
  }
  return at;
};
