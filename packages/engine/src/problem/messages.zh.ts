import { zhCases } from './cases.ts';
import type { ProblemCode } from './codes.ts';
import { zhLint } from './lint.zh.ts';
import { zhLogs } from './logs.ts';
import { noun } from './nouns.ts';
import { zhOutside } from './outside.ts';
import type { Params } from './problem.ts';
import { zhPublicity } from './publicity.ts';
import { zhRefusals } from './refusals.zh.ts';
import { zhReviews } from './reviews.ts';
import { zhScenarios } from './scenarios.ts';
import { zhTables } from './tables.ts';
import { zhTimes } from './times.ts';
import { zhUppers } from './upper.ts';

const word = (code: Params[string]): string => noun('zh', code);
/** 任务“重点卡口封控”（三（一））, or less when less is known. */
const clause = (p: Params): string => `${p.holder ? `${word(p.holder)}“${p.name ?? ''}”` : ''}${p.source ? `（${p.source}）` : ''}`;
const of = (p: Params): string => (clause(p) ? `${clause(p)}的` : '');
const meant = (p: Params): string => (p.near ? `是否为“${p.near}”？` : '');

/** The Chinese sentence of every problem: what is wrong, where in the words of the document, what to do. */
export const zh: Readonly<Record<ProblemCode, (p: Params) => string>> = {
  'json.syntax': (p) => `第${p.line}行第${p.column}列不是正确的JSON：${p.detail}。请检查引号、逗号和括号。`,
  'json.too-large': (p) => `内容有${p.size}字节，超过上限${p.limit}字节。请拆分或删减后再提交。`,
  'json.too-deep': (p) => `内容嵌套超过${p.limit}层。请检查是否有多余的括号。`,
  'json.forbidden-key': (p) => `不允许使用键“${p.key}”。请删除它。`,
  'json.duplicate-key': (p) => `键“${p.key}”在同一处写了两次。请保留一个。`,

  'shape.unknown-key': (p) => `${of(p)}“${p.key}”不是方案格式里的键。${p.near ? `是否为“${p.near}”？` : '请删除，或把说明写进“note”。'}`,
  'shape.missing-key': (p) => `${of(p)}“${p.term}”（${p.key}）没有填写。请补上。`,
  'shape.wrong-kind': (p) => `${of(p)}“${p.term}”应为${word(p.expected)}，现在是${word(p.found)}。`,
  'shape.empty': (p) => `${of(p)}“${p.term}”不能为空。`,
  'shape.too-long': (p) => `${of(p)}“${p.term}”超过上限${p.limit}。请缩短或拆分。`,
  'shape.out-of-range': (p) => `${of(p)}“${p.term}”应在${p.low}到${p.high}之间，现在是${p.found}。`,
  'shape.not-a-choice': (p) => `${of(p)}“${p.term}”写的“${p.found}”不在可选值中：${p.choices}。${meant(p)}`,
  'shape.repeated': (p) => `${of(p)}“${p.term}”里“${p.found}”写了两次。请删去一个。`,

  'name.duplicate': (p) => `${word(p.kind)}“${p.found}”出现了两次。同类名称不得重复，请改名。`,
  'name.unknown': (p) => `${of(p)}${p.term}“${p.found}”不在${word(p.kind)}名单中。${p.near ? meant(p) : `请先登记这个${word(p.kind)}。`}`,
  'name.alias-taken': (p) => `单位“${p.name}”的别称“${p.found}”已是另一个单位的叫法。请改用不同的别称。`,

  'day.impossible': (p) => `${of(p)}“${p.term}”写的“${p.found}”不是存在的日期。请按“2026-11-07”的样子填写。`,
  'day.reversed': (p) => `${of(p)}止日${p.to}早于起日${p.from}。`,
  'phrase.unreadable': (p) => `${of(p)}${word(p.kind)}“${p.found}”读不懂。可以写：${p.examples}。`,
  'points.too-fine': (p) => `${of(p)}“${p.term}”最多三位小数，现在是${p.found}。`,

  'rule.too-large': (p) => `规则超过${p.limit}个字符。请拆成几条。`,
  'rule.too-deep': (p) => `规则嵌套超过${p.limit}层。请拆成几条。`,
  'rule.too-many-parts': (p) => `规则超过${p.limit}个部分。请拆成几条。`,
  'rule.not-an-operator': (p) => `规则的每一部分只能有一个运算，这里写了“${p.keys}”。`,
  'rule.unknown-operator': (p) => `没有“${p.name}”这种运算。${meant(p)}`,
  'rule.forbidden-name': (p) => `不允许使用名称“${p.name}”。`,
  'rule.unknown-name': (p) => `规则引用的“${p.name}”不存在。${meant(p)}`,
  'rule.computed-name': () => '名称必须直接写出，不能由规则算出。',
  'rule.outside-list': (p) => `列表运算里只能引用列表的元素，不能引用“${p.name}”。`,
  'rule.reads-later': (p) => `规则“${p.rule}”引用了“${p.name}”，而它排在后面。请调整先后。`,
  'rule.name-taken': (p) => `名称“${p.name}”已被使用。请改名。`,
  'rule.wrong-arity': (p) =>
    `“${p.operator}”需要${p.most === undefined ? `至少${p.least}` : p.least === p.most ? p.least : `${p.least}到${p.most}`}项，这里有${p.found}项。`,
  'rule.wrong-type': (p) => `“${p.operator}”的这一项应为${word(p.expected)}，现在是${word(p.found)}。`,
  'rule.wrong-result': (p) => `规则“${p.rule}”的结果应为${word(p.expected)}，现在是${word(p.found)}。`,
  'rule.mixed-kinds': (p) => `${word(p.first)}和${word(p.second)}不能放在一起比较或取舍。`,
  'rule.bad-literal': (p) => `规则里不能写“${p.found}”。数字最多12位小数；“没有值”请用 known 或 default。`,
  'rule.bad-day': (p) => `“${p.found}”不是存在的日期。请写成2026-11-07这样。`,
  'rule.bad-days': (p) => `天数必须是${p.least}到${p.most}之间的整数。`,
  'rule.no-calendar': (p) => `“${p.operator}”要用工作日历，这里没有。`,
  'rule.unknown-choice': (p) => `“${p.found}”不在可选值中：${p.choices}。${meant(p)}`,
  'rule.unknown-group': (p) => `没有名为“${p.found}”的单位组或类别。${meant(p)}`,
  'rule.never-holds': () => '这个比较永远不成立，请检查界限。',
  'rule.division-by-zero': () => '除数可能是0。请先用“如果”排除0。',
  'rule.division-unrounded': () => '除法必须写明怎样取整，例如 {"round": [{"/": […]}, 2, "half-up"]}；直接与目标比较时不必。',
  'rule.unknown-rounding': (p) => `取整方式“${p.found}”不对，可以是：${p.choices}。`,
  'rule.too-fine': () => '结果的小数位会越来越多。请用 round 取整。',
  'rule.may-exceed': (p) => `规则“${p.rule}”在列表最长时要${p.most}步，超过上限${p.limit}步，届时这一项不计。请缩短列表或减少嵌套。`,
  'rule.over-limit': (p) => `规则超限：“${p.rule}”运算量超过${p.limit}步，这一项不计，其余照常。`,
  'rule.bad-answer': (p) => `“${p.name}”的答案不符合要求，规则“${p.rule}”无法计算。`,
  'rule.second-opinion': (p) => `规则“${p.rule}”两种算法结果不同：本系统为${p.ours}，对照为${p.theirs}，答案为${p.answers}。请停用并报告。`,
  'answer.missing': (p) => `“${p.name}”没有回答。`,
  'answer.unknown': (p) => `“${p.name}”不是要回答的项目。${meant(p)}`,
  'answer.wrong-kind': (p) => `“${p.name}”应为${word(p.expected)}。`,
  'answer.not-a-choice': (p) => `“${p.name}”的“${p.found}”不在可选值中。${meant(p)}`,
  'answer.out-of-range': (p) => `“${p.name}”应在${p.low}到${p.high}之间，最多${p.decimals}位小数。`,
  'answer.too-long': (p) => `“${p.name}”超过上限${p.limit}。`,

  'unit.circle': (p) => `单位的上级或并入关系绕成了圈：${p.units}。请断开其中一处。`,
  'unit.no-successor': (p) => `${clause(p)}到${p.until}为止，但没有写并入哪个单位。未办结的事项将无人接手。`,
  'group.empty': (p) => `${clause(p)}里一个单位也没有。请列出单位，或检查所写的类别。`,
  'group.open': (p) => `${clause(p)}写明名单未列尽，目前按${p.units}个单位计算。印发前请核对。`,
  'area.circle': (p) => `片区的上下级绕成了圈：${p.areas}。请断开其中一处。`,
  'area.count-differs': (p) => `${clause(p)}写明下辖${p.declared}个，名单里有${p.found}个。请核对。`,
  'place.two-grades': (p) => `${clause(p)}在“${p.scheme}”里同时是“${p.one}”和“${p.other}”。请保留一个。`,

  'phase.none': () => '方案没有阶段。请在“工作步骤”中至少写一个阶段。',
  'phase.overlap': (p) =>
    `${clause(p)}与上一阶段“${p.before}”重叠${p.days}天：上一阶段到${p.to}，本阶段从${p.from}开始。请把本阶段改为${p.remedy}开始。`,
  'phase.gap': (p) => `${clause(p)}与上一阶段“${p.before}”之间空了${p.days}天（${p.from}至${p.to}）。这几天没有检查安排，请确认。`,
  'phase.before-issued': (p) =>
    `${clause(p)}到${p.to}已经结束，方案${p.issued}才印发，这一阶段不会有任何检查和考核。请改阶段日期，或删去这一阶段。`,
  'phase.reversed': (p) => `${clause(p)}的截止日${p.to}早于起始日${p.from}。请改正其中一个。`,
  'phase.long-term-not-last': (p) => `${clause(p)}是长期阶段，后面却还有“${p.after}”。长期阶段只能放在最后。`,
  'phase.no-review': (p) => `${clause(p)}是长期阶段，但没有写复评日。请写明何时复评。`,
  'phase.milestone-outside': (p) => `时间节点“${p.milestone}”的期限${p.by}不在${clause(p)}之内（${p.from}至${p.to}）。`,

  'task.no-party': (p) => `${clause(p)}没有牵头单位，也没有责任单位。请至少写一个。`,
  'task.joint-without-lead': (p) => `${clause(p)}写了共同牵头单位，却没有牵头单位。请指定排在首位的牵头单位。`,
  'quota.not-distributed': (p) => `${clause(p)}没有分解到单位。请写明各单位任务量。`,
  'quota.sum-differs': (p) => `${clause(p)}总量${p.total}${p.unit}，分解合计${p.split}${p.unit}，两者不等。请核对。`,
  'task.due-outside': (p) => `${clause(p)}的完成期限${p.due}不在任何阶段之内。`,
  'task.unchecked': (p) => `${clause(p)}没有任何检查项。它不会产生问题，也不会影响得分。`,

  'set.undefined': (p) => `${clause(p)}应有${p.declared}项，但没有列出内容。请补上，或删去这个说法。`,
  'set.partial': (p) => `${clause(p)}应有${p.declared}项，只列了${p.found}项（注明未列尽）。`,
  'set.count-differs': (p) => `${clause(p)}名称写明${p.declared}项，内容数出来是${p.found}项。请核对。`,
  'set.parts-differ': (p) => `${clause(p)}的分项数合计${p.found}，与应有数${p.declared}不等。`,
  'set.not-checked': (p) => `${clause(p)}对应“${p.set}”，但没有检查：${p.items}。`,
  'item.no-task': (p) => `${clause(p)}没有写所属任务，不合格时不知道归谁。请选择任务，或指定责任单位。`,
  'item.no-points': (p) => `${clause(p)}没有写扣几分。不扣分请写0。`,
  'item.no-choices': (p) => `${clause(p)}是选择题，但没有选项。`,
  'item.no-columns': (p) => `${clause(p)}是明细表，但没有列。`,
  'item.bounds-reversed': (p) => `${clause(p)}的最小值${p.least}大于最大值${p.greatest}。`,
  'item.most-below-points': (p) => `${clause(p)}最多扣${p.most}分，低于一次的${p.points}分。`,
  'checklist.empty': (p) => `${clause(p)}没有检查项。请至少写一项。`,
  'checklist.no-site': (p) => `${clause(p)}适用的类别“${p.class}”下没有检查对象。请先登记对象。`,
  'checklist.unscheduled': (p) => `${clause(p)}没有排进检查安排，不会有人去查。`,

  'indicator.no-source': (p) => `${clause(p)}没有写数据从哪里来。请写明由哪个单位填报，或从检查记录自动计算；否则只能一直显示“无数据”。`,
  'indicator.two-sources': (p) => `${clause(p)}既要单位填报又要自动计算。请只留一种。`,
  'indicator.no-task': (p) => `${clause(p)}没有对应的任务，靠什么完成不清楚。请写明责任任务。`,
  'indicator.no-target': (p) => `${clause(p)}没有目标。它只会被记录，不会判断完成与否。`,
  'indicator.no-operands': (p) => `${clause(p)}的“${p.target}”是两样东西之比，却没有写分子和分母。请在“比率”中写明。`,
  'indicator.half-rate': (p) =>
    `${clause(p)}的比率只说了一半：自动计算的分子、分母和“比率”的说明（含分母为零时怎么办）要么都写，要么都不写。`,
  'indicator.not-summable': (p) => `${clause(p)}以“${p.unit}”计，各单位的数不能相加。请写明分子和分母，或改为逐个单位考核。`,
  'indicator.too-fine': (p) => `${clause(p)}的数值最多六位小数，现在是${p.found}。`,
  'indicator.no-comparator': (p) =>
    `${clause(p)}的指标值“${p.found}”没有说怎么比。不低于写“at least ${p.found}”，不超过写“at most ${p.found}”，正好写“exactly ${p.found}”。`,
  'indicator.range-reversed': (p) => `${clause(p)}的范围写反了：${p.low}大于${p.high}。请调换。`,
  'indicator.no-baseline': (p) => `${clause(p)}的目标“${p.target}”要与基线比，却没有写基线。请写明基线值和基线日。`,
  'indicator.below-baseline': (p) => `${clause(p)}的目标${p.target}还不如基线（${p.day}为${p.baseline}）。请核对数字或方向。`,
  'indicator.unit-implausible': (p) =>
    `${clause(p)}的目标${p.target}与计量单位“${p.unit}”不大相符：${
      {
        over: '超过了全部',
        ratio: '比例应以“倍”或“比”计',
        percent: '百分比再提高百分之几容易误解，升降百分点请去掉%',
        fraction: '按个数计的不会有小数',
      }[String(p.detail)]
    }。请核对。`,
  'indicator.no-due': (p) => `${clause(p)}的目标“${p.target}”是累计数，却没有写期限。请写明到哪年或哪天。`,
  'indicator.due-outside': (p) => `${clause(p)}的目标“${p.target}”期限为${p.due}，不在${p.from}至${p.to}之内。请核对。`,
  'indicator.two-scopes': (p) => `${clause(p)}的目标“${p.target}”同时限定了几种范围。片区、类别、等级、逐个单位只能选一种。`,
  'indicator.child-sum': (p) => `${clause(p)}的目标“${p.target}”分解到${p.units}个单位，合计${p.sum}，与目标不符。请调整。`,
  'indicator.conflict': (p) => `${clause(p)}的目标“${p.target}”与“${p.other}”相互矛盾：范围和期限相同。请保留一个。`,
  'indicator.annual-vs-cumulative': (p) =>
    `${clause(p)}的累计目标“${p.target}”低于各年目标之和（${p.years}年合计${p.sum}）。请核对以哪个为准。`,

  'finding.no-notice': () => '方案有检查表，却没有写“问题整改”。请写明整改通知和时限。',
  'finding.no-owner': (p) =>
    `检查项“${p.item}”在“${p.site}”不合格时找不到责任单位：任务“${p.task}”的责任单位都不管护这里。请给检查项指定责任单位，或改正检查对象的管护单位。`,
  'finding.many-owners': (p) =>
    `检查项“${p.item}”在“${p.site}”不合格时有${p.count}个单位都可能负责（${p.units}）。请给检查项指定责任单位。`,

  'scoring.incomplete': (p) => `${clause(p)}是“${noun('zh', `rule-${p.kind}`)}”，还要写${noun('zh', `key-${p.key}`)}（${p.key}）。`,
  'scoring.veto-no-basis': (p) => `${clause(p)}是一票否决，但没有写所依据的文件。一票否决不能自行设定，请写明依据。`,
  'scoring.no-rounding': (p) => `${clause(p)}要做除法，但没有写如何取整。请选择四舍五入、向上或舍去。`,
  'scoring.weights-differ': (p) => `${clause(p)}各部分权重合计${p.sum}%，不是100%。确实如此请保留，否则请改正。`,
  'scoring.grades-unordered': (p) => `${clause(p)}的等次没有从高到低排列，后面的永远轮不到。请重新排列。`,
  'scoring.no-passmark': (p) => `${clause(p)}有等次，但没有写哪些算合格。`,
  'scoring.no-rule': (p) => `${clause(p)}没有评分规则，也没有组成部分，所有单位都只有基础分。`,
  'scoring.circle': (p) => `${clause(p)}绕了一圈又用到自己。请断开其中一处。`,
  'scoring.periods-differ': (p) => `${clause(p)}与“${p.other}”的周期对不上：加权组成要同周期，按期合成要用更短的周期。`,
  'scoring.units-differ': (p) => `“${p.other}”不考核${p.units}，${clause(p)}却要用到它们的分。请让两张表的考核对象一致。`,
  'scoring.points-missing': (p) => `${clause(p)}没有写分值。除“检查不合格项”外，每条规则都要写每次几分。`,
  'scoring.bounds-reversed': (p) => `${clause(p)}的最低分${p.floor}高于最高分${p.cap}。`,
  'scoring.base-outside': (p) => `${clause(p)}的基础分${p.base}不在最低分${p.floor}和最高分${p.cap}之间。`,
  'scoring.most-below-points': (p) => `${clause(p)}封顶${p.most}分，低于一次的${p.points}分，第一次就会被截断。`,
  'scoring.no-figure': (p) =>
    `${clause(p)}依据的指标“${p.indicator}”不按评分表“${p.sheet}”的被考核单位（如“${p.unit}”）填报，永远没有数，只会按“没有数据时”处理。请由单位组各报各的，或在目标里写“逐个单位”。`,

  'ranking.unit-twice': (p) => `${clause(p)}把“${p.unit}”分进了两个组。一个单位只能在一个组里排名。`,
  'ranking.unit-outside': (p) => `${clause(p)}的分组没有包括：${p.units}。这些单位不会出现在排名里。`,
  'ranking.group-too-small': (p) => `${clause(p)}只有${p.units}个单位，少于最少参排数${p.smallest}，永远不会排名。`,
  'consequence.no-trigger': (p) => `${clause(p)}没有写触发条件。请写名次、等次或分数线。`,
  'consequence.no-action': (p) => `${clause(p)}没有写怎么处理。`,
  'consequence.no-basis': (p) => `${clause(p)}没有写出自哪一条，也没有写依据的文件。奖惩必须有出处。`,
  'consequence.not-ranked': (p) => `${clause(p)}看名次，但“${p.ranking}”只列分、不排名。`,
  'consequence.unknown-grade': (p) => `${clause(p)}提到等次“${p.found}”，评分表里没有这个等次（现有：${p.known}）。`,
  'consequence.never': (p) => `${clause(p)}的分数线永远达不到，不会触发。`,
  'consequence.gaps-undecided': (p) => `${clause(p)}要求连续，但没有写没有公布的一期算不算中断。请选择。`,
  'consequence.transfer-without-rank': (p) => `${clause(p)}要扣减经费，但触发条件不是名次，无法确定扣哪些单位。`,
  'consequence.transfer-overlap': (p) => `${clause(p)}扣减和奖励的名次有重叠：最小的组只有${p.units}个单位。`,
  'consequence.rank-too-deep': (p) => `${clause(p)}要看${p.n}个名次，但参排单位只有${p.units}个，所有单位都会触发。`,
  'consequence.window-missing': (p) => `${clause(p)}要求${p.times}次，却没有写在多长时间内统计。请写明统计范围。`,
  'consequence.times-beyond-window': (p) => `${clause(p)}要求${p.times}次，但统计范围内最多只有${p.periods}期，永远不会触发。`,
  'consequence.both-ends': (p) => `${clause(p)}与“${p.other}”会同时落到同一个单位：参排${p.units}个单位，前后名次有重叠。`,

  ...zhOutside,
  ...zhPublicity,
  ...zhLogs,
  ...zhReviews,
  ...zhTimes,
  ...zhUppers,
  ...zhScenarios,
  ...zhLint,
  ...zhCases,
  ...zhRefusals,
  ...zhTables,
};
