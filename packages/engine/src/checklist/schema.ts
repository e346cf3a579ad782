import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, Phrase, PointsNumber, Ref, Refs, term } from '../problem/term.ts';

const Lines = (words: Record<string, unknown>) => Type.Array(Line(term('', '')), { maxItems: 200, uniqueItems: true, ...words });

/** When a photo must accompany the answer. */
export const PhotoRule = Choice(
  {
    never: { zh: '不需要', en: 'Never' },
    'on-failure': { zh: '不合格时', en: 'On failure' },
    always: { zh: '每次', en: 'Always' },
  },
  term('照片', 'Photo', '何时必须拍照', 'When a photo must be taken'),
);

/** Kinds of answers. `pass` is 合格/不合格/不适用; the others carry a value. */
export const AnswerKind = Choice(
  {
    pass: { zh: '合格/不合格', en: 'Pass or fail' },
    'yes-no': { zh: '是/否', en: 'Yes or no' },
    count: { zh: '个数', en: 'Count' },
    number: { zh: '数值', en: 'Number' },
    choice: { zh: '单选', en: 'One choice' },
    several: { zh: '多选', en: 'Several choices' },
    text: { zh: '文字', en: 'Text' },
    date: { zh: '日期', en: 'Date' },
    place: { zh: '位置', en: 'Place' },
    photo: { zh: '照片', en: 'Photo' },
    signature: { zh: '签名', en: 'Signature' },
    table: { zh: '明细表', en: 'Table' },
  },
  term('作答方式', 'Answer', '不填为合格/不合格', 'Empty means pass or fail'),
);

/** A column of a table answer: one small question for each row. */
export const Column = Clause(
  {
    name: Line(term('列名', 'Name')),
    answer: Choice(
      {
        text: { zh: '文字', en: 'Text' },
        count: { zh: '个数', en: 'Count' },
        number: { zh: '数值', en: 'Number' },
        choice: { zh: '单选', en: 'One choice' },
        'yes-no': { zh: '是/否', en: 'Yes or no' },
        date: { zh: '日期', en: 'Date' },
      },
      term('作答方式', 'Answer'),
    ),
    choices: Type.Optional(Lines(term('选项', 'Choices'))),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6, ...term('小数位数', 'Decimals') })),
  },
  term('列', 'Column'),
);

/** Another standard, mark of failure or other points at sites of a grade, or in a phase. The first that fits holds. */
export const Standard = Clause(
  {
    grade: Type.Optional(Ref('grade', term('等级', 'Grade'))),
    phase: Type.Optional(Ref('phase', term('阶段', 'Phase'))),
    standard: Type.Optional(Line(term('标准', 'Standard'))),
    fails: Type.Optional(Phrase('fails', term('何时不合格', 'Fails', '不填与检查项相同', 'Empty: as the item says'))),
    points: Type.Optional(PointsNumber(term('扣分', 'Points'))),
  },
  term('差异标准', 'Standard by grade or phase'),
);

/**
 * One question of a checklist. A failed item opens a finding for the unit that bears `task` at that site. A question
 * whose answer is a value fails when `fails` says so; without it, it only records.
 */
