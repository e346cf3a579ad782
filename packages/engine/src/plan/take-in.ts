import { type ImportedSheet, readScoreSheet } from '../checklist/import.ts';
import type { Item } from '../checklist/schema.ts';
import { type Register, readRegister, sitesWith } from '../place/register.ts';
import type { Site } from '../place/schema.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import type { RefKind } from '../problem/term.ts';
import { compilePlan } from './compile.ts';
import { namesByKind } from './names.ts';
import { Plan } from './schema.ts';
import { type Shape, walkShape } from './shape.ts';

/** The rows of a sheet of a spreadsheet, from row 1. */
export type Rows = readonly (readonly string[])[];

/** A plan that may still be unfinished or wrong. */
type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const partOf = (raw: unknown, key: string): unknown => (isRecord(raw) ? raw[key] : undefined);
const listOf = (holder: unknown, key: string): readonly unknown[] => {
  const list = partOf(holder, key);
  return Array.isArray(list) ? list : [];
};
const textsOf = (holder: unknown, key: string): readonly string[] => listOf(holder, key).filter((text) => typeof text === 'string');

const planShape = Plan as unknown as Shape;

/** The names a plan gives, by kind, however unfinished it is. */
const namesIn = (raw: unknown): ((kind: RefKind) => ReadonlySet<string>) => {
  const aliases = listOf(partOf(raw, 'organization'), 'units').flatMap((unit) => [
    ...textsOf(unit, 'aliases'),
    ...textsOf(unit, 'formerly'),
  ]);
  const names = namesByKind(walkShape(Plan, raw).names, aliases);
  return (kind) => names.get(kind) ?? new Set();
};

/** An object with a key written where the order of the document has it. */
const withKey = (object: Raw, key: string, { value, order }: { readonly value: unknown; readonly order: readonly string[] }): Raw => {
  if (Object.hasOwn(object, key)) return { ...object, [key]: value };
  const later = new Set(order.slice(order.indexOf(key) + 1));
  const entries = Object.entries(object);
  const at = entries.findIndex(([name]) => later.has(name));
  return Object.fromEntries(at < 0 ? [...entries, [key, value]] : [...entries.slice(0, at), [key, value], ...entries.slice(at)]);
};

const withSection = (raw: unknown, key: string, value: unknown): Raw =>
  withKey(isRecord(raw) ? raw : {}, key, { value, order: Object.keys(planShape.properties ?? {}) });

/** Lists of a plan that are no lists: nothing is written over what somebody may still need. */
const notLists = (raw: unknown, keys: readonly string[]): readonly Problem[] =>
  keys.flatMap((key) => {
    const parts = key.split('/');
    const value = parts.reduce<unknown>(partOf, raw);
    const shape = parts.reduce<Shape | undefined>((at, part) => at?.properties?.[part], planShape);
    const found = value === null ? 'null' : typeof value;
    const terms = { term: shape?.title ?? key, termEn: shape?.en?.title ?? key, expected: 'array', found };
    return value === undefined || Array.isArray(value) ? [] : [problem('shape.wrong-kind', `/${key}`, terms)];
  });

const mostSites = planShape.properties?.['places']?.properties?.['sites']?.maxItems ?? 0;

/** A register of sites read against a plan that may still be unfinished. */
export const registerFor = (raw: unknown, rows: Rows): Register => {
  const names = namesIn(raw);
  const called = (kind: RefKind) => [...names(kind)].map((name) => ({ name }));
  const sites = listOf(partOf(raw, 'places'), 'sites').filter((site) => typeof partOf(site, 'name') === 'string') as readonly Site[];
  return readRegister(rows, {
    units: names('unit'),
    places: { classes: called('class'), areas: called('area'), schemes: [{ name: '', grades: called('grade') }], sites: [...sites] },
  });
};

const wrongRows = (rows: readonly { readonly verdict: string }[]): readonly Problem[] => {
  const count = rows.filter(({ verdict }) => verdict === 'wrong').length;
  return count > 0 ? [problem('table.wrong-rows', '', { count })] : [];
};

/** The plan with a register taken in: all of it, or nothing when a row is wrong or the sites become too many. */
export const planWithRegister = (raw: unknown, register: Register): Outcome<Raw> => {
  if (!register.recognised)
    return refuse('table.no-heads', '', { heads: '名称、类别、管护单位', headsEn: '名称 (name), 类别 (class), 管护单位 (units)' });
  const wrong = [...notLists(raw, ['places/sites']), ...wrongRows(register.rows)];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const places = partOf(raw, 'places');
  const sites = sitesWith(listOf(places, 'sites'), register);
  if (sites.length > mostSites) return refuse('table.too-many-sites', '', { count: sites.length, limit: mostSites });
  return outcome(withSection(raw, 'places', { classes: [], ...(isRecord(places) ? places : {}), sites }), []);
};

