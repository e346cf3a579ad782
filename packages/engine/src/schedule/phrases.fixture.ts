import fc from 'fast-check';
import { addDays, type Day, daysBetween, weekday } from '../calendar/day.ts';
import { daysOf, periodOf } from '../calendar/period.ts';
import { isWorkday, type WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { Every, Point, Stretch } from './recurrence.ts';
import { phase } from './schedule.fixture.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const longest: Readonly<Record<Exclude<Stretch, 'week'>, number>> = {
  'ten-days': 11,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
  phase: 40,
};
const anyStretch = fc.constantFrom('ten-days', 'month', 'quarter', 'half-year', 'year', 'phase') as fc.Arbitrary<Exclude<Stretch, 'week'>>;
const number = (most: number) => fc.integer({ min: 1, max: most });
const pad = (n: number): string => String(n).padStart(2, '0');

const pointOf = (stretch: Exclude<Stretch, 'week'>): fc.Arbitrary<string> =>
  fc.oneof(
    number(longest[stretch]).map((n) => `day ${n}`),
    fc.constantFrom('first day', 'last day', 'first workday', 'last workday'),
    number(9).map((n) => `workday ${n}`),
    ...(stretch === 'ten-days'
      ? []
      : [
          fc
            .tuple(fc.constantFrom('first', 'second', 'third', 'fourth', 'last'), fc.constantFrom(...weekdays))
            .map((parts) => parts.join(' ')),
        ]),
    ...(stretch === 'quarter' ? [fc.tuple(number(3), number(31)).map(([month, day]) => `month ${month} day ${day}`)] : []),
    ...(stretch === 'year' ? [fc.tuple(number(12), number(28)).map(([month, day]) => `${pad(month)}-${pad(day)}`)] : []),
  );

/** A day of the years 2023 to 2027; the last of them has no holiday notice. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 1800 }).map((n) => addDays('2023-01-01', n));

/** An `every` phrase of any form of the grammar. */
export const anyEvery: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('day', 'workday', 'workday at 09:00'),
  fc.constantFrom(...weekdays).map((name) => `week on ${name} at 15:00`),
  fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 2, maxLength: 2 }).map((names) => `week on ${names.join(' and ')}`),
  fc.tuple(number(5), fc.constantFrom(...weekdays)).map(([n, name]) => `${n + 1} weeks on ${name}`),
  fc.tuple(number(3), number(31)).map(([n, day]) => `${n + 1} months on day ${day}`),
  anyStretch.chain((stretch) =>
    fc.tuple(fc.constantFrom('on', 'before'), pointOf(stretch)).map(([how, point]) => `${stretch} ${how} ${point}`),
  ),
  fc
    .tuple(anyStretch, fc.constantFrom('first', 'last'), number(9), fc.constantFrom('days', 'workdays'))
    .map(([stretch, ...rest]) => `${stretch} in ${rest.join(' ')}`),
  fc.tuple(fc.constantFrom('on', 'before'), anyDay).map(([how, day]) => `once ${how} ${day}`),
);

/** One to four phases one after the other, with and without gaps, the last sometimes long-term. */
export const anyPhases: fc.Arbitrary<readonly CompiledPhase[]> = fc
  .tuple(
    anyDay,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, 0, 1, 9)), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([start, lengths, open]) => {
    let from = start;
    return lengths.map(([length, gap], i) => {
      const to = addDays(from, length - 1);
      const made = phase(`第${i + 1}阶段`, from, open && i === lengths.length - 1 ? null : to);
      from = addDays(to, 1 + gap);
      return made;
    });
  });

interface Place {
  readonly first: Day;
  readonly last: Day;
  readonly calendar: WorkCalendar;
  readonly clamps: boolean;
  /** Workdays in it; endless in a long-term phase. */
  readonly workdays: number;
}

const workdaysUpTo = ({ first, calendar }: Pick<Place, 'first' | 'calendar'>, day: Day): number => {
  let count = 0;
  for (let at = first; at <= day; at = addDays(at, 1)) if (isWorkday(calendar, at)) count++;
  return count;
};

