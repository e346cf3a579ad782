import { addDays, type Day, daysBetween, earlier, firstDayOf, isCoarseDay, lastDayOf, later } from '@xiuhua/engine';
import { type Json, listAt, textOf } from '../draft/json.ts';

/** A milestone on the line of time: its place among those of its phase, and its last day in time. */
export interface Diamond {
  readonly index: number;
  readonly name: string;
  readonly by: Day;
}

/** A phase on the line of time. `to` is the last day drawn; `open` when the phase has no end. */
export interface Bar {
  readonly index: number;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly open: boolean;
  readonly milestones: readonly Diamond[];
}

/** A stretch that two phases both claim, or that no phase covers. Both days are inclusive. */
export interface Fault {
  readonly kind: 'overlap' | 'gap';
  readonly before: string;
  readonly after: string;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** Index of the later phase. */
  readonly index: number;
}

/** The line of time: its first and last day, what stands on it, and where phases clash or leave days out. */
export interface TimeLine {
  readonly first: Day;
  readonly last: Day;
  readonly bars: readonly Bar[];
  readonly faults: readonly Fault[];
}

/** Days a phase without end is drawn for. */
const openLength = 45;

/** The day of a milestone that the plan counts from its phase, as the engine reckons it; `undefined` while it cannot. */
export type Reckon = (phase: number, milestone: string) => Day | undefined;

const milestonesOf = (phase: Json, index: number, reckon: Reckon): Bar['milestones'] =>
  listAt(phase, '/milestones').flatMap((m, place) => {
    const [name, text] = [textOf(m, 'name'), textOf(m, 'by')];
    const by = isCoarseDay(text) ? lastDayOf(text) : reckon(index, name);
    return by ? [{ index: place, name, by }] : [];
  });

const barOf = (phase: Json, index: number, reckon: Reckon): readonly Bar[] => {
  const [name, from, to] = [textOf(phase, 'name'), textOf(phase, 'from'), textOf(phase, 'to')];
  const open = to === 'long-term';
  if (!isCoarseDay(from) || (!open && !isCoarseDay(to))) return [];
  const [first, last] = [firstDayOf(from), open ? addDays(firstDayOf(from), openLength) : lastDayOf(to)];
  return last < first ? [] : [{ index, name, from: first, to: last, open, milestones: milestonesOf(phase, index, reckon) }];
};

const faultBetween = (a: Bar, b: Bar): readonly Fault[] => {
  const names = { before: a.name, after: b.name, index: b.index };
  if (b.from <= a.to) {
    const to = b.open ? a.to : earlier(a.to, b.to);
    return [{ kind: 'overlap', ...names, from: b.from, to, days: daysBetween(b.from, to) + 1 }];
  }
  const days = daysBetween(a.to, b.from) - 1;
  return days > 0 ? [{ kind: 'gap', ...names, from: addDays(a.to, 1), to: addDays(b.from, -1), days }] : [];
};

/** The line of time of a plan's phases, `undefined` while none has its days. Phases without readable days are left out. */
export const timeLine = (phases: readonly Json[], reckon: Reckon = () => undefined): TimeLine | undefined => {
  const bars = phases.flatMap((phase, i) => barOf(phase, i, reckon));
  const [head] = bars;
  if (!head) return undefined;
  const sorted = [...bars].sort((a, b) => (a.from < b.from ? -1 : 1));
  const faults = sorted.slice(1).flatMap((bar, i) => faultBetween(sorted[i] as Bar, bar));
  const days = bars.flatMap((bar) => [bar.from, bar.to, ...bar.milestones.map((m) => m.by)]);
  const [first, last] = [days.reduce(earlier), days.reduce(later)];
  // room at both ends for a bar that is dragged further out
  const margin = Math.max(3, Math.round(daysBetween(first, last) / 20));
  return { first: addDays(first, -margin), last: addDays(last, margin), bars, faults };
};

/** The days an upper plan leaves a phase: not before the first, not after the last; a side it does not speak of is open. */
export interface Room {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** The room between limits as the plan writes days; undefined when none of them is a day. */
export const roomOf = (froms: readonly string[], tos: readonly string[]): Room | undefined => {
  const [first, last] = [froms.filter(isCoarseDay).map(firstDayOf), tos.filter(isCoarseDay).map(lastDayOf)];
  if (first.length + last.length === 0) return undefined;
  return { from: first.length > 0 ? first.reduce(later) : undefined, to: last.length > 0 ? last.reduce(earlier) : undefined };
};

/** True when a phase stays within its room. */
export const fitsIn = (room: Room | undefined, { from, to, open }: Pick<Bar, 'from' | 'to' | 'open'>): boolean =>
  room === undefined || ((room.from === undefined || from >= room.from) && (room.to === undefined || (!open && to <= room.to)));

/** Where a day begins on the line, 0 to 1. */
export const shareOf = ({ first, last }: TimeLine, day: Day): number => daysBetween(first, day) / (daysBetween(first, last) + 1);

/** The months, quarters or years that are marked on the line, at most a dozen or so. */
export const marksOf = ({ first, last }: TimeLine): readonly Day[] => {
  const length = daysBetween(first, last);
  const step = length <= 400 ? 1 : length <= 1200 ? 3 : 12;
  const marks: Day[] = [];
  for (let year = Number(first.slice(0, 4)), month = 1; ; month += step) {
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > last) return marks;
    if (day >= first) marks.push(day);
  }
};
