import { type CompiledChecklist, type CompiledItem, isJudged } from '../checklist/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import type { CompiledRule, CompiledSheet } from '../scoring/compile.ts';

/** One checklist a schedule takes along, with the sites at which it may be filled. */
export interface Course {
  readonly schedule: CompiledSchedule;
  readonly checklist: CompiledChecklist;
  readonly sites: readonly string[];
}

/** Every checklist that somebody will fill, by schedule. */
export const coursesOf = ({ schedules, checklists }: CompiledPlan): readonly Course[] =>
  schedules.flatMap((schedule): readonly Course[] => {
    const pools = schedule.pools.map(({ checklist, sites }) => ({ name: checklist, sites }));
    const all = pools.length > 0 ? pools : [{ name: schedule.schedule.checklist, sites: schedule.sites }];
    return all.flatMap(({ name, sites }) => {
      const checklist = checklists.get(name);
      return checklist ? [{ schedule, checklist, sites }] : [];
    });
  });

const among = (names: readonly string[] | undefined, name: string): boolean => !names?.length || names.includes(name);

/** True when a rule counts what fails of an item on a course. */
export const counts = ({ rule }: CompiledRule, { schedule, checklist }: Course, { item }: CompiledItem): boolean =>
  isJudged(item) &&
  among(rule.checklists, checklist.checklist.name) &&
  among(rule.schedules, schedule.name) &&
  among(rule.tasks, item.task ?? '') &&
  among(rule.items, item.name);

/** Occasions that come out of inspections. */
export const inspected: ReadonlySet<string | undefined> = new Set([
  'failed-item',
  'overdue-rectification',
  'returned-rectification',
  'early-rectification',
]);

/** The courses that feed a rule, each with the first item it counts. */
export const feedsOf = (
  rule: CompiledRule,
  courses: readonly Course[],
): readonly { readonly course: Course; readonly item: CompiledItem }[] =>
  courses.flatMap((course) => {
    const item = [...course.checklist.items.values()].find((one) => counts(rule, course, one));
    return item ? [{ course, item }] : [];
  });

/** The sheets a sheet is made of in the end, itself included. */
export const sheetsBehind = (sheet: CompiledSheet, sheets: ReadonlyMap<string, CompiledSheet>): readonly CompiledSheet[] => {
  const found = new Set<CompiledSheet>();
  const open = [sheet];
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const name of [...next.parts.map((part) => part.sheet), ...(next.over ? [next.over.sheet] : [])]) {
      const other = sheets.get(name);
      if (other) open.push(other);
    }
  }
  return [...found];
};
