import type { Move } from '../finding/flow-schema.ts';
import type { Findings } from '../finding/schema.ts';
import { planFile } from './story.fixture.ts';

const moves: readonly Move[] = [
  { name: '申请延期', from: ['处置'], to: '延期审批', by: ['unit'], needs: ['text'], does: 'ask', most: 1 },
  { name: '准予延期', from: ['延期审批'], by: ['office'], does: 'extend', adds: '2 workdays' },
  { name: '不予延期', from: ['延期审批'], by: ['office'], needs: ['text'], does: 'refuse' },
  { name: '申请挂账', from: ['处置'], to: '挂账审批', by: ['unit'], needs: ['text'], does: 'ask' },
  { name: '挂账', from: ['挂账审批'], to: '挂账', by: ['office', 'leader'], needs: ['day'], does: 'suspend' },
  { name: '不予挂账', from: ['挂账审批'], by: ['office', 'leader'], needs: ['text'], does: 'refuse' },
  { name: '恢复办理', from: ['挂账'], to: '处置', by: ['office'], does: 'resume' },
  { name: '并案', from: ['立案', '派遣'], to: '重复', by: ['office'], needs: ['finding'], does: 'duplicate' },
  { name: '作废', from: ['处置'], to: '作废', by: ['leader'], needs: ['text'], does: 'void' },
  { name: '强制结案', from: ['处置', '核查'], to: '结案', by: ['leader'], needs: ['text'], does: 'force-close' },
  { name: '申诉', from: ['处置', '结案'], to: '申诉', by: ['unit'], needs: ['text'], does: 'appeal', most: 1 },
  { name: '申诉成立', from: ['申诉'], to: '作废', by: ['leader'], does: 'uphold' },
  { name: '申诉不成立', from: ['申诉'], by: ['leader'], needs: ['text'], does: 'reject' },
];

/** The findings of a county with seven steps and every exception there is. */
export const sevenSteps: Findings = {
  notice: { name: '任务派遣单', within: '3 workdays' },
  reply: { photo: true },
  flow: 'seven-step',
  stages: [
    { name: '派遣', is: 'pending', within: '2 work hours' },
    { name: '核查', is: 'replied', within: '1 workday' },
    { name: '延期审批', is: 'suspended' },
    { name: '挂账审批', is: 'suspended' },
    { name: '挂账', is: 'suspended' },
    { name: '申诉', is: 'suspended' },
    { name: '重复', is: 'duplicate' },
    { name: '作废', is: 'void' },
  ],
  moves: [...moves],
  classes: [
    {
      edition: '2013年版',
      from: '2013',
      list: [
        {
          name: '井盖',
          kind: 'part',
          group: '公用设施',
          code: '0101',
          unit: '城管所',
          within: '4 urgent work hours',
          becomes: ['01001', '01002'],
        },
        { name: '暴露垃圾', kind: 'event', group: '市容环境', code: '0101', becomes: ['06010'] },
      ],
    },
    {
      edition: '2026年版',
      from: '2026-07-01',
      list: [
        { name: '供水井盖', kind: 'part', group: '市政公用设施', code: '01001', unit: '城管所' },
        { name: '污水井盖', kind: 'part', group: '市政公用设施', code: '01002', unit: '城管所' },
        { name: '暴露垃圾', kind: 'event', group: '市容环境', code: '06010' },
      ],
    },
  ],
  lookBack: { every: 'month', share: 50 },
  source: '五（二）',
};

/** The small plan with those findings; `不占道` is filed under 暴露垃圾. */
export const sevenStepPlan = (change: Partial<Findings> = {}): Record<string, unknown> => {
  const plan = planFile();
  const [list] = plan.checklists as { items: Record<string, unknown>[] }[];
  const items = (list?.items ?? []).map((item) => (item.name === '不占道' ? { ...item, class: '暴露垃圾' } : item));
  return { ...plan, checklists: [{ ...list, items }], findings: { ...sevenSteps, ...change } };
};
