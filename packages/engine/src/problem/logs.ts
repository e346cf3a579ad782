import type { Params } from './problem.ts';

/** Codes of what can be wrong with a log read from a file. */
export const logCodes = {
  'log.syntax': 'error',
  'log.not-an-event': 'error',
  'log.unknown-event': 'error',
  'log.repeated': 'error',
  'log.out-of-order': 'error',
  'log.gap': 'error',
  'log.bad-figure': 'error',
  'log.unit-ended': 'warning',
  'log.unknown-plan': 'error',
  'log.broken': 'error',
} as const satisfies Record<string, 'error' | 'warning' | 'hint'>;

type Sentences = Readonly<Record<keyof typeof logCodes, (p: Params) => string>>;

/** Their Chinese sentences. */
export const zhLogs: Sentences = {
  'log.syntax': (p) => `记录第${p.line}行不是正确的JSON：${p.detail}。这一行没有计入，其余照常。`,
  'log.not-an-event': (p) => `记录第${p.line}行缺少“${p.key}”，不是一条记录。这一行没有计入，其余照常。`,
  'log.unknown-event': (p) => `记录第${p.line}行的事件“${p.type}”不认识。${p.near ? `是否为“${p.near}”？` : ''}这一行没有计入，其余照常。`,
  'log.repeated': (p) => `记录第${p.line}行的序号${p.seq}前面已经有了。这一行没有计入，其余照常。`,
  'log.out-of-order': (p) => `记录第${p.line}行的序号${p.seq}排在${p.before}之后，次序不对。按文件里的先后计入。`,
  'log.gap': (p) => `记录第${p.line}行的序号从${p.before}跳到${p.seq}，中间少了${p.missing}条。请核对记录是否完整。`,
  'log.bad-figure': (p) => `记录第${p.line}行填报的“${p.indicator}”是“${p.found}”，不是能用的数。这一行没有计入，其余照常。`,
  'log.unit-ended': (p) =>
    `记录第${p.line}行记在“${p.unit}”名下，该单位${p.until}已撤并${p.into ? `，并入“${p.into}”` : ''}。请核对；未办结的由承接单位办理。`,
  'log.unknown-plan': (p) => `记录第${p.line}行印发的方案（${p.plan}）不是给出的方案。请换上记录所依据的方案。`,
  'log.broken': (p) => `记录第${p.line}行接不上前面的记录：${p.detail}。这一行没有计入，其余照常。`,
};

/** Their English sentences. */
export const enLogs: Sentences = {
  'log.syntax': (p) => `Line ${p.line} of the log is no correct JSON: ${p.detail}. It was left out; the rest went on.`,
  'log.not-an-event': (p) => `Line ${p.line} of the log has no “${p.key}” and is no event. It was left out; the rest went on.`,
  'log.unknown-event': (p) =>
    `Line ${p.line} of the log has the unknown event “${p.type}”.${p.near ? ` Did you mean “${p.near}”?` : ''} It was left out; the rest went on.`,
  'log.repeated': (p) => `Line ${p.line} of the log has the number ${p.seq}, which came before. It was left out; the rest went on.`,
  'log.out-of-order': (p) => `Line ${p.line} of the log has the number ${p.seq} after ${p.before}. It was taken in the order of the file.`,
  'log.gap': (p) => `Line ${p.line} of the log jumps from ${p.before} to ${p.seq}: ${p.missing} are missing. See whether the log is whole.`,
  'log.bad-figure': (p) =>
    `Line ${p.line} of the log reports “${p.found}” for “${p.indicator}”, which is no usable number. It was left out; the rest went on.`,
  'log.unit-ended': (p) =>
    `Line ${p.line} of the log stands in the name of “${p.unit}”, which ended on ${p.until}${p.into ? ` and was merged into “${p.into}”` : ''}. Open work goes to its successor.`,
  'log.unknown-plan': (p) => `Line ${p.line} of the log adopts the plan ${p.plan}, which is not the one given.`,
  'log.broken': (p) => `Line ${p.line} of the log does not fit what came before: ${p.detail}. It was left out; the rest went on.`,
};
