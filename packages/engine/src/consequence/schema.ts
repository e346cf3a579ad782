import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, Phrase, PointsNumber, Ref, Refs, term } from '../problem/term.ts';

/** The window in which repeated results are counted: a calendar period, or the last so many periods of the ranking. */
export const Window = Phrase(
  'window',
  term('统计范围', 'Window', 'quarter、half-year、year，或 last 6 periods', '`quarter`, `half-year`, `year`, or `last 6 periods`'),
);

/** One step of a ladder: at the so-many-th time, this is done to this addressee. */
export const Step = Clause(
  {
    times: Type.Integer({ minimum: 1, maximum: 100, ...term('第几次', 'Times') }),
    then: Line(term('处理', 'Then')),
    addressee: Type.Optional(Line(term('对象', 'Addressee', '写单位或职务，如“政府主要负责人”', 'A unit or a post'))),
    signedBy: Type.Optional(Line(term('签发人', 'Signed by'))),
  },
  term('阶梯', 'Step'),
);

/** Money that moves from one end of the ranking to the other. What is taken is given: the sum is zero. */
export const Transfer = Clause(
  {
    amount: PointsNumber(term('每单位扣减（元）', 'Amount each (yuan)')),
    to: Phrase('rank', term('奖励给', 'To', '如 first 3', 'Such as `first 3`')),
  },
  term('经费扣减奖励', 'Transfer'),
);

/**
 * What follows from results. The engine proposes it with its chain of reasons; a named person signs or declines. The
 * trigger is a rank, a grade, or points below or above a mark, in published standings. `times` counts inside `window`;
 * with `consecutive` the run must be unbroken, and `gaps` says whether a period without standings breaks it.
 */
export const Consequence = Clause(
  {
    name: Name('consequence'),
    when: Clause(
      {
        ranking: Ref('ranking', term('依据排名', 'Ranking')),
        rank: Type.Optional(Phrase('rank', term('名次', 'Rank', 'first 1 为第一名，last 2 为后两名', '`first 1`, `last 2`'))),
        grade: Type.Optional(
          Type.Array(Line(term('', '')), { maxItems: 20, ...term('等次', 'Grade', '达到这些等次之一', 'One of these grades') }),
        ),
        fails: Type.Optional(Type.Boolean(term('不合格', 'Fails', '等次不算合格', 'The grade does not pass'))),
        below: Type.Optional(PointsNumber(term('得分低于', 'Below', '不含本数', 'Exclusive'))),
        atLeast: Type.Optional(PointsNumber(term('得分不低于', 'At least', '含本数', 'Inclusive'))),
        times: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 100, ...term('次数', 'Times', '含本数；不填为 1 次', 'Inclusive; empty means once') }),
        ),
        window: Type.Optional(Window),
        consecutive: Type.Optional(Type.Boolean(term('须连续', 'Consecutive', '中断后重新计数', 'A break starts the count again'))),
        gaps: Type.Optional(
          Choice(
            { break: { zh: '中断连续', en: 'Breaks the run' }, skip: { zh: '跳过不计', en: 'Is passed over' } },
            term('没有公布的一期', 'Gaps', '连续计数时必须写明', 'Has to be said for consecutive counts'),
          ),
        ),
      },
      term('触发条件', 'When'),
    ),
    kind: Choice({ praise: { zh: '奖励', en: 'Praise' }, sanction: { zh: '惩戒', en: 'Sanction' } }, term('性质', 'Kind')),
    then: Type.Optional(Line(term('处理', 'Then', '如“通报表扬”“领导约谈”', 'What is done'))),
    addressee: Type.Optional(Line(term('对象', 'Addressee', '写单位或职务，不填为该单位', 'A unit or post; empty: the unit'))),
    ladder: Type.Optional(List(Step, term('阶梯', 'Ladder', '第一次、第二次……各怎么办', 'What is done the first time, the second …'), 20)),
    bindsLeads: Type.Optional(
      Type.Boolean(
        term('牵头单位连带', 'Binds leads', '该单位失分任务的牵头单位一并处理', 'Leads of the tasks the unit lost points in are bound in'),
      ),
    ),
    transfer: Type.Optional(Transfer),
    unless: Type.Optional(
      Refs(
        'consequence',
        term('让位于', 'Unless', '同期已触发这些条款时本条不提', 'Not proposed when one of these hits the unit in the same period'),
      ),
    ),
    clearedBy: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 60,
        ...term('几期清零', 'Cleared by', '连续几期没有触发就重新计数', 'So many periods in a row without a hit start the count again'),
      }),
    ),
    signedBy: Line(term('签发人', 'Signed by', '写职务', 'A post')),
    basis: Type.Optional(Line(term('依据', 'Basis', '奖惩所依据的文件', 'The document it rests on'))),
  },
  term('结果运用', 'Consequence'),
);

export const Consequences = List(Consequence, term('结果运用', 'Consequences', '结果怎么用', 'What follows from the results'), 200);

export type Consequence = Static<typeof Consequence>;
