import { addDays, type Day } from './day.ts';
import { type WorkCalendar, workCalendar, type YearTable } from './workdays.ts';

/** The days from `first` to `last` of a year, both inclusive, written `MM-DD` as in the notice. */
const through = (year: number, first: string, last = first): readonly Day[] => {
  const days: Day[] = [];
  for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) days.push(day);
  return days;
};

const table = (
  year: number,
  number: string,
  days: { readonly off: readonly (readonly [string, string?])[]; readonly work: readonly string[] },
): YearTable => ({
  year,
  off: days.off.flatMap(([first, last]) => through(year, first, last)),
  work: days.work.map((day) => `${year}-${day}`),
  source: `国务院办公厅关于${year}年部分节假日安排的通知（${number}）`,
});

/**
 * The year tables that come with the program, oldest first: New Year, Spring Festival, Qingming, Labour Day, Dragon
 * Boat, Mid-Autumn and National Day, with the weekend days that are worked in exchange. Days of a holiday that fall
 * into the year before (2022-12-31) belong to that year's table.
 */
export const yearTables: readonly YearTable[] = [
  table(2023, '国办发明电〔2022〕16号', {
    off: [['01-01', '01-02'], ['01-21', '01-27'], ['04-05'], ['04-29', '05-03'], ['06-22', '06-24'], ['09-29', '10-06']],
    work: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  }),
  table(2024, '国办发明电〔2023〕7号', {
    off: [['01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10'], ['09-15', '09-17'], ['10-01', '10-07']],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  }),
  table(2025, '国办发明电〔2024〕12号', {
    off: [['01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08']],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  }),
  table(2026, '国办发明电〔2025〕7号', {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  }),
];

/** The calendar of the notices that come with the program, 2023 to 2026; `more` adds or replaces years. */
export const officialCalendar = (more: readonly YearTable[] = []): WorkCalendar => workCalendar([...yearTables, ...more]);
