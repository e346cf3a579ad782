import type { Day } from '../calendar/day.ts';
import type { Campaign } from '../campaign/state.ts';
import { classOf } from '../finding/classes.ts';
import { type Finding, isOverdue, timesDone } from '../finding/finding.ts';
import { noun } from '../problem/nouns.ts';

/** One finding in the ledger (台账). */
export interface LedgerRow {
  readonly finding: string;
  /** Running number of the ledger, in the order in which findings were opened. */
  readonly row: number;
  /** Number of its writing-off (销号), in the order of closing; 0 while it is not closed. */
  readonly writtenOff: number;
  readonly notice: number;
  readonly opened: Day;
  readonly site: string;
  readonly item: string;
  /** Class of case, its code and edition; empty where none was named. */
  readonly class: string;
  readonly code: string;
  readonly edition: string;
  readonly unit: string;
  readonly due: Day;
  readonly state: Finding['state'];
  /** The stage of the plan's flow; empty without one. */
  readonly stage: string;
  readonly replied: Day | null;
  readonly closed: Day | null;
  readonly returns: number;
  readonly sentBack: number;
  readonly extensions: number;
  readonly overdue: boolean;
}

/** All findings as rows of the ledger, as of today. A finding reopened loses its number and gets a new one when it is closed again. */
export const ledgerOf = (campaign: Campaign, today: Day): readonly LedgerRow[] => {
  const numbers = new Map(campaign.closings.map((id, i) => [id, i + 1]));
  return [...campaign.findings.values()].map((finding, i): LedgerRow => {
    const { id, site, item, unit, due, state, replied, closed, returns, opened, course } = finding;
    const plan = campaign.versions.find((version) => version.plan.hash === course?.plan)?.plan;
    const of = plan && course && classOf(plan.classes, course);
    return {
      finding: id,
      row: i + 1,
      writtenOff: state === 'closed' ? (numbers.get(id) ?? 0) : 0,
      notice: finding.number,
      opened,
      site,
      item,
      class: of?.clause.name ?? '',
      code: of?.clause.code ?? '',
      edition: course?.edition ?? '',
      unit,
      due,
      state,
      stage: course?.stage ?? '',
      replied,
      closed,
      returns,
      sentBack: timesDone(finding, 'send-back'),
      extensions: timesDone(finding, 'extend'),
      overdue: isOverdue(finding, today),
    };
  });
};

const heads = {
  zh: '序号 销号 通知单号 发现日期 检查对象 问题 案件类别 代码 责任单位 期限 状态 环节 回复日期 结案日期 返工次数 回退次数 延期次数 是否超期',
  en: 'No.|Written off|Notice|Found|Site|Finding|Class|Code|Unit|Due|State|Stage|Replied|Closed|Returned|Sent back|Extended|Overdue',
};

/** The ledger as a table of texts and numbers, head first, for export. What is not there is an empty text. */
export const ledgerTable = (rows: readonly LedgerRow[], language: 'zh' | 'en' = 'zh'): readonly (readonly (string | number)[])[] => [
  heads[language].split(language === 'zh' ? ' ' : '|'),
  ...rows.map((row): readonly (string | number)[] => [
    row.row,
    row.writtenOff || '',
    row.notice || '',
    row.opened,
    row.site,
    row.item,
    row.class,
    row.code,
    row.unit,
    row.due,
    noun(language, row.state),
    row.stage,
    row.replied ?? '',
    row.closed ?? '',
    row.returns,
    row.sentBack,
    row.extensions,
    language === 'zh' ? (row.overdue ? '是' : '否') : row.overdue ? 'yes' : 'no',
  ]),
];
