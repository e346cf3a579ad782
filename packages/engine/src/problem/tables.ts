import type { Params } from './problem.ts';

const meantZh = (p: Params): string => (p.near ? `是否为“${p.near}”？` : '');
const meantEn = (p: Params): string => (p.near ? ` Did you mean “${p.near}”?` : '');

/** The Chinese sentences of what is wrong with a spreadsheet or one of its rows. */
export const zhTables = {
  'table.empty': () => '文件是空的。请选有内容的表格。',
  'table.wrong-kind': () => '这不是Excel或CSV表格。请用Excel另存为“.xlsx”或“CSV（逗号分隔）”后再选。',
  'table.old-kind': () => '这是旧格式（.xls）的表格。请用Excel另存为“.xlsx”后再选。',
  'table.locked': () => '表格加了密码，读不了。请去掉密码另存后再选。',
  'table.broken': () => '表格文件已损坏或不完整，读不了。请用Excel打开另存一份后再选。',
  'table.too-large': (p) => `文件太大，上限${p.limit}。请拆成几份，或删去图片和用不到的工作表。`,
  'table.too-long': (p) => `表格有${p.rows}行，一份Excel文件最多放${p.limit}行。请缩短日期范围，或下载CSV。`,
  'table.too-many-rows': (p) => `表格到第${p.rows}行，上限${p.limit}行。请拆成几份，或删去下面的空行。`,
  'table.too-wide': (p) => `表格到第${p.columns}列，上限${p.limit}列。请删去右边用不到的列。`,
  'table.bad-quote': (p) => `第${p.line}行的引号没有配对，后面的内容分不清。请改正后再选。`,
  'table.unknown-sheet': (p) => `没有工作表“${p.found}”。${meantZh(p)}${p.choices ? `现有：${p.choices}。` : ''}`,
  'table.no-heads': (p) => `没有找到表头。表头一行至少要有：${p.heads}。`,
  'table.wrong-rows': (p) => `有${p.count}行不对，一行也没有写入。请改正这些行再导入。`,
  'table.too-many-sites': (p) => `导入后有${p.count}个检查对象，一份方案最多${p.limit}个，一行也没有写入。请分成几份方案。`,
  'row.missing': (p) => `“${p.term}”没有填。`,
  'row.unknown': (p) => `${p.term}“${p.found}”不在方案中。${p.near ? meantZh(p) : '请先在方案里登记。'}`,
  'row.repeated': (p) => `“${p.found}”前面已经有一行。请删去一行或改名。`,
  'row.too-long': (p) => `“${p.term}”超过${p.limit}个字（${p.found}…）。请缩短。`,
  'row.bad-points': (p) => `分值“${p.found}”不是数，或超过三位小数。`,
  'row.no-points': (p) => `“${p.found}”没有分值，扣分办法里也没有“扣几分”。`,
} satisfies Readonly<Record<string, (p: Params) => string>>;

/** The English sentences; the same keys and parameters as the Chinese ones. */
export const enTables = {
  'table.empty': () => 'The file is empty. Choose a table with something in it.',
  'table.wrong-kind': () => 'This is no Excel or CSV table. Save it from Excel as “.xlsx” or “CSV” and choose it again.',
  'table.old-kind': () => 'This table has the old .xls form. Save it from Excel as “.xlsx” and choose it again.',
  'table.locked': () => 'The table has a password and cannot be read. Save it without one and choose it again.',
  'table.broken': () => 'The table is damaged or not whole and cannot be read. Open it in Excel, save a copy and choose that.',
  'table.too-large': (p) =>
    `The file is too large; the limit is ${p.limit}. Split it, or take out pictures and sheets that are not needed.`,
  'table.too-long': (p) => `The table has ${p.rows} rows; an Excel file takes ${p.limit}. Choose fewer days, or take the CSV file.`,
  'table.too-many-rows': (p) => `The table reaches row ${p.rows}; the limit is ${p.limit}. Split it, or delete empty rows at its end.`,
  'table.too-wide': (p) => `The table reaches column ${p.columns}; the limit is ${p.limit}. Delete columns that are not needed.`,
  'table.bad-quote': (p) =>
    `A quotation mark in row ${p.line} has no partner; what follows cannot be told apart. Mend it and choose the file again.`,
  'table.unknown-sheet': (p) => `There is no sheet “${p.found}”.${meantEn(p)}${p.choices ? ` There are: ${p.choices}.` : ''}`,
  'table.no-heads': (p) => `No row of heads was found. It needs at least: ${p.headsEn}.`,
  'table.wrong-rows': (p) => `${p.count} row(s) are wrong; nothing was written. Mend them and import again.`,
  'table.too-many-sites': (p) =>
    `With these there would be ${p.count} sites; a plan holds ${p.limit} at most. Nothing was written. Split it over several plans.`,
  'row.missing': (p) => `“${p.termEn}” is empty.`,
  'row.unknown': (p) => `${p.termEn} “${p.found}” is not in the plan.${p.near ? meantEn(p) : ' Register it in the plan first.'}`,
  'row.repeated': (p) => `“${p.found}” has a row already. Delete one or rename it.`,
  'row.too-long': (p) => `“${p.termEn}” has more than ${p.limit} characters (${p.found}…). Shorten it.`,
  'row.bad-points': (p) => `The points “${p.found}” are no number, or have more than three decimals.`,
  'row.no-points': (p) => `“${p.found}” has no points, and its deduction rule does not say how many.`,
} satisfies Readonly<Record<string, (p: Params) => string>>;
