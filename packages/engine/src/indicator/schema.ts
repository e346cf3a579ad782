import Type, { type Static } from 'typebox';
import { Choice, Clause, CoarseDay, DayText, inheritance, Line, List, Name, Phrase, Ref, term } from '../problem/term.ts';

/** A number of an indicator, in its unit: at most six decimals. */
const Amount = (words: Record<string, unknown>) => Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000, ...words });

/** How a target binds: 约束性 must be met, 预期性 is worked towards, 力争 is tried for. */
export const Binding = Choice(
  {
    binding: { zh: '约束性', en: 'Binding' },
    expected: { zh: '预期性', en: 'Expected' },
    stretch: { zh: '力争', en: 'Stretch' },
  },
  term('属性', 'Binding', '约束性必须完成；预期性、力争未完成只提示', 'Binding must be met; expected and stretch only warn when missed'),
);

/** Which amount is held against the target. */
export const Per = Choice(
  {
    year: { zh: '每年单独计', en: 'Each year alone' },
    cumulative: { zh: '累计', en: 'Cumulative' },
    'every-reading': { zh: '每次都须保持', en: 'Kept at every reading' },
  },
  term(
    '口径',
    'Per',
    '每年从头计；累计从基线或方案开始起算；保持则每一期都须达到',
    'Each year from nothing; cumulative from the baseline or the first day; kept means every period',
  ),
);

/** What a rate is when its denominator is zero. There is no default: each plan says so. */
export const ZeroRule = Choice(
  {
    'no-data': { zh: '记为无数据', en: 'No data' },
    full: { zh: '按满值计', en: 'Counts as full' },
    zero: { zh: '按零计', en: 'Counts as zero' },
  },
  term('分母为零时', 'When the denominator is zero'),
);

/** What a rate divides by what, in words. `excluding` has been taken out of the denominator before it is reported. */
export const Rate = Clause(
  {
    numerator: Line(term('分子', 'Numerator', '如“结案数”', 'Such as cases closed')),
    denominator: Line(term('分母', 'Denominator', '如“应结案数”', 'Such as cases due')),
    excluding: Type.Optional(
      Type.Array(Line(term('', '')), {
        maxItems: 20,
        ...term('分母不含', 'Excluding', '如“挂账案件”“缓办案件”', 'What the denominator leaves out'),
      }),
    ),
    zero: ZeroRule,
  },
  term('比率', 'Rate'),
);

/** Where an indicator stood before, in its unit. */
export const Baseline = Clause(
  { value: Amount(term('基线值', 'Value')), day: DayText(term('基线日', 'Day', '截至哪一天', 'As of which day')) },
  term('基线', 'Baseline'),
);

/** Periods of readings. */
export const ReadingPeriod = Choice(
  {
    week: { zh: '每周', en: 'Week' },
    'ten-days': { zh: '每旬', en: 'Ten-day period' },
    month: { zh: '每月', en: 'Month' },
    quarter: { zh: '每季度', en: 'Quarter' },
    'half-year': { zh: '每半年', en: 'Half-year' },
    year: { zh: '每年', en: 'Year' },
  },
  term('周期', 'Every'),
);

/** What a reported number covers. */
export const Covers = Choice(
  {
    period: { zh: '本期数', en: 'The period alone' },
    year: { zh: '本年累计数', en: 'The year to date' },
    all: { zh: '期末数或总累计数', en: 'The state at its end, or all to date' },
  },
  term(
    '填报口径',
    'Covers',
    '填的是本期发生数、本年累计数，还是期末状况',
    'Whether the number is for the period, the year so far, or the state at the end',
  ),
);

/** Numbers that units report. Of a group every unit reports its own; the whole is their sum. */
export const Reported = Clause(
  {
    by: Ref(
      'party',
      term('填报单位', 'By', '写单位组则组内每个单位各报各的，合计为全部', 'Of a group each unit reports its own; the whole is the sum'),
    ),
    every: ReadingPeriod,
    within: Type.Optional(
      Phrase(
        'within',
        term('填报时限', 'Within', '每期结束后多久内填报，如 5 workdays', 'How long after a period ends, such as `5 workdays`'),
      ),
    ),
    covers: Covers,
  },
  term('填报', 'Reported'),
);

