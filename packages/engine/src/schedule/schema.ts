import Type, { type Static } from 'typebox';
import { Choice, Clause, List, Name, Phrase, Ref, Refs, term } from '../problem/term.ts';

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

/** A recurring inspection: which checklist, how often, at which sites, by whom. */
export const Schedule = Clause(
  {
    name: Name('schedule'),
    checklist: Ref('checklist', term('检查表', 'Checklist')),
    every: Phrase('every', term('频次', 'Every', '如 week on monday、month on day 15、month before day 25', 'Such as `week on monday`, `month on day 15`')),
    within: Type.Optional(Phrase('within', term('完成时限', 'Within', '从排定日起多久内完成，如 3 workdays；不填为当天', 'From the planned day; empty means that day'))),
    holidays: HolidayRule,
    sites: Phrase('sites', term('抽取', 'Sites', 'all 为全部；draw 3 为每次抽 3 个', '`all`, or `draw 3` for three drawn each time')),
    by: Ref('unit', term('检查单位', 'By', '由哪个单位的检查人员去', 'The unit whose inspectors go')),
    phases: Type.Optional(Refs('phase', term('所属阶段', 'Phases', '不填表示全程', 'Empty means throughout'))),
  },
  term('检查安排', 'Schedule'),
);

export const Schedules = List(Schedule, term('检查安排', 'Schedule', '多久查一次、查哪些、谁去查', 'How often, where and by whom'), 500);

export type HolidayRule = Static<typeof HolidayRule>;
export type Schedule = Static<typeof Schedule>;
