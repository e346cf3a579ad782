import { pointsOf } from '../expression/points.ts';
import { nearest } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Item } from './schema.ts';

/** What became of one row of a score sheet. Rows count from 1 as in the spreadsheet. */
export interface RowVerdict {
  readonly row: number;
  readonly verdict: 'item' | 'heading' | 'empty' | 'wrong';
  /** The name in the row, as far as there is one. */
  readonly name: string;
  readonly item?: Item;
  /** What is wrong, and what was found in its place. */
  readonly fault?: 'no-name' | 'no-points' | 'bad-points' | 'repeated' | 'unknown-task';
  readonly found?: string;
  readonly near?: string;
}

/** What is wrong with a row of a score sheet, to be said in words. */
export const sheetProblems = ({ fault, found, near }: RowVerdict): readonly Problem[] => {
  if (fault === undefined) return [];
  if (fault === 'no-name') return [problem('row.missing', '', { term: '检查项目', termEn: 'Item' })];
  if (fault === 'unknown-task') return [problem('row.unknown', '', { term: '任务', termEn: 'Task', found, near })];
  return [problem(`row.${fault}`, '', { found })];
};

/** A score sheet read row by row: the items that can be taken over, and a verdict on every row. */
export interface ImportedSheet {
  readonly verdicts: readonly RowVerdict[];
  readonly items: readonly Item[];
  /** True when a row with the column heads was found. */
  readonly recognised: boolean;
  /** The points of the sheet altogether, 0 when it has no column for them. */
  readonly total: number;
}

type Field = 'name' | 'standard' | 'points' | 'rule' | 'section' | 'task';

/** Words offices head their columns with, longest first where one holds another. */
const heads: readonly (readonly [Field, RegExp])[] = [
  ['task', /任务/],
  ['rule', /扣分|评分(办法|标准|细则)|计分/],
  ['points', /分值|分数|满分/],
  ['standard', /标准|要求|内容/],
  ['section', /类别|大项|一级/],
  ['name', /项目|检查项|指标|事项/],
];

const columnsOf = (row: readonly string[]): ReadonlyMap<Field, number> | undefined => {
  const found = new Map<Field, number>();
  row.forEach((cell, i) => {
    const field = heads.find(([field, pattern]) => !found.has(field) && pattern.test(cell))?.[0];
    if (field) found.set(field, i);
  });
  return found.has('name') && (found.has('points') || found.has('rule')) ? found : undefined;
};

const amount = '(\\d{1,4}(?:\\.\\d+)?)';
const one = new RegExp(`(每|发现一|一)?(处|次|个|例|项|起)?[^\\d，。；]{0,6}扣${amount}分`);
const cap = new RegExp(`(?:最多|最高|上限)[^\\d]{0,4}${amount}分`);

/** Reads 每处扣0.5分，最多扣2分 and 扣完为止. */
const readRule = (rule: string, worth: number | undefined): Pick<Item, 'points' | 'counted' | 'most'> => {
  const found = one.exec(rule);
  const points = found ? Number(found[3]) : worth;
  const most = Number(cap.exec(rule)?.[1] ?? (/扣完为止/.test(rule) ? worth : Number.NaN));
  const counted = Boolean(found?.[1] && found[2]);
  return {
    points,
    ...(counted ? { counted: true } : {}),
    ...(Number.isFinite(most) && points !== undefined && most > points ? { most } : {}),
  };
};

/** What the sheet's rows are read against. */
interface Reading {
  readonly columns: ReadonlyMap<Field, number>;
  readonly tasks: ReadonlySet<string>;
  /** Names that stand over several standards, as merged cells do: there the standard names the item. */
  readonly headings: ReadonlySet<string>;
}

const cellIn =
  (cells: readonly string[], columns: ReadonlyMap<Field, number>) =>
  (field: Field): string =>
    cells[columns.get(field) ?? -1]?.trim() ?? '';

