import type { ProblemCode } from './codes.ts';
import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

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
  'calendar.provisional': (p) => `${of(p)}用到${p.year}年的工作日，该年放假安排尚未公布，先按周一至周五暂定。`,

  'phase.none': () => '方案没有阶段。请在“工作步骤”中至少写一个阶段。',
  'phase.overlap': (p) => `${clause(p)}与上一阶段“${p.before}”重叠${p.days}天：上一阶段到${p.to}，本阶段从${p.from}开始。请把本阶段改为${p.remedy}开始。`,
  'phase.gap': (p) => `${clause(p)}与上一阶段“${p.before}”之间空了${p.days}天（${p.from}至${p.to}）。这几天没有检查安排，请确认。`,
  'phase.reversed': (p) => `${clause(p)}的截止日${p.to}早于起始日${p.from}。请改正其中一个。`,
  'phase.long-term-not-last': (p) => `${clause(p)}是长期阶段，后面却还有“${p.after}”。长期阶段只能放在最后。`,
  'phase.no-review': (p) => `${clause(p)}是长期阶段，但没有写复评日。请写明何时复评。`,
  'phase.milestone-outside': (p) => `时间节点“${p.milestone}”的期限${p.by}不在${clause(p)}之内（${p.from}至${p.to}）。`,

  'task.no-party': (p) => `${clause(p)}没有牵头单位，也没有责任单位。请至少写一个。`,
  'task.due-outside': (p) => `${clause(p)}的完成期限${p.due}不在任何阶段之内。`,
  'task.unchecked': (p) => `${clause(p)}没有任何检查项。它不会产生问题，也不会影响得分。`,

  'checklist.empty': (p) => `${clause(p)}没有检查项。请至少写一项。`,
  'checklist.no-site': (p) => `${clause(p)}适用的类别“${p.class}”下没有检查对象。请先登记对象。`,
  'checklist.unscheduled': (p) => `${clause(p)}没有排进检查安排，不会有人去查。`,

  'finding.no-owner': (p) => `检查项“${p.item}”在“${p.site}”不合格时找不到责任单位：任务“${p.task}”的责任单位都不管护这里。请给检查项指定责任单位，或改正检查对象的管护单位。`,
  'finding.many-owners': (p) => `检查项“${p.item}”在“${p.site}”不合格时有${p.count}个单位都可能负责（${p.units}）。请给检查项指定责任单位。`,

  'schedule.draw-too-large': (p) => `${clause(p)}每次抽${p.count}个，但“${p.class}”只有${p.sites}个对象。请减少抽取数。`,
  'schedule.no-day': (p) => `${clause(p)}在所属阶段内一次也排不上。请检查频次和阶段。`,
  'schedule.self-inspection': (p) => `${clause(p)}由“${p.unit}”检查，而它自己也在“${p.sheet}”中被考核。请换一个检查单位。`,

  'scoring.points-missing': (p) => `${clause(p)}没有写分值。除“检查不合格项”外，每条规则都要写每次几分。`,
  'scoring.bounds-reversed': (p) => `${clause(p)}的最低分${p.floor}高于最高分${p.cap}。`,
  'scoring.base-outside': (p) => `${clause(p)}的基础分${p.base}不在最低分${p.floor}和最高分${p.cap}之间。`,
  'scoring.most-below-points': (p) => `${clause(p)}封顶${p.most}分，低于一次的${p.points}分，第一次就会被截断。`,

  'ranking.group-too-small': (p) => `${clause(p)}只有${p.units}个单位，少于最少参排数${p.smallest}，永远不会排名。`,
  'consequence.rank-too-deep': (p) => `${clause(p)}要看${p.n}个名次，但参排单位只有${p.units}个，所有单位都会触发。`,
  'consequence.window-missing': (p) => `${clause(p)}要求${p.times}次，却没有写在多长时间内统计。请写明统计范围。`,
  'consequence.times-beyond-window': (p) => `${clause(p)}要求${p.times}次，但统计范围内最多只有${p.periods}期，永远不会触发。`,
  'consequence.both-ends': (p) => `${clause(p)}与“${p.other}”会同时落到同一个单位：参排${p.units}个单位，前后名次有重叠。`,

  'command.not-allowed': (p) => `您的岗位不能做“${word(p.command)}”。请联系领导小组办公室。`,
  'command.no-plan': () => '方案还没有印发，暂时不能办理。请先由办公室印发方案。',
  'command.malformed': (p) => `提交的内容不完整或格式不对：${p.detail}。`,
  'plan.unchanged': () => '这份方案已经印发，没有改动。',
  'plan.has-errors': (p) => `方案还有${p.count}个错误，不能印发。请先改正。`,
  'submission.unknown-plan': () => '这条记录所依据的方案不属于本行动。请刷新任务后重试。',
  'submission.unknown-duty': (p) => `检查任务“${p.duty}”不在方案的安排中。请刷新任务后重试。`,
  'submission.not-your-unit': (p) => `这项检查由“${p.by}”承担，您属于“${p.unit}”。`,
  'submission.duty-not-open': (p) => `这项检查从${p.from}开始，现在还不能提交。`,
  'submission.unknown-item': (p) => `检查表“${p.checklist}”里没有“${p.item}”这一项，不能作答。${meant(p)}`,
  'submission.unanswered': (p) => `还有${p.count}项没有作答：${p.items}。`,
  'submission.bad-answer': (p) => `“${p.item}”的作答不对：${p.detail === 'count' ? '只有按处计数且不合格的项才填处数' : '按处计数的项不合格时要填处数'}。`,
  'submission.photo-missing': (p) => `“${p.item}”要求拍照，请补拍后再提交。`,
  'submission.photo-unknown': (p) => `照片（${p.photo}…）还没有上传完成。请等照片传完再提交。`,
  'submission.conflict': () => '同一编号的记录已经收到过，内容不同。两份都已保留，请由办公室核对选定。',
  'finding.unknown': () => '没有这个问题，或者您无权查看。',
  'finding.wrong-state': (p) => `这个问题现在是“${word(p.state)}”，不能这样办理。请刷新后再看。`,
  'finding.not-your-unit': (p) => `这个问题由“${p.unit}”整改，只有该单位可以回复。`,
  'finding.own-work': () => '整改和核查不能是同一单位或同一人。请由其他人员核查。',
  'finding.reason-missing': () => '退回必须写明理由。',
  'milestone.unknown': (p) => `时间节点“${p.milestone}”不在方案中。${meant(p)}`,
  'milestone.already-reached': (p) => `时间节点“${p.milestone}”已在${p.day}办结。`,
  'period.not-a-period': (p) => `“${p.period}”不是“${p.ranking}”的考核周期。`,
  'period.not-over': (p) => `${p.period}到${p.last}才结束，结束后才能公布排名。`,
  'period.already-published': (p) => `${p.period}的“${p.ranking}”已经公布，不能重复公布。`,
  'period.before-campaign': (p) => `${p.period}在方案开始之前，没有可公布的排名。`,
  'consequence.unknown': () => '没有这条结果运用建议。请刷新后再看。',
  'consequence.already-decided': (p) => `这条建议已由${p.by}办理。`,
  'consequence.reason-missing': () => '不予签发必须写明理由。',

  'request.unauthenticated': () => '请先登录。',
  'request.not-found': () => '没有找到，或者您无权查看。',
  'request.malformed': (p) => `请求内容不正确：${p.detail}。${meant(p)}`,
  'request.too-large': (p) => `内容太大，上限${p.limit}。请拆分后再提交。`,
  'request.too-many': (p) => `操作太频繁，请${p.seconds}秒后再试。`,
  'request.wrong-origin': () => '请求来自其他网站，已拒绝。请从本系统页面操作。',
  'request.failed': () => '服务器出错，这次操作没有生效。请稍后重试；仍不行请联系管理员。',
  'setup.needed': () => '系统还没有初始化。请用启动时打印的初始化口令创建管理员。',
  'setup.done': () => '系统已经初始化，请直接登录。',
  'setup.bad-code': () => '初始化口令不对或已过期。请看服务器启动时打印的最新口令。',
  'account.bad-login': () => '账号或密码不对。',
  'account.login-taken': (p) => `账号“${p.login}”已被使用，请换一个。`,
  'account.weak-password': (p) => `密码至少${p.limit}个字符，且不能是常见密码。`,
  'account.disabled': () => '账号已停用。请联系管理员。',
  'draft.moved': (p) => `这份草稿已被${p.by}在${p.at}修改。请先看看对方改了什么，再决定保留哪一份。`,
  'photo.not-a-picture': () => '这不是照片。只接受JPEG、PNG、WebP图片。',
  'photo.hash-mismatch': () => '照片在传输中损坏，请重新上传。',
  'photo.too-large': (p) => `照片太大，上限${p.limit}。`,
  'photo.wrong-offset': (p) => `照片应从第${p.offset}字节续传。`,
  'photo.incomplete': () => '照片还没有传完。',
  'store.full': () => '服务器磁盘已满，这次没有保存。请联系管理员清理后重试，本机内容不会丢。',
  'store.busy': () => '服务器正忙，这次没有保存。请稍后重试。',
};
