import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Phrase, Ref, term } from '../problem/term.ts';

/** Which ready-made course a finding takes; the plan's own stages and moves are added to it or replace those of a name. */
export const FlowName = Choice(
  {
    short: { zh: '通知、回复、核查', en: 'Notice, reply, verification' },
    'seven-step': { zh: '七个环节', en: 'Seven steps' },
    own: { zh: '自定', en: 'The plan’s own' },
  },
  term(
    '办理流程',
    'Flow',
    '不填为“通知、回复、核查”；下面写的环节和动作在它上面增加或替换',
    'Empty: the short one; the stages and moves below add to it or replace those of the same name',
  ),
);

/** What it means that a finding stands in a stage: with whom the work lies and whether its clock runs. */
export const StageKind = Choice(
  {
    pending: { zh: '待派遣', en: 'To be dispatched' },
    rectifying: { zh: '整改中', en: 'Being rectified' },
    replied: { zh: '待核查', en: 'To be verified' },
    suspended: { zh: '暂停计时', en: 'Clock stopped' },
    closed: { zh: '已结案', en: 'Closed' },
    void: { zh: '已作废', en: 'Void' },
    duplicate: { zh: '重复', en: 'Duplicate' },
  },
  term('性质', 'Is', '“暂停计时”的环节里时限不走', 'In a stage with its clock stopped no time counts'),
);

/** A stage of the flow (环节): what is being done now, and how long it may take. */
export const FlowStage = Clause(
  {
    name: Line(term('名称', 'Name', '如“派遣”“处置”', 'Such as 派遣')),
    is: StageKind,
    within: Type.Optional(
      Phrase(
        'within',
        term(
          '时限',
          'Within',
          '进入本环节起算；处置环节不填时按整改通知的时限',
          'Counted from entry; empty for rectifying: that of the notice',
        ),
      ),
    ),
    visits: Type.Optional(
      Type.Boolean(
        term(
          '检查发现的从这里开始',
          'Visits begin here',
          '不填则都从第一个环节开始',
          'What an inspector found begins here; otherwise all begin in the first stage',
        ),
      ),
    ),
  },
  term('环节', 'Stage'),
);

/** Who may make a move. `unit` is the unit that answers for the finding. */
export const Mover = Choice(
  {
    unit: { zh: '责任单位', en: 'Unit' },
    office: { zh: '办公室', en: 'Office' },
    inspector: { zh: '检查人员', en: 'Inspector' },
    leader: { zh: '领导', en: 'Leader' },
  },
  term('由谁办', 'By'),
);

/** What has to come with a move. `another` is somebody else than who made the move before it. */
export const Need = Choice(
  {
    text: { zh: '说明', en: 'Words' },
    photo: { zh: '照片', en: 'Photo' },
    unit: { zh: '承办单位', en: 'Unit' },
    day: { zh: '日期', en: 'Day' },
    finding: { zh: '与哪件重复', en: 'The other finding' },
    another: { zh: '另一人办', en: 'Another person' },
  },
  term('须附', 'Needs'),
);

/** What a move means to counters and scores. A move that only passes the finding on says nothing. */
export const Deed = Choice(
  {
    file: { zh: '立案', en: 'File' },
    dispatch: { zh: '派遣', en: 'Dispatch' },
    reply: { zh: '反馈', en: 'Reply' },
    close: { zh: '核查结案', en: 'Close' },
    rework: { zh: '返工', en: 'Rework' },
    'send-back': { zh: '回退', en: 'Send back' },
    ask: { zh: '申请', en: 'Ask' },
    extend: { zh: '准予延期', en: 'Extend' },
    suspend: { zh: '挂账', en: 'Suspend' },
    defer: { zh: '缓办', en: 'Defer' },
    refuse: { zh: '不予批准', en: 'Refuse' },
    resume: { zh: '恢复办理', en: 'Resume' },
    record: { zh: '备案', en: 'Put on record' },
    'force-close': { zh: '强制结案', en: 'Force closing' },
    void: { zh: '作废', en: 'Void' },
    duplicate: { zh: '并案', en: 'Merge duplicate' },
    appeal: { zh: '申诉', en: 'Appeal' },
    uphold: { zh: '申诉成立', en: 'Uphold' },
    reject: { zh: '申诉不成立', en: 'Reject' },
    confirm: { zh: '回头看合格', en: 'Look-back passed' },
    reopen: { zh: '回头看不合格', en: 'Look-back failed' },
  },
  term('计作', 'Does', '评分和统计按它计数', 'What scores and statistics count it as'),
);

/**
 * A move (动作) from one stage to another. Without `to` the finding goes back to the stage it stood in before it was
 * taken aside (延期审批, 挂账, 申诉).
 */
export const Move = Clause(
  {
    name: Line(term('名称', 'Name', '如“派遣”“申请延期”', 'Such as 申请延期')),
    from: Type.Array(Line(term('', '')), { minItems: 1, maxItems: 30, uniqueItems: true, ...term('从哪些环节', 'From') }),
    to: Type.Optional(Line(term('到哪个环节', 'To', '不填为回到原来的环节', 'Empty: back to where it stood before'))),
    by: Type.Array(Mover, { minItems: 1, maxItems: 4, uniqueItems: true, ...term('由谁办', 'By') }),
    units: Type.Optional(Ref('party', term('限于单位', 'Units', '只有这些单位的人可以办', 'Only people of these units may make it'))),
    needs: Type.Optional(Type.Array(Need, { maxItems: 6, uniqueItems: true, ...term('须附', 'Needs') })),
    does: Type.Optional(Deed),
    adds: Type.Optional(
      Phrase('within', term('延长', 'Adds', '准予延期时延长多久，接原期限后', 'How much an extension adds, after the deadline there was')),
    ),
    most: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, ...term('最多几次', 'At most', '一件问题最多办几次', 'How often for one finding') }),
    ),
    restarts: Type.Optional(
      Type.Boolean(
        term(
          '重新计时',
          'Restarts',
          '回到原环节时重新起算；不填则原期限不变',
          'The clock of the stage starts anew; otherwise its deadline stays',
        ),
      ),
    ),
  },
  term('动作', 'Move'),
);

export const FlowStages = List(FlowStage, term('环节', 'Stages', '办理流程的各环节', 'The stages of the flow'), 60);
export const Moves = List(Move, term('动作', 'Moves', '谁可以把问题从一个环节办到另一个环节', 'Who may move a finding on'), 200);

export type FlowStage = Static<typeof FlowStage>;
export type StageKind = Static<typeof StageKind>;
export type Mover = Static<typeof Mover>;
export type Need = Static<typeof Need>;
export type Deed = Static<typeof Deed>;
export type Move = Static<typeof Move>;
