/** An operator of the rule language: how many parts it takes, its words, and whether plain JsonLogic has it. */
export interface Operator {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly zh: string;
  readonly en: string;
  readonly own: boolean;
}

const any = 5000;

const standard: readonly (readonly [name: string, least: number, most: number, zh: string, en: string])[] = [
  ['var', 1, 2, '取值', 'value of a name'],
  ['missing', 0, any, '未填的名称', 'names without a value'],
  ['missing_some', 2, 2, '至少填几项', 'names without a value, when fewer than so many have one'],
  ['if', 2, any, '如果', 'if … then … else'],
  ['?:', 3, 3, '如果', 'if … then … else'],
  ['and', 1, any, '并且', 'all hold'],
  ['or', 1, any, '或者', 'one holds'],
  ['!', 1, 1, '不', 'does not hold'],
  ['!!', 1, 1, '是', 'holds'],
  ['==', 2, 2, '等于', 'equals'],
  ['===', 2, 2, '等于', 'equals'],
  ['!=', 2, 2, '不等于', 'differs from'],
  ['!==', 2, 2, '不等于', 'differs from'],
  ['<', 2, 3, '小于', 'is below'],
  ['<=', 2, 3, '不大于', 'is at most'],
  ['>', 2, 2, '大于', 'is above'],
  ['>=', 2, 2, '不小于', 'is at least'],
  ['+', 1, any, '加', 'plus'],
  ['-', 1, 2, '减', 'minus'],
  ['*', 1, any, '乘', 'times'],
  ['/', 2, 2, '除以', 'divided by'],
  ['%', 2, 2, '取余', 'remainder of'],
  ['min', 1, any, '最小值', 'least of'],
  ['max', 1, any, '最大值', 'most of'],
  ['in', 2, 2, '属于', 'is among'],
  ['cat', 1, any, '连接', 'joined text'],
  ['substr', 2, 3, '截取', 'part of a text'],
  ['merge', 0, any, '合并', 'lists as one'],
  ['map', 2, 2, '逐个换算', 'each turned into'],
  ['filter', 2, 2, '筛选', 'those that'],
  ['reduce', 3, 3, '逐个累计', 'gathered one by one'],
  ['all', 2, 2, '全部满足', 'all of the list hold'],
  ['some', 2, 2, '有满足的', 'one of the list holds'],
  ['none', 2, 2, '无一满足', 'none of the list holds'],
];

const added: readonly (readonly [name: string, least: number, most: number, zh: string, en: string])[] = [
  ['round', 3, 3, '取整', 'rounded'],
  ['known', 1, 1, '已有值', 'has a value'],
  ['asked', 1, 1, '已询问', 'was asked'],
  ['default', 2, 5, '无值时取', 'or, without a value,'],
  ['count', 1, 2, '个数', 'how many'],
  ['sum', 1, 2, '合计', 'sum of'],
  ['streak', 2, 2, '最近连续次数', 'latest run of'],
  ['rank', 2, 2, '名次', 'place among'],
  ['belongs', 2, 2, '属于类别', 'is a member of'],
  ['days', 2, 2, '相隔自然日', 'days from … to …'],
  ['workdays', 2, 2, '相隔工作日', 'workdays from … to …'],
  ['add-days', 2, 2, '若干自然日后', 'so many days later'],
  ['add-workdays', 2, 2, '若干工作日后', 'so many workdays later'],
];

/** Every operator by name: those of JsonLogic (without `log`) and the few of our own. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...standard.map(([name, least, most, zh, en]) => [name, { name, least, most, zh, en, own: false }] as const),
  ...added.map(([name, least, most, zh, en]) => [name, { name, least, most, zh, en, own: true }] as const),
]);
