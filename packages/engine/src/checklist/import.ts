import { pointsOf } from '../expression/points.ts';
import type { Item } from './schema.ts';

/** What became of one row of a score sheet. Rows count from 1 as in the spreadsheet. */
export interface RowVerdict {
  readonly row: number;
  readonly verdict: 'item' | 'heading' | 'empty' | 'wrong';
  readonly item?: Item;
  /** What is wrong, as a code a screen has words for. */
  readonly fault?: 'no-name' | 'no-points' | 'bad-points' | 'repeated';
}

/** A score sheet read row by row: the items that can be taken over, and a verdict on every row. */
export interface ImportedSheet {
  readonly verdicts: readonly RowVerdict[];
  readonly items: readonly Item[];
  /** True when a row with the column heads was found. */
  readonly recognised: boolean;
}

type Field = 'name' | 'standard' | 'points' | 'rule' | 'section';

/** Words offices head their columns with, longest first where one holds another. */
const heads: readonly (readonly [Field, RegExp])[] = [
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

const rowVerdict = (row: number, cells: readonly string[], columns: ReadonlyMap<Field, number>): RowVerdict => {
  const cell = (field: Field): string => cells[columns.get(field) ?? -1]?.trim() ?? '';
  if (cells.every((text) => text.trim() === '')) return { row, verdict: 'empty' };
  if (columnsOf(cells)) return { row, verdict: 'heading' };
  const name = cell('name');
  if (name === '') return { row, verdict: 'wrong', fault: 'no-name' };
  const written = cell('points').replace(/分$/, '');
  const worth = written === '' ? undefined : Number(written);
  if (worth !== undefined && (Number.isNaN(worth) || worth < 0 || pointsOf(worth) === undefined))
    return { row, verdict: 'wrong', fault: 'bad-points' };
  const rule = readRule(cell('rule'), worth);
  if (rule.points === undefined) return { row, verdict: 'wrong', fault: 'no-points' };
  const [standard, section] = [cell('standard'), cell('section')];
  const item: Item = {
    name: name.slice(0, 80),
    ...(section ? { section } : {}),
    ...(standard ? { standard: standard.slice(0, 200) } : {}),
    ...rule,
  };
  return { row, verdict: 'item', item };
};

/**
 * Reads a score sheet as offices keep it: a row of heads (项目, 标准, 分值, 扣分办法, in any order), then one item a row.
 * Every row gets a verdict; nothing is taken over in half. The items still need their task.
 */
export const readScoreSheet = (rows: readonly (readonly string[])[]): ImportedSheet => {
  const start = rows.findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(rows[start] ?? []);
  if (!columns) return { verdicts: [], items: [], recognised: false };
  const seen = new Set<string>();
  const verdicts = rows.slice(start).map((cells, i): RowVerdict => {
    const verdict = rowVerdict(start + i + 1, cells, columns);
    const name = verdict.item?.name;
    if (name === undefined) return verdict;
    if (seen.has(name)) return { row: verdict.row, verdict: 'wrong', fault: 'repeated' };
    seen.add(name);
    return verdict;
  });
  return { verdicts, items: verdicts.flatMap((verdict) => verdict.item ?? []), recognised: true };
};
