import type { Catalogue } from '../../shared/language.ts';

const zh = {
  label: '阶段时间轴',
  hint: '拖动横条改日期，拖两端改起止，菱形是时间节点；用键盘时按 Tab 选中、← → 移动。自动停在工作日，或与相邻阶段衔接。',
  bar: '{name}：{from}至{to}',
  barDays: '{name}：{from}至{to}，{n} 个工作日',
  milestone: '时间节点“{name}”：{by}前',
  moveWhole: '移动“{name}”',
  moveFrom: '“{name}”从哪天起',
  moveTo: '“{name}”到哪天止',
  moveMilestone: '时间节点“{name}”',
  longTerm: '长期',
  overlap: '重叠 {n} 天',
  gap: '空 {n} 天',
  today: '今天',
  faultOverlap: '“{before}”与“{after}”重叠 {n} 天（{from}至{to}）',
  faultGap: '“{before}”与“{after}”之间空 {n} 天（{from}至{to}）',
  month: '{m}月',
  year: '{y}年{m}月',
};

/** The words of the line of time. */
export const phaseWords: Catalogue<keyof typeof zh> = {
  zh,
  en: {
    label: 'Phases on a line of time',
    hint: 'Drag a bar to move it, its ends to stretch it; diamonds are milestones. By keyboard: Tab to one, then ← →. Days stop at workdays or where phases meet.',
    bar: '{name}: {from} to {to}',
    barDays: '{name}: {from} to {to}, {n} workdays',
    milestone: 'Milestone “{name}”: by {by}',
    moveWhole: 'Move “{name}”',
    moveFrom: 'First day of “{name}”',
    moveTo: 'Last day of “{name}”',
    moveMilestone: 'Milestone “{name}”',
    longTerm: 'long-term',
    overlap: '{n} days overlap',
    gap: '{n} days uncovered',
    today: 'Today',
    faultOverlap: '“{before}” and “{after}” overlap by {n} days ({from} to {to})',
    faultGap: '{n} days between “{before}” and “{after}” are uncovered ({from} to {to})',
    month: '{m}',
    year: '{m}/{y}',
  },
};
