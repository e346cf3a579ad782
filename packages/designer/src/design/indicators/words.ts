import type { Catalogue } from '../../shared/language.ts';

const zh = {
  title: '指标总表',
  hint: '格子里直接写：≥95、≤9、5-8、≥1:3；只写数字时沿用原来的比法，清空即删去。点名称写其余内容。',
  name: '指标',
  unit: '单位',
  binding: '属性',
  baseline: '基线',
  always: '每期',
  pathHead: '走势',
  cell: '“{name}”{year}目标',
  fixed: '这一年有几个目标或按基线变化，点开逐条写',
  noPath: '—',
  path: '“{name}”目标路径：{points}',
};

/** The words of the table of indicators. */
export const indicatorWords: Catalogue<keyof typeof zh> = {
  zh,
  en: {
    title: 'All indicators',
    hint: 'Type into the cells: ≥95, ≤9, 5-8, ≥1:3; a number alone keeps its comparison, an emptied cell goes away. The name opens the rest.',
    name: 'Indicator',
    unit: 'Unit',
    binding: 'Binding',
    baseline: 'Baseline',
    always: 'Always',
    pathHead: 'Path',
    cell: 'Target of “{name}”, {year}',
    fixed: 'Several targets this year, or one relative to the baseline; open to edit them',
    noPath: '—',
    path: 'Target path of “{name}”: {points}',
  },
};
