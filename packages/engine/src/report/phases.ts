import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledMilestone } from '../phase/compile.ts';
import type { MilestoneView, PhaseView } from './views.ts';

/** Days before its deadline from which a milestone counts as due soon. */
const soon = 7;

const milestoneState = (milestone: CompiledMilestone, reached: Day | undefined, today: Day): MilestoneView['state'] => {
  if (reached !== undefined) return reached <= milestone.by ? 'reached' : 'reached-late';
  if (today > milestone.by) return 'overdue';
  return addDays(today, soon) >= milestone.by ? 'due-soon' : 'ahead';
};

/** The phases and milestones of the plan in force, as of today, in the order of the plan. */
export const phaseViews = (campaign: Campaign, today: Day): readonly PhaseView[] =>
  (planInForce(campaign, today) ?? planInForce(campaign))?.phases.map((phase) => {
    const state = today < phase.from ? 'future' : phase.to !== null && today > phase.to ? 'past' : 'current';
    const milestones = phase.milestones.map((milestone): MilestoneView => {
      const reached = campaign.milestones.get(milestone.name) ?? null;
      return {
        name: milestone.name,
        by: milestone.by,
        source: milestone.source,
        state: milestoneState(milestone, reached?.day, today),
        reached,
      };
    });
    const left = state === 'current' && phase.to !== null ? daysBetween(today, phase.to) : null;
    return { name: phase.name, from: phase.from, to: phase.to, source: phase.source, state, left, milestones };
  }) ?? [];
