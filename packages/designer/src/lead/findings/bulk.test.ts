import { type CompiledPlan, compilePlan, type FindingView, type Plan } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import text from '../../../../../examples/xiaoqing/plan.json?raw';
import { people } from '../county.fixture.ts';
import { bulkMoves } from './bulk.ts';

const plan = ((): CompiledPlan => {
  const raw = JSON.parse(text) as Plan;
  const outcome = compilePlan({ ...raw, findings: { ...raw.findings, flow: 'seven-step' } });
  if (!outcome.ok) throw new Error('the example has errors');
  return outcome.value;
})();

const at = (id: string, stage: string, steps: readonly object[] = []): FindingView =>
  ({ id, unit: '小箐社区', course: { plan: plan.hash, stage }, steps }) as unknown as FindingView;

test('what waits in one stage can be filed, dispatched or handed on together, by whoever may', () => {
  const findings = [at('1', '立案'), at('2', '立案'), at('3', '派遣'), at('4', '派遣'), at('5', '核查'), at('6', '核查'), at('7', '反馈')];
  const said = (who: keyof typeof people) =>
    bulkMoves(findings, plan, people[who]).map(({ move, findings: some, dispatches }) => [move, some.length, dispatches]);
  expect(said('office')).toEqual([
    ['立案', 2, false],
    ['派遣', 2, true],
  ]);
  expect(said('inspector')).toEqual([]);
  const sentBack = [at('3', '派遣', [{ does: 'send-back' }]), at('4', '派遣')];
  expect(bulkMoves(sentBack, plan, people.office)).toEqual([]);
  expect(said('community')).toEqual([]);
});
