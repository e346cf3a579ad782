import type { Every } from '@xiuhua/engine';

type Repeating = Extract<Every, { stretch: unknown }>;
type Pointed = Extract<Every, { kind: 'on' | 'before' }>;
export type Stretch = Repeating['stretch'];
export type Point = Pointed['point'];

/** How the form asks which day is meant: the kinds of points, the last day by name, or a run of days at one end. */
export type PointKind = Point['kind'] | 'lastDay' | 'in';

/** What the form asks first: the stretch, or one of the two kinds without one. */
export type EveryKind = Stretch | 'daily' | 'once';

export const everyKinds: readonly EveryKind[] = ['daily', 'week', 'ten-days', 'month', 'quarter', 'half-year', 'year', 'phase', 'once'];
export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const nthNames = ['', 'first', 'second', 'third', 'fourth'];

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const two = (n: number): string => String(n).padStart(2, '0');
const weekdayName = (n: number): string => weekdayNames[n - 1] ?? '';

const writePoint = (stretch: Stretch, point: Point): string => {
  switch (point.kind) {
    case 'weekdays':
      return listed(point.weekdays.map(weekdayName));
    case 'nth-weekday':
      return `${point.nth === -1 ? 'last' : nthNames[point.nth]} ${weekdayName(point.weekday)}`;
    case 'days':
      return point.days[0] === -1 ? 'last day' : `day ${listed(point.days.map(String))}`;
    case 'workday':
      return point.nth === -1 ? 'last workday' : point.nth === 1 ? 'first workday' : `workday ${point.nth}`;
    case 'date':
      return stretch === 'year' ? `${two(point.month)}-${two(point.day)}` : `month ${point.month} day ${point.day}`;
  }
};

const repeat = ({ stretch, step }: Repeating): string => (step === 1 ? stretch : `${step} ${stretch}s`);

/** The phrase of a recurrence: what `readEvery` reads back as the same. */
export const writeEvery = (every: Every): string => {
  const clock = every.kind !== 'in' && every.clock ? ` at ${every.clock}` : '';
  switch (every.kind) {
    case 'daily':
      return `${every.workdays ? 'workday' : 'day'}${clock}`;
    case 'once':
      return `once ${every.before ? 'before' : 'on'} ${listed(every.days)}${clock}`;
    case 'in':
      return `${repeat(every)} in ${every.edge} ${every.amount} ${every.unit}`;
    default:
      return `${repeat(every)} ${every.kind} ${writePoint(every.stretch, every.point)}${clock}`;
  }
};

/** The kinds of days that can be meant in a stretch, the commonest first. */
export const pointKindsOf = (stretch: Stretch): readonly PointKind[] => {
  if (stretch === 'week') return ['weekdays', 'workday', 'in'];
  if (stretch === 'month') return ['days', 'lastDay', 'workday', 'nth-weekday', 'in'];
  if (stretch === 'year') return ['date', 'workday', 'lastDay', 'in'];
  if (stretch === 'quarter' || stretch === 'half-year') return ['lastDay', 'days', 'date', 'workday', 'nth-weekday', 'in'];
  return ['days', 'lastDay', 'workday', 'in'];
};

/** The kind of day a recurrence means, as the form asks for it. */
export const pointKindOf = (every: Repeating): PointKind => {
  if (every.kind === 'in') return 'in';
  return every.point.kind === 'days' && every.point.days[0] === -1 ? 'lastDay' : every.point.kind;
};

const firstPoint = (kind: Exclude<PointKind, 'in'>): Point => {
  switch (kind) {
    case 'weekdays':
      return { kind, weekdays: [1] };
    case 'nth-weekday':
      return { kind, nth: 1, weekday: 1 };
    case 'workday':
      return { kind, nth: -1 };
    case 'date':
      return { kind, month: 1, day: 15 };
    case 'lastDay':
      return { kind: 'days', days: [-1] };
    case 'days':
      return { kind, days: [10] };
  }
};

/** The same recurrence with another kind of day, on the commonest day of that kind. */
export const withPointKind = (every: Repeating, kind: PointKind): Every => {
  const { stretch, step } = every;
  if (kind === 'in') return { kind, stretch, step, edge: 'last', amount: 3, unit: 'workdays' };
  const before = every.kind === 'before' && kind !== 'weekdays';
  return { kind: before ? 'before' : 'on', stretch, step, point: firstPoint(kind), clock: every.kind === 'in' ? null : every.clock };
};

/** A recurrence of another kind, on its commonest day; `today` is the first day offered for a single date. */
export const everyOf = (kind: EveryKind, today: string): Every => {
  if (kind === 'daily') return { kind, workdays: true, clock: null };
  if (kind === 'once') return { kind, days: [today], before: false, clock: null };
  return withPointKind(
    { kind: 'on', stretch: kind, step: 1, point: { kind: 'days', days: [1] }, clock: null },
    pointKindsOf(kind)[0] ?? 'days',
  );
};

/** The kind of a recurrence as the form asks for it. */
export const everyKindOf = (every: Every): EveryKind => ('stretch' in every ? every.stretch : every.kind);

/** True where only one day may be named: a deadline is one day. */
export const canBeBefore = (every: Every): every is Extract<Every, { kind: 'on' | 'before' | 'once' }> => {
  if (every.kind === 'once') return every.days.length === 1;
  if (every.kind !== 'on' && every.kind !== 'before') return false;
  const { point } = every;
  return !(point.kind === 'days' && point.days.length > 1) && !(point.kind === 'weekdays' && point.weekdays.length > 1);
};
