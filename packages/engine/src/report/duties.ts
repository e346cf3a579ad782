import { addDays, type Day, dayOf, lastDayOf, later } from '../calendar/day.ts';
import { daysOf, type Period, periodOf } from '../calendar/period.ts';
import { campaignDuties, dutiesDue, dutyFinder, versionOn } from '../campaign/duties.ts';
import { awaited, countedRecord } from '../campaign/records.ts';
import type { Campaign, Version } from '../campaign/state.ts';
import { ofDay } from '../campaign/visits.ts';
import type { Duty } from '../schedule/duty.ts';
import type { DutyList, DutyState, DutyView, DutyWeek } from './views.ts';

const stateOf = (campaign: Campaign, duty: Duty, today: Day): DutyState => {
  const visit = countedRecord(campaign, duty.id);
  if (visit) return visit.day <= duty.due ? 'done' : 'late';
  if (today > duty.due) return 'missed';
  return today >= duty.from ? 'open' : 'upcoming';
};

const viewOf = (campaign: Campaign, duty: Duty, today: Day): DutyView => {
  const visit = countedRecord(campaign, duty.id);
  const back = visit && awaited(visit);
  return {
    ...duty,
    state: stateOf(campaign, duty, today),
    submission: visit?.submission ?? null,
    ...(visit && back && { returned: { ...back, submission: visit.submission, round: (visit.round ?? 1) + 1, plan: visit.plan } }),
  };
};

/** The duties between two days as of today, by due day. */
export const dutyViews = (campaign: Campaign, span: { readonly from: Day; readonly to: Day; readonly today: Day }): readonly DutyView[] =>
  campaignDuties(campaign, span.from, span.to).map((duty) => viewOf(campaign, duty, span.today));

