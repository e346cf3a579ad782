import type { Catalogue } from '../../shared/language.ts';

const zh = {
  label: '阶段时间轴：{bars}',
  bar: '{name}，{from}至{to}',
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
    label: 'Line of time: {bars}',
    bar: '{name}, {from} to {to}',
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
