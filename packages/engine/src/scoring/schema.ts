import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, PointsNumber, Ref, Refs, term } from '../problem/term.ts';

/** The periods a sheet can be drawn up for. */
export const SheetPeriod = Choice(
  {
    week: { zh: '每周', en: 'Week' },
    month: { zh: '每月', en: 'Month' },
    quarter: { zh: '每季度', en: 'Quarter' },
    'half-year': { zh: '每半年', en: 'Half-year' },
    year: { zh: '每年', en: 'Year' },
  },
  term('周期', 'Every'),
);

/** What a rule counts. */
export const Occasion = Choice(
  {
    'failed-item': { zh: '检查不合格项', en: 'Failed item' },
    'overdue-rectification': { zh: '逾期未整改', en: 'Overdue rectification' },
    'returned-rectification': { zh: '整改被退回', en: 'Returned rectification' },
    'early-rectification': { zh: '提前完成整改', en: 'Early rectification' },
    'sent-back': { zh: '案件回退', en: 'Finding sent back' },
    extension: { zh: '准予延期', en: 'Extension granted' },
    suspension: { zh: '挂账', en: 'Suspension' },
    deferral: { zh: '缓办', en: 'Deferral' },
    'put-on-record': { zh: '逾期备案', en: 'Put on record' },
    'forced-closing': { zh: '强制结案', en: 'Closed by force' },
    'failed-look-back': { zh: '回头看不合格', en: 'Failed look-back' },
    'missed-milestone': { zh: '时间节点逾期', en: 'Missed milestone' },
  },
  term('每发生一次', 'For each'),
);

/** How a rule works. One mechanism, one file. */
export const RuleKind = Choice(
  {
    deduct: { zh: '扣分', en: 'Deduct' },
    bonus: { zh: '加分', en: 'Bonus' },
    band: { zh: '分档得分', en: 'Band' },
    target: { zh: '对标得分', en: 'Target' },
    veto: { zh: '一票否决', en: 'Veto' },
  },
  term('方式', 'Kind'),
);

/** What happens when there is nothing to count: no reading, no earlier period, no score of a part. */
export const MissingRule = Choice(
  {
    zero: { zh: '按零分', en: 'Zero' },
    full: { zh: '按满分', en: 'Full' },
    drop: { zh: '不计，余下按比例折算', en: 'Left out, the rest scaled up' },
    void: { zh: '本期不出分', en: 'No score this period' },
  },
  term('没有数据时', 'Missing', '必须写明，系统不替您决定', 'Has to be said: nothing is decided silently'),
);

/** How a division is rounded to a thousandth of a point, or a part of a step to a step. */
export const Rounding = Choice(
  {
    'half-up': { zh: '四舍五入', en: 'Half up' },
    up: { zh: '向上', en: 'Up' },
    down: { zh: '舍去', en: 'Down' },
  },
  term('取整', 'Rounding'),
);

/** One step of a band: the first that fits gives its points. `from` is inclusive, `below` is not. */
export const Band = Clause(
  {
    from: Type.Optional(Type.Number(term('不低于', 'From', '含本数', 'Inclusive'))),
    below: Type.Optional(Type.Number(term('低于', 'Below', '不含本数', 'Exclusive'))),
    points: PointsNumber(term('得分', 'Points')),
  },
  term('分档', 'Band'),
);

/**
 * A scoring rule. `deduct` and `bonus` move points for each occasion in the period; without `points` a failed item
 * costs what the checklist says; from the occasion after `after.times` on each costs `after.points`. `band` and
 * `target` give points for an indicator: by steps, or `full` at the `goal` and less below it, in proportion or `points`
 * for every `step` short. `veto` sets the whole score to `points` at most, and must cite its `basis`.
 */
