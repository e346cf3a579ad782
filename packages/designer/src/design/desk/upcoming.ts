import { addDays, type CompiledPlan, type Day, drawsOf, type Occurrence, occurrencesOf, plainSeeding } from '@xiuhua/engine';

/** How many dates are looked ahead. */
const most = 12;

/** How far ahead they are looked for, in days: a yearly schedule shows three. */
const horizon = 1100;

/** Draws made to look at. */
const samples = 3;

/** One date of a schedule: the day the plan names, the day it falls on, and the last day in time. */
export type UpcomingDate = Pick<Occurrence, 'planned' | 'day' | 'due' | 'provisional'>;

/** What a draw gave, from each pool it is made from. */
export type SampleDraw = readonly { readonly pool: string; readonly sites: readonly string[] }[];

/** The next dates of a schedule, and sample draws for the first of them; none where all sites are visited. */
export interface Upcoming {
  readonly schedule: string;
  readonly dates: readonly UpcomingDate[];
  readonly register: number;
  readonly draws: readonly SampleDraw[];
}

/** The next dates of every schedule of a plan from a day on. */
export const upcomingOf = (plan: CompiledPlan, today: Day): readonly Upcoming[] =>
  plan.schedules.map((schedule) => {
    const all = occurrencesOf(schedule, plan.calendar, addDays(today > plan.from ? today : plan.from, horizon));
    const next = all.filter(({ due }) => due >= today).slice(0, most);
    const [first] = next;
    const draws = Array.from({ length: schedule.pick.kind === 'all' ? 0 : samples }, (_, n): SampleDraw => {
      const seeding = plainSeeding(`${plan.hash}·${n}`);
      const drawn = drawsOf(schedule, all, { seeding, wanted: (occurrence) => occurrence === first });
      return drawn.at(-1)?.pools.map(({ pool, drawn: sites }) => ({ pool, sites })) ?? [];
    });
    return {
      schedule: schedule.name,
      dates: next.map(({ planned, day, due, provisional }) => ({ planned, day, due, provisional })),
      register: schedule.sites.length,
      draws,
    };
  });
