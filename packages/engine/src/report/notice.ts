import { clockOf, type Day, dayOf } from '../calendar/day.ts';
import { classOf } from '../finding/classes.ts';
import type { Finding } from '../finding/finding.ts';
import type { CompiledPlan } from '../plan/compile.ts';

/** A piece of a printed notice; the head is the letterhead. A table has its head in the first row; a blank is a line to be filled in by hand. */
export type NoticeBlock =
  | { readonly kind: 'head' | 'title' | 'number' | 'addressee' | 'paragraph' | 'issuer' | 'day'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'blank'; readonly label: string };

/** A rectification notice (整改通知单) ready to be printed. */
export interface NoticeDocument {
  readonly notice: string;
  readonly number: number;
  readonly unit: string;
  readonly blocks: readonly NoticeBlock[];
}

const longDay = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

const words = {
  zh: {
    number: (n: number) => `第${n}号`,
    to: (unit: string) => `${unit}：`,
    body: (found: string, site: string) => `${found}在${site}发现下列问题。`,
    due: (due: string, photo: boolean) =>
      `请于${due}前整改到位${photo ? '，并附整改后照片回复' : '并回复'}。逾期未整改的，按考核办法计分。`,
    provisional: '该期限涉及尚未公布放假安排的年份，公布后以重新推算的为准。',
    extended: (n: number) => `该期限含印发以后准予的延期 ${n} 次；先前打印的同号通知单以本单期限为准。`,
    head: ['序号', '问题', '标准', '数量', '依据'],
    basis: (source: string) => `依据：${source}`,
    blanks: ['签收人', '签收日期', '承办人', '核查人'],
  },
  en: {
    number: (n: number) => `No. ${n}`,
    to: (unit: string) => `To ${unit}:`,
    body: (found: string, site: string) => `On ${found} the following was found at ${site}.`,
    due: (due: string, photo: boolean) =>
      `Put it right by ${due} and reply${photo ? ' with photos of the result' : ''}. What is late counts in the score.`,
    provisional: 'This deadline rests on a year whose holiday notice is not out; it will be reckoned anew then.',
    extended: (n: number) =>
      `This deadline includes extensions granted since the notice went out: ${n}. It replaces that of earlier prints.`,
    head: ['No.', 'Finding', 'Standard', 'Spots', 'Clause'],
    basis: (source: string) => `Clause: ${source}`,
    blanks: ['Received by', 'Received on', 'Dealt with by', 'Verified by'],
  },
};

interface DueText {
  readonly text: string;
  readonly provisional: boolean;
  /** How often it was extended since the notice went out. */
  readonly extended: number;
}

const dueText = (finding: Finding, language: 'zh' | 'en'): DueText => {
  const clock = finding.course?.clocks.findLast(({ is }) => is === 'rectifying');
  const day = language === 'zh' ? longDay : (of: Day): string => of;
  const extended = clock?.added.length ?? 0;
  if (!clock?.due) return { text: day(finding.due), provisional: false, extended };
  const time = clockOf(clock.due);
  return { text: `${day(dayOf(clock.due))}${time === '23:59' ? '' : ` ${time}`}`, provisional: clock.provisional, extended };
};

/**
 * The notice that went out for findings of one unit at one site: under the head of whoever issued the plan its number, unit, what was found with its clause, the last
 * moment, and lines to sign. All of them must bear the same notice; none gives `undefined`.
 */
export const noticeDocument = (
  plan: CompiledPlan,
  findings: readonly Finding[],
  language: 'zh' | 'en' = 'zh',
): NoticeDocument | undefined => {
  const [first] = findings;
  if (!first || first.number === 0) return undefined;
  const t = words[language];
  const due = dueText(first, language);
  const rows = findings.map((finding, i): readonly string[] => {
    const item = plan.checklists.get(finding.checklist)?.items.get(finding.item);
    const of = finding.course && classOf(plan.classes, finding.course);
    const what = of ? `${finding.item}（${of.clause.name} ${of.clause.code}）` : finding.item;
    return [String(i + 1), what, item?.item.standard ?? '', String(finding.count), item?.source ?? ''];
  });
  const issued = first.steps.findLast(({ kind }) => kind === 'noticed')?.day ?? first.opened;
  const { name, replyPhoto, source } = plan.notice;
  const { issuer, organization } = plan.plan;
  const signs = [...new Set([organization.body.name, organization.body.office])];
  const blocks: readonly NoticeBlock[] = [
    { kind: 'head', text: issuer },
    { kind: 'title', text: name },
    { kind: 'number', text: t.number(first.number) },
    { kind: 'addressee', text: t.to(first.unit) },
    { kind: 'paragraph', text: t.body(language === 'zh' ? longDay(first.opened) : first.opened, first.site) },
    { kind: 'table', head: t.head, rows },
    { kind: 'paragraph', text: t.due(due.text, replyPhoto) },
    ...(due.extended > 0 ? [{ kind: 'paragraph' as const, text: t.extended(due.extended) }] : []),
    ...(due.provisional ? [{ kind: 'paragraph' as const, text: t.provisional }] : []),
    ...(source === '' ? [] : [{ kind: 'paragraph' as const, text: t.basis(source) }]),
    ...signs.map((text) => ({ kind: 'issuer' as const, text })),
    { kind: 'day', text: language === 'zh' ? longDay(issued) : issued },
    ...t.blanks.map((label) => ({ kind: 'blank' as const, label })),
  ];
  return { notice: first.notice, number: first.number, unit: first.unit, blocks };
};
