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

/** The roles of a unit over all tasks, its whole load, counted by role. */
export const loadOf = (tasks: readonly Json[], column: Column, columns: readonly Column[]): Readonly<Record<TaskRole, number>> => {
  const held = tasks.map((task) => {
    const { own, through } = cellOf(task, column, columns);
    return new Set<TaskRole>([...own, ...through.map((t) => t.role)]);
  });
  const count = (role: TaskRole) => held.filter((roles) => roles.has(role)).length;
  return { lead: count('lead'), responsible: count('responsible'), cooperate: count('cooperate'), supervise: count('supervise') };
};

/** The key that gives each role. */
export const roleKeys: Readonly<Record<string, TaskRole>> = { '1': 'lead', '2': 'responsible', '3': 'cooperate', '4': 'supervise' };
