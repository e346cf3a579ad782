import Type, { type Static } from 'typebox';
import { AmountNumber, Choice, Clause, CoarseDay, Line, List, Name, Prose, Ref, Refs, term } from '../problem/term.ts';

/** A thing to hand over: a rule to issue, a standard, a register, a film, a model case. */
export const Deliverable = Clause(
  {
    name: Name('deliverable'),
    kind: Choice(
      {
        rule: { zh: '制度文件', en: 'Rule' },
        standard: { zh: '标准', en: 'Standard' },
        register: { zh: '台账清单', en: 'Register' },
        facility: { zh: '建成设施', en: 'Facility' },
        model: { zh: '样板示范', en: 'Model' },
        other: { zh: '其他成果', en: 'Other' },
      },
      term('种类', 'Kind'),
    ),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000000, ...term('数量', 'Count') })),
    by: Type.Optional(CoarseDay(term('期限', 'By', '含当天；可只写年月或年', 'Inclusive; a month or year means its last day'))),
  },
  term('成果', 'Deliverable'),
);

/** A building project with its money and stages. */
export const Project = Clause(
  {
    name: Name('project'),
    place: Type.Optional(Line(term('地点', 'Place', '如“天门山路（九华路—弋江路）”', 'Such as a road from one point to another'))),
    amount: Type.Optional(AmountNumber(term('投资（万元）', 'Amount (10,000 yuan)'))),
    quantity: Type.Optional(Line(term('建设规模', 'Quantity', '数量和单位', 'Amount and unit'))),
    stages: Type.Optional(
      List(
        Clause({ name: Line(term('名称', 'Name')), by: CoarseDay(term('期限', 'By')) }, term('进度节点', 'Stage')),
        term('进度节点', 'Stages'),
        100,
      ),
    ),
  },
  term('项目', 'Project'),
);

/** An amount of work split over units. The shares must add up to the total. */
export const Quota = Clause(
  {
    name: Name('quota'),
    unit: Line(term('计量单位', 'Measure', '如“条”“座”“公里”', 'Such as 条, 座, 公里')),
    total: Type.Optional(AmountNumber(term('总量', 'Total'))),
    each: Type.Optional(
      Clause(
        { of: Ref('party', term('每个', 'Each')), amount: AmountNumber(term('任务量', 'Amount')) },
        term('各单位同量', 'Each', '每个单位一样多', 'The same for every unit of a party'),
      ),
    ),
    shares: Type.Optional(
      List(
        Clause({ of: Ref('unit', term('单位', 'Unit')), amount: AmountNumber(term('任务量', 'Amount')) }, term('分解', 'Share')),
        term('分解', 'Shares'),
        2000,
      ),
    ),
    by: Type.Optional(CoarseDay(term('期限', 'By'))),
  },
  term('任务量', 'Quota'),
);

/** A task and the parties that bear it. A party is a unit or a group of units. */
export const Task = Clause(
  {
    name: Name('task'),
    stream: Type.Optional(Line(term('所属行动', 'Stream', '任务归在哪个行动或类别下', 'The action or heading it stands under'))),
    text: Type.Optional(Prose(term('内容', 'Text'))),
    lead: Type.Optional(Ref('unit', term('牵头单位', 'Lead'))),
    jointLeads: Type.Optional(
      Refs('unit', term('共同牵头单位', 'Joint leads', '原文写明几家共同牵头时填写', 'Where the document names several leads')),
    ),
    responsible: Type.Optional(Refs('party', term('责任单位', 'Responsible'))),
    cooperate: Type.Optional(Refs('party', term('配合单位', 'Cooperate'))),
    supervise: Type.Optional(Refs('party', term('督导单位', 'Supervise'))),
    coordinator: Type.Optional(Line(term('总协调', 'Coordinator', '写职务，不写姓名', 'A post, never a person'))),
    accountable: Type.Optional(Line(term('负总责', 'Accountable', '写职务，不写姓名', 'A post, never a person'))),
    sponsor: Type.Optional(Line(term('包保领导', 'Sponsor', '写职务，不写姓名', 'A post, never a person'))),
    areas: Type.Optional(Refs('area', term('范围', 'Areas', '不填表示全域', 'Empty means everywhere'))),
    phases: Type.Optional(Refs('phase', term('所属阶段', 'Phases', '不填表示全程', 'Empty means throughout'))),
    due: Type.Optional(CoarseDay(term('完成期限', 'Due', '含当天；可只写年月或年', 'Inclusive; a month or year means its last day'))),
    condition: Type.Optional(Line(term('前提', 'Condition', '如“根据实际逐步推开”', 'Such as: as circumstances allow'))),
    disposition: Type.Optional(
      Type.Array(Line(term('', '')), {
        maxItems: 50,
        ...term('处置方式', 'Disposition', '如拆除、规范、提升', 'Ways a finding is dealt with'),
      }),
    ),
    deliverables: Type.Optional(List(Deliverable, term('成果', 'Deliverables'), 200)),
    projects: Type.Optional(List(Project, term('项目', 'Projects'), 500)),
    quotas: Type.Optional(List(Quota, term('任务量', 'Quotas'), 100)),
  },
  term('任务', 'Task'),
);

/** Which word of the document stands for which role; the same word means different roles in different plans. */
export const RoleWord = Clause(
  {
    word: Line(term('原文用词', 'Word')),
    role: Choice(
      {
        lead: { zh: '牵头单位', en: 'Lead' },
        responsible: { zh: '责任单位', en: 'Responsible' },
        cooperate: { zh: '配合单位', en: 'Cooperate' },
        supervise: { zh: '督导单位', en: 'Supervise' },
      },
      term('角色', 'Role'),
    ),
  },
  term('用词', 'Role word'),
);

/** A letter in which a party takes on duties: 目标责任书, 门前三包责任书. */
export const Letter = Clause(
  {
    name: Name('letter'),
    from: Ref('party', term('发出方', 'From', '由谁组织签订', 'Who has it signed')),
    with: Line(term('签订方', 'With', '与谁签订，如“沿街全部商户”', 'With whom, such as every shop on the street')),
    by: Type.Optional(CoarseDay(term('期限', 'By'))),
    coverage: Type.Optional(Type.Number({ minimum: 0, maximum: 100, ...term('签订率（%）', 'Coverage (%)') })),
  },
  term('责任书', 'Letter'),
);

export const Responsibility = Clause(
  {
    words: Type.Optional(
      List(RoleWord, term('角色用词', 'Role words', '本文件里的叫法对应哪个角色', 'What the document calls each role'), 20),
    ),
    tasks: List(Task, term('任务', 'Tasks'), 2000),
    letters: Type.Optional(List(Letter, term('责任书', 'Letters'), 50)),
  },
  term('重点任务与责任分工', 'Responsibility', '做什么、由谁做', 'What is to be done and by whom'),
);

export type Deliverable = Static<typeof Deliverable>;
export type Project = Static<typeof Project>;
export type Quota = Static<typeof Quota>;
export type Task = Static<typeof Task>;
export type Letter = Static<typeof Letter>;
export type Responsibility = Static<typeof Responsibility>;
