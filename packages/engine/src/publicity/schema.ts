import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, Phrase, PointsNumber, Ref, Refs, term } from '../problem/term.ts';

const Lines = (words: Record<string, unknown>) => Type.Array(Line(term('', '')), { maxItems: 50, ...words });

const within = (zh: string, en: string, zhNote: string, enNote: string) => Phrase('within', term(zh, en, zhNote, enNote));

/** One subject people report about through a channel, and who answers for it. */
export const Topic = Clause(
  {
    name: Name('topic', term('名称', 'Name', '如“占道经营”“暴露垃圾”', 'Such as 占道经营')),
    task: Type.Optional(Ref('task', term('责任任务', 'Task', '由该任务的责任单位办理', 'The units of the task answer'))),
    class: Type.Optional(
      Ref('case class', term('案件小类', 'Class', '按这个小类的时限办理', 'The time limit of this class of case counts')),
    ),
    unit: Type.Optional(Ref('unit', term('办理单位', 'Unit', '指定一个单位办理', 'One unit answers for all of them'))),
  },
  term('反映事项', 'Topic'),
);

/** A way in which the public reports: 12345 hotline, 随手拍, a mailbox, the media. A report becomes a finding. */
export const Channel = Clause(
  {
    name: Name('channel'),
    kind: Choice(
      {
        hotline: { zh: '热线', en: 'Hotline' },
        snapshot: { zh: '随手拍', en: 'Snapshot' },
        mailbox: { zh: '意见箱', en: 'Mailbox' },
        media: { zh: '媒体监督', en: 'Media' },
      },
      term('种类', 'Kind'),
    ),
    entry: Type.Optional(Line(term('入口', 'Entry', '如号码、二维码、信箱地址', 'A number, a code, an address'))),
    by: Ref('unit', term('受理单位', 'By', '登记并转办的单位', 'The unit that takes reports in')),
    topics: List(Topic, term('反映事项', 'Topics', '受理哪些事、各由谁办', 'What is taken in and who answers for it'), 200),
    reply: Type.Optional(within('办理时限', 'Reply', '不填按整改通知的时限', 'Empty: the time limit of the notice')),
  },
  term('反映渠道', 'Channel'),
);

export const Channels = List(
  Channel,
  term('反映渠道', 'Channels', '热线、随手拍、意见箱：群众反映的问题怎么进来、谁办', 'How the public reports, and who answers'),
  50,
);

/** One question of a survey. */
export const Question = Clause(
  {
    ask: Line(term('问题', 'Ask')),
    full: PointsNumber(term('满分', 'Full points')),
  },
  term('测评题', 'Question'),
);

/** A survey (满意度测评). Its result is a reading of an indicator: points or satisfied answers over answers. */
export const Survey = Clause(
  {
    name: Name('survey'),
    among: Line(term('调查对象', 'Among', '如“常住居民”“沿街商户”', 'Such as residents')),
    sample: Type.Integer({
      minimum: 1,
      maximum: 10_000_000,
      ...term('最少样本', 'Sample', '有效回答少于此数的结果不予采用', 'A result of fewer answers is not taken'),
    }),
    by: Ref('unit', term('组织单位', 'By')),
    questions: Type.Optional(List(Question, term('测评题', 'Questions'), 100)),
    indicator: Ref(
      'indicator',
      term(
        '记入指标',
        'Indicator',
        '结果填报为这个指标的读数，评分可据此计分',
        'The result is a reading of this indicator, which scoring may use',
      ),
    ),
  },
  term('满意度测评', 'Survey'),
);

export const Surveys = List(
  Survey,
  term('满意度测评', 'Surveys', '问谁、问多少人、结果记到哪里', 'Whom, how many, and where the result goes'),
  50,
);

/** A red or black list: who is put on it by published standings, where it hangs, how long, and how one leaves it. */
export const PublicList = Clause(
  {
    name: Name('public-list'),
    kind: Choice({ red: { zh: '红榜', en: 'Red list' }, black: { zh: '黑榜', en: 'Black list' } }, term('性质', 'Kind')),
    ranking: Ref('ranking', term('依据排名', 'Ranking', '公布的排名决定谁上榜', 'Published standings decide who is listed')),
    rank: Type.Optional(Phrase('rank', term('名次', 'Rank', '如 first 3、last 1', '`first 3`, `last 1`'))),
    grade: Type.Optional(Lines(term('等次', 'Grade', '达到这些等次之一', 'One of these grades'))),
    below: Type.Optional(PointsNumber(term('得分低于', 'Below', '不含本数', 'Exclusive'))),
    atLeast: Type.Optional(PointsNumber(term('得分不低于', 'At least', '含本数', 'Inclusive'))),
    overdue: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 9999,
        ...term('逾期问题数', 'Overdue findings', '周期内逾期未整改达到几件', 'So many findings of the period overdue'),
      }),
    ),
    where: Lines(term('公布渠道', 'Where', '如“县政府门户网站”“县电视台”', 'Such as the county website')),
    lasts: within('公布时长', 'Lasts', '到期自动撤下，如 30 days', 'It comes down by itself, such as after `30 days`'),
    appeal: Type.Optional(
      within(
        '申诉期',
        'Appeal',
        '公布排名后多久内可申诉，期满才上榜',
        'How long after publication a unit may object; only then it is listed',
      ),
    ),
    removal: Type.Optional(
      Choice(
        { expiry: { zh: '到期撤下', en: 'By expiry' }, rectified: { zh: '问题全部销号后提前撤下', en: 'Earlier, once all is put right' } },
        term('撤下', 'Removal'),
      ),
    ),
  },
  term('红黑榜', 'Public list'),
);

