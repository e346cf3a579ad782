import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

const zhClause = (p: Params): string => `${noun('zh', p.holder)}“${p.name ?? ''}”${p.source ? `（${p.source}）` : ''}`;
const enClause = (p: Params): string => `${noun('en', p.holder)} “${p.name ?? ''}”${p.source ? ` (${p.source})` : ''}`;
const zhMeant = (p: Params): string => (p.near ? `是否为“${p.near}”？` : '');
const enMeant = (p: Params): string => (p.near ? ` Did you mean “${p.near}”?` : '');

/** Codes of the public part and the papers of a plan, and of the commands about them. */
export const publicityCodes = {
  'channel.no-topic': 'warning',
  'channel.no-owner': 'error',
  'survey.no-rate': 'error',
  'list.no-criteria': 'error',
  'list.unknown-grade': 'error',
  'list.everybody': 'error',
  'list.no-appeal': 'warning',
  'credit.levels-unordered': 'error',
  'credit.out-of-reach': 'error',
  'report.not-a-bulletin': 'error',
  'report.no-content': 'error',
  'report.empty-content': 'error',
  'meeting.not-a-meeting': 'error',
  'complaint.unknown-channel': 'error',
  'complaint.unknown-topic': 'error',
  'complaint.not-your-channel': 'error',
  'complaint.no-place': 'error',
  'complaint.text-missing': 'error',
  'complaint.bad-day': 'error',
  'complaint.repeated-id': 'error',
  'complaint.no-owner': 'error',
  'resolution.unknown-meeting': 'error',
  'resolution.unknown-unit': 'error',
  'resolution.day-past': 'error',
  'resolution.text-missing': 'error',
  'resolution.too-many-votes': 'error',
  'resolution.not-carried': 'error',
  'resolution.unknown': 'error',
  'resolution.not-your-unit': 'error',
  'resolution.already-done': 'error',
  'bulletin.unknown': 'error',
  'bulletin.not-a-period': 'error',
  'bulletin.not-over': 'error',
  'bulletin.already-issued': 'error',
  'bulletin.too-long': 'error',
  'reading.too-few-answers': 'error',
} as const satisfies Record<string, 'error' | 'warning' | 'hint'>;

type Sentences = Readonly<Record<keyof typeof publicityCodes, (p: Params) => string>>;

