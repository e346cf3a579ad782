import { type Outcome, outcome, type Problem, pointer, problem } from '../problem/problem.ts';
import { addDays, type Day, daysBetween, isDay, weekday } from './day.ts';
import type { YearTable } from './workdays.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `2027-02-05` or `2027-02-05 to 2027-02-11` as days, at most two months; `undefined` for anything else. */
const readDays = (written: unknown): readonly Day[] | undefined => {
  const [first = '', last = first, ...rest] = typeof written === 'string' ? written.split(' to ') : [];
  if (rest.length > 0 || !isDay(first) || !isDay(last) || last < first || daysBetween(first, last) > 60) return undefined;
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n));
};

interface Line {
  readonly at: string;
  readonly found: string;
  readonly days: readonly Day[] | undefined;
}

const linesOf = (raw: Readonly<Record<string, unknown>>, key: 'off' | 'work'): readonly Line[] | undefined => {
  const list = raw[key];
  return Array.isArray(list)
    ? list.map((written, i) => ({ at: pointer(`/${key}`, i), found: String(written), days: readDays(written) }))
    : undefined;
};

const shapeProblems = (raw: Readonly<Record<string, unknown>>): readonly Problem[] => {
  const terms = { year: '年份', off: '放假', work: '调休上班', source: '依据' };
  const sound = {
    year: Number.isInteger(raw.year) && isDay(`${String(raw.year)}-01-01`),
    off: Array.isArray(raw.off) && raw.off.length > 0,
    work: Array.isArray(raw.work),
    source: typeof raw.source === 'string' && raw.source !== '' && raw.source.length <= 200,
  };
  const known = new Set(Object.keys(terms));
  return [
    ...(['year', 'off', 'work', 'source'] as const)
      .filter((key) => !sound[key])
      .map((key) => problem('shape.missing-key', pointer('', key), { term: terms[key], key })),
    ...Object.keys(raw)
      .filter((key) => !known.has(key))
      .map((key) => problem('shape.unknown-key', pointer('', key), { key })),
  ];
};

const dayProblems = (year: string, off: readonly Line[], work: readonly Line[]): readonly Problem[] => {
  const free = new Set(off.flatMap(({ days = [] }) => days));
  const each = ({ at, found, days }: Line, isWork: boolean): readonly Problem[] => {
    if (!days) return [problem('calendar.unreadable-days', at, { found })];
    const faults = days.flatMap((day): readonly Problem[] => {
      if (!day.startsWith(`${year}-`)) return [problem('calendar.other-year', at, { found: day, year })];
      if (isWork && free.has(day)) return [problem('calendar.off-and-work', at, { found: day })];
      return isWork && weekday(day) <= 5 ? [problem('calendar.not-weekend', at, { found: day })] : [];
    });
    return faults.slice(0, 1);
  };
  return [...off.flatMap((line) => each(line, false)), ...work.flatMap((line) => each(line, true))];
};

/**
 * Reads a year's holiday notice as it is written down once it is out: `{"year": 2027, "source": "…", "off":
 * ["2027-01-01 to 2027-01-03"], "work": ["2027-02-07"]}`. Days of a holiday that fall into another year belong to
 * that year's table. All that is wrong is said at once.
 */
export const readYearTable = (raw: unknown): Outcome<YearTable> => {
  if (!isRecord(raw)) return { ok: false, problems: [problem('shape.missing-key', '/year', { term: '年份', key: 'year' })] };
  const shape = shapeProblems(raw);
  const [off, work] = [linesOf(raw, 'off') ?? [], linesOf(raw, 'work') ?? []];
  const yearKnown = shape.every(({ at }) => at !== '/year');
  const problems = [...shape, ...(yearKnown ? dayProblems(String(raw.year), off, work) : [])];
  const sorted = (lines: readonly Line[]): readonly Day[] => [...new Set(lines.flatMap(({ days = [] }) => days))].sort();
  return outcome({ year: Number(raw.year), source: String(raw.source), off: sorted(off), work: sorted(work) }, problems);
};
