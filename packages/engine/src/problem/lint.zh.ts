import type { lintCodes } from './lint-codes.ts';
import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

const clause = (p: Params): string => `${p.holder ? `${noun('zh', p.holder)}“${p.name ?? ''}”` : ''}${p.source ? `（${p.source}）` : ''}`;
/** 任务“甲”（三（一））的“内容”, or “内容”（三（一）） where no clause has a name. */
const spot = (p: Params): string => (p.holder ? `${clause(p)}的“${p.term}”` : `“${p.term}”${clause(p)}`);

/** The Chinese sentences of the lint. */
export const zhLint: Readonly<Record<keyof typeof lintCodes, (p: Params) => string>> = {
  'text.placeholder': (p) => `${spot(p)}里还有没填的“${p.found}”。请填上确切内容。`,
  'text.placeholder-repeated': (p) => `“${p.found}”在全文用了${p.count}处，代表的很可能不是同一个内容。请逐处填写。`,
  'text.typo': (p) => `${spot(p)}里的“${p.found}”疑为“${p.better}”。请改正。`,
  'text.canonical': (p) => `${spot(p)}写作“${p.found}”，规范的说法是“${p.better}”。请统一。`,
  'text.truncated': (p) => `${spot(p)}到“${p.found}”就断了。请补全，或删去多余的标点。`,
  'text.noise': (p) => `${spot(p)}里夹着“${p.found}”，像是复制时带进来的。请删去。`,
  'text.broken-sequence': (p) => `${spot(p)}有“${p.found}”却没有“${p.missing}”。请补上，或重新编号。`,
  'text.person-name': (p) => `${spot(p)}里的“${p.found}”像是人名。方案里写职务，不写姓名。`,

  'basis.number-format': (p) => `文号“${p.found}”写得不规范。年份用六角括号，序号不编虚位，如“${p.better}”。`,
  'basis.edition-conflict': (p) => `“${p.one}”和“${p.other}”是同一文件的不同版本。请只引用一个。`,
  'basis.superseded': (p) => `“${p.found}”已由“${p.better}”替代。请核对后引用现行版本。`,
  'set.two-definitions': (p) => `数字简称“${p.name}”和“${p.other}”像是同一个说法，内容却不一样。请只留一个。`,
  'set.not-registered': (p) => `${spot(p)}提到“${p.found}”，数字简称里没有它的内容。请在数字简称里列出各项。`,

  'party.alias-suspect': (p) => `“${p.one}”和“${p.other}”像是同一个单位。如果是，请合并，把一个写成另一个的别称。`,
  'party.level-prefix': (p) => `多数单位写“${p.prefix}……”，“${p.units}”没有写。请统一单位名称。`,
  'party.multi-lead': (p) => `${clause(p)}有${p.count}个牵头单位，等于没有人负总责。请定一个牵头，其余改为责任或配合单位。`,
  'party.no-lead': (p) => `${clause(p)}没有牵头单位，而${p.others}项其他任务都有。请写明由谁牵头。`,
  'party.not-in-body': (p) => `${clause(p)}的牵头单位“${p.unit}”不是“${p.body}”的成员单位。请把它列入成员，或换一个牵头单位。`,
  'party.undefined-role': (p) => `${clause(p)}由“${p.post}”签发，组织机构里没有这个职务。请写明是谁，或补入组织机构。`,
  'party.expired-unit': (p) => `${clause(p)}交给“${p.unit}”，它在${p.day}已不存在或尚未设立。请换成当时的单位。`,
  'party.group-ellipsis': (p) => `“${p.name}”一个名称里写了几个单位。请分开登记，再编成单位组。`,
  'party.unused': (p) => `单位“${p.name}”没有任务、对象、检查和考核，名单里有它却无事可做。请分派，或删去。`,
  'body.not-constituted': (p) => `“${p.name}”没有副组长，也没有成员单位，却有${p.tasks}项任务要它统筹。请写明由哪些单位组成。`,
  'body.duplicate-power': (p) => `“${p.one}”和“${p.other}”都分管“${p.charge}”。请只留一个。`,
  'body.name-collision': (p) => `机构和单位都叫“${p.name}”，责任分不清。请改一个名称。`,
  'level.foreign-scope': (p) => `${clause(p)}考核“${p.unit}”，它的层级高于印发机关“${p.issuer}”。请核对考核对象。`,

  'phase.no-year': (p) => `${clause(p)}的“${p.term}”写作“${p.found}”，没有年份。请写成${p.example}这样的日期。`,
  'phase.leap-day': (p) => `${clause(p)}到${p.day}为止，而${p.year}年是闰年，2月还有29日。请核对是否漏了一天。`,
  'phase.retroactive': (p) => `${clause(p)}从${p.from}开始，早于印发日期${p.issued}。之前的事不能按它要求，请核对日期。`,
  'task.duplicate': (p) => `${clause(p)}和“${p.other}”的内容一字不差。请合并，或写出区别。`,
  'deliverable.due-outside': (p) => `${clause(p)}的期限${p.by}在方案期限${p.from}至${p.to}之外。请核对。`,

  'item.reads-hidden': (p) =>
    `${clause(p)}要看“${p.reads}”的回答，而“${p.reads}”有时不问，那时本项也问不到。请改条件，或让“${p.reads}”总要回答。`,
  'item.grade-absent': (p) => `${clause(p)}只查“${p.grades}”的对象，“${p.class}”里没有一个是这些等级。请核对等级，或给对象定级。`,
  'item.phase-unscheduled': (p) => `${clause(p)}只在“${p.phases}”检查，而检查安排在这些阶段都不用这张检查表。请改阶段或检查安排。`,
  'item.points-exceed-score': (p) =>
    `${clause(p)}一次扣${p.points}分，评分表“${p.sheet}”总共只有${p.room}分可扣。一项不合格就扣光，请核对。`,
  'place.class-unchecked': (p) => `类别“${p.name}”登记了${p.sites}个对象，没有一项检查安排会去。请安排检查，或不登记。`,

  'indicator.name-drift': (p) => `指标“${p.one}”和“${p.other}”只差几个字，单位相同。如果是同一个，请统一名称。`,
  'indicator.scope-drift': (p) => `指标“${p.one}”和“${p.other}”只是范围不同。请核对口径，分开的写成一个指标的两个目标。`,
  'indicator.qualitative': (p) => `${clause(p)}只说“${p.found}”，没有指标、任务量或成果可以衡量。请写明怎样才算做到。`,

  'schedule.vague-frequency': (p) => `${spot(p)}说“${p.found}”，没有一项检查安排或例行事项落实它。请定下多久一次。`,
  'schedule.no-holiday-rule': (p) => `${clause(p)}没有写遇节假日怎么办（holidays）。请选照常、顺延、提前或取消。`,
  'schedule.day-off': (p) => `${clause(p)}节假日照常，${p.day}（休息日）也要去。如不是本意，请改为顺延。`,
  'schedule.overload': (p) =>
    `“${p.unit}”在${p.day}这一天有${p.visits}次检查要做完（${p.schedules}）。请放宽完成时限、错开日期或少查几处。`,
  'schedule.input-slower-than-output': (p) =>
    `排名“${p.name}”${p.periodWord}一次，供它计分的检查却没有这么勤：${p.period}一次检查也没有。请加密检查，或放长排名周期。`,
  'schedule.no-licence': (p) =>
    `${clause(p)}由“${p.unit}”去检查“${p.class}”。国办发〔2024〕54号规定，议事协调机构和网格员不得对企业实施行政检查。请改由有执法资格的单位检查。`,
  'draw.stratum-unspecified': (p) =>
    `${clause(p)}从“${p.class}”里混抽，其中“${p.grade}”有${p.sites}个，可能一个也抽不到。请分层写明各抽几个。`,

  'scoring.item-over-most': (p) =>
    `检查项“${p.item}”一次扣${p.points}分，而${clause(p)}一个周期最多扣${p.most}分，第一次就扣不足。请统一。`,
  'scoring.counted-twice': (p) => `“${p.item}”不合格一次，${clause(p)}和规则“${p.other}”各扣一遍。如不是本意，请限定范围。`,
  'scoring.grade-unreachable': (p) =>
    `评分表“${p.name}”最${p.way === 'high' ? '高' : '低'}只能得${p.points}分，等次“${p.grade}”永远评不上。请改起分或分值。`,
  'scoring.bonus-idle': (p) =>
    `评分表“${p.name}”的基础分已是最高分，${clause({ ...p, name: p.rule })}只能补回扣掉的分。如要真加分，请提高最高分。`,
  'scoring.rule-never': (p) =>
    `${clause(p)}数的事永远不会发生：${p.why === 'unscheduled' ? '没有检查安排会用到它限定的检查表' : '它限定的范围里没有检查项'}。请改范围或安排检查。`,
  'scoring.milestone-no-unit': (p) => `时间节点“${p.milestone}”没有写责任单位，${clause(p)}逾期时扣不到任何人。请写明责任单位。`,
  'scoring.unit-never-inspected': (p) => `“${p.unit}”被评分表“${p.name}”考核，却没有一处对象或检查项会让它失分，永远满分。请核对考核对象。`,

  'ranking.tie-undefined': (p) => `${clause(p)}没有写同分怎么排（ties）。请写明并列后名次空出还是连续。`,
  'ranking.never-differs': (p) => `排名“${p.name}”依据的评分表没有一条规则会动分，所有单位永远同分。请补评分规则或检查安排。`,
  'consequence.out-of-reach': (p) =>
    `${clause(p)}要得分${p.below === undefined ? `达到${p.atLeast}` : `低于${p.below}`}，评分表最${p.below === undefined ? '高' : '低'}只能到${p.points}分，永远触发不了。请改分数线。`,
  'consequence.always': (p) => `${clause(p)}的分数线谁都够得着：${p.points}分也算，每期都会触发。请改分数线。`,
  'consequence.beyond-plan': (p) => `${clause(p)}要${p.times}次，而方案到${p.to}为止只有${p.periods}期排名。永远触发不了，请减少次数。`,
  'consequence.unless-circle': (p) => `${clause(p)}和“${p.other}”互相让位，同时触发时两条都不提。请只让一条让位。`,
  'consequence.ladder-unordered': (p) => `${clause(p)}的阶梯不是从少到多，第${p.times}次排在更高的一次后面，轮不到它。请按次数从少到多写。`,
  'consequence.no-amount': (p) => `${clause(p)}写了“${p.found}”，没有写多少。请写明金额，或填经费扣减奖励。`,
  'consequence.tie-at-edge': (p) => `${clause(p)}取${p.n}名，同分并列时会多于${p.n}个单位，金额随之增加。请核对这是否是本意。`,

  'waiver.unknown-code': (p) => `暂不处理里的“${p.found}”不是问题代码。${p.near ? `是否为“${p.near}”？` : '请照体检结果填写。'}`,
  'waiver.of-error': (p) => `“${p.found}”是错误，不能暂不处理。请改正后删去这一条。`,
  'waiver.unused': (p) => `暂不处理里的“${p.found}”没有对应的问题，可能已经改好。请删去这一条。`,

  'rehearsal.crowded': (p) =>
    `推演：“${p.unit}”在${p.day}有${p.visits}次检查必须当天做，按${p.possible}次算做不完，这样的日子有${p.days}天。请放宽时限或错开日期。`,
  'rehearsal.never-called': (p) => `推演：${clause(p)}在${p.periods}期里一次也没有触发。请核对条件是不是太严。`,
  'rehearsal.always-called': (p) =>
    `推演：${clause(p)}在${p.periods}期里期期触发，如${p.period}的“${p.unit}”等${p.units}个单位。请核对条件是不是太宽。`,
  'rehearsal.no-difference': (p) =>
    `推演：排名“${p.name}”在${p.period}所有单位同分，${p.periods}期里有${p.same}期如此，排不出名次。请核对评分规则。`,
  'rehearsal.at-floor': (p) =>
    `推演：评分表在${p.period}把${p.units}个单位中的${p.floored}个扣到最低分，如“${p.unit}”，再差也分不出高下。请减小分值或设封顶。`,
};
