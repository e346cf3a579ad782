import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, Phrase, Ref, term } from '../problem/term.ts';

/** The window in which repeated ranks are counted. */
export const Window = Choice(
  { quarter: { zh: '一个季度内', en: 'Quarter' }, 'half-year': { zh: '半年内', en: 'Half-year' }, year: { zh: '一年内', en: 'Year' } },
  term('统计范围', 'Window'),
);

/**
 * What follows from ranks. The engine proposes it with its chain of reasons; a named person signs or declines.
 * `times` counts published periods inside `window` (calendar quarter, half-year or year); with `consecutive` the
 * run must be unbroken: a period that was not published, or in which the unit was not ranked, breaks it.
 */
export const Consequence = Clause(
  {
    name: Name('consequence'),
    when: Clause(
      {
        ranking: Ref('ranking', term('依据排名', 'Ranking')),
        rank: Phrase('rank', term('名次', 'Rank', 'first 1 为第一名，last 2 为后两名', '`first 1`, `last 2`')),
        times: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, ...term('次数', 'Times', '含本数；不填为 1 次', 'Inclusive; empty means once') })),
        window: Type.Optional(Window),
        consecutive: Type.Optional(Type.Boolean(term('须连续', 'Consecutive', '中断后重新计数', 'A break starts the count again'))),
      },
      term('触发条件', 'When'),
    ),
    kind: Choice({ praise: { zh: '奖励', en: 'Praise' }, sanction: { zh: '惩戒', en: 'Sanction' } }, term('性质', 'Kind')),
    then: Line(term('处理', 'Then', '如“通报表扬”“领导约谈”', 'What is done')),
    signedBy: Line(term('签发人', 'Signed by', '写职务', 'A post')),
  },
  term('结果运用', 'Consequence'),
);

export const Consequences = List(Consequence, term('结果运用', 'Consequences', '结果怎么用', 'What follows from the results'), 200);

export type Consequence = Static<typeof Consequence>;
