import { type TaskRole, taskRoles } from '../draft/edits.ts';
import { type Json, listAt, textOf, textsOf } from '../draft/json.ts';

/** A column of the matrix: a unit, or a group with the units it stands for. */
export interface Column {
  readonly name: string;
  readonly units: readonly string[];
  readonly isGroup: boolean;
}

/** A cell: the roles a party has in a task itself, and those it has as a unit of a group. */
export interface Cell {
  readonly own: readonly TaskRole[];
  readonly through: readonly { readonly role: TaskRole; readonly group: string }[];
}

/** The parties of a plan as columns: groups first, then units, each in the order of the document. */
export const columnsOf = (plan: Json): readonly Column[] => {
  const units = listAt(plan, '/organization/units');
  const groups = listAt(plan, '/organization/groups').map((group): Column => {
    const [every, except] = [textOf(group, 'every'), textsOf(group, 'except')];
    const ofKind = every ? units.filter((u) => textOf(u, 'kind') === every).map((u) => textOf(u, 'name')) : [];
    return {
      name: textOf(group, 'name'),
      units: [...textsOf(group, 'units'), ...ofKind].filter((name) => !except.includes(name)),
      isGroup: true,
    };
  });
  const single = units.map((unit): Column => ({ name: textOf(unit, 'name'), units: [textOf(unit, 'name')], isGroup: false }));
  return [...groups, ...single].filter((column) => column.name !== '');
};

const partiesOf = (task: Json, role: TaskRole): readonly string[] => (role === 'lead' ? [textOf(task, 'lead')] : textsOf(task, role));

/** What a party has to do with a task. */
export const cellOf = (task: Json, column: Column, columns: readonly Column[]): Cell => {
  const own = taskRoles.filter((role) => partiesOf(task, role).includes(column.name));
  const groups = column.isGroup ? [] : columns.filter((c) => c.isGroup && c.units.includes(column.name));
  const through = groups.flatMap((group) =>
    taskRoles.filter((role) => partiesOf(task, role).includes(group.name)).map((role) => ({ role, group: group.name })),
  );
  return { own, through };
};

/** How many tasks a party has each role in. */
export type Load = Readonly<Record<TaskRole, number>>;

/** The whole load of every party, in the order of the columns: what it has itself and what it has through a group. */
export const loadsOf = (tasks: readonly Json[], columns: readonly Column[]): readonly Load[] => {
  const members = new Map(columns.map((column) => [column.name, column.isGroup ? [column.name, ...column.units] : [column.name]]));
  const loads = new Map(columns.map((column) => [column.name, { lead: 0, responsible: 0, cooperate: 0, supervise: 0 }]));
  for (const task of tasks) {
    for (const role of taskRoles) {
      for (const party of new Set(partiesOf(task, role).flatMap((name) => members.get(name) ?? []))) {
        const load = loads.get(party);
        if (load) load[role]++;
      }
    }
  }
  return columns.map((column) => loads.get(column.name) ?? { lead: 0, responsible: 0, cooperate: 0, supervise: 0 });
};

/** The key that gives each role: its number, or the first letter of 牵头, 责任, 配合, 督导 as they are typed. */
export const roleKeys: Readonly<Record<string, TaskRole>> = {
  '1': 'lead',
  '2': 'responsible',
  '3': 'cooperate',
  '4': 'supervise',
  q: 'lead',
  z: 'responsible',
  p: 'cooperate',
  d: 'supervise',
};

/** Who leads a task: its lead, then those who lead it jointly. Empty when nobody does. */
export const leadsOf = (task: Json): readonly string[] => [textOf(task, 'lead'), ...textsOf(task, 'jointLeads')].filter(Boolean);