/** Whether a point names a day of a stretch, asked of the day itself: another way than the one the program goes. */
const pointNames = (point: Point, day: Day, place: Place): boolean => {
  const { first, last, calendar, clamps } = place;
  const index = daysBetween(first, day) + 1;
  const length = daysBetween(first, last) + 1;
  switch (point.kind) {
    case 'weekdays':
      return point.weekdays.includes(weekday(day));
    case 'nth-weekday':
      return weekday(day) === point.weekday && (point.nth === -1 ? addDays(day, 7) > last : Math.ceil(index / 7) === point.nth);
    case 'days':
      return point.days.some((n) => (n === -1 || (clamps && n > length) ? day === last : index === n));
    case 'workday': {
      const total = place.workdays;
      const wanted = point.nth === -1 || (clamps && point.nth > total) ? total : point.nth;
      return isWorkday(calendar, day) && workdaysUpTo(place, day) === wanted;
    }
    case 'date': {
      const month = Number(day.slice(5, 7)) - Number(first.slice(5, 7)) + 1;
      const lastOfMonth = addDays(day, 1).slice(8) === '01';
      return month === point.month && (Number(day.slice(8)) === point.day || (lastOfMonth && Number(day.slice(8)) < point.day));
    }
  }
};

const edgeNames = (every: Extract<Every, { readonly kind: 'in' }>, day: Day, place: Place): boolean => {
  const total = every.unit === 'days' ? daysBetween(place.first, place.last) + 1 : place.workdays;
  const index = every.unit === 'days' ? daysBetween(place.first, day) + 1 : workdaysUpTo(place, day);
  return (
    (every.unit === 'days' || isWorkday(place.calendar, day)) && index === (every.edge === 'last' ? total : Math.min(every.amount, total))
  );
};

const stretchOf = (
  every: Extract<Every, { readonly stretch: Stretch }>,
  day: Day,
  within: CompiledPhase,
): { readonly key: string; readonly first: Day; readonly last: Day } => {
  if (every.stretch !== 'phase') return { key: periodOf(every.stretch, day), ...daysOf(periodOf(every.stretch, day)) };
  return { key: within.from, first: within.from, last: within.to ?? '2099-12-31' };
};

/** The days up to `until` that a recurrence names, found by asking every day of every phase. */
export const daysNamed = (every: Every, phases: readonly CompiledPhase[], until: Day, calendar: WorkCalendar): readonly Day[] => {
  const found: Day[] = [];
  const places = new Map<string, Place>();
  const turns: string[] = [];
  const placeOf = (kind: Extract<Every, { readonly stretch: Stretch }>, day: Day, within: CompiledPhase): readonly [string, Place] => {
    const { key, first, last } = stretchOf(kind, day, within);
    const clamps = kind.stretch !== 'phase';
    const place = places.get(key) ?? {
      first,
      last,
      calendar,
      clamps,
      workdays: last > '2090' ? Number.POSITIVE_INFINITY : workdaysUpTo({ first, calendar }, last),
    };
    places.set(key, place);
    return [key, place];
  };
  const isNamed = (day: Day, within: CompiledPhase): boolean => {
    if (every.kind === 'daily') return !every.workdays || isWorkday(calendar, day);
    if (every.kind === 'once') return every.days.includes(day);
    const [key, place] = placeOf(every, day, within);
    if (!(every.kind === 'in' ? edgeNames(every, day, place) : pointNames(every.point, day, place))) return false;
    turns.push(key);
    return turnOf(every.stretch, turns[0] ?? '', key) % every.step === 0;
  };
  for (const within of phases)
    for (let day = within.from; day <= (within.to ?? until) && day <= until; day = addDays(day, 1))
      if (isNamed(day, within)) found.push(day);
  return found;
};

/** How many stretches lie between the first that has a day and this one. */
const turnOf = (stretch: Stretch, first: string, key: string): number => {
  if (stretch === 'week') return daysBetween(daysOf(first).first, daysOf(key).first) / 7;
  if (stretch === 'month')
    return (Number(key.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(key.slice(5)) - Number(first.slice(5));
  return 0;
};
