import { addDays, type Day, type Instant, instantAt } from '../calendar/day.ts';
import { sha256 } from '../problem/canonical.ts';
import type { Duty } from './duty.ts';
import type { Appointment } from './routine.ts';

/** One entry of a calendar: on the days from `from` to `due`, or on the due day at the clock. */
export interface CalendarEntry {
  /** Tells entries apart for ever; a calendar that reads the feed again replaces the one it has. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly from: Day;
  readonly due: Day;
  readonly clock: string | null;
  readonly provisional: boolean;
}

const groupOf = (duty: Duty): string => [duty.schedule, duty.planned, duty.by, ...duty.along].join('·');

const entryOf = (duties: readonly Duty[], language: 'zh' | 'en'): CalendarEntry | undefined => {
  const [first] = duties;
  if (!first) return undefined;
  const sites = duties.map(({ site }) => site);
  const many = language === 'zh' ? `${sites.length}处` : `${sites.length} sites`;
  const [joint, colon, comma] = language === 'zh' ? ['同行', '：', '、'] : ['Along', ': ', ', '];
  const along = first.along.length > 0 ? [`${joint}${colon}${first.along.join(comma)}`] : [];
  return {
    key: groupOf(first),
    title: `${first.schedule}${colon}${sites.length === 1 ? sites[0] : many}`,
    note: [...along, ...sites.slice(0, 50), ...(sites.length > 50 ? ['…'] : [])].join('\n'),
    from: first.from,
    due: first.due,
    clock: first.clock,
    provisional: first.provisional,
  };
};

/** Duties as calendar entries: those of one schedule, day and unit together, with the sites in the note. */
export const dutyEntries = (duties: readonly Duty[], language: 'zh' | 'en'): readonly CalendarEntry[] => {
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) {
    const group = groups.get(groupOf(duty));
    if (group) group.push(duty);
    else groups.set(groupOf(duty), [duty]);
  }
  return [...groups.values()].flatMap((group) => entryOf(group, language) ?? []);
};

/** Appointments as calendar entries. */
export const appointmentEntries = (appointments: readonly Appointment[]): readonly CalendarEntry[] =>
  appointments.map(({ id, routine, what, by, from, due, clock, provisional }) => ({
    key: id,
    title: routine,
    note: [what, by.join('、')].filter(Boolean).join('\n'),
    from,
    due,
    clock,
    provisional,
  }));

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Bytes of a character in UTF-8. */
const bytes = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A content line folded as the format asks: no line has more than 75 bytes, no character is cut. */
const folded = (line: string): string => {
  let text = '';
  let length = 0;
  for (const character of line) {
    if (length + bytes(character) > 75) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += bytes(character);
  }
  return text;
};

const dayText = (day: Day): string => day.replaceAll('-', '');
const instantText = (instant: Instant): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const timesOf = ({ from, due, clock }: CalendarEntry): readonly string[] =>
  clock === null
    ? [`DTSTART;VALUE=DATE:${dayText(from)}`, `DTEND;VALUE=DATE:${dayText(addDays(due, 1))}`]
    : [`DTSTART:${instantText(instantAt(due, clock))}`];

const event = (entry: CalendarEntry, stamp: Instant): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${sha256(entry.key).slice(0, 32)}@xiuhua`,
  `DTSTAMP:${instantText(stamp)}`,
  ...timesOf(entry),
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.note ? [`DESCRIPTION:${escaped(entry.note)}`] : []),
  `STATUS:${entry.provisional ? 'TENTATIVE' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * The text of a calendar (RFC 5545) that phones and office programs can subscribe to. `stamp` is the moment it is
 * made. Days without a clock are whole days, whatever zone the reader is in; a clock is the wall clock in China.
 */
export const icalendar = (entries: readonly CalendarEntry[], calendar: { readonly name: string; readonly stamp: Instant }): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xiuhua//Duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    ...entries.flatMap((entry) => event(entry, calendar.stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