export const ScoringRule = Clause(
  {
    name: Name('rule'),
    kind: RuleKind,
    each: Type.Optional(Occasion),
    checklists: Type.Optional(
      Refs('checklist', term('限于检查表', 'Checklists', '只数这些检查表里的；不填不限', 'Counted only from these; empty: all')),
    ),
    schedules: Type.Optional(
      Refs('schedule', term('限于检查安排', 'Schedules', '只数这些检查里的；不填不限', 'Counted only from these; empty: all')),
    ),
    tasks: Type.Optional(Refs('task', term('限于任务', 'Tasks', '只数这些任务的；不填不限', 'Counted only for these; empty: all'))),
    items: Type.Optional(Refs('item', term('限于检查项', 'Items', '只数这些检查项；不填不限', 'Counted only for these; empty: all'))),
    points: Type.Optional(
      PointsNumber(
        term(
          '分值',
          'Points',
          '每次（每差一档）几分；检查不合格项不填时按检查表',
          'Each time; empty for failed items: as the checklist says',
        ),
      ),
    ),
    after: Type.Optional(
      Clause(
        {
          times: Type.Integer({ minimum: 1, maximum: 1000, ...term('超过几次', 'After', '从下一次起加重', 'From the next one on') }),
          points: PointsNumber(term('每次', 'Points')),
        },
        term('累进', 'Escalation'),
      ),
    ),
    most: Type.Optional(PointsNumber(term('封顶', 'At most', '一个周期内本规则最多扣（加）几分', 'Most this rule moves in one period'))),
    of: Type.Optional(Ref('indicator', term('依据指标', 'Of'))),
    bands: Type.Optional(List(Band, term('分档', 'Bands', '从上到下第一档符合的算数', 'The first that fits counts'), 50)),
    goal: Type.Optional(Type.Number(term('目标值', 'Goal', '达到即得满分', 'Full points from here'))),
    full: Type.Optional(PointsNumber(term('满分', 'Full'))),
    step: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        ...term('每差', 'Step', '每差这么多扣“分值”；不填则按比例给分', 'Each so much short costs `points`; empty: in proportion'),
      }),
    ),
    missing: Type.Optional(MissingRule),
    basis: Type.Optional(Line(term('否决依据', 'Basis', '一票否决必须写明所依据的文件', 'A veto must cite the document it rests on'))),
  },
  term('评分规则', 'Scoring rule'),
);

/** A sheet that goes into another with a weight in percent. Weights need not add up to 100. */
export const Part = Clause(
  {
    sheet: Ref('sheet', term('评分表', 'Sheet')),
    weight: PointsNumber(term('权重（%）', 'Weight (%)')),
    missing: MissingRule,
  },
  term('组成', 'Part'),
);

/** A sheet made of another's shorter periods. */
export const RollUp = Clause(
  {
    sheet: Ref('sheet', term('评分表', 'Sheet')),
    by: Choice(
      {
        average: { zh: '平均', en: 'Average' },
        sum: { zh: '合计', en: 'Sum' },
        lowest: { zh: '取最低', en: 'Lowest' },
        latest: { zh: '取最近', en: 'Latest' },
      },
      term('合成', 'By'),
    ),
    missing: MissingRule,
  },
  term('按期合成', 'Roll-up'),
);

/** A grade and the points from which it is given, inclusive. */
export const ScoreGrade = Clause(
  {
    name: Line(term('等次', 'Grade')),
    from: PointsNumber(term('起分', 'From', '含本数', 'Inclusive')),
    passes: Type.Optional(Type.Boolean(term('算合格', 'Passes'))),
  },
  term('等次', 'Grade'),
);

/** A score sheet: every unit of the party starts the period with `base` and ends between `floor` and `cap`. */
export const Sheet = Clause(
  {
    name: Name('sheet'),
    every: SheetPeriod,
    units: Ref('party', term('考核对象', 'Units', '哪些单位被考核', 'The units scored')),
    base: PointsNumber(term('基础分', 'Base')),
    floor: PointsNumber(term('最低分', 'Floor')),
    cap: PointsNumber(term('最高分', 'Cap')),
    rules: List(ScoringRule, term('评分规则', 'Rules'), 200),
    parts: Type.Optional(List(Part, term('组成', 'Parts', '由哪几张评分表加权合成', 'The sheets it is made of, weighted'), 50)),
    over: Type.Optional(RollUp),
    rounding: Type.Optional(Rounding),
    grades: Type.Optional(List(ScoreGrade, term('等次', 'Grades', '从高到低', 'From the highest down'), 20)),
    unchecked: Choice(
      {
        unranked: { zh: '计分但不排名', en: 'Scored, not ranked' },
        ranked: { zh: '照常排名', en: 'Ranked like others' },
      },
      term('本期未被检查的单位', 'Units not inspected', '没有检查记录时如何处理', 'What happens to a unit no inspection touched'),
    ),
  },
  term('评分表', 'Score sheet'),
);

export const Scoring = List(Sheet, term('评分', 'Scoring', '怎么计分', 'How points are counted'), 50);

export type SheetPeriod = Static<typeof SheetPeriod>;
export type Occasion = Static<typeof Occasion>;
export type RuleKind = Static<typeof RuleKind>;
export type MissingRule = Static<typeof MissingRule>;
export type Rounding = Static<typeof Rounding>;
export type ScoringRule = Static<typeof ScoringRule>;
export type Sheet = Static<typeof Sheet>;
