import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, Phrase, Ref, Refs, term } from '../problem/term.ts';

/** What happens to a date that falls on a day off. */
export const HolidayRule = Choice(
  {
    keep: { zh: '照常', en: 'Keep' },
    forward: { zh: '节假日顺延', en: 'Roll forward' },
    backward: { zh: '提前到前一工作日', en: 'Roll backward' },
    'same-week': { zh: '顺延但不出本周', en: 'Roll within the week' },
    skip: { zh: '本次取消', en: 'Skip' },
  },
  term('遇节假日', 'Holidays', '排定日不是工作日时怎么办', 'What to do when the day is no workday'),
);

/** The period a moved day must not leave. Without one it may go as far as the phases of the schedule reach. */
export const Stay = Choice(
  {
    week: { zh: '本周', en: 'The week' },
    'ten-days': { zh: '本旬', en: 'The ten-day period' },
    month: { zh: '本月', en: 'The month' },
    quarter: { zh: '本季度', en: 'The quarter' },
    'half-year': { zh: '本半年', en: 'The half-year' },
    year: { zh: '本年', en: 'The year' },
  },
  term(
    '不得移出',
    'Stay in',
    '顺延会移出这个周期时改为提前；不填时以所属阶段为限',
    'When rolling would leave it, the day goes the other way; empty: the phases are the limit',
  ),
);

/** What happens when a holiday moves two planned days to the same day. */
export const Clash = Choice(
  {
    both: { zh: '都办', en: 'Both' },
    merge: { zh: '合并为一次', en: 'Merge into one' },
  },
  term('两次重合', 'Clash', '节假日把两次移到同一天时怎么办；不填为都办', 'When a holiday moves two to the same day; empty means both'),
);

/** Sites of which so many are drawn each time. */
export const Stratum = Clause(
  {
    class: Type.Optional(Ref('class', term('类别', 'Class', '不填为检查表适用的类别', 'Empty: the class the checklist is for'))),
    grade: Type.Optional(Ref('grade', term('等级', 'Grade', '如严禁路、严控路', 'Such as 严禁路'))),
    area: Type.Optional(Ref('area', term('片区', 'Area'))),
    draw: Type.Integer({ minimum: 1, maximum: 9999, ...term('抽取数', 'Draw', '每次从这一类中抽几个', 'How many of these each time') }),
    checklist: Type.Optional(
      Ref('checklist', term('检查表', 'Checklist', '这一类用别的检查表时填写', 'When these have a checklist of their own')),
    ),
  },
  term('分层', 'Stratum', '类别、等级、片区至少填一项，须同时符合', 'At least one of class, grade and area; all that are given must fit'),
);

/** Sites that are likelier to be drawn. The one that fits with the most chances counts; others have one chance. */
export const Weight = Clause(
  {
    class: Type.Optional(Ref('class', term('类别', 'Class'))),
    grade: Type.Optional(Ref('grade', term('等级', 'Grade'))),
    area: Type.Optional(Ref('area', term('片区', 'Area'))),
    site: Type.Optional(Ref('site', term('检查对象', 'Site'))),
    chances: Type.Integer({
      minimum: 2,
      maximum: 100,
      ...term('机会倍数', 'Chances', '抽中的机会是一般对象的几倍', 'How many times the chances of an ordinary site'),
    }),
  },
  term(
    '风险加权',
    'Weight',
    '类别、等级、片区、对象至少填一项，须同时符合',
    'At least one of class, grade, area and site; all that are given must fit',
  ),
);

/** Units that send somebody along, drawn for each visit. A unit is never drawn for a site it keeps. */
export const Along = Clause(
  {
    from: Refs('party', term('从中抽取', 'From')),
    draw: Type.Integer({ minimum: 1, maximum: 20, ...term('抽取数', 'Draw', '每次抽几个单位', 'How many units each time') }),
  },
  term('同行单位', 'Along', '随机抽取、交叉互评；管护该对象的单位回避', 'Drawn at random; a unit that keeps the site stands back'),
);

/** A recurring inspection: which checklist, how often, at which sites, by whom. */
export const Schedule = Clause(
  {
    name: Name('schedule'),
    checklist: Ref('checklist', term('检查表', 'Checklist')),
    every: Phrase(
      'every',
      term('频次', 'Every', '如 week on monday、month on day 15、month before day 25', 'Such as `week on monday`, `month on day 15`'),
    ),
    within: Type.Optional(
      Phrase(
        'within',
        term('完成时限', 'Within', '从排定日起多久内完成，如 3 workdays；不填为当天', 'From the planned day; empty means that day'),
      ),
    ),
    holidays: HolidayRule,
    stay: Type.Optional(Stay),
    clash: Type.Optional(Clash),
    sites: Phrase(
      'sites',
      term(
        '抽取',
        'Sites',
        'all 为全部；draw 3 为每次抽 3 个；draw by class 按分层抽取',
        '`all`, `draw 3` for three drawn each time, `draw by class` as the strata say',
      ),
    ),
    strata: Type.Optional(
      List(Stratum, term('分层', 'Strata', '如严禁路 2 条、严控路 2 条、社区 1 个', 'How many of each class or grade'), 100),
    ),
    weights: Type.Optional(
      List(Weight, term('风险加权', 'Weights', '风险高的对象抽中机会更大', 'Sites at risk are drawn more often'), 500),
    ),
    by: Ref(
      'party',
      term(
        '检查单位',
        'By',
        '由哪个单位的检查人员去；写单位组则每次从组内抽一个，管护该对象的单位回避',
        'The unit whose inspectors go; of a group one is drawn for each visit, never one that keeps the site',
      ),
    ),
    along: Type.Optional(Along),
    invite: Type.Optional(
      Type.Array(Line(term('', '')), {
        maxItems: 20,
        ...term('邀请参加', 'Invite', '如人大代表、政协委员，写身份不写姓名', 'Posts, never persons'),
      }),
    ),
    phases: Type.Optional(Refs('phase', term('所属阶段', 'Phases', '不填表示全程', 'Empty means throughout'))),
  },
  term('检查安排', 'Schedule'),
);

export const Schedules = List(Schedule, term('检查安排', 'Schedule', '多久查一次、查哪些、谁去查', 'How often, where and by whom'), 500);

export type HolidayRule = Static<typeof HolidayRule>;
export type Stay = Static<typeof Stay>;
export type Stratum = Static<typeof Stratum>;
export type Weight = Static<typeof Weight>;
export type Schedule = Static<typeof Schedule>;
