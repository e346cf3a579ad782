import type { Plan } from '@xiuhua/engine';

type Findings = Plan['findings'];

/** The findings of the demo: notice, reply and verification as in the template, with what life brings besides. */
export const demoFindings = (template: Findings): Findings => ({
  ...template,
  flow: 'short',
  stages: [
    { name: '延期审批', is: 'suspended' },
    { name: '挂账', is: 'suspended' },
    { name: '作废', is: 'void' },
  ],
  moves: [
    { name: '申请延期', from: ['整改'], to: '延期审批', by: ['unit'], needs: ['text'], does: 'ask', most: 1 },
    { name: '准予延期', from: ['延期审批'], by: ['office', 'leader'], does: 'extend', adds: '2 workdays' },
    { name: '不予延期', from: ['延期审批'], by: ['office', 'leader'], needs: ['text'], does: 'refuse' },
    { name: '挂账', from: ['整改'], to: '挂账', by: ['leader'], needs: ['text', 'day'], does: 'suspend' },
    { name: '恢复办理', from: ['挂账'], to: '整改', by: ['office', 'leader'], does: 'resume' },
    { name: '作废', from: ['整改'], to: '作废', by: ['leader'], needs: ['text'], does: 'void' },
  ],
  lookBack: { every: 'month', draw: 1 },
});
