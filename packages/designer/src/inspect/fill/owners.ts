import type { Plan } from '@xiuhua/engine';
import type { Site } from '../device/records.ts';

type Organization = Plan['organization'];
type Item = Plan['checklists'][number]['items'][number];

/** Current unit name by name, alias and former name. */
const unitNames = (organization: Organization): ReadonlyMap<string, string> =>
  new Map(organization.units.flatMap((u) => [u.name, ...(u.aliases ?? []), ...(u.formerly ?? [])].map((name): [string, string] => [name, u.name])));

type UnitsOf = (parties?: readonly string[]) => readonly string[];

/** Reads parties as units: a unit is itself, a group its members. */
const partyReader = (organization: Organization, units: ReadonlyMap<string, string>): UnitsOf => {
  const groups = new Map(
    (organization.groups ?? []).map((group) => {
      const ofKind = group.every === undefined ? [] : organization.units.filter((u) => u.kind === group.every).map((u) => u.name);
      const except = new Set((group.except ?? []).map((name) => units.get(name)));
      const members = [...(group.units ?? []).flatMap((name) => units.get(name) ?? []), ...ofKind];
      return [group.name, members.filter((name) => !except.has(name))] as const;
    }),
  );
  return (parties = []) => [...new Set(parties.flatMap((name) => groups.get(name) ?? units.get(name) ?? []))];
};

/**
 * Who would answer for a failure at this site, shown to the inspector before the server decides it: the unit the item
 * names, else those that keep the site and bear the task, else the task's leads. The engine's own reading stands in its
 * plan compiler, which would carry every schema onto the phone; a test holds this one to it.
 */
export const ownersAt = (plan: Plan, site: Site): ((item: Item) => readonly string[]) => {
  const units = unitNames(plan.organization);
  const unitsOf = partyReader(plan.organization, units);
  const keepers = unitsOf(site.units);
  const tasks = new Map(plan.responsibility.tasks.map((task) => [task.name, task]));
  return (item) => {
    if (item.unit !== undefined) return [units.get(item.unit) ?? item.unit];
    const task = tasks.get(item.task);
    if (!task) return [];
    const leads = unitsOf([...(task.lead === undefined ? [] : [task.lead]), ...(task.jointLeads ?? [])]);
    const bearers = new Set([...leads, ...unitsOf(task.responsible)]);
    const own = keepers.filter((unit) => bearers.has(unit));
    return own.length ? own : leads;
  };
};
