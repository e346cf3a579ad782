import { nearest } from '@xiuhua/engine';
import { type TaskRole, taskRoles } from '../draft/edits.ts';
import { isObject, type Json, type JsonObject, listAt, textOf, textsOf, valueAt } from '../draft/json.ts';
import { namesFor } from '../draft/names.ts';

/** A task as a pasted table has it, with the parties as they are written there. */
export interface PastedTask {
  readonly name: string;
  readonly roles: readonly { readonly role: TaskRole; readonly party: string }[];
}

/** What a pasted table says, and in which row something could not be read. */
export interface Pasted {
  readonly tasks: readonly PastedTask[];
  /** Rows, counted from 1, in which a cell holds a word that is no role. */
  readonly unread: readonly { readonly row: number; readonly text: string }[];
}

/** Splits what a spreadsheet puts on the clipboard: tabs and lines, cells with lines of their own in quotes. */
export const cellsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const clean = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let i = 0; i < clean.length; i++) {
    const c = clean[i] ?? '';
    if (quoted) {
      if (c !== '"') cell += c;
      else if (clean[i + 1] === '"') cell += clean[i++];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') {
      endCell();
      rows.push([]);
    } else cell += c;
  }
  endCell();
  return rows.filter((row) => row.some((content) => content !== ''));
};

/** Words and signs under which documents and people write each role. */
const roleWords: readonly (readonly [RegExp, TaskRole])[] = [
  [/牵头|主责|^牵$|^★$|^L$|lead/i, 'lead'],
  [/配合|协助|协同|^配$|^△$|^C$|cooperat/i, 'cooperate'],
  [/督导|督促|督办|监督|^督$|^◇$|^S$|supervis/i, 'supervise'],
  [/责任|负责|承办|落实|^责$|^●$|^○$|^√$|^R$|responsib/i, 'responsible'],
];

const roleOf = (word: string): TaskRole | undefined => roleWords.find(([pattern]) => pattern.test(word))?.[1];

const namesIn = (cell: string): readonly string[] =>
  cell
    .split(/[、，,；;/\n]+/)
    .map((name) => name.trim())
    .filter(Boolean);

/** A column of a list is a role when its heading says so: 牵头单位, 责任单位. */
const roleColumns = (head: readonly string[]): ReadonlyMap<number, TaskRole> =>
  new Map(
    head.flatMap((title, i) =>
      i > 0 && /单位|部门|lead|responsib|cooperat|supervis/i.test(title) && roleOf(title) ? [[i, roleOf(title) as TaskRole] as const] : [],
    ),
  );

const nameColumn = (head: readonly string[]): number => {
  const found = head.findIndex((title) => /任务|工作|内容|事项|项目|task/i.test(title));
  return found >= 0 ? found : 0;
};

const fromList = (head: readonly string[], rows: readonly (readonly string[])[], roles: ReadonlyMap<number, TaskRole>): Pasted => {
  const column = nameColumn(head);
  const tasks = rows.flatMap((row): readonly PastedTask[] => {
    const name = row[column] ?? '';
    if (!name) return [];
    return [{ name, roles: [...roles].flatMap(([i, role]) => namesIn(row[i] ?? '').map((party) => ({ role, party }))) }];
  });
  return { tasks, unread: [] };
};

const fromGrid = (head: readonly string[], rows: readonly (readonly string[])[]): Pasted => {
  const column = nameColumn(head);
  const unread: { row: number; text: string }[] = [];
  const tasks = rows.flatMap((row, n): readonly PastedTask[] => {
    const name = row[column] ?? '';
    if (!name) return [];
    const roles = row.flatMap((cell, i) => {
      const party = head[i] ?? '';
      if (i === column || !cell || !party || /^(序号|编号|No\.?)$/i.test(party)) return [];
      return namesIn(cell).flatMap((word) => {
        const role = roleOf(word);
        if (!role) unread.push({ row: n + 2, text: cell });
        return role ? [{ role, party }] : [];
      });
    });
    return [{ name, roles }];
  });
  return { tasks, unread };
};

/**
 * Reads a table of responsibility: either a list with columns 任务, 牵头单位, 责任单位 …, or a grid with the units along
 * the top and 牵, 责, 配, 督 (or ★ ● △ ◇, or the whole words) in its cells. The first row is the head.
 */
export const readPaste = (text: string): Pasted => {
  const [head, ...rows] = cellsOf(text);
  if (!head || rows.length === 0) return { tasks: [], unread: [] };
  const roles = roleColumns(head);
  return roles.size > 0 ? fromList(head, rows, roles) : fromGrid(head, rows);
};

