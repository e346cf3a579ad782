import type { FlowStage, Move } from './flow-schema.ts';

/** Stages and moves that a plan gets by name. The first stage is where a finding begins. */
export interface BaseFlow {
  readonly stages: readonly FlowStage[];
  readonly moves: readonly Move[];
}

/** Notice, reply, verification: what holds when a plan says nothing. */
const short: BaseFlow = {
  stages: [
    { name: '整改', is: 'rectifying' },
    { name: '核查', is: 'replied' },
    { name: '结案', is: 'closed' },
  ],
  moves: [
    { name: '回复整改', from: ['整改'], to: '核查', by: ['unit'], needs: ['text'], does: 'reply' },
    { name: '核查合格', from: ['核查'], to: '结案', by: ['office', 'inspector'], does: 'close' },
    { name: '退回整改', from: ['核查'], to: '整改', by: ['office', 'inspector'], needs: ['text'], does: 'rework' },
  ],
};

/**
 * The seven steps of digital city management. 信息采集 is where a report waits to be looked at; what an inspector saw
 * himself is collected already and waits to be filed. The unit that answers is named when it is dispatched.
 */
const sevenStep: BaseFlow = {
  stages: [
    { name: '信息采集', is: 'pending' },
    { name: '立案', is: 'pending', visits: true },
    { name: '派遣', is: 'pending' },
    { name: '处置', is: 'rectifying' },
    { name: '反馈', is: 'replied' },
    { name: '核查', is: 'replied' },
    { name: '结案', is: 'closed' },
    { name: '不予立案', is: 'void' },
  ],
  moves: [
    { name: '核实', from: ['信息采集'], to: '立案', by: ['office', 'inspector'], needs: ['text'] },
    { name: '立案', from: ['立案'], to: '派遣', by: ['office'], does: 'file' },
    { name: '不予立案', from: ['信息采集', '立案'], to: '不予立案', by: ['office'], needs: ['text'], does: 'void' },
    { name: '派遣', from: ['派遣'], to: '处置', by: ['office'], needs: ['unit'], does: 'dispatch' },
    { name: '回退', from: ['处置'], to: '派遣', by: ['unit'], needs: ['text'], does: 'send-back' },
    { name: '反馈', from: ['处置'], to: '反馈', by: ['unit'], needs: ['text'], does: 'reply' },
    { name: '批转核查', from: ['反馈'], to: '核查', by: ['office'] },
    { name: '核查合格', from: ['核查'], to: '结案', by: ['office', 'inspector'], does: 'close' },
    { name: '返工', from: ['反馈', '核查'], to: '处置', by: ['office', 'inspector'], needs: ['text'], does: 'rework' },
  ],
};

/** The ready-made flows by name; `own` brings nothing. */
export const baseFlows: Readonly<Record<'short' | 'seven-step' | 'own', BaseFlow>> = {
  short,
  'seven-step': sevenStep,
  own: { stages: [], moves: [] },
};