/** Their Chinese sentences. */
export const zhPublicity: Sentences = {
  'channel.no-topic': (p) => `${zhClause(p)}没有写受理哪些事项。请逐项写明由谁办理。`,
  'channel.no-owner': (p) => `${zhClause(p)}的事项“${p.topic}”没有写由谁办理。请写责任任务或办理单位。`,
  'survey.no-rate': (p) => `${zhClause(p)}的结果要记入“${p.indicator}”，但它不是由单位填报的比率。请给它写上分子、分母和填报单位。`,
  'list.no-criteria': (p) => `${zhClause(p)}没有写什么情况上榜。请写名次、等次、分数线或逾期问题数。`,
  'list.unknown-grade': (p) => `${zhClause(p)}提到等次“${p.found}”，评分表里没有这个等次（现有：${p.known}）。`,
  'list.everybody': (p) => `${zhClause(p)}取${p.n}个名次，但参排单位只有${p.units}个，或该排名只列分不排名。请减少名次。`,
  'list.no-appeal': (p) => `${zhClause(p)}没有写申诉期。上黑榜之前应让单位有时间申诉，请写明。`,
  'credit.levels-unordered': (p) => `${zhClause(p)}的等级“${p.level}”起分不低于上一级。请从高到低排列。`,
  'credit.out-of-reach': (p) => `${zhClause(p)}的最高等级“${p.level}”高于评分表的最高分，谁也达不到。`,
  'report.not-a-bulletin': (p) => `${zhClause(p)}要随“${p.found}”印发，但它不是通报或报送类的例行事项。`,
  'report.no-content': (p) => `${zhClause(p)}没有写内容。请至少选一部分。`,
  'report.empty-content': (p) => `${zhClause(p)}要写“${noun('zh', p.content)}”，但方案里没有这一部分。请补上或删去。`,
  'meeting.not-a-meeting': (p) => `${zhClause(p)}要随“${p.found}”召开，但它不是会议类的例行事项。`,
  'complaint.unknown-channel': (p) => `没有反映渠道“${p.channel}”。${zhMeant(p)}`,
  'complaint.unknown-topic': (p) => `渠道“${p.channel}”不受理“${p.topic}”。${zhMeant(p) || `可以是：${p.choices}。`}`,
  'complaint.not-your-channel': (p) => `这个渠道由“${p.by}”受理，您属于“${p.unit}”。`,
  'complaint.no-place': () => '请写明地点，或选一个登记过的检查对象。',
  'complaint.text-missing': () => '请写明群众反映了什么。',
  'complaint.bad-day': (p) => `反映日期“${p.found}”不对，应在${p.from}到${p.to}之间。`,
  'complaint.repeated-id': () => '这个编号已登记过另一件群众反映。请刷新后重试。',
  'complaint.no-owner': (p) => `“${p.topic}”在这里有${p.count}个单位可以办理，分不出由谁办。请选一个检查对象，或在方案里指定办理单位。`,
  'resolution.unknown-meeting': (p) => `方案里没有会议“${p.meeting}”。${zhMeant(p)}`,
  'resolution.unknown-unit': (p) => `单位“${p.unit}”不在单位名单中。${zhMeant(p)}`,
  'resolution.day-past': (p) => `完成日${p.due}已经过去。请写今天或以后的日期。`,
  'resolution.text-missing': () => '请写明议定了什么。',
  'resolution.too-many-votes': (p) => `到会${p.present}个单位，却有${p.cast}票。请核对到会单位和票数。`,
  'resolution.not-carried': (p) => `到会${p.present}票，同意${p.for}票，没有过半数，不能作为议定事项。`,
  'resolution.unknown': () => '没有这件议定事项。请刷新后再看。',
  'resolution.not-your-unit': (p) => `这件议定事项由“${p.unit}”办理，只有该单位或办公室可以办结。`,
  'resolution.already-done': (p) => `这件议定事项已在${p.day}办结。`,
  'bulletin.unknown': (p) => `方案里没有通报“${p.report}”。${zhMeant(p)}`,
  'bulletin.not-a-period': (p) => `“${p.period}”不是“${p.report}”的周期，应为${p.example}这样。`,
  'bulletin.not-over': (p) => `${p.period}到${p.last}才结束，结束后才能印发“${p.report}”。`,
  'bulletin.already-issued': (p) => `“${p.report}”${p.period}期已在${p.day}印发。`,
  'bulletin.too-long': (p) => `这份通报有${p.rows}行表格，超过一份Word文件的上限${p.limit}行。请下载 Excel 表或在屏幕上看。`,
  'reading.too-few-answers': (p) => `满意度测评“${p.survey}”至少要${p.sample}份有效回答，现在是${p.found}份，结果不予采用。`,
};