/** The points written in a row; `undefined` when none are, NaN when they are no points. */
const worthOf = (written: string): number | undefined => {
  if (written === '') return undefined;
  const worth = Number(written.replace(/分$/, ''));
  return worth < 0 || pointsOf(worth) === undefined ? Number.NaN : worth;
};

const itemOf = (cell: (field: Field) => string, headings: ReadonlySet<string>, points: ReturnType<typeof readRule>): Item => {
  const [name, standard, task] = [cell('name'), cell('standard'), cell('task')];
  const named = headings.has(name) && standard !== '';
  const section = named ? name : cell('section');
  return {
    name: (named ? standard : name).slice(0, 80),
    ...(section ? { section } : {}),
    ...(standard ? { standard: standard.slice(0, 200) } : {}),
    ...(task ? { task } : {}),
    ...points,
  };
};

const rowVerdict = (row: number, cells: readonly string[], { columns, tasks, headings }: Reading): RowVerdict => {
  if (cells.every((text) => text.trim() === '')) return { row, verdict: 'empty', name: '' };
  if (columnsOf(cells)) return { row, verdict: 'heading', name: '' };
  const cell = cellIn(cells, columns);
  const [name, task] = [cell('name'), cell('task')];
  const wrong = (fault: NonNullable<RowVerdict['fault']>, found: string, near?: string): RowVerdict => ({
    row,
    verdict: 'wrong',
    name,
    fault,
    found: found.slice(0, 80),
    near,
  });
  if (name === '') return wrong('no-name', '');
  const worth = worthOf(cell('points'));
  if (Number.isNaN(worth)) return wrong('bad-points', cell('points'));
  const rule = readRule(cell('rule'), worth);
  if (rule.points === undefined) return wrong('no-points', name);
  if (task !== '' && !tasks.has(task)) return wrong('unknown-task', task, nearest(task, tasks));
  const item = itemOf(cell, headings, rule);
  return { row, verdict: 'item', name: item.name, item };
};

/** Names that stand in several rows with different standards. */
const headingsIn = (rows: readonly (readonly string[])[], columns: ReadonlyMap<Field, number>): ReadonlySet<string> => {
  const standards = new Map<string, Set<string>>();
  for (const cells of rows) {
    const cell = cellIn(cells, columns);
    standards.set(cell('name'), (standards.get(cell('name')) ?? new Set()).add(cell('standard')));
  }
  return new Set([...standards].filter(([, of]) => of.size > 1 && !of.has('')).map(([name]) => name));
};

const totalOf = (rows: readonly (readonly string[])[], columns: ReadonlyMap<Field, number>): number =>
  rows.reduce((sum, cells) => sum + (Math.round((worthOf(cellIn(cells, columns)('points')) || 0) * 1000) || 0), 0) / 1000;

/**
 * Reads a score sheet as offices keep it: a row of heads (项目, 标准, 分值, 扣分办法, in any order), then one item a row.
 * A name over several standards becomes the heading of items named by their standards. Every row gets a verdict;
 * nothing is taken over in half. A column 任务 names the task of each item, which must be one of `tasks`.
 */
export const readScoreSheet = (rows: readonly (readonly string[])[], tasks: ReadonlySet<string> = new Set()): ImportedSheet => {
  const start = rows.findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(rows[start] ?? []);
  if (!columns) return { verdicts: [], items: [], recognised: false, total: 0 };
  const body = rows.slice(start);
  const reading: Reading = { columns, tasks, headings: headingsIn(body.slice(1), columns) };
  const seen = new Set<string>();
  const verdicts = body.map((cells, i): RowVerdict => {
    const verdict = rowVerdict(start + i + 1, cells, reading);
    const name = verdict.item?.name;
    if (name === undefined) return verdict;
    if (seen.has(name)) return { row: verdict.row, verdict: 'wrong', name, fault: 'repeated', found: name };
    seen.add(name);
    return verdict;
  });
  return {
    verdicts,
    items: verdicts.flatMap((verdict) => verdict.item ?? []),
    recognised: true,
    total: totalOf(
      body.filter((_, i) => verdicts[i]?.verdict === 'item'),
      columns,
    ),
  };
};
