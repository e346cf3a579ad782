import { nearest } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Places, Site } from './schema.ts';

/** What is wrong with a cell of a register, with the nearest known name. */
export interface RowFault {
  readonly column: RegisterColumn;
  readonly fault: 'missing' | 'unknown' | 'repeated' | 'too-long';
  readonly found: string;
  readonly near?: string;
}

/** What became of one row of a register. Rows count from 1 as in the spreadsheet. */
export interface RegisterRow {
  readonly row: number;
  readonly verdict: 'new' | 'changed' | 'same' | 'wrong' | 'empty';
  /** The name in the row, as far as there is one. */
  readonly name: string;
  readonly site?: Site;
  /** Of a changed site: what the row says otherwise than the plan. */
  readonly changed?: readonly RegisterColumn[];
  readonly faults: readonly RowFault[];
}

/** A register of sites read row by row against a plan. */
export interface Register {
  /** True when a row with the column heads was found. */
  readonly recognised: boolean;
  readonly rows: readonly RegisterRow[];
}

/** Characters a name may have. */
const longestName = 80;

/** Columns a register may have. */
export type RegisterColumn = 'name' | 'class' | 'area' | 'units' | 'grades' | 'code' | 'address';

const heads: readonly (readonly [RegisterColumn, RegExp])[] = [
  ['code', /编码|代码|code/i],
  ['units', /管护|责任单位|所属单位|units?/i],
  ['grades', /等级|分级|grades?/i],
  ['class', /类别|类型|class/i],
  ['area', /片区|网格|社区|村|area/i],
  ['address', /地址|位置|address/i],
  ['name', /名称|对象|name/i],
];

/** Names a row may refer to. */
export interface KnownNames {
  readonly units: ReadonlySet<string>;
  readonly places: Places;
}

/** What the columns are called. */
export const registerTerms: Readonly<Record<RegisterColumn, readonly [zh: string, en: string]>> = {
  name: ['名称', 'Name'],
  class: ['类别', 'Class'],
  area: ['片区', 'Area'],
  units: ['管护单位', 'Kept by'],
  grades: ['等级', 'Grades'],
  code: ['编码', 'Code'],
  address: ['位置', 'Address'],
};

/** What is wrong with a row of a register, to be said in words. */
export const registerProblems = (row: RegisterRow): readonly Problem[] =>
  row.faults.map(({ column, fault, found, near }) =>
    problem(`row.${fault}`, '', { term: registerTerms[column][0], termEn: registerTerms[column][1], found, near, limit: longestName }),
  );

const columnsOf = (row: readonly string[]): ReadonlyMap<RegisterColumn, number> | undefined => {
  const found = new Map<RegisterColumn, number>();
  row.forEach((cell, i) => {
    const column = heads.find(([column, pattern]) => !found.has(column) && pattern.test(cell))?.[0];
    if (column) found.set(column, i);
  });
  return found.has('name') && found.has('class') && found.has('units') ? found : undefined;
};