/** What the engine can count in submissions and findings. A finding counts in the period in which it was opened. */
const counted = (words: ReturnType<typeof term>) =>
  Choice(
    {
      'opened-findings': { zh: '发现问题数', en: 'Findings opened' },
      'closed-findings': { zh: '销号问题数', en: 'Findings closed' },
      'closed-in-time-findings': { zh: '按期销号问题数', en: 'Findings answered in time and closed' },
      'overdue-findings': { zh: '逾期问题数', en: 'Findings answered late or not at all when due' },
      'waiting-findings': { zh: '未到期未销号问题数', en: 'Findings neither closed nor overdue' },
      'returned-findings': { zh: '被退回过的问题数', en: 'Findings returned at least once' },
      'filed-findings': { zh: '立案数', en: 'Findings filed' },
      'sent-back-findings': { zh: '回退过的案件数', en: 'Findings sent back as not one’s own' },
      'extended-findings': { zh: '延期过的案件数', en: 'Findings granted more time' },
      'suspended-findings': { zh: '挂账数', en: 'Findings suspended now' },
      'deferred-findings': { zh: '缓办数', en: 'Findings deferred now' },
      'forced-findings': { zh: '强制结案数', en: 'Findings closed by force' },
      'reopened-findings': { zh: '回头看不合格数', en: 'Findings reopened by a look-back' },
      'void-findings': { zh: '作废数', en: 'Findings void' },
      'duplicate-findings': { zh: '重复案件数', en: 'Findings that repeat another' },
      'asked-items': { zh: '检查项次', en: 'Items judged' },
      'passed-items': { zh: '合格项次', en: 'Items passed' },
      'failed-items': { zh: '不合格项次', en: 'Items failed' },
      'failed-spots': { zh: '不合格处数', en: 'Spots found' },
      visits: { zh: '检查次数', en: 'Visits' },
    },
    words,
  );

export const Count = counted(term('计数', 'Count', '数什么；比率的分子', 'What is counted; the numerator of a rate'));

/** Numbers the engine counts: `count`, or `count` of `of` less `excluding` when the indicator is a rate. */
export const Computed = Clause(
  {
    count: Count,
    of: Type.Optional(counted(term('分母', 'Of', '比率的分母', 'The denominator of a rate'))),
    excluding: Type.Optional(counted(term('分母不含', 'Excluding', '从分母中减去', 'Taken out of the denominator'))),
    every: ReadingPeriod,
    checklist: Type.Optional(Ref('checklist', term('限于检查表', 'Checklist'))),
    item: Type.Optional(Ref('item', term('限于检查项', 'Item'))),
    task: Type.Optional(Ref('task', term('限于任务', 'Task'))),
    channel: Type.Optional(
      Ref(
        'channel',
        term(
          '限于反映渠道',
          'Channel',
          '只数这个渠道的群众反映；不填只数检查发现的问题',
          'Only what came through it; empty: only what inspections found',
        ),
      ),
    ),
  },
  term('自动计算', 'Computed'),
);

/** The part of a target that a unit, or each unit of a group, has to do. */
export const Share = Clause(
  {
    of: Ref('party', term('单位', 'Of', '写单位组则组内每个单位都是这个数', 'Of a group: so much each')),
    amount: Amount(term('任务量', 'Amount')),
  },
  term('分解', 'Share'),
);

/** One target of an indicator, for one time and one scope. */
export const Target = Clause(
  {
    target: Phrase(
      'target',
      term(
        '指标值',
        'Target',
        '如 at least 95、at most 9、exactly 100、5 to 8、at least 1:3、at least 7% above baseline',
        'Such as `at least 95`, `5 to 8`, `at least 1:3`',
      ),
    ),
    per: Per,
    due: Type.Optional(
      CoarseDay(
        term(
          '期限',
          'Due',
          '含当天；可只写年或年月；每年单独计、每次保持的可不填',
          'Inclusive; a year or month will do; may be left out for each year or every reading',
        ),
      ),
    ),
    area: Type.Optional(Ref('area', term('限于片区', 'Area'))),
    class: Type.Optional(Ref('class', term('限于类别', 'Class'))),
    grade: Type.Optional(Ref('grade', term('限于等级', 'Grade'))),
    each: Type.Optional(
      Ref('party', term('逐个单位', 'Each', '组内每个单位都要单独达到', 'Every unit of the party has to reach it alone')),
    ),
    binding: Type.Optional(Binding),
    baseline: Type.Optional(Baseline),
    shares: Type.Optional(
      List(Share, term('任务分解', 'Shares', '分到各单位，合计须与指标值相符', 'Split over units; the sum must fit the target'), 2000),
    ),
    ...inheritance,
  },
  term('目标', 'Target'),
);

/** An indicator: what is measured, in which unit, by whom, and what it has to come to. */
export const Indicator = Clause(
  {
    name: Name('indicator'),
    unit: Line(term('计量单位', 'Unit', '如 %、‰、座、公里、平方米/人、倍', 'Such as %, ‰, 座, 公里, 倍')),
    binding: Binding,
    task: Type.Optional(Ref('task', term('责任任务', 'Task', '靠哪项任务完成', 'The task that has to bring it about'))),
    rate: Type.Optional(Rate),
    baseline: Type.Optional(Baseline),
    reported: Type.Optional(Reported),
    computed: Type.Optional(Computed),
    targets: List(Target, term('目标', 'Targets'), 200),
  },
  term('指标', 'Indicator'),
);

export const Indicators = List(
  Indicator,
  term('指标', 'Indicators', '做到什么程度，怎么量', 'What it has to come to, and how that is measured'),
  500,
);

export type Binding = Static<typeof Binding>;
export type Per = Static<typeof Per>;
export type ZeroRule = Static<typeof ZeroRule>;
export type Covers = Static<typeof Covers>;
export type Count = Static<typeof Count>;
export type Computed = Static<typeof Computed>;
export type Baseline = Static<typeof Baseline>;
export type Target = Static<typeof Target>;
export type Indicator = Static<typeof Indicator>;
