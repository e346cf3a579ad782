import { nearest } from '../problem/nearest.ts';
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
  readonly site?: Site;
  readonly faults: readonly RowFault[];
}

/** A register of sites read row by row against a plan. */
export interface Register {
  /** True when a row with the column heads was found. */
  readonly recognised: boolean;
  readonly rows: readonly RegisterRow[];
}

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

const readRow = (cell: (column: RegisterColumn) => string, known: Known): { site: Site; faults: RowFault[] } => {
  const faults: RowFault[] = [];
  const required = (column: RegisterColumn): string => {
    const text = cell(column);
    if (text === '') faults.push({ column, fault: 'missing', found: '' });
    return text;
  };
  const check = (column: keyof Known, names: readonly string[]): void => {
    for (const found of names)
      if (found && !known[column].has(found)) faults.push({ column, fault: 'unknown', found, near: nearest(found, known[column]) });
  };
  const [name, kind] = [required('name'), required('class')];
  const [area, units, grades] = [cell('area'), split(required('units')), split(cell('grades'))];
  if (name.length > 80) faults.push({ column: 'name', fault: 'too-long', found: name.slice(0, 20) });
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

/** True when the row says nothing about the site that the register does not know. */
const sameAs = (known: Site, site: Site): boolean =>
  (Object.keys(site) as (keyof Site)[]).every((key) => JSON.stringify(known[key]) === JSON.stringify(site[key]));

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
  const sites = new Map(places.sites.map((site) => [site.name, site]));
  const seen = new Set<string>();
  const verdicts = rows.slice(start + 1).map((cells, i): RegisterRow => {
    const row = start + i + 2;
    if (cells.every((cell) => cell.trim() === '')) return { row, verdict: 'empty', faults: [] };
    const { site, faults } = readRow((column) => cells[columns.get(column) ?? -1]?.trim() ?? '', known);
    if (site.name && seen.has(site.name)) faults.push({ column: 'name', fault: 'repeated', found: site.name });
    seen.add(site.name);
    if (faults.length) return { row, verdict: 'wrong', faults };
    const before = sites.get(site.name);
    return { row, verdict: before ? (sameAs(before, site) ? 'same' : 'changed') : 'new', site, faults: [] };
  });
  return { recognised: true, rows: verdicts };
};

/** The places with the register's new and changed sites taken in. Wrong rows are left out: import none while there are any. */
export const withRegister = (places: Places, register: Register): Places => {
  const sites = new Map(places.sites.map((site) => [site.name, site]));
  for (const { site } of register.rows) if (site) sites.set(site.name, { ...sites.get(site.name), ...site });
  return { ...places, sites: [...sites.values()] };
};
