/** One form of a phrase: how it is written, what it means in both languages, and examples that can be read. */
export interface GrammarRow {
  readonly kind: 'every' | 'within' | 'sites';
  readonly form: string;
  readonly zh: string;
  readonly en: string;
  readonly examples: readonly string[];
}

const everyRows: readonly Omit<GrammarRow, 'kind'>[] = [
  {
    form: 'day · workday',
    zh: '每天（含节假日）；每个工作日（含调休上班日）',
    en: 'Every day, holidays included; every workday, make-up days included',
    examples: ['day', 'workday'],
  },
  {
    form: 'week on <weekday>',
    zh: '每周的那几天；多天用逗号和 and 连接',
    en: 'Those days of every week; several are joined by commas and `and`',
    examples: ['week on monday', 'week on monday and thursday', 'week on monday, wednesday and friday'],
  },
  {
    form: '… at HH:mm',
    zh: '须在该时刻前完成，写在最后；in 一类没有时刻',
    en: 'To be done by that time of day; written last, not with `in`',
    examples: ['week on monday at 15:00', 'workday at 09:00', 'month before day 25 at 17:00'],
  },
  {
    form: '<n> weeks on … · <n> months on …',
    zh: '每 2 至 12 周、月一次；从安排里第一次轮到的那周、那月数起',
    en: 'Every 2 to 12 weeks or months, counted from the first one in which the schedule has a day',
    examples: ['2 weeks on friday', '2 months on day 10'],
  },
  {
    form: '<stretch> on day <n>',
    zh: '每个周期的第几日，可写多日；周期不够长时取最后一日，阶段不够长时没有',
    en: 'That day of every stretch, or several; the last day where the stretch is shorter, none where a phase is',
    examples: ['month on day 15', 'month on day 5 and 20', 'ten-days on day 5', 'phase on day 10'],
  },
  {
    form: '<stretch> on first day · last day',
    zh: '周期的第一天、最后一天（month 月、ten-days 旬、quarter 季、half-year 半年、year 年、phase 阶段）',
    en: 'The first or last day of a month, ten-day period, quarter, half-year, year or phase',
    examples: ['ten-days on first day', 'quarter on last day', 'phase on last day'],
  },
  {
    form: '<stretch> on workday <n> · first workday · last workday',
    zh: '周期的第几个工作日；工作日不够时取最后一个',
    en: 'The n-th workday of every stretch; the last one where it has fewer',
    examples: ['month on workday 3', 'month on last workday', 'week on first workday', 'ten-days on last workday'],
  },
  {
    form: '<stretch> on first · second · third · fourth · last <weekday>',
    zh: '周期的第几个星期几（周、旬除外）',
    en: 'The n-th such weekday of every stretch but weeks and ten-day periods',
    examples: ['month on second tuesday', 'quarter on last friday'],
  },
  {
    form: 'quarter · half-year on month <n> day <n>',
    zh: '每季度、每半年第几个月的几日',
    en: 'That day of that month of every quarter or half-year',
    examples: ['quarter on month 3 day 20', 'half-year on month 6 day 15'],
  },
  {
    form: 'year on MM-DD',
    zh: '每年的那一天；平年的 02-29 为 02-28',
    en: 'That date of every year; 02-29 is 02-28 in an ordinary year',
    examples: ['year on 03-12'],
  },
  {
    form: '<stretch> before <point>',
    zh: '在该日之前完成（含当日），周期一开始就可以做；只能写一个日子',
    en: 'By that day, inclusive; can be done from the start of the stretch; one day only',
    examples: ['month before day 25', 'week before friday', 'quarter before month 3 day 25', 'phase before last day'],
  },
  {
    form: '<stretch> in first · last <n> days · workdays',
    zh: '在周期开头或最后的若干天、若干个工作日内完成',
    en: 'Within the first or last so many days or workdays of every stretch',
    examples: ['quarter in last 5 workdays', 'half-year in last 10 workdays', 'month in first 3 days'],
  },
  {
    form: 'once on YYYY-MM-DD · once before YYYY-MM-DD',
    zh: '只在这一天或这几天；在这一天之前（含当日）',
    en: 'Only on that day or those days; by that day, inclusive',
    examples: ['once on 2026-11-06', 'once on 2026-11-06 and 2026-11-20', 'once before 2026-11-20'],
  },
];

