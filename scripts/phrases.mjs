/*
 * The printed grammar of the plan's short phrases: one row per form, with examples. It is written by hand because a
 * grammar is for people; write-docs puts every example into a plan and lets the engine check it, so a row that the
 * engine cannot read fails.
 */

const weekday = '星期写英文全称；可写多个，如 monday and thursday';

/** Forms by kind of phrase: how it is written, what it means in both languages, examples. `at` is where a plan has one. */
export const phrases = {
  every: {
    zh: '频次',
    en: 'How often',
    at: ['schedule', 0, 'every'],
    forms: [
      ['workday · day', '每个工作日；每天（含节假日）', 'every workday; every day, holidays included', ['workday', 'day at 08:00']],
      ['week on <weekday>', `每周的那几天。${weekday}`, 'on those days of every week', ['week on monday', 'week on monday and thursday']],
      ['… at HH:mm', '须在该时刻前完成，写在最后', 'to be done by that time; written last', ['week on monday at 15:00']],
      [
        '<stretch> on day <n>',
        '每个周期的第几日：month、ten-days（旬）、quarter、half-year、phase；可写多日；短月取月末',
        'that day of every stretch: month, ten-days, quarter, half-year, phase; the last day where it is shorter',
        ['month on day 15', 'month on day 1, 11 and 21'],
      ],
      ['<stretch> on first|last day', '周期的第一天、最后一天', 'its first or last day', ['quarter on last day']],
      [
        '<stretch> on first|last workday · workday <n>',
        '周期的第几个工作日',
        'its first, last or n-th workday',
        ['month on last workday', 'month on workday 3'],
      ],
      ['<stretch> on first|second|third|fourth|last <weekday>', '周期的第几个星期几', 'its n-th such weekday', ['month on first monday']],
      [
        'year on MM-DD · quarter on month <n> day <n>',
        '每年的那一天；每季度第几个月的几日',
        'that date of every year; that day of that month of the quarter',
        ['year on 12-25', 'quarter on month 3 day 20'],
      ],
      [
        '<stretch> before <point>',
        '在该日之前完成（含当日），周期一开始就可以做',
        'by that day, inclusive; may begin with the stretch',
        ['month before day 25'],
      ],
      [
        '<stretch> in first|last <n> days|workdays',
        '在周期开头或最后的若干天内',
        'within its first or last so many days',
        ['quarter in last 5 workdays'],
      ],
      [
        '<n> weeks on … · <n> months on …',
        '每几周、每几个月一次',
        'every so many weeks or months',
        ['2 weeks on friday', '2 months on day 10'],
      ],
      ['once on|before <YYYY-MM-DD>', '只做一次', 'once only', ['once on 2026-11-12']],
    ],
  },
  within: {
    zh: '时限',
    en: 'Time allowed',
    at: ['findings', 'notice', 'within'],
    forms: [
      [
        '<n> workdays',
        '若干工作日；起算当天不计，按国务院放假通知扣除节假日、计入调休',
        'so many workdays; the day it starts does not count',
        ['3 workdays', '1 workday'],
      ],
      ['<n> days', '若干自然日；起算当天不计', 'so many calendar days; the day it starts does not count', ['5 days', '1 day']],
    ],
  },
  sites: {
    zh: '抽取',
    en: 'Which sites',
    at: ['schedule', 0, 'sites'],
    forms: [
      ['all', '该类别的全部检查对象', 'all sites of the class', ['all']],
      [
        'draw <n>',
        '每次抽取若干个；抽到谁由方案内容决定，谁来算都一样',
        'so many drawn each time; which ones follows from the plan, whoever computes it',
        ['draw 3'],
      ],
    ],
  },
  rank: {
    zh: '名次',
    en: 'Rank',
    at: ['consequences', 0, 'when', 'rank'],
    forms: [
      ['first <n>', '前若干名', 'the first so many places', ['first 1', 'first 3']],
      ['last <n>', '后若干名', 'the last so many places', ['last 2']],
    ],
  },
};
