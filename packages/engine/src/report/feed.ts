import { addDays, type Day } from '../calendar/day.ts';
import type { Actor } from '../campaign/actor.ts';
import { campaignDuties, planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import { appointmentEntries, type CalendarEntry, dutyEntries } from '../schedule/ical.ts';
import { appointmentsOf } from '../schedule/routine.ts';
import { withoutDrawsToCome } from './duties.ts';

/** How many days ahead a calendar shows. */
const ahead = 400;

/** A unit by the name it has now. */
const nowOf = (plan: CompiledPlan, unit: string): string => plan.organization.units.get(unit) ?? unit;

/**
 * What stands in a person's own calendar from today on, 400 days ahead: the duties his unit does or goes along to, and
 * the routines it takes part in; for somebody of no unit the routines of all. Who is here only for a unit does not see
 * what was drawn for days to come.
 */
export const calendarEntries = (campaign: Campaign, actor: Actor, today: Day): readonly CalendarEntry[] => {
  const plan = planInForce(campaign);
  if (!plan) return [];
  const until = addDays(today, ahead);
  const { unit, roles } = actor;
  const concerns = ({ by, along }: CompiledSchedule, under: CompiledPlan): boolean =>
    [...by, ...(along?.from ?? [])].some((name) => nowOf(under, name) === unit);
  const duties = unit === '' ? [] : campaignDuties(campaign, today, until, concerns);
  const own = duties.filter((duty) => duty.by === unit || duty.along.some((name) => nowOf(plan, name) === unit));
  const seen = roles.every((role) => role === 'unit') ? withoutDrawsToCome(campaign, own, today) : own;
  const appointments = appointmentsOf(plan.routines, plan.calendar, { from: today, to: until });
  const mine = appointments.filter(({ by }) => unit === '' || by.some((name) => nowOf(plan, name) === unit));
  return [...dutyEntries(seen, 'zh'), ...appointmentEntries(mine)];
};