const split = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[、,，;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

interface Known {
  readonly class: ReadonlySet<string>;
  readonly area: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly grades: ReadonlySet<string>;
}

/** Names looked up for a nearest one at most: who wrote a thousand wrong ones has the wrong plan. */
const mostLookups = 1000;

/** The nearest known name, found once for each wrong one. */
const nearestOf = (known: Known): ((column: keyof Known, found: string) => string | undefined) => {
  const found = new Map<string, string | undefined>();
  return (column, name) => {
    const key = `${column} ${name}`;
    if (!found.has(key) && found.size < mostLookups) found.set(key, nearest(name, known[column]));
    return found.get(key);
  };
};

type Near = ReturnType<typeof nearestOf>;

const readRow = (
  cell: (column: RegisterColumn) => string,
  { known, near }: { readonly known: Known; readonly near: Near },
): { site: Site; faults: RowFault[] } => {
  const faults: RowFault[] = [];
  const required = (column: RegisterColumn): string => {
    const text = cell(column);
    if (text === '') faults.push({ column, fault: 'missing', found: '' });
    return text;
  };
  const check = (column: keyof Known, names: readonly string[]): void => {
    for (const found of names)
      if (found && !known[column].has(found)) faults.push({ column, fault: 'unknown', found, near: near(column, found) });
  };
  const [name, kind] = [required('name'), required('class')];
  const [area, units, grades] = [cell('area'), split(required('units')), split(cell('grades'))];
  if (name.length > longestName) faults.push({ column: 'name', fault: 'too-long', found: name.slice(0, 20) });
  check('class', [kind]);
  check('area', [area]);
  check('units', units);
  check('grades', grades);
  const [code, address] = [cell('code'), cell('address').slice(0, 200)];
  const site: Site = {
    name,
    class: kind,
    ...(area ? { area } : {}),
    ...(grades.length ? { grades } : {}),
    units,
    ...(code ? { code } : {}),
    ...(address ? { address } : {}),
  };
  return { site, faults };
};

/** What the row says about the site that the plan does not. */
const changesOf = (known: Site, site: Site): readonly RegisterColumn[] =>
  heads.map(([column]) => column).filter((key) => site[key] !== undefined && JSON.stringify(known[key]) !== JSON.stringify(site[key]));

const nameOf = (site: unknown): string | undefined => {
  const name = typeof site === 'object' && site !== null ? (site as Partial<Site>).name : undefined;
  return typeof name === 'string' ? name : undefined;
};

/**
 * Reads a register of sites: a row of heads (名称, 类别, 管护单位 and what else there is), then one site a row. Every
 * row gets a verdict; nothing is changed. Several units or grades in a cell are separated by 、 or a comma.
 */
export const readRegister = (rows: readonly (readonly string[])[], { units, places }: KnownNames): Register => {
  const start = rows.findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(rows[start] ?? []);
  if (!columns) return { recognised: false, rows: [] };
  const known: Known = {
    class: new Set(places.classes.map((kind) => kind.name)),
    area: new Set((places.areas ?? []).map((area) => area.name)),
    units,
    grades: new Set((places.schemes ?? []).flatMap((scheme) => scheme.grades.map((grade) => grade.name))),
  };
  const near = nearestOf(known);
  const sites = new Map(places.sites.map((site) => [site.name, site]));
  const seen = new Set<string>();
  const verdicts = rows.slice(start + 1).map((cells, i): RegisterRow => {
    const row = start + i + 2;
    if (cells.every((cell) => cell.trim() === '')) return { row, verdict: 'empty', name: '', faults: [] };
    const { site, faults } = readRow((column) => cells[columns.get(column) ?? -1]?.trim() ?? '', { known, near });
    if (site.name && seen.has(site.name)) faults.push({ column: 'name', fault: 'repeated', found: site.name });
    seen.add(site.name);
    const { name } = site;
    if (faults.length) return { row, verdict: 'wrong', name, faults };
    const before = sites.get(name);
    if (!before) return { row, verdict: 'new', name, site, faults: [] };
    const changed = changesOf(before, site);
    return changed.length > 0
      ? { row, verdict: 'changed', name, site, changed, faults: [] }
      : { row, verdict: 'same', name, site, faults: [] };
  });
  return { recognised: true, rows: verdicts };
};

/** The sites of a plan with the register's new and changed ones taken in; what the register does not speak of stays as it is. */
export const sitesWith = (sites: readonly unknown[], { rows }: Register): readonly unknown[] => {
  const read = new Map(rows.flatMap(({ site }) => (site ? [[site.name, site]] : [])));
  const kept = sites.map((site) => {
    const name = nameOf(site);
    const row = name === undefined ? undefined : read.get(name);
    if (row === undefined) return site;
    read.delete(row.name);
    return { ...(site as Site), ...row };
  });
  return [...kept, ...read.values()];
};
