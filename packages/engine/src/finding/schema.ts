import Type, { type Static } from 'typebox';
import { Choice, Clause, inheritance, Line, Phrase, term } from '../problem/term.ts';
import { CodeLists } from './class-schema.ts';
import { FlowName, FlowStages, Moves } from './flow-schema.ts';

/** The look-back (回头看): which closed findings are looked at again. */
export const LookBack = Clause(
  {
    every: Choice(
      {
        month: { zh: '每月', en: 'Month' },
        quarter: { zh: '每季度', en: 'Quarter' },
        'half-year': { zh: '每半年', en: 'Half-year' },
        year: { zh: '每年', en: 'Year' },
      },
      term('周期', 'Every', '从这一周期内结案的问题中抽', 'Drawn from the findings closed in it'),
    ),
    draw: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1000,
        ...term('每单位抽几件', 'Draw', '不足时全抽', 'For each unit; all where there are fewer'),
      }),
    ),
    share: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, ...term('每单位抽百分之几', 'Share (%)', '不足一件按一件', 'For each unit, rounded up') }),
    ),
  },
  term('回头看', 'Look-back', '结案的问题再抽查，不合格的重新整改', 'Closed findings looked at again; a failed one is reopened'),
);

/** How a finding is put right: the notice that goes to the unit, how long it has, which way it goes. Nobody verifies what he fixed. */
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
    flow: Type.Optional(FlowName),
    stages: Type.Optional(FlowStages),
    moves: Type.Optional(Moves),
    classes: Type.Optional(CodeLists),
    lookBack: Type.Optional(LookBack),
    ...inheritance,
  },
  term('问题整改', 'Findings', '发现问题后怎么改、多久改完', 'How findings are put right'),
);

export type LookBack = Static<typeof LookBack>;
export type Findings = Static<typeof Findings>;
