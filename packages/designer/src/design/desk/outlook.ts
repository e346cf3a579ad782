import { addDays, type CompiledPlan, type Day, type Duty, dutiesOf, later } from '@xiuhua/engine';

/** One round of a schedule: the duties it makes on one day, told together. */
export interface Round {
  readonly from: Day;
  readonly due: Day;
  readonly planned: Day;
  readonly schedule: string;
  readonly provisional: boolean;
  readonly sites: readonly string[];
}

/** What a plan brings in the next days. */
export interface Outlook {
  readonly count: number;
  readonly rounds: readonly Round[];
}

const joined = (rounds: Map<string, Round>, duty: Duty): void => {
  const key = `${duty.from} ${duty.schedule} ${duty.due}`;
  const { from, due, planned, schedule, provisional, site } = duty;
  const round = rounds.get(key) ?? { from, due, planned, schedule, provisional, sites: [] };
  rounds.set(key, { ...round, sites: [...round.sites, site] });
};

/** The inspections of a plan from a day on, for so many days, in the order of their first day. */
export const outlook = (plan: CompiledPlan, today: Day, days: number): Outlook => {
  const start = later(today, plan.from);
  const duties = dutiesOf(plan, start, addDays(start, days - 1));
  const rounds = new Map<string, Round>();
  for (const duty of duties) joined(rounds, duty);
  return { count: duties.length, rounds: [...rounds.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) };
};
