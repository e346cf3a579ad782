import type { Instant } from '../calendar/day.ts';
import type { Actor, Role } from '../campaign/actor.ts';
import type { Command } from '../campaign/command.ts';
import type { CompiledPlan } from '../plan/compile.ts';

/** Everybody who acts in a rehearsal. People are called by post; there are as many as the plan needs. */
export interface People {
  readonly head: Actor;
  readonly clerk: Actor;
  readonly inspector: (unit: string, index: number) => Actor;
  readonly unit: (unit: string) => Actor;
  readonly leader: (post: string) => Actor;
  /** Somebody of the office whose unit is none of these. */
  readonly neutral: (units: readonly string[]) => Actor;
}

const ordinals = '甲乙丙丁戊己庚辛壬癸';

const actor = (account: string, name: string, unit: string, role: Role): Actor => ({ account, name, unit, roles: [role] });

/** How a plan comes into force: the clerk asks, the leader passes it, the head of the office adopts it. */
export const adoptionSteps = (
  { clerk, head, leader }: People,
  plan: string,
  at: Instant,
): readonly { readonly at: Instant; readonly by: Actor; readonly command: Command }[] => [
  { at, by: clerk, command: { type: 'AskReview', plan, text: '' } },
  { at, by: leader(''), command: { type: 'ReviewPlan', plan, passed: true, text: '', remarks: {} } },
  { at, by: head, command: { type: 'AdoptPlan', plan } },
];

/** The people of a plan. The office is the unit that keeps it. */
export const peopleOf = (plan: CompiledPlan): People => {
  const { body } = plan.plan.organization;
  const office = plan.organization.units.get(body.office) ?? body.office;
  const head = actor('office-1', '办公室主任', office, 'office');
  return {
    head,
    clerk: actor('office-2', '办公室经办人', office, 'office'),
    inspector: (unit, index) =>
      actor(`inspector-${unit}-${index + 1}`, `${unit}检查员${ordinals[index] ?? String(index + 1)}`, unit, 'inspector'),
    unit: (unit) => actor(`unit-${unit}`, `${unit}经办人`, unit, 'unit'),
    leader: (post) => actor(`leader-${post}`, post || body.head || '领导小组组长', '', 'leader'),
    neutral: (units) => (units.includes(office) ? actor('office-3', '领导小组督查员', '', 'office') : head),
  };
};