/** A name in the table that the plan does not know: how often it is there, and what it probably means. */
export interface UnknownParty {
  readonly name: string;
  readonly count: number;
  readonly nearest: string | undefined;
}

/** Names for which a nearest one is looked for; more than that is another list of units, not slips of the pen. */
const mostNearest = 200;

const knownNames = (plan: Json): ReadonlyMap<string, string> =>
  new Map(namesFor(plan, 'party').flatMap(({ name, also }) => [...also.map((a) => [a, name] as const), [name, name] as const]));

/** The parties of a pasted table that are neither units nor groups, nor called so otherwise; the commonest first. */
export const unknownParties = (plan: Json, { tasks }: Pasted): readonly UnknownParty[] => {
  const known = knownNames(plan);
  const counts = new Map<string, number>();
  for (const { roles } of tasks) for (const { party } of roles) if (!known.has(party)) counts.set(party, (counts.get(party) ?? 0) + 1);
  const names = [...known.keys()];
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count], i) => {
      const like = i < mostNearest ? nearest(name, names) : undefined;
      return { name, count, nearest: like === undefined ? undefined : known.get(like) };
    });
};

/** What becomes of an unknown name: another party, a new unit of this name, or nothing. */
export type Decision = { readonly kind: 'is'; readonly party: string } | { readonly kind: 'new' } | { readonly kind: 'drop' };

interface Growing {
  lead: string | undefined;
  readonly roles: Record<Exclude<TaskRole, 'lead'>, Set<string>>;
}

const asTask = (old: Json | undefined, { name, roles }: PastedTask, partyOf: (name: string) => string | undefined): JsonObject => {
  const said: Growing = { lead: undefined, roles: { responsible: new Set(), cooperate: new Set(), supervise: new Set() } };
  for (const { role, party } of roles) {
    const meant = partyOf(party);
    if (meant === undefined) continue;
    if (role !== 'lead') said.roles[role].add(meant);
    else if (said.lead === undefined) said.lead = meant;
    else said.roles.responsible.add(meant);
  }
  const written: JsonObject = {
    ...(said.lead === undefined ? {} : { lead: said.lead }),
    ...Object.fromEntries(Object.entries(said.roles).flatMap(([role, parties]) => (parties.size > 0 ? [[role, [...parties]]] : []))),
  };
  const { name: oldName = name, text, ...rest } = isObject(old) ? old : {};
  const others = Object.fromEntries(Object.entries(rest).filter(([key]) => !taskRoles.some((role) => role === key)));
  return { name: oldName, ...(text === undefined ? {} : { text }), ...written, ...others };
};

/**
 * The plan with a pasted table in it: tasks of the same name get the roles of the table in place of their own, others
 * are added at the end; of two leads of one task the second becomes responsible. New units stand behind the old ones.
 */
export const withPaste = (plan: Json, pasted: Pasted, decide: (name: string) => Decision): Json => {
  const known = knownNames(plan);
  const fresh = new Set<string>();
  const partyOf = (name: string): string | undefined => {
    const there = known.get(name);
    if (there !== undefined) return there;
    const decision = decide(name);
    if (decision.kind === 'is') return decision.party;
    if (decision.kind === 'drop') return undefined;
    fresh.add(name);
    return name;
  };
  const tasks = [...listAt(plan, '/responsibility/tasks')];
  const places = new Map(tasks.map((task, i) => [textOf(task, 'name'), i]));
  for (const task of pasted.tasks) {
    const place = places.get(task.name) ?? tasks.length;
    tasks[place] = asTask(tasks[place], task, partyOf);
    places.set(task.name, place);
  }
  if (!isObject(plan)) return plan;
  const [organization, responsibility] = [valueAt(plan, '/organization'), valueAt(plan, '/responsibility')];
  const units = [...listAt(plan, '/organization/units'), ...[...fresh].map((name) => ({ name }))];
  return {
    ...plan,
    ...(fresh.size > 0 ? { organization: { ...(isObject(organization) ? organization : {}), units } } : {}),
    responsibility: { ...(isObject(responsibility) ? responsibility : {}), tasks },
  };
};

/** How many tasks of a table the plan has already. */
export const knownTasks = (plan: Json, { tasks }: Pasted): number => {
  const names = new Set(textsOf({ names: listAt(plan, '/responsibility/tasks').map((task) => textOf(task, 'name')) }, 'names'));
  return tasks.filter(({ name }) => names.has(name)).length;
};
