import Type, { type Static } from 'typebox';
import { Clause, CoarseDay, DayText, Line, List, Name, Phrase, Refs, term } from '../problem/term.ts';

/**
 * A dated thing to have reached. `by` is inclusive: on that day it is still in time. A month or year means its last
 * day; `10 workdays after start` and `5 days before end` count from the phase it stands in.
 */
export const Milestone = Clause(
  {
    name: Name('milestone'),
    by: Phrase('by', {
      format: 'date',
      coarse: true,
      ...term('期限', 'By', '当天完成仍算按期；可写“10 workdays after start”', 'Inclusive: that day is still in time'),
    }),
    units: Type.Optional(Refs('party', term('责任单位', 'Units', '逾期时算在谁头上', 'Whom it counts against when it is late'))),
    measure: Type.Optional(Line(term('验收标准', 'Measure', '怎样才算完成', 'What counts as reached'))),
  },
  term('时间节点', 'Milestone'),
);

/** One phase. Both days are inclusive; `to` may be `long-term` (长期), then `review` says when it is looked at again. */
export const Phase = Clause(
  {
    name: Name('phase'),
    from: CoarseDay(term('起始日', 'From', '含当天；可只写年月或年', 'Inclusive; a month or a year begins there')),
    to: Type.Union([CoarseDay(term('某日', 'A day')), Type.Literal('long-term', term('长期', 'Long-term'))], {
      ...term(
        '截止日',
        'To',
        '含当天；可只写年月或年；没有截止日写“长期”',
        'Inclusive; a month or a year ends there; `long-term` when it has no end',
      ),
    }),
    review: Type.Optional(DayText(term('复评日', 'Review', '长期阶段何时复评', 'When a long-term phase is reviewed'))),
    aim: Type.Optional(Line(term('目标', 'Aim'))),
    milestones: Type.Optional(List(Milestone, term('时间节点', 'Milestones'), 200)),
    exit: Type.Optional(
      Type.Array(Line(term('', '')), {
        maxItems: 50,
        ...term('转段条件', 'Exit', '做完哪些才能进入下一阶段', 'What must be done to leave the phase'),
      }),
    ),
  },
  term('阶段', 'Phase'),
);

export const Phases = List(Phase, term('工作步骤', 'Phases', '分几个阶段、各到哪一天', 'The phases and their days'), 100);

export type Milestone = Static<typeof Milestone>;
export type Phase = Static<typeof Phase>;
