import Type, { type Static } from 'typebox';
import { Clause, DayText, Line, List, Name, term } from '../problem/term.ts';

/** A dated thing to have reached. `by` is inclusive: on that day it is still in time. */
export const Milestone = Clause(
  {
    name: Name('milestone'),
    by: DayText(term('期限', 'By', '当天完成仍算按期', 'Inclusive: that day is still in time')),
  },
  term('时间节点', 'Milestone'),
);

/** One phase. Both days are inclusive; `to` may be `long-term` (长期), then `review` says when it is looked at again. */
export const Phase = Clause(
  {
    name: Name('phase'),
    from: DayText(term('起始日', 'From', '含当天', 'Inclusive')),
    to: Type.Union([DayText(term('某日', 'A day')), Type.Literal('long-term', term('长期', 'Long-term'))], {
      ...term('截止日', 'To', '含当天；没有截止日写“长期”', 'Inclusive; `long-term` when it has no end'),
    }),
    review: Type.Optional(DayText(term('复评日', 'Review', '长期阶段何时复评', 'When a long-term phase is reviewed'))),
    aim: Type.Optional(Line(term('目标', 'Aim'))),
    milestones: Type.Optional(List(Milestone, term('时间节点', 'Milestones'), 200)),
  },
  term('阶段', 'Phase'),
);

export const Phases = List(Phase, term('工作步骤', 'Phases', '分几个阶段、各到哪一天', 'The phases and their days'), 100);

export type Milestone = Static<typeof Milestone>;
export type Phase = Static<typeof Phase>;