export const Item = Clause(
  {
    name: Name('item'),
    section: Type.Optional(Line(term('分组', 'Section', '在检查表里归到哪个小标题下', 'The heading it stands under'))),
    standard: Type.Optional(Line(term('标准', 'Standard', '现场照着它判断', 'What the inspector judges by'))),
    standards: Type.Optional(
      List(Standard, term('差异标准', 'Standards', '不同等级、不同阶段的标准和分值', 'Standards that differ by grade or phase'), 50),
    ),
    answer: Type.Optional(AnswerKind),
    measure: Type.Optional(Line(term('计量单位', 'Measure', '如“米”“处”“%”', 'Such as 米, 处, %'))),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6, ...term('小数位数', 'Decimals') })),
    least: Type.Optional(Type.Number(term('最小值', 'Least'))),
    greatest: Type.Optional(Type.Number(term('最大值', 'Greatest'))),
    choices: Type.Optional(Lines(term('选项', 'Choices'))),
    columns: Type.Optional(List(Column, term('列', 'Columns'), 30)),
    optional: Type.Optional(Type.Boolean(term('可不填', 'Optional'))),
    fails: Type.Optional(
      Phrase('fails', term('何时不合格', 'Fails', '如 above 3、below 2、is 无、is not 有', 'Such as `above 3`, `below 2`, `is 无`')),
    ),
    asked: Type.Optional(
      Type.Unsafe<unknown>({
        logic: true,
        ...term('何时询问', 'Asked', '按前面的回答决定是否要答', 'Whether it is asked, by earlier answers (JsonLogic)'),
      }),
    ),
    grades: Type.Optional(Refs('grade', term('仅限等级', 'Grades', '只在这些等级的对象上检查', 'Asked only at sites of these grades'))),
    phases: Type.Optional(Refs('phase', term('仅限阶段', 'Phases', '只在这些阶段检查', 'Asked only in these phases'))),
    task: Type.Optional(Ref('task', term('所属任务', 'Task', '不合格时问题归到哪项任务', 'The task a failure counts against'))),
    unit: Type.Optional(
      Ref('unit', term('指定责任单位', 'Unit', '不填时按检查对象的管护单位确定', 'Empty: found by the site and the task')),
    ),
    class: Type.Optional(
      Ref('case class', term('案件类别', 'Class', '不合格时按哪一类部件或事件立案', 'The class of case a failure is filed under')),
    ),
    points: Type.Optional(
      PointsNumber(
        term('扣分', 'Points', '不合格一项（计数项为每处）扣几分，最多三位小数', 'Lost for a failure, or for each spot of a counted item'),
      ),
    ),
    counted: Type.Optional(Type.Boolean(term('按处计数', 'Counted', '不合格时填写处数', 'A failure states how many spots'))),
    most: Type.Optional(PointsNumber(term('本项最多扣', 'At most', '一次检查本项扣分上限', 'Most that one inspection may deduct for it'))),
    photo: Type.Optional(PhotoRule),
    photosLeast: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 20,
        ...term('最少几张', 'At least so many photos', '须拍照时最少拍几张，不填为 1', 'Empty means one'),
      }),
    ),
  },
  term('检查项', 'Item'),
);

/** The questions put to every site of a class. */
export const Checklist = Clause(
  {
    name: Name('checklist'),
    for: Ref('class', term('适用类别', 'For')),
    set: Type.Optional(Ref('set', term('对应简称', 'Set', '检查项出自哪个数字简称', 'The named set its items come from'))),
    watermark: Type.Optional(
      Type.Boolean(
        term('照片水印', 'Watermark', '在手机上把拍照的时间和地点印到照片上', 'The time and place are burnt into every photo on the phone'),
      ),
    ),
    items: List(Item, term('检查项', 'Items'), 2000),
  },
  term('检查表', 'Checklist'),
);

/**
 * A named set such as 七改三清: the document says how many it has. `items` counts its entries; `token` counts how often
 * one character occurs in them (十乱 in five entries). `parts` are the counts the name itself spells out (四净三无两通一明).
 */
export const NamedSet = Clause(
  {
    name: Name('set'),
    declared: Type.Integer({ minimum: 1, maximum: 200, ...term('应有数', 'Declared', '名称写明有几项', 'How many the name says') }),
    parts: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 200 }), {
        maxItems: 20,
        ...term('分项数', 'Parts', '如四、三、两、一', 'Such as 4, 3, 2, 1'),
      }),
    ),
    token: Type.Optional(Line(term('计数字', 'Token', '按某个字出现的次数计，如“乱”', 'Counted by how often this occurs, such as 乱'))),
    items: Lines(term('内容', 'Items')),
    partial: Type.Optional(Type.Boolean(term('未列尽', 'Partial', '文件只举例，没有列全', 'The document gives examples only'))),
  },
  term('数字简称', 'Named set'),
);

export const NamedSets = List(
  NamedSet,
  term('数字简称', 'Named sets', '“四净三无两通一明”一类的说法', 'Sayings such as 四净三无两通一明'),
  200,
);

export const Checklists = List(Checklist, term('检查表', 'Checklists', '到现场看什么', 'What is looked at on site'), 500);

export type PhotoRule = Static<typeof PhotoRule>;
export type AnswerKind = Static<typeof AnswerKind>;
export type Column = Static<typeof Column>;
export type Standard = Static<typeof Standard>;
export type Item = Static<typeof Item>;
export type Checklist = Static<typeof Checklist>;
export type NamedSet = Static<typeof NamedSet>;
