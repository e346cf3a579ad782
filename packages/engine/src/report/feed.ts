import { addDays, type Day, earlier } from '../calendar/day.ts';
import type { Actor } from '../campaign/actor.ts';
import { campaignDuties, planInForce } from '../campaign/duties.ts';
import { seesUnitsOnly } from '../campaign/sight.ts';
import type { Campaign } from '../campaign/state.ts';
import { unitsOf } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import { appointmentEntries, type CalendarEntry, dutyEntries } from '../schedule/ical.ts';
import { appointmentsOf } from '../schedule/routine.ts';
import { withoutDrawsToCome } from './duties.ts';
import { awaitedReadings } from './indicators.ts';
import { listEntries } from './lists.ts';
import { bulletinViews, resolutionViews } from './public.ts';
import { sayPeriod } from './words.ts';

/** How many days ahead a calendar shows. */
const ahead = 400;

/** A unit by the name it has now. */
const nowOf = (plan: CompiledPlan, unit: string): string => plan.organization.units.get(unit) ?? unit;

const wholeDay = (key: string, title: string, due: Day, note = ''): CalendarEntry => ({
  key,
  title,
  note,
  from: due,
  due,
  clock: null,
  provisional: false,
});

/** Milestones, numbers to report, bulletins, what meetings decided and the last days to object to a list, as entries of the day they are due. */
const deadlines = (campaign: Campaign, plan: CompiledPlan, unit: string, today: Day): readonly CalendarEntry[] => {
  const mine = (names: readonly string[]): boolean => unit === '' || names.some((name) => nowOf(plan, name) === unit);
  const office = nowOf(plan, plan.plan.organization.body.office);
  const milestones = plan.phases
    .flatMap((phase) => phase.milestones)
    .filter(({ name, by, milestone }) => {
      const named = unitsOf(plan.organization, milestone.units);
      return by >= today && !campaign.milestones.has(name) && (named.length === 0 || mine(named));
    })
    .map(({ name, by, source }) => wholeDay(`milestone·${name}`, `时间节点：${name}`, by, source));
  const readings = awaitedReadings(campaign, today)
    .filter(({ due, by }) => due !== null && due >= today && mine(by))
    .map(({ indicator, scope, period, due }) =>
      wholeDay(
        `reading·${indicator}·${period}·${scope.kind}·${scope.name}`,
        `填报：${indicator}`,
        due ?? today,
        `${sayPeriod(period, 'zh')} ${scope.name}`.trim(),
      ),
    );
  const papers = unit === '' || unit === office ? bulletinViews(campaign, today) : [];
  const bulletins = papers
    .filter(({ state, due }) => (state === 'ahead' || state === 'due') && due >= today)
    .map(({ report, period, due, clock, source }) => ({
      ...wholeDay(`bulletin·${report}·${period}`, `印发：${report}`, due, `${sayPeriod(period, 'zh')} ${source}`.trim()),
      clock,
    }));
  const resolutions = resolutionViews(campaign, today)
    .filter((one) => one.state === 'open' && mine([one.unit]))
    .map((one) => wholeDay(`resolution·${one.id}`, `议定事项：${one.meeting}`, one.due, one.text));
  const objections = listEntries(campaign, today)
    .filter((one) => one.state === 'waiting' && one.from > today && mine([one.unit]))
    .map((one) =>
      wholeDay(
        `objection·${one.list}·${one.period}·${one.unit}`,
        `申诉截止：${one.list}`,
        addDays(one.from, -1),
        `${one.unit} ${sayPeriod(one.period, 'zh')}`,
      ),
    );
  return [...milestones, ...readings, ...bulletins, ...resolutions, ...objections];
};

/**
 * What stands in a person's own calendar from today on, 400 days ahead: the duties his unit does or goes along to, and
 * the routines it takes part in, and what falls due: milestones, numbers, bulletins, last days to object; for somebody of no unit
 * those of all. Who is here only for a unit does not see
 * what was drawn for days to come.
 */
export const calendarEntries = (campaign: Campaign, actor: Actor, today: Day): readonly CalendarEntry[] => {
  const plan = planInForce(campaign);
  if (!plan) return [];
  const until = campaign.closed ? earlier(campaign.closed.day, addDays(today, ahead)) : addDays(today, ahead);
  const { unit } = actor;
  const concerns = ({ by, along }: CompiledSchedule, under: CompiledPlan): boolean =>
    [...by, ...(along?.from ?? [])].some((name) => nowOf(under, name) === unit);
  const duties = unit === '' ? [] : campaignDuties(campaign, today, until, concerns);
  const own = duties.filter((duty) => duty.by === unit || duty.along.some((name) => nowOf(plan, name) === unit));
  const seen = seesUnitsOnly(actor) ? withoutDrawsToCome(campaign, own, today) : own;
  const appointments = appointmentsOf(plan.routines, plan.calendar, { from: today, to: until });
  const mine = appointments.filter(({ by }) => unit === '' || by.some((name) => nowOf(plan, name) === unit));
  return [...dutyEntries(seen, 'zh'), ...appointmentEntries(mine), ...deadlines(campaign, plan, unit, today)];
};
