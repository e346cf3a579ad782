import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, PointsNumber, Ref, term } from '../problem/term.ts';

/** When a photo must accompany the answer. */
export const PhotoRule = Choice(
  {
    never: { zh: '不需要', en: 'Never' },
    'on-failure': { zh: '不合格时', en: 'On failure' },
    always: { zh: '每次', en: 'Always' },
  },
  term('照片', 'Photo', '何时必须拍照', 'When a photo must be taken'),
);

/**
 * One question of a checklist, answered 合格 or 不合格, with a count when `counted`. A failed item opens a finding
 * for the unit that bears `task` at that site.
 */
export const Item = Clause(
  {
    name: Name('item'),
    standard: Type.Optional(Line(term('标准', 'Standard', '现场照着它判断', 'What the inspector judges by'))),
    task: Ref('task', term('所属任务', 'Task', '不合格时问题归到哪项任务', 'The task a failure counts against')),
    unit: Type.Optional(Ref('unit', term('指定责任单位', 'Unit', '不填时按检查对象的管护单位确定', 'Empty: found by the site and the task'))),
    points: PointsNumber(term('扣分', 'Points', '不合格一项（计数项为每处）扣几分，最多三位小数', 'Lost for a failure, or for each spot of a counted item')),
    counted: Type.Optional(Type.Boolean(term('按处计数', 'Counted', '不合格时填写处数', 'A failure states how many spots'))),
    most: Type.Optional(PointsNumber(term('本项最多扣', 'At most', '一次检查本项扣分上限', 'Most that one inspection may deduct for it'))),
    photo: Type.Optional(PhotoRule),
  },
  term('检查项', 'Item'),
);

/** The questions put to every site of a class. */
export const Checklist = Clause(
  {
    name: Name('checklist'),
    for: Ref('class', term('适用类别', 'For')),
    items: List(Item, term('检查项', 'Items'), 2000),
  },
  term('检查表', 'Checklist'),
);

export const Checklists = List(Checklist, term('检查表', 'Checklists', '到现场看什么', 'What is looked at on site'), 500);

export type PhotoRule = Static<typeof PhotoRule>;
export type Item = Static<typeof Item>;
export type Checklist = Static<typeof Checklist>;
