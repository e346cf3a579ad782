import Type, { type Static } from 'typebox';
import { Clause, Line, Phrase, term } from '../problem/term.ts';

/** How a finding is put right: the notice that goes to the unit and how long it has. Nobody verifies what he fixed. */
export const Findings = Clause(
  {
    notice: Clause(
      {
        name: Line(term('名称', 'Name', '如“整改通知单”', 'Such as 整改通知单')),
        within: Phrase(
          'within',
          term('整改时限', 'Within', '发出次日起算，如 3 workdays', 'Counted from the day after issue, such as `3 workdays`'),
        ),
      },
      term('整改通知', 'Notice'),
    ),
    reply: Type.Optional(
      Clause(
        { photo: Type.Boolean(term('须附照片', 'Photo', '回复整改必须附整改后照片', 'A reply must carry a photo')) },
        term('整改回复', 'Reply'),
      ),
    ),
  },
  term('问题整改', 'Findings', '发现问题后怎么改、多久改完', 'How findings are put right'),
);

export type Findings = Static<typeof Findings>;
