import Type, { type Static } from 'typebox';
import { Clause, Line, List, Phrase, term } from '../problem/term.ts';

const days = (words: Record<string, unknown>) =>
  Type.Array(Type.String({ minLength: 10, maxLength: 24, title: '', description: '' }), { maxItems: 100, ...words });

/** The holidays of one year as its notice names them. */
export const YearNotice = Clause(
  {
    year: Type.Integer({ minimum: 1900, maximum: 2999, ...term('年份', 'Year') }),
    basis: Line(term('依据', 'Basis', '哪份放假通知，如国办发明电〔2025〕7号', 'Which holiday notice says so')),
    off: days(
      term(
        '放假',
        'Off',
        '如 2027-02-05 to 2027-02-11；跨年的假日写进它所在年份',
        'Such as `2027-02-05 to 2027-02-11`; days of another year belong there',
      ),
    ),
    work: days(term('调休上班', 'Worked', '周六周日要上班的日子', 'Saturdays and Sundays that are worked in exchange')),
  },
  term('放假安排', 'Year'),
);

/** Office hours from a day of the year on. */
export const OfficeSeason = Clause(
  {
    from: Type.Optional(
      Type.String({
        pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
        minLength: 5,
        maxLength: 5,
        ...term(
          '起用',
          'From',
          '每年从哪天起用，如 05-06；不填为全年',
          'From which day of the year on, such as `05-06`; empty for all the year',
        ),
      }),
    ),
    open: Phrase('hours', term('时间', 'Open', '如 09:00-12:00 and 14:00-18:00', 'Such as `09:00-12:00 and 14:00-18:00`')),
  },
  term('作息', 'Season'),
);

/** The working calendar as far as a plan says otherwise than the State Council's notices and an office of eight hours. */
export const PlanCalendar = Clause(
  {
    hours: Type.Optional(
      List(
        OfficeSeason,
        term(
          '办公时间',
          'Hours',
          '工作时按它计；不填为8:00–12:00、14:00–18:00',
          'Work hours count in it; empty: 08:00–12:00 and 14:00–18:00',
        ),
        12,
      ),
    ),
    urgent: Type.Optional(
      Phrase(
        'hours',
        term(
          '紧急时钟',
          'Urgent',
          '紧急工作时每天走哪几个小时，节假日照走；不填为全天24小时',
          'The hours of every day in which urgent clocks run, holidays included; empty: round the clock',
        ),
      ),
    ),
    years: Type.Optional(
      List(
        YearNotice,
        term(
          '放假安排',
          'Years',
          '系统里还没有的年份，放假通知发布后填入',
          'Years the program does not know yet, once their notice is out',
        ),
        50,
      ),
    ),
  },
  term('工作日历', 'Calendar', '工作日、办公时间和放假安排', 'Workdays, office hours and holidays'),
);

export type YearNotice = Static<typeof YearNotice>;
export type OfficeSeason = Static<typeof OfficeSeason>;
export type PlanCalendar = Static<typeof PlanCalendar>;
