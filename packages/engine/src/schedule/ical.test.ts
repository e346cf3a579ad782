import { describe, expect, it } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { layOut } from './duties.ts';
import { appointmentEntries, dutyEntries, icalendar } from './ical.ts';
import { appointmentsOf, compileRoutines } from './routine.ts';
import { compiledOf, manySites, phase, scopeOf, sitesOf } from './schedule.fixture.ts';
import { seedingOf } from './seeding.ts';

const calendar = officialCalendar();
const stamp = '2026-10-30T01:02:03.000Z';
const phases = [phase('全年', '2026-01-01', '2026-12-31')];

/** The lines of a feed with the folds taken out. */
const linesOf = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar feed', () => {
  const { compiled } = compiledOf(
    { name: '周查', every: 'week on monday', within: '2 workdays' },
    scopeOf(sitesOf(...manySites('门店', 3)), { phases }),
  );
  const duties = layOut([compiled], calendar, '2026-11-02', '2026-11-08', seedingOf('种子'));

  it('puts the sites of one day and unit into one entry that lasts until the due day', () => {
    expect(linesOf(icalendar(dutyEntries(duties, 'zh'), { name: '整治办', stamp }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Xiuhua//Duties//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:整治办',
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[0-9a-f]{32}@xiuhua$/),
      'DTSTAMP:20261030T010203Z',
      'DTSTART;VALUE=DATE:20261102',
      'DTEND;VALUE=DATE:20261105',
      'SUMMARY:周查：3处',
      'DESCRIPTION:门店1\\n门店2\\n门店3',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('speaks English when asked', () => {
    expect(dutyEntries(duties, 'en').map(({ title }) => title)).toEqual(['周查: 3 sites']);
  });

  it('gives a bulletin at three on Monday the moment that is in China, moved by the festival', () => {
    const routine = {
      name: '周报',
      kind: 'bulletin',
      what: '印发周报，点评上周',
      every: 'week on monday at 15:00',
      holidays: 'forward',
      clash: 'merge',
      by: ['整治办'],
    } as const;
    const { value, problems } = compileRoutines([{ ...routine, by: [...routine.by] }], { phases, calendar }, '/routines');
    expect(problems).toEqual([]);
    const appointments = appointmentsOf(value, calendar, { from: '2026-02-10', to: '2026-02-28' });
    expect(appointments.map(({ planned, due }) => [planned, due])).toEqual([['2026-02-16', '2026-02-24']]);
    expect(linesOf(icalendar(appointmentEntries(appointments), { name: '周报', stamp }))).toContain('DTSTART:20260224T070000Z');
  });

  it('says both of a clash when nothing merges them', () => {
    const routine = { name: '例会', kind: 'meeting', every: 'week on monday', holidays: 'forward', by: ['整治办'] } as const;
    const { problems } = compileRoutines([{ ...routine, by: ['整治办'] }], { phases, calendar }, '/routines');
    expect(problems.map(({ code, at, params }) => [code, at, params.day, params.planned])).toEqual([
      ['schedule.collision', '/routines/0/holidays', '2026-02-24', '2026-02-16、2026-02-23'],
    ]);
  });

  it('folds long lines at 75 bytes without cutting a character, and escapes what the format uses', () => {
    const entry = {
      key: '1',
      title: '检查；, \\ 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十',
      note: '甲\n乙',
      from: '2026-11-02',
      due: '2026-11-02',
      clock: null,
      provisional: true,
    };
    const text = icalendar([entry], { name: '试', stamp });
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    expect(linesOf(text)).toContain('SUMMARY:检查；\\, \\\\ 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十');
    expect(linesOf(text)).toContain('STATUS:TENTATIVE');
  });
});