export const PublicLists = List(
  PublicList,
  term('红黑榜', 'Lists', '什么情况上榜、在哪公布、多久撤下', 'Who is listed, where and for how long'),
  50,
);

/** One level of a credit rating. */
export const Level = Clause(
  {
    name: Line(term('等级', 'Level', '如“五星”“A级”', 'Such as 五星')),
    atLeast: PointsNumber(term('得分不低于', 'At least', '含本数', 'Inclusive')),
  },
  term('等级', 'Level'),
);

/** A star or credit rating of the units of a ranking, from their published points, for a time. */
export const Credit = Clause(
  {
    name: Name('credit'),
    kind: Choice({ star: { zh: '星级', en: 'Stars' }, credit: { zh: '信用等级', en: 'Credit' } }, term('种类', 'Kind')),
    ranking: Ref('ranking', term('依据排名', 'Ranking', '按最近一次公布的得分评定', 'By the points last published')),
    levels: List(Level, term('等级', 'Levels', '从高到低', 'From the best'), 20),
    lasts: within('有效期', 'Lasts', '评定后多久有效', 'How long a rating holds'),
    effect: Type.Optional(Line(term('运用', 'Effect', '如“招标加分”', 'What it is used for'))),
  },
  term('信用评价', 'Credit'),
);

export const Credits = List(
  Credit,
  term('信用评价', 'Credit', '星级或信用等级怎么评、管多久', 'How units are rated, and for how long'),
  50,
);

/** What a bulletin or the paper of a meeting may speak of. */
export const Content = Choice(
  {
    duties: { zh: '检查情况', en: 'Inspections' },
    findings: { zh: '问题整改', en: 'Findings' },
    ranking: { zh: '排名', en: 'Ranking' },
    consequences: { zh: '结果运用', en: 'Consequences' },
    indicators: { zh: '指标进度', en: 'Indicators' },
    milestones: { zh: '时间节点', en: 'Milestones' },
    lists: { zh: '红黑榜', en: 'Lists' },
    credit: { zh: '信用评价', en: 'Credit' },
    complaints: { zh: '群众反映', en: 'Complaints' },
    resolutions: { zh: '议定事项', en: 'Resolutions' },
  },
  term('内容', 'Content'),
);

const Contents = (words: Record<string, unknown>) => Type.Array(Content, { maxItems: 10, uniqueItems: true, ...words });

/** The periods a bulletin or a meeting looks back on. */
const Covers = Choice(
  {
    week: { zh: '周', en: 'Week' },
    'ten-days': { zh: '旬', en: 'Ten-day period' },
    month: { zh: '月', en: 'Month' },
    quarter: { zh: '季度', en: 'Quarter' },
    'half-year': { zh: '半年', en: 'Half-year' },
    year: { zh: '年', en: 'Year' },
  },
  term('反映周期', 'Covers', '写哪个周期的情况', 'Which period it speaks of'),
);

const Which = Choice(
  { last: { zh: '上一期', en: 'The one before' }, running: { zh: '当期', en: 'The running one' } },
  term('哪一期', 'Which', '不填为排定日之前已结束的一期', 'Empty: the one that was over on the planned day'),
);

/** A bulletin (周报、简报、通报). The routine it comes with says when, by whom and what a holiday does. */
export const Report = Clause(
  {
    name: Name('report'),
    comes: Ref('schedule', term('例行事项', 'Comes with', '由哪项例行事项决定何时、由谁印发', 'The routine that says when and by whom')),
    covers: Covers,
    which: Type.Optional(Which),
    contents: Contents(term('内容', 'Contents', '依次写哪些部分', 'Its parts, in order')),
    rankings: Type.Optional(Refs('ranking', term('排名', 'Rankings', '不填为全部排名', 'Empty: every ranking'))),
    to: Type.Optional(Refs('party', term('主送', 'To', '发给哪些单位', 'The units it goes to'))),
    copies: Type.Optional(Lines(term('抄送', 'Copies', '写机关或职务', 'Bodies or posts'))),
    signedBy: Line(term('签发人', 'Signed by', '写职务', 'A post')),
  },
  term('通报', 'Report'),
);

export const Reports = List(
  Report,
  term('通报', 'Reports', '周报、简报、月通报、季通报写什么、发给谁', 'What bulletins say and to whom they go'),
  50,
);

/** A meeting (例会、调度会、点评会). Its paper is made from data; what it decides becomes somebody's work with a day. */
export const Meeting = Clause(
  {
    name: Name('meeting'),
    comes: Ref('schedule', term('例行事项', 'Comes with', '由哪项例行事项决定何时召开', 'The routine that says when')),
    covers: Covers,
    which: Type.Optional(Which),
    agenda: Contents(term('议程', 'Agenda', '会上依次看哪些情况', 'What is looked at, in order')),
    chair: Line(term('主持', 'Chair', '写职务', 'A post')),
    attend: Type.Optional(Refs('party', term('参加单位', 'Attend'))),
  },
  term('会议', 'Meeting'),
);

export const Meetings = List(
  Meeting,
  term('会议', 'Meetings', '例会、调度会看什么、议定事项怎么跟', 'What meetings look at and how decisions are followed'),
  50,
);

export type Topic = Static<typeof Topic>;
export type Channel = Static<typeof Channel>;
export type Survey = Static<typeof Survey>;
export type PublicList = Static<typeof PublicList>;
export type Credit = Static<typeof Credit>;
export type Content = Static<typeof Content>;
export type Report = Static<typeof Report>;
export type Meeting = Static<typeof Meeting>;
