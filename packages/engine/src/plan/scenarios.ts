import Type, { type Static } from 'typebox';
import type { Answer } from '../checklist/answer.ts';
import { Choice, Clause, DayText, Line, List, Name, PointsNumber, Ref, Refs, term } from '../problem/term.ts';

const TriedAnswer = Clause(
  {
    item: Ref('item', term('检查项', 'Item')),
    result: Type.Optional(
      Choice(
        {
          pass: { zh: '合格', en: 'Pass' },
          fail: { zh: '不合格', en: 'Fail' },
          'not-applicable': { zh: '不适用', en: 'Not applicable' },
        },
        term('结果', 'Result', '填数、选项等由值决定的不写', 'Left out where the value decides, such as a number or a choice'),
      ),
    ),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 999, ...term('处数', 'Spots', '按处计数的项写明几处', 'For counted items') })),
    value: Type.Optional(
      Type.Unsafe<NonNullable<Answer['value']>>({
        answer: true,
        ...term(
          '填写的内容',
          'Value',
          '数字、选项、日期等，照检查表的要求',
          'A number, a choice, a date and so on, as the checklist asks for it',
        ),
      }),
    ),
  },
  term('一项回答', 'Answer'),
);

const TriedVisit = Clause(
  {
    site: Ref('site', term('检查对象', 'Site')),
    checklist: Ref('checklist', term('检查表', 'Checklist')),
    day: DayText(term('检查日期', 'Day')),
    answers: Type.Optional(
      List(
        TriedAnswer,
        term('回答', 'Answers', '不写的检查项按合格、按不扣分的值填写', 'Items left out pass, or are given a value that costs nothing'),
        500,
      ),
    ),
  },
  term('一次检查', 'Visit'),
);

const amount = { minimum: -1_000_000_000, maximum: 1_000_000_000 };

const TriedReading = Clause(
  {
    indicator: Ref('indicator', term('指标', 'Indicator')),
    unit: Type.Optional(Ref('unit', term('单位', 'Unit'))),
    area: Type.Optional(Ref('area', term('区域', 'Area'))),
    class: Type.Optional(Ref('class', term('类别', 'Class'))),
    grade: Type.Optional(Ref('grade', term('等级', 'Grade'))),
    period: Line(term('时期', 'Period', '如 2026-11、2026Q4、2026', 'Such as 2026-11, 2026Q4 or 2026')),
    value: Type.Optional(Type.Number({ ...amount, ...term('数值', 'Value') })),
    numerator: Type.Optional(Type.Number({ ...amount, ...term('分子', 'Numerator') })),
    denominator: Type.Optional(Type.Number({ ...amount, ...term('分母', 'Denominator') })),
  },
  term('一个填报数', 'Reading'),
);

const ExpectedPart = Clause(
  {
    rule: Ref('rule', term('评分规则', 'Rule')),
    item: Type.Optional(Ref('item', term('检查项', 'Item'))),
    points: Type.Number({ minimum: -10_000, maximum: 10_000, points: true, ...term('加减分', 'Points', '扣分为负', 'Negative when lost') }),
  },
  term('加减分', 'Part'),
);

const ExpectedResult = Clause(
  {
    ranking: Ref('ranking', term('排名', 'Ranking')),
    period: Line(term('时期', 'Period')),
    unit: Ref('unit', term('单位', 'Unit')),
    points: Type.Optional(PointsNumber(term('得分', 'Points', '不写表示没有得分', 'Left out when there is no score'))),
    rank: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 5000, ...term('名次', 'Rank', '不写表示不参加排名', 'Left out when it is not ranked') }),
    ),
    grade: Type.Optional(Line(term('等次', 'Grade'))),
    parts: Type.Optional(
      List(
        ExpectedPart,
        term(
          '加减分明细',
          'Parts',
          '记下分从哪里来，以后不同时能说出是哪一项',
          'Where the points come from, so that a difference can be named',
        ),
        500,
      ),
    ),
  },
  term('应得结果', 'Expected result'),
);

const ExpectedFinding = Clause(
  {
    site: Ref('site', term('检查对象', 'Site')),
    item: Ref('item', term('检查项', 'Item')),
    unit: Ref('unit', term('责任单位', 'Unit')),
    due: DayText(term('整改期限', 'Due')),
  },
  term('应有问题', 'Expected finding'),
);

const ExpectedConsequence = Clause(
  {
    consequence: Ref('consequence', term('结果运用', 'Consequence')),
    unit: Ref('unit', term('单位', 'Unit')),
    period: Line(term('时期', 'Period')),
  },
  term('应触发的结果运用', 'Expected consequence'),
);

/** What is expected of a scenario. An empty list says that nothing of the kind comes of it. */
export const Expectation = Clause(
  {
    results: List(ExpectedResult, term('得分和名次', 'Results'), 1000),
    findings: List(ExpectedFinding, term('查出的问题', 'Findings'), 1000),
    consequences: List(ExpectedConsequence, term('触发的结果运用', 'Consequences'), 500),
  },
  term('应有结果', 'Expects'),
);

/** Invented visits and numbers, with what must come of them. They are run whenever the plan is checked. */
export const Scenario = Clause(
  {
    name: Name('scenario'),
    visits: Type.Optional(List(TriedVisit, term('检查', 'Visits'), 200)),
    rectified: Type.Optional(
      Choice(
        {
          'in-time': { zh: '都在期限当天整改', en: 'Put right on the last day' },
          late: { zh: '都逾期整改', en: 'Put right late' },
          never: { zh: '都不整改', en: 'Never put right' },
        },
        term('整改', 'Rectified', '不写按期限当天整改', 'On the last day when left out'),
      ),
    ),
    readings: Type.Optional(List(TriedReading, term('填报数', 'Readings'), 500)),
    missed: Type.Optional(
      Refs('milestone', term('未完成的节点', 'Missed', '其余节点按期完成', 'All other milestones are reached in time')),
    ),
    expects: Expectation,
  },
  term('情形', 'Scenario'),
);

export const Scenarios = List(
  Scenario,
  term(
    '情形',
    'Scenarios',
    '编造的检查和应得的结果；每次保存和体检时照方案重新推算，不同就提醒',
    'Invented visits with their expected results; worked out anew at each save and check, and named where they differ',
  ),
  200,
);

export type Scenario = Static<typeof Scenario>;
export type Expectation = Static<typeof Expectation>;
/** What happens in a scenario, without what is expected of it. */
export type Tried = Omit<Scenario, 'name' | 'expects' | 'source' | 'note'>;
