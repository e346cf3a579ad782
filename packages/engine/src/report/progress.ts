import { addDays, type Day, daysBetween, lastDayOf } from '../calendar/day.ts';
import { planInForce } from '../campaign/duties.ts';
import { baselineOf, percentOf, progressUnits } from '../campaign/progress.ts';
import type { Campaign, Progress } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';

/** Days before a deadline from which it is called in yellow, and in blue. After it, red. */
export const aheadOf = { yellow: 7, blue: 15 } as const;

/** The reminder of something dated: red past its day, yellow in its last week, blue in its last fortnight; `done`, or nothing yet. */
export type Light = 'done' | 'red' | 'yellow' | 'blue' | 'none';

/** One unit's part in a task or milestone. */
export interface UnitProgress {
  readonly unit: string;
  /** By what was confirmed, whole per cent. */
  readonly percent: number;
  /** The newest report, whatever became of it; null before the first. */
  readonly newest: Progress | null;
}

/** How a task or a milestone goes. */
export interface ProgressView {
  readonly kind: 'task' | 'milestone';
  readonly name: string;
  readonly source: string;
  /** Last day in time; null for a task that runs throughout. */
  readonly due: Day | null;
  /** The day the first plan that named it gave it, and how many days later it is due by now; negative when brought forward. */
  readonly baseline: Day | null;
  readonly slip: number;
  readonly light: Light;
  /** Days until it is due; negative when past; null without a day. */
  readonly left: number | null;
  /** Of all its units together, by what was confirmed; 100 for a milestone reached. */
  readonly percent: number;
  readonly units: readonly UnitProgress[];
}

const lightOf = (due: Day | null, done: boolean, today: Day): Light => {
  if (done) return 'done';
  if (due === null) return 'none';
  if (today > due) return 'red';
  if (addDays(today, aheadOf.yellow) >= due) return 'yellow';
  return addDays(today, aheadOf.blue) >= due ? 'blue' : 'none';
};

interface Dated {
  readonly kind: 'task' | 'milestone';
  readonly name: string;
  readonly source: string;
  readonly due: Day | null;
  readonly dueIn: (plan: CompiledPlan) => Day | null;
}

const viewOf = (campaign: Campaign, plan: CompiledPlan, at: Dated, today: Day): ProgressView => {
  const { kind, name, source, due } = at;
  const reports = [...campaign.progress.values()].filter((one) => one.kind === kind && one.about === name);
  const named = kind === 'task' ? (progressUnits(plan, kind, name) ?? []) : [...new Set(reports.map(({ unit }) => unit))];
  const units = named.map(
    (unit): UnitProgress => ({
      unit,
      percent: percentOf(campaign, { kind, about: name, unit }),
      newest: reports.findLast((one) => one.unit === unit) ?? null,
    }),
  );
  const reached = kind === 'milestone' && campaign.milestones.has(name);
  const mean = units.length === 0 ? 0 : Math.floor(units.reduce((sum, unit) => sum + unit.percent, 0) / units.length);
  const baseline = baselineOf(campaign, at.dueIn);
  return {
    kind,
    name,
    source,
    due,
    baseline,
    slip: due === null || baseline === null ? 0 : daysBetween(baseline, due),
    light: lightOf(due, reached || mean === 100, today),
    left: due === null ? null : daysBetween(today, due),
    percent: reached ? 100 : mean,
    units,
  };
};

const milestoneDay =
  (name: string) =>
  (plan: CompiledPlan): Day | null =>
    plan.phases.flatMap((phase) => phase.milestones).find((one) => one.name === name)?.by ?? null;

const taskDay =
  (name: string) =>
  (plan: CompiledPlan): Day | null => {
    const due = plan.tasks.get(name)?.task.due;
    return due === undefined ? null : lastDayOf(due);
  };

/** Milestones, then tasks, of the plan in force as of today, each in the order of the plan. */
export const progressViews = (campaign: Campaign, today: Day): readonly ProgressView[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  if (!plan) return [];
  const milestones = plan.phases
    .flatMap((phase) => phase.milestones)
    .map(({ name, source, by }): Dated => ({ kind: 'milestone', name, source, due: by, dueIn: milestoneDay(name) }));
  const tasks = [...plan.tasks.values()].map(
    ({ task, source }): Dated => ({ kind: 'task', name: task.name, source, due: taskDay(task.name)(plan), dueIn: taskDay(task.name) }),
  );
  return [...milestones, ...tasks].map((dated) => viewOf(campaign, plan, dated, today));
};
