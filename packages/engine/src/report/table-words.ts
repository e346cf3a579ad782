const zh = {
  text: '正文',
  reasons: '得分依据',
  findings: '问题台账',
  indicators: '指标进度',
  readings: '填报数据',
  duties: '检查任务',
  dutiesOf: '{from}至{to}的检查任务，共{n}次',
  published: '已公布（第{n}次）',
  unpublished: '未公布，按现有记录测算',
  upcoming: '未到期',
  open: '可检查',
  done: '按期完成',
  late: '逾期完成',
  missed: '未查',
  visited: '已检查',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  text: 'Text',
  reasons: 'Reasons',
  findings: 'Ledger of findings',
  indicators: 'Indicators',
  readings: 'Reported numbers',
  duties: 'Duties',
  dutiesOf: 'Duties from {from} to {to}: {n}',
  published: 'published (issue {n})',
  unpublished: 'not published, by the records so far',
  upcoming: 'not due',
  open: 'open',
  done: 'done in time',
  late: 'done late',
  missed: 'missed',
  visited: 'visited',
};

const heads = {
  text: ['部分|Part', '内容|Text', '条款|Clause'],
  standings: [
    '分组|Group',
    '名次|Rank',
    '单位|Unit',
    '得分|Points',
    '等次|Grade',
    '检查次数|Inspections',
    '不排名原因|Why not ranked',
    '状态|State',
    '条款|Clause',
  ],
  reasons: ['单位|Unit', '层级|Depth', '依据|Reason', '分值|Points', '条款|Clause'],
  indicators: [
    '指标|Indicator',
    '范围|Scope',
    '约束性|Binds',
    '计量单位|Unit',
    '下限|At least',
    '上限|At most',
    '期限|Due',
    '状态|State',
    '现值|Value',
    '分子|Numerator',
    '分母|Denominator',
    '截至|As of',
    '核实|Confirmed',
    '预计到期值|Forecast',
    '条款|Clause',
  ],
  readings: [
    '指标|Indicator',
    '周期|Period',
    '范围|Scope',
    '数据|Number',
    '数值|Value',
    '分子|Numerator',
    '分母|Denominator',
    '状态|State',
    '填报|Reported by',
    '填报日期|Reported on',
    '说明|Words',
  ],
  duties: ['期限|Due', '检查安排|Schedule', '检查表|Checklist', '检查对象|Site', '检查单位|By', '状态|State', '检查日期|Done on'],
} as const;

/** A word of a table for export. */
export type SheetWord = keyof typeof zh;

/** The word with its blanks filled in. */
export const sheetWord = (language: 'zh' | 'en', word: SheetWord, blanks: Readonly<Record<string, string | number>> = {}): string =>
  (language === 'zh' ? zh : en)[word].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''));

/** The head of a table for export. */
export const sheetHead = (language: 'zh' | 'en', table: keyof typeof heads): readonly string[] =>
  heads[table].map((both) => both.split('|')[language === 'zh' ? 0 : 1] ?? '');