const nothing = (): Record<DutyState, number> => ({ upcoming: 0, open: 0, done: 0, late: 0, missed: 0 });
const totalOf = (counts: Readonly<Record<DutyState, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** Takes the duties a person may see out of all there are. */
export type DutySight = (all: readonly Duty[]) => readonly Duty[];

/**
 * The duties between two days as of today, counted by the week in which they are due, newest first; weeks without any are left
 * out.
 */
export const dutyWeeks = (
  campaign: Campaign,
  span: { readonly from: Day; readonly to: Day; readonly today: Day },
  sees: DutySight,
): readonly DutyWeek[] => {
  const weeks = new Map<Period, Record<DutyState, number>>();
  const weekOf = new Map<Day, Record<DutyState, number>>();
  for (const duty of sees(campaignDuties(campaign, span.from, span.to))) {
    const { due } = duty;
    let counts = weekOf.get(due);
    if (!counts) {
      const week = periodOf('week', due);
      counts = weeks.get(week) ?? nothing();
      weeks.set(week, counts);
      weekOf.set(due, counts);
    }
    counts[stateOf(campaign, duty, span.today)] += 1;
  }
  return [...weeks]
    .map(([week, counts]) => ({ week, ...daysOf(week), total: totalOf(counts), counts }))
    .sort((a, b) => (a.week < b.week ? 1 : -1));
};

/** What duties are wanted: those whose days touch a span, or with `due` only those due in it; `visited` is done in time or late. */
export interface DutyWanted {
  readonly from: Day;
  readonly to: Day;
  readonly due: boolean;
  readonly state: DutyState | 'visited' | 'all';
}

const isIn = (state: DutyState, wanted: DutyWanted['state']): boolean =>
  wanted === 'all' || wanted === state || (wanted === 'visited' && (state === 'done' || state === 'late'));

/** The duties due last, by site within a day. There may be a million of them: only the days that are shown are put in order. */
const newest = (duties: readonly Duty[], limit: number): readonly Duty[] => {
  const days = new Map<Day, number>();
  for (const { due } of duties) days.set(due, (days.get(due) ?? 0) + 1);
  let [room, first] = [limit, '9999'];
  for (const day of [...days.keys()].sort().reverse()) {
    if (room <= 0) break;
    first = day;
    room -= days.get(day) ?? 0;
  }
  const last = duties.filter(({ due }) => due >= first);
  return last.sort((a, b) => (a.due === b.due ? (a.site < b.site ? -1 : 1) : a.due < b.due ? 1 : -1)).slice(0, limit);
};

/** The newest of the duties wanted as of today, at most `limit`, and how many there are by state. */
export const dutyList = (
  campaign: Campaign,
  wanted: DutyWanted,
  { today, limit, sees }: { readonly today: Day; readonly limit: number; readonly sees: DutySight },
): DutyList => {
  const { from, to, due, state } = wanted;
  const counts = nothing();
  const found: Duty[] = [];
  for (const duty of sees(campaignDuties(campaign, from, to))) {
    if (due && (duty.due < from || duty.due > to)) continue;
    const own = stateOf(campaign, duty, today);
    counts[own] += 1;
    if (isIn(own, state)) found.push(duty);
  }
  const duties = newest(found, limit).map((duty) => viewOf(campaign, duty, today));
  return { today, duties, found: found.length, all: totalOf(counts), counts };
};

/** True for a duty whose site was drawn. */
const isDrawn = (campaign: Campaign, duty: Duty): boolean =>
  versionOn(campaign, duty.planned)?.plan.schedules.find(({ name }) => name === duty.schedule)?.pick.kind === 'draw';

/** Duties without those that were drawn for days to come: what units may see, who must not know where they are awaited. */
export const withoutDrawsToCome = <T extends Duty>(campaign: Campaign, duties: readonly T[], today: Day): readonly T[] =>
  duties.filter((duty) => duty.from <= today || !isDrawn(campaign, duty));

/** What the duties of a campaign rest on: the versions of its plan, the draws made again, and its end. */
const groundOf = ({ versions, repeats, closed }: Campaign): string =>
  `${closed?.day ?? ''}${versions.length}/${[...repeats.values()].reduce((sum, { length }) => sum + length, 0)}`;

/** How many duties there are by the day they are due, as far as they were laid out. Neither version nor draw changes, so it stays right. */
interface Laid {
  to: Day;
  readonly due: Map<Day, number>;
}

const laidOut = new WeakMap<Version, Map<string, Laid>>();

/** How many duties were due from the first day up to, but without, a day; laid out a month at a time and kept. */
const dueBefore = (campaign: Campaign, start: Day, today: Day): number => {
  const first = campaign.versions[0];
  if (!first) return 0;
  const grounds = laidOut.get(first) ?? new Map<string, Laid>();
  laidOut.set(first, grounds);
  const laid = grounds.get(groundOf(campaign)) ?? { to: addDays(start, -1), due: new Map<Day, number>() };
  grounds.set(groundOf(campaign), laid);
  for (let from = addDays(laid.to, 1); from < today; from = addDays(laid.to, 1)) {
    const month = lastDayOf(from.slice(0, 7));
    const to = month < today ? month : addDays(today, -1);
    for (const { due } of dutiesDue(campaign, { from, to }, today)) laid.due.set(due, (laid.due.get(due) ?? 0) + 1);
    laid.to = to;
  }
  let sum = 0;
  for (const [due, count] of laid.due) if (due < today) sum += count;
  return sum;
};

/** Duties done by visits of one day, by the day they were due. */
type Done = ReadonlyMap<Day, { readonly done: number; readonly late: number }>;

const doneOn = (campaign: Campaign, day: Day): Done | undefined =>
  ofDay(campaign, day, `duties ${groundOf(campaign)}`, (visits) => {
    const sums = new Map<Day, { done: number; late: number }>();
    const dutyOf = dutyFinder(campaign);
    for (const visit of visits) {
      const duty = countedRecord(campaign, visit.duty) === visit ? dutyOf(visit.duty) : undefined;
      if (!duty) continue;
      const sum = sums.get(duty.due) ?? { done: 0, late: 0 };
      sum[day <= duty.due ? 'done' : 'late'] += 1;
      sums.set(duty.due, sum);
    }
    return sums;
  });

/**
 * Duties of the campaign up to and including today, counted by what became of them. Those that were due before today are
 * counted by the days of their visits, which are kept; those still open are looked at one by one.
 */
export const countDuties = (campaign: Campaign, today: Day): { due: number; done: number; late: number; missed: number; open: number } => {
  const start = campaign.versions[0];
  if (!start) return { due: 0, done: 0, late: 0, missed: 0, open: 0 };
  const first = later(dayOf(start.at), start.from);
  const states = dutiesDue(campaign, { from: later(first, today), to: '9999' }, today).map((duty) => stateOf(campaign, duty, today));
  const count = (state: DutyState): number => states.filter((one) => one === state).length;
  const sum = { done: 0, late: 0 };
  // Done although they had time left when the campaign was closed: of those not done nothing is asked any more.
  let ahead = 0;
  const end = campaign.closed?.day ?? '9999';
  for (const day of campaign.days.keys())
    for (const [due, { done, late }] of doneOn(campaign, day) ?? []) {
      if (due < first || (due >= today && due <= end)) continue;
      sum.done += done;
      sum.late += late;
      if (due > end) ahead += done + late;
    }
  const before = dueBefore(campaign, first, today) + ahead;
  const done = sum.done + count('done');
  const late = sum.late + count('late');
  return { due: before + states.length, done, late, missed: before - sum.done - sum.late + count('missed'), open: count('open') };
};
