import { hasErrors, type Problem, pointer, problem } from '../problem/problem.ts';
import { addDays, type Day, isDay } from './day.ts';
import { type OfficeHours, readHours, type Season } from './hours.ts';
import type { PlanCalendar, YearNotice } from './schema.ts';
import { readYearTable } from './table.ts';
import { type WorkCalendar, withYears, type YearTable } from './workdays.ts';

const shape = /^\d\d:\d\d-\d\d:\d\d(?: and \d\d:\d\d-\d\d:\d\d)*$/;

/** The spans of a phrase, or what is wrong with it: it cannot be read, or its spans cannot be. */
const spansOf = (found: string, at: string): { readonly spans?: Season['spans']; readonly problems: readonly Problem[] } => {
  const spans = readHours(found);
  if (spans) return { spans, problems: [] };
  if (shape.test(found)) return { problems: [problem('calendar.impossible-hours', at, { found })] };
  const examples = '08:00-12:00 and 14:00-18:00, 09:00-17:00';
  return { problems: [problem('phrase.unreadable', at, { kind: 'hours', found, examples })] };
};

const compileHours = (
  plan: PlanCalendar,
  at: string,
): { readonly value: OfficeHours | undefined; readonly problems: readonly Problem[] } => {
  const seasons: Season[] = [];
  const problems: Problem[] = [];
  (plan.hours ?? []).forEach(({ from = '01-01', open }, i) => {
    const place = pointer(at, i);
    const { spans, problems: found } = spansOf(open, pointer(place, 'open'));
    problems.push(...found);
    if (!isDay(`2024-${from}`)) problems.push(problem('calendar.no-such-day', pointer(place, 'from'), { found: from }));
    if (seasons.some((season) => season.from === from))
      problems.push(problem('calendar.season-twice', pointer(place, 'from'), { found: from }));
    if (spans) seasons.push({ from, spans });
  });
  seasons.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  return { value: seasons.length > 0 ? seasons : undefined, problems };
};

/** A year as a plan writes it, as the table it is: its basis is the table's source. */
const asTable = ({ year, basis, off, work }: YearNotice): unknown => ({ year, source: basis, off, work });

const compileYears = (
  years: readonly YearNotice[],
  known: ReadonlySet<string>,
  at: string,
): { readonly value: readonly YearTable[]; readonly problems: readonly Problem[] } => {
  const value: YearTable[] = [];
  const problems: Problem[] = [];
  years.forEach((written, i) => {
    const place = pointer(at, i);
    const read = readYearTable(asTable(written));
    problems.push(...read.problems.map((found) => ({ ...found, at: place + found.at })));
    const { year } = written;
    if (value.some((table) => table.year === year)) problems.push(problem('calendar.year-twice', pointer(place, 'year'), { year }));
    else if (known.has(String(year))) problems.push(problem('calendar.year-known', pointer(place, 'year'), { year }));
    if (read.ok) value.push(read.value);
  });
  return { value, problems };
};

/**
 * The working calendar of a plan: the given one with the years, office hours and urgent hours the plan says. What the
 * plan says wrongly is left out.
 */
export const compileCalendar = (
  plan: PlanCalendar | undefined,
  given: WorkCalendar,
  at: string,
): { readonly value: WorkCalendar; readonly problems: readonly Problem[] } => {
  if (!plan) return { value: given, problems: [] };
  const hours = compileHours(plan, pointer(at, 'hours'));
  const urgent = plan.urgent === undefined ? { problems: [] } : spansOf(plan.urgent, pointer(at, 'urgent'));
  const years = compileYears(plan.years ?? [], given.years, pointer(at, 'years'));
  const problems = [...hours.problems, ...urgent.problems, ...years.problems];
  const value = {
    ...withYears(given, years.value),
    hours: hasErrors(hours.problems) ? given.hours : (hours.value ?? given.hours),
    urgent: urgent.spans ?? given.urgent,
  };
  return { value, problems };
};

/** Days as a notice writes them: those that follow each other as `2027-02-05 to 2027-02-11`. */
const inWords = (days: readonly Day[]): readonly string[] => {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first} to ${last}`));
};

/** A plan with a year's holidays written into it, in place of what it said of that year; years in order. */
export const withYear = <P extends { readonly calendar?: PlanCalendar }>(plan: P, table: YearTable): P => {
  const { year, source: basis, off, work } = table;
  const others = (plan.calendar?.years ?? []).filter((known) => known.year !== year);
  const written: YearNotice = { year, basis, off: [...inWords(off)], work: [...work] };
  return { ...plan, calendar: { ...plan.calendar, years: [...others, written].sort((a, b) => a.year - b.year) } };
};
