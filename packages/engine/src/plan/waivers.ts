import Type, { type Static } from 'typebox';
import { Clause, Line, List, term } from '../problem/term.ts';

/** A warning or hint that is left as it is, with the reason. Without `clause` and `at` it holds for the code everywhere. */
export const Waiver = Clause(
  {
    code: Line(term('问题代码', 'Code', '如 phase.gap', 'Such as `phase.gap`')),
    clause: Type.Optional(Line(term('条目', 'Clause', '问题所在条目的名称', 'Name of the clause the problem is about'))),
    at: Type.Optional(
      Line(term('位置', 'At', '问题在方案中的位置，没有条目名称时填写', 'Where in the plan, for a problem that names no clause')),
    ),
    reason: Line(term('理由', 'Reason', '为什么不改', 'Why it is left')),
  },
  term('暂不处理', 'Waiver'),
);

export const Waivers = List(
  Waiver,
  term('暂不处理', 'Waivers', '体检提示中经核对不改的，写明理由', 'Warnings that were looked at and left, with the reason'),
  500,
);

export type Waiver = Static<typeof Waiver>;
