import Type, { type Static } from 'typebox';
import { Choice, Clause, CoarseDay, Line, List, Name, Phrase, Ref, term } from '../problem/term.ts';

/** The time a class of case has in one stage. */
export const StageLimit = Clause(
  {
    stage: Line(term('环节', 'Stage')),
    within: Phrase('within', term('时限', 'Within', '如 3 urgent work hours、1.5 work hours', 'Such as `3 urgent work hours`')),
  },
  term('环节时限', 'Stage limit'),
);

/** A class of cases: a part (部件) or an event (事件), with its place in the code list and what follows from it. */
export const CaseClass = Clause(
  {
    name: Name('case class', term('小类', 'Class', '如“井盖”“暴露垃圾”', 'Such as 井盖')),
    kind: Choice({ part: { zh: '部件', en: 'Part' }, event: { zh: '事件', en: 'Event' } }, term('种类', 'Kind')),
    group: Line(term('大类', 'Group', '如“公用设施”“市容环境”', 'Such as 公用设施')),
    code: Line(term('代码', 'Code', '按所用标准版本', 'As in this edition')),
    unit: Type.Optional(
      Ref(
        'unit',
        term('责任单位', 'Unit', '部件填权属单位；不填由属地单位负责', 'The owner of a part; empty: the unit that keeps the site'),
      ),
    ),
    within: Type.Optional(
      Phrase('within', term('处置时限', 'Within', '不填按环节的时限', 'Time to put it right; empty: that of the stage')),
    ),
    limits: Type.Optional(List(StageLimit, term('环节时限', 'Stage limits'), 30)),
    becomes: Type.Optional(
      Type.Array(Line(term('', '')), {
        maxItems: 20,
        uniqueItems: true,
        ...term('对应新版代码', 'Becomes', '下一版中的代码，可一对多', 'Codes of the next edition it maps to'),
      }),
    ),
  },
  term('案件类别', 'Case class'),
);

/** One edition of the code list, in force from a day until the next one. */
export const CodeList = Clause(
  {
    edition: Line(term('版本', 'Edition', '如“GB/T 30428.2-2013”', 'Such as GB/T 30428.2-2013')),
    from: CoarseDay(term('启用日', 'From', '含当天', 'Inclusive')),
    list: List(CaseClass, term('案件类别', 'Classes'), 2000),
  },
  term('分类代码', 'Code list'),
);

export const CodeLists = List(
  CodeList,
  term('案件分类', 'Classes', '部件和事件的分类代码，各版本依次列出', 'Parts and events, one list for each edition, oldest first'),
  20,
);

export type CaseClass = Static<typeof CaseClass>;
export type CodeList = Static<typeof CodeList>;