const withinRows: readonly Omit<GrammarRow, 'kind'>[] = [
  {
    form: '<n> workdays',
    zh: '若干个工作日（按放假通知，含调休），起算当天不计；检查安排只能用整天',
    en: 'So many workdays by the holiday notices, the first day not counted; schedules take whole days only',
    examples: ['3 workdays', '1 workday', '2.5 workdays'],
  },
  {
    form: '<n> days',
    zh: '若干个自然日，起算当天不计；0 days 为当天',
    en: 'So many calendar days, the first not counted; `0 days` is the same day',
    examples: ['5 days', '1.5 days', '0 days'],
  },
  {
    form: '<n> work hours',
    zh: '若干个工作时，只在办公时间内走',
    en: 'So many office hours',
    examples: ['1.5 work hours', '8 work hours'],
  },
  { form: '<n> hours', zh: '若干小时，昼夜、节假日都走', en: 'So many hours, nights and holidays included', examples: ['24 hours'] },
  {
    form: '<n> urgent work hours',
    zh: '若干个紧急工作时，昼夜、节假日都走',
    en: 'So many urgent work hours, nights and holidays included',
    examples: ['3 urgent work hours'],
  },
  {
    form: '<n> urgent workdays',
    zh: '若干个紧急工作日，一日 24 小时，昼夜、节假日都走',
    en: 'So many urgent workdays of 24 hours, nights and holidays included',
    examples: ['2 urgent workdays'],
  },
];

const sitesRows: readonly Omit<GrammarRow, 'kind'>[] = [
  { form: 'all', zh: '该类别的全部检查对象', en: 'All sites of the class', examples: ['all'] },
  {
    form: 'draw <n> · draw <n> of <m>',
    zh: '每次随机抽取若干个；写明总数的，与名单核对',
    en: 'So many drawn each time; a total that is stated is checked against the register',
    examples: ['draw 3', 'draw 11 of 33'],
  },
  {
    form: 'draw <n>%',
    zh: '每次随机抽取百分之几，不足一个按一个',
    en: 'So many per cent drawn each time, rounded up',
    examples: ['draw 30%'],
  },
  {
    form: 'draw <n> per area · zone · grid · road · village · district',
    zh: '每个片区（网区、网格、路段、村社区）各抽若干个',
    en: 'So many in each area, or each zone, grid, road, village or district around the sites',
    examples: ['draw 1 per zone', 'draw 20% per area'],
  },
  {
    form: 'draw by class',
    zh: '按“分层”所写，每一类、每一等级各抽若干个',
    en: 'So many of each class or grade, as the strata of the schedule say',
    examples: ['draw by class'],
  },
  {
    form: '…, not again for <n> draws',
    zh: '抽中后若干次内不再抽',
    en: 'A drawn site is left out of the next so many draws',
    examples: ['draw 11, not again for 2 draws', 'draw 3, not again for 1 draw'],
  },
  {
    form: '…, each once a month · quarter · half-year · year',
    zh: '每个周期内每个对象至少抽到一次',
    en: 'Every site is drawn at least once in every such period',
    examples: ['draw 11, each once a quarter', 'draw 5, not again for 2 draws, each once a half-year'],
  },
];

/** Every form of the phrases that schedules are written in, in the order in which they are learnt. */
export const grammar: readonly GrammarRow[] = [
  ...everyRows.map((row) => ({ kind: 'every' as const, ...row })),
  ...withinRows.map((row) => ({ kind: 'within' as const, ...row })),
  ...sitesRows.map((row) => ({ kind: 'sites' as const, ...row })),
];
