import Type, { type Static } from 'typebox';
import { Choice, Clause, List, Name, PointsNumber, Ref, term } from '../problem/term.ts';

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
  },
  term('每发生一次', 'For each'),
);

/**
 * A scoring rule: for each occasion in the period, deduct or add points. Without `points` a failed item costs what
 * the checklist says. `most` caps what the rule moves in one period.
 */
export const ScoringRule = Clause(
  {
    name: Name('rule'),
    kind: Choice({ deduct: { zh: '扣分', en: 'Deduct' }, bonus: { zh: '加分', en: 'Bonus' } }, term('方式', 'Kind')),
    each: Occasion,
    points: Type.Optional(PointsNumber(term('分值', 'Points', '每次几分；检查不合格项不填时按检查表', 'Each time; empty for failed items: as the checklist says'))),
    most: Type.Optional(PointsNumber(term('封顶', 'At most', '一个周期内本规则最多扣（加）几分', 'Most this rule moves in one period'))),
  },
  term('评分规则', 'Scoring rule'),
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
export type ScoringRule = Static<typeof ScoringRule>;
export type Sheet = Static<typeof Sheet>;
