import type { Day } from '../calendar/day.ts';
import { sayPeriod } from '../report/words.ts';
import type { Message, MessageKind } from './message.ts';

const zh: Readonly<Record<MessageKind, readonly [name: string, sentence: string]>> = {
  'finding-dispatched': ['派发问题', '{site} · {item}{more}，由{unit}整改，{due}前回复。'],
  'finding-due': ['整改临期', '{site} · {item}，还剩 {left} 个工作日，{due}到期。'],
  'finding-overdue': ['整改超期', '{site} · {item}，{unit}应在{due}前整改，已超期。'],
  'finding-returned': ['整改退回', '{site} · {item}，核查没有通过：{text}'],
  'finding-asked': ['申请待批', '{unit}{move}：{site} · {item}。{text}'],
  'finding-decided': ['申请结果', '{site} · {item}：{move}{until}。{text}'],
  'look-back-drawn': ['回头看', '{period}抽出结案的问题 {n} 件，还有 {left} 件没有回头看。'],
  'reply-waiting': ['回复待核查', '{unit}已回复：{site} · {item}。'],
  'record-returned': ['记录退回', '{site} · {checklist}，请补正后再交。{text}'],
  'record-conflict': ['记录待选定', '{site} · {checklist}，收到不同的记录，请选定一份。'],
  'reading-due': ['指标待填报', '{indicator}{scope}，{period}{by}。'],
  'reading-overdue': ['指标逾期未报', '{indicator}{scope}，{period}应在{due}前填报。'],
  'reading-waiting': ['指标待核实', '{indicator}{scope}，{period}已填报。'],
  'reading-returned': ['指标退回', '{indicator}{scope}，{period}：{text}'],
  'progress-waiting': ['进展待确认', '{name}：{unit}报 {percent}%。'],
  'progress-returned': ['进展退回', '{name}（{percent}%）：{text}'],
  'work-due': ['节点临近', '{name}，{due}到期，还剩 {left} 天。'],
  'work-overdue': ['节点逾期', '{name}，应在{due}前完成，已过 {left} 天。'],
  'appeal-filed': ['申诉待裁决', '{unit}对{ranking}{period}的结果提出申诉。'],
  'appeal-decided': ['申诉已裁决', '{unit}，{ranking}{period}：{verdict}。{text}'],
  'consequence-waiting': ['待签发', '{consequence}：{unit}，{period}。'],
  'ranking-published': ['排名公布', '{ranking}{period}已公布{again}。'],
  'review-waiting': ['方案待审核', '{by}请求审核《{title}》。{text}'],
  'review-decided': ['方案审核结果', '{by}{passed}《{title}》。{text}'],
  'plan-adopted': ['方案印发', '《{title}》第 {version} 版，自{from}起执行。'],
};

const en: typeof zh = {
  'finding-dispatched': ['Finding dispatched', '{site} · {item}{more}, for {unit}, reply by {due}.'],
  'finding-due': ['Deadline near', '{site} · {item}: workdays left {left}, due {due}.'],
  'finding-overdue': ['Deadline passed', '{site} · {item}: {unit} was to put it right by {due}.'],
  'finding-returned': ['Finding returned', '{site} · {item} did not pass: {text}'],
  'finding-asked': ['Request to decide', '{unit}, {move}: {site} · {item}. {text}'],
  'finding-decided': ['Request decided', '{site} · {item}: {move}{until}. {text}'],
  'look-back-drawn': ['Look-back', '{period}: {n} closed findings drawn, still to be looked at: {left}.'],
  'reply-waiting': ['Reply to verify', '{unit} replied: {site} · {item}.'],
  'record-returned': ['Record sent back', '{site} · {checklist}: complete it and hand it in again. {text}'],
  'record-conflict': ['Record to choose', '{site} · {checklist}: different records came in; choose one.'],
  'reading-due': ['Number to report', '{indicator}{scope}, {period}{by}.'],
  'reading-overdue': ['Number overdue', '{indicator}{scope}, {period}: it was due {due}.'],
  'reading-waiting': ['Number to confirm', '{indicator}{scope}, {period} was reported.'],
  'reading-returned': ['Number returned', '{indicator}{scope}, {period}: {text}'],
  'progress-waiting': ['Progress to confirm', '{name}: {unit} reports {percent} %.'],
  'progress-returned': ['Progress returned', '{name} ({percent} %): {text}'],
  'work-due': ['Day near', '{name} is due {due}; days left: {left}.'],
  'work-overdue': ['Day passed', '{name} was due {due}; days past: {left}.'],
  'appeal-filed': ['Appeal to decide', '{unit} appeals against {ranking}, {period}.'],
  'appeal-decided': ['Appeal decided', '{unit}, {ranking}, {period}: {verdict}. {text}'],
  'consequence-waiting': ['To be signed', '{consequence}: {unit}, {period}.'],
  'ranking-published': ['Ranking published', '{ranking}, {period} is published{again}.'],
  'review-waiting': ['Plan to review', '{by} asks for a review of {title}. {text}'],
  'review-decided': ['Plan reviewed', '{by} {passed} {title}. {text}'],
  'plan-adopted': ['Plan adopted', '{title}, version {version}, holds from {from}.'],
};

const words = { zh, en };

const dayText = (day: Day, language: 'zh' | 'en'): string =>
  language === 'zh' ? `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日` : day;

const derived = ({ kind, says }: Message, language: 'zh' | 'en'): Readonly<Record<string, string>> => {
  const isZh = language === 'zh';
  const due = typeof says.due === 'string' && says.due !== '' ? dayText(says.due, language) : '';
  const n = Number(says.n ?? 1);
  const scope = says.scope ? (isZh ? `（${says.scope}）` : ` (${says.scope})`) : '';
  return {
    due,
    scope,
    until: kind === 'finding-decided' && due ? (isZh ? `，期限${due}` : `, due ${due}`) : '',
    more: n > 1 ? (isZh ? `等 ${n} 项` : ` and ${n - 1} more`) : '',
    from: typeof says.from === 'string' ? dayText(says.from, language) : '',
    period: typeof says.period === 'string' ? sayPeriod(says.period, language) : '',
    verdict: isZh ? (says.upheld === 'yes' ? '予以支持' : '不予支持') : says.upheld === 'yes' ? 'upheld' : 'rejected',
    passed: isZh ? (says.passed === 'yes' ? '审核通过了' : '退回了') : says.passed === 'yes' ? 'passed' : 'returned',
    again: Number(says.issue ?? 1) > 1 ? (isZh ? `（第 ${says.issue} 次）` : ` (issue ${says.issue})`) : '',
    by: kind === 'reading-due' ? (due ? (isZh ? `请在${due}前填报` : `, report it by ${due}`) : isZh ? '请填报' : ', to be reported') : '',
  };
};

/** What kind of message it is, in a few words. */
export const sayMessageKind = (kind: MessageKind, language: 'zh' | 'en'): string => words[language][kind][0];

/** A message as one sentence. */
export const sayMessage = (message: Message, language: 'zh' | 'en'): string => {
  const params: Readonly<Record<string, string | number>> = { ...message.says, ...derived(message, language) };
  return words[language][message.kind][1].replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '')).trim();
};