/** A score sheet read against the tasks of a plan that may still be unfinished. */
export const scoreSheetFor = (raw: unknown, rows: Rows): ImportedSheet => readScoreSheet(rows, namesIn(raw)('task'));

/** What an imported score sheet becomes. */
export interface ScoreSheetUse {
  /** Name of the checklist. One that is there already gets these items. */
  readonly name: string;
  /** Class of the sites it is for. */
  readonly for: string;
  /** Task of the items that name none. */
  readonly task?: string;
  /** Units to be scored by it. Without, the plan's only group of units; without that no score sheet is drafted. */
  readonly units?: string;
}

const unknownNames = (use: ScoreSheetUse, names: ReturnType<typeof namesIn>): readonly Problem[] =>
  (
    [
      ['class', use.for, '适用类别', 'For'],
      ['task', use.task, '所属任务', 'Task'],
      ['party', use.units, '考核对象', 'Units'],
    ] as const
  ).flatMap(([kind, found, term, termEn]) =>
    found === undefined || names(kind).has(found)
      ? []
      : [problem('name.unknown', '', { kind, found, term, termEn, near: nearest(found, names(kind)) })],
  );

const withItems = (checklists: readonly unknown[], use: ScoreSheetUse, read: readonly Item[]): readonly unknown[] => {
  const old = checklists.find((list) => partOf(list, 'name') === use.name);
  const kept = new Map(listOf(old, 'items').map((item) => [partOf(item, 'name'), item]));
  const items = read.map((item) => {
    const before = kept.get(item.name);
    return { ...(isRecord(before) ? before : {}), ...item, ...(item.task === undefined && use.task ? { task: use.task } : {}) };
  });
  const checklist = { ...(isRecord(old) ? old : {}), name: use.name, for: use.for, items };
  return old === undefined ? [...checklists, checklist] : checklists.map((list) => (list === old ? checklist : list));
};

/** True when a rule of some score sheet already counts what fails on the checklist. */
const isCounted = (scoring: readonly unknown[], checklist: string): boolean =>
  scoring.some((sheet) =>
    listOf(sheet, 'rules').some(
      (rule) =>
        partOf(rule, 'each') === 'failed-item' &&
        (partOf(rule, 'checklists') === undefined || textsOf(rule, 'checklists').includes(checklist)),
    ),
  );

const draftSheet = (name: string, units: string, total: number): Raw => ({
  name: `${name}评分`,
  every: 'month',
  units,
  base: total > 0 ? total : 100,
  floor: 0,
  cap: total > 0 ? total : 100,
  rules: [{ name: '检查扣分', kind: 'deduct', each: 'failed-item', checklists: [name] }],
  unchecked: 'unranked',
});

/**
 * The plan with a score sheet taken in as a checklist and, when nothing counts that checklist yet, a monthly score sheet
 * to go on from. All of it, or nothing when a row is wrong or a name is unknown. `drafted` says whether a score sheet
 * was added.
 */
export const planWithScoreSheet = (
  raw: unknown,
  sheet: ImportedSheet,
  use: ScoreSheetUse,
): Outcome<{ readonly plan: Raw; readonly drafted: boolean }> => {
  if (!sheet.recognised)
    return refuse('table.no-heads', '', {
      heads: '检查项目、分值或扣分办法',
      headsEn: '检查项目 (item), 分值 (points) or 扣分办法 (deduction rule)',
    });
  const names = namesIn(raw);
  const problems = [...notLists(raw, ['checklists', 'scoring']), ...wrongRows(sheet.verdicts), ...unknownNames(use, names)];
  if (problems.length > 0) return { ok: false, problems };
  const withList = withSection(raw, 'checklists', withItems(listOf(raw, 'checklists'), use, sheet.items));
  const groups = [...names('group')];
  const units = use.units ?? (groups.length === 1 ? groups[0] : undefined);
  const scoring = listOf(raw, 'scoring');
  if (units === undefined || isCounted(scoring, use.name)) return outcome({ plan: withList, drafted: false }, []);
  return outcome({ plan: withSection(withList, 'scoring', [...scoring, draftSheet(use.name, units, sheet.total)]), drafted: true }, []);
};

/**
 * The plan with the holiday notice of one year taken into its calendar, in the place of what it said of that year. What is
 * wrong with the year is said and nothing is taken in.
 */
export const planWithYear = (raw: unknown, notice: unknown): Outcome<Raw> => {
  const calendar = partOf(raw, 'calendar');
  const yearOf = (one: unknown): number => Number(partOf(one, 'year'));
  const others = listOf(calendar, 'years').filter((one) => yearOf(one) !== yearOf(notice));
  const years = [...others, notice].sort((a, b) => yearOf(a) - yearOf(b));
  const plan = withSection(raw, 'calendar', { ...(isRecord(calendar) ? calendar : {}), years });
  return outcome(
    plan,
    compilePlan(plan).problems.filter(({ at, severity }) => severity === 'error' && at.startsWith('/calendar')),
  );
};