/** Their English sentences. */
export const enPublicity: Sentences = {
  'channel.no-topic': (p) => `The ${enClause(p)} does not say what it takes in. Name each topic and who answers for it.`,
  'channel.no-owner': (p) => `The topic “${p.topic}” of the ${enClause(p)} has nobody who answers for it. Name a task or a unit.`,
  'survey.no-rate': (p) =>
    `The result of the ${enClause(p)} goes to “${p.indicator}”, which is no rate that a unit reports. Give it a numerator, a denominator and a reporting unit.`,
  'list.no-criteria': (p) => `The ${enClause(p)} does not say who is listed. Give a rank, a grade, a mark or a number of overdue findings.`,
  'list.unknown-grade': (p) => `The ${enClause(p)} speaks of the grade “${p.found}”, which the score sheet does not have (${p.known}).`,
  'list.everybody': (p) => `The ${enClause(p)} takes ${p.n} places, but only ${p.units} units are ranked, or none. Take fewer.`,
  'list.no-appeal': (p) => `The ${enClause(p)} leaves no time to object. Say how long a unit may before it is put on a black list.`,
  'credit.levels-unordered': (p) =>
    `The level “${p.level}” of the ${enClause(p)} does not start below the one before. Write them from the best down.`,
  'credit.out-of-reach': (p) =>
    `The best level “${p.level}” of the ${enClause(p)} lies above the cap of the score sheet: nobody can reach it.`,
  'report.not-a-bulletin': (p) => `The ${enClause(p)} comes with “${p.found}”, which is no routine for bulletins or reports.`,
  'report.no-content': (p) => `The ${enClause(p)} has no contents. Choose at least one part.`,
  'report.empty-content': (p) =>
    `The ${enClause(p)} speaks of ${noun('en', p.content)}, of which the plan has nothing. Add it or leave it out.`,
  'meeting.not-a-meeting': (p) => `The ${enClause(p)} comes with “${p.found}”, which is no routine for meetings.`,
  'complaint.unknown-channel': (p) => `There is no channel “${p.channel}”.${enMeant(p)}`,
  'complaint.unknown-topic': (p) =>
    `The channel “${p.channel}” does not take in “${p.topic}”.${enMeant(p) || ` It takes: ${String(p.choices).replaceAll('、', ', ')}.`}`,
  'complaint.not-your-channel': (p) => `“${p.by}” takes in what comes through this channel; you belong to “${p.unit}”.`,
  'complaint.no-place': () => 'Say where it is, or choose a site.',
  'complaint.text-missing': () => 'Write down what was reported.',
  'complaint.bad-day': (p) => `The day “${p.found}” cannot be; it must lie between ${p.from} and ${p.to}.`,
  'complaint.repeated-id': () => 'This id belongs to another complaint. Reload and try again.',
  'complaint.no-owner': (p) => `${p.count} units could answer for “${p.topic}” here. Choose a site, or name the unit in the plan.`,
  'resolution.unknown-meeting': (p) => `The plan has no meeting “${p.meeting}”.${enMeant(p)}`,
  'resolution.unknown-unit': (p) => `“${p.unit}” is not among the units.${enMeant(p)}`,
  'resolution.day-past': (p) => `The day ${p.due} is past. Give today or a later one.`,
  'resolution.text-missing': () => 'Say what was decided.',
  'resolution.too-many-votes': (p) => `${p.present} units were there, but ${p.cast} votes were cast. Check who was there and the votes.`,
  'resolution.not-carried': (p) => `Of ${p.present} votes ${p.for} were for it: no majority, so it is no resolution.`,
  'resolution.unknown': () => 'There is no such resolution. Reload and look again.',
  'resolution.not-your-unit': (p) => `“${p.unit}” has to carry out this resolution; only it or the office can report it done.`,
  'resolution.already-done': (p) => `This resolution was carried out on ${p.day}.`,
  'bulletin.unknown': (p) => `The plan has no report “${p.report}”.${enMeant(p)}`,
  'bulletin.not-a-period': (p) => `“${p.period}” is not a period of “${p.report}”; write it like ${p.example}.`,
  'bulletin.not-over': (p) => `${p.period} ends on ${p.last}; “${p.report}” can be issued after that.`,
  'bulletin.already-issued': (p) => `“${p.report}” for ${p.period} was issued on ${p.day}.`,
  'bulletin.too-long': (p) =>
    `This bulletin has ${p.rows} rows of tables; a Word file takes ${p.limit}. Take the Excel tables, or read it on the screen.`,
  'reading.too-few-answers': (p) => `The survey “${p.survey}” needs at least ${p.sample} answers; ${p.found} are too few to be taken.`,
};
