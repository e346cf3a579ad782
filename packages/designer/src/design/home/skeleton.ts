import { addDays, type Day } from '@xiuhua/engine';
import type { JsonObject } from '../draft/json.ts';

/** What a new plan begins with. */
export interface Beginning {
  readonly title: string;
  readonly issuer: string;
  readonly today: Day;
}

/**
 * The smallest plan without errors: one of everything, to be renamed and added to. The notes say what belongs where;
 * they mean nothing to the engine and can be deleted. In Chinese, as the document will be.
 */
export const skeleton = ({ title, issuer, today }: Beginning): JsonObject => ({
  title,
  issuer,
  goals: ['写一两句话：要解决什么问题，达到什么样子。'],
  organization: {
    body: {
      name: '专项整治工作领导小组',
      head: '主要负责同志',
      office: '领导小组办公室',
      note: '组长写职务，不写姓名。办公室组织检查，不参加考核。',
    },
    units: [{ name: '领导小组办公室' }, { name: '责任单位甲' }, { name: '责任单位乙' }, { name: '责任单位丙' }],
    groups: [{ name: '各责任单位', units: ['责任单位甲', '责任单位乙', '责任单位丙'], note: '参加考核排名的单位放在一组。' }],
    note: '先把方案里会出现的单位列全，后面各章从这里选。',
  },
  places: {
    classes: [{ name: '沿街门面', note: '同一类用同一张检查表。' }],
    sites: [{ name: '东街门面段', class: '沿街门面', units: ['责任单位甲'], note: '要去检查的每一处都登记在这里，写明谁管护。' }],
  },
  phases: [
    { name: '排查阶段', from: today, to: addDays(today, 6), aim: '摸清底数，建立台账' },
    { name: '集中整治阶段', from: addDays(today, 7), to: addDays(today, 36), aim: '集中解决突出问题' },
    { name: '巩固提升阶段', from: addDays(today, 37), to: 'long-term', review: addDays(today, 217), aim: '转入常态管理' },
  ],
  responsibility: { tasks: [{ name: '门前三包', text: '写明做什么、做到什么程度。', responsible: ['各责任单位'] }] },
  checklists: [
    {
      name: '门面检查表',
      for: '沿街门面',
      items: [
        {
          name: '门前干净',
          standard: '无垃圾、积水和油污',
          task: '门前三包',
          points: 1,
          photo: 'on-failure',
          note: '每项写明现场照着什么判断、扣几分。',
        },
      ],
    },
  ],
  schedule: [
    {
      name: '门面周查',
      checklist: '门面检查表',
      every: 'week on monday',
      within: '2 workdays',
      holidays: 'forward',
      sites: 'all',
      by: '领导小组办公室',
    },
  ],
  findings: { notice: { name: '整改通知单', within: '3 workdays' }, reply: { photo: true } },
  scoring: [
    {
      name: '月度考核',
      every: 'month',
      units: '各责任单位',
      base: 100,
      floor: 0,
      cap: 100,
      rules: [
        { name: '检查扣分', kind: 'deduct', each: 'failed-item', note: '不写分值，按检查表扣。' },
        { name: '逾期未整改', kind: 'deduct', each: 'overdue-rectification', points: 2 },
      ],
      unchecked: 'unranked',
    },
  ],
  ranking: [{ name: '月度排名', sheet: '月度考核', order: 'highest-first', ties: 'share', smallest: 2 }],
  consequences: [
    {
      name: '通报表扬',
      when: { ranking: '月度排名', rank: 'first 1' },
      kind: 'praise',
      then: '通报表扬',
      signedBy: '领导小组组长',
      source: '结果运用（一）',
    },
    {
      name: '约谈',
      when: { ranking: '月度排名', rank: 'last 1', times: 2, window: 'half-year' },
      kind: 'sanction',
      then: '约谈单位负责人',
      signedBy: '领导小组组长',
      source: '结果运用（二）',
    },
  ],
});
