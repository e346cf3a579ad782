import { addDays, type Day, dayOf, daysBetween, type Instant } from '../calendar/day.ts';
import { openingOf } from '../calendar/opening.ts';
import { daysOf } from '../calendar/period.ts';
import type { Progress } from '../campaign/state.ts';
import type { Reading } from '../indicator/reading.ts';
import { unitsOf } from '../organization/compile.ts';
import { awaitedReadings } from '../report/indicators.ts';
import { aheadOf, type ProgressView, progressViews } from '../report/progress.ts';
import type { Asking } from './asking.ts';
import type { Addressee, Message } from './message.ts';

const plain = { tone: 'plain', urgent: false } as const;

const scopeName = ({ kind, name }: Reading['scope']): string => (kind === 'whole' ? '' : name);

const readings = ({ campaign, plan, now }: Asking): readonly Message[] => {
  const today = dayOf(now);
  const awaited = awaitedReadings(campaign, today).flatMap(({ indicator, scope, period, by, due }): readonly Message[] => {
    const opens = openingOf(plan.calendar, addDays(daysOf(period).last, 1));
    if (opens > now) return [];
    const past = due === null ? null : openingOf(plan.calendar, addDays(due, 1));
    const late = past !== null && past <= now;
    const kind = late ? 'reading-overdue' : 'reading-due';
    return [
      {
        id: `${kind}·${indicator}·${period}·${scope.kind}·${scope.name}`,
        kind,
        at: late ? past : opens,
        tone: late ? 'red' : 'blue',
        urgent: late,
        open: true,
        to: by.map((unit) => ({ roles: late ? (['unit', 'town'] as const) : (['unit'] as const), unit })),
        about: { thing: 'indicator', id: indicator },
        says: { indicator, period, scope: scopeName(scope), due: due ?? '' },
      },
    ];
  });
  const reported = [...campaign.readings.values()].flatMap((reading): readonly Message[] => {
    const { id, indicator, period, scope, state, steps } = reading;
    const last = steps.at(-1);
    if (!last || state === 'confirmed') return [];
    const says = { indicator, period, scope: scopeName(scope), text: last.text };
    const about = { thing: 'indicator', id: indicator } as const;
    if (state === 'reported')
      return [
        {
          id: `reading-waiting·${id}·${last.at}`,
          kind: 'reading-waiting',
          at: last.at,
          ...plain,
          open: true,
          to: [{ roles: ['office'] }],
          about,
          says,
        },
      ];
    const by = steps.findLast((step) => step.kind === 'reported')?.by.unit ?? '';
    const to: Addressee[] = [{ roles: ['unit'], unit: by }];
    return [
      {
        id: `reading-returned·${id}·${last.at}`,
        kind: 'reading-returned',
        at: last.at,
        tone: 'plain',
        urgent: true,
        open: true,
        to,
        about,
        says,
      },
    ];
  });
  return [...awaited, ...reported];
};

const ofProgress = (progress: Progress): readonly Message[] => {
  const { id, about: name, unit, state, percent, verdict, at } = progress;
  const about = { thing: 'milestones', id: name } as const;
  if (state === 'reported')
    return [
      {
        id: `progress-waiting·${id}`,
        kind: 'progress-waiting',
        at,
        ...plain,
        open: true,
        to: [{ roles: ['office'] }],
        about,
        says: { name, unit, percent },
      },
    ];
  if (state !== 'returned' || !verdict) return [];
  const says = { name, unit, percent, text: verdict.text };
  const to: Addressee[] = [{ roles: ['unit'], unit }];
  return [
    { id: `progress-returned·${id}`, kind: 'progress-returned', at: verdict.at, tone: 'plain', urgent: true, open: true, to, about, says },
  ];
};

/** Units that are told of something dated: those of a milestone, or those of a task that are not done with it. */
const toldOf = (view: ProgressView, { plan }: Asking): readonly Addressee[] => {
  const office: Addressee = { roles: ['office'] };
  const roles = view.light === 'red' ? (['unit', 'town'] as const) : (['unit'] as const);
  if (view.kind === 'task') return [...view.units.filter(({ percent }) => percent < 100).map(({ unit }) => ({ roles, unit })), office];
  const milestone = plan.phases.flatMap((phase) => phase.milestones).find(({ name }) => name === view.name);
  return [...unitsOf(plan.organization, milestone?.milestone.units).map((unit) => ({ roles, unit })), office];
};

const reminder = (view: ProgressView, asking: Asking): readonly Message[] => {
  const { kind, name, due, light } = view;
  if (due === null || light === 'done' || light === 'none') return [];
  const day: Day = light === 'red' ? addDays(due, 1) : addDays(due, -aheadOf[light]);
  const at: Instant = openingOf(asking.plan.calendar, day);
  if (at > asking.now) return [];
  return [
    {
      id: `work·${kind}·${name}·${due}·${light}`,
      kind: light === 'red' ? 'work-overdue' : 'work-due',
      at,
      tone: light,
      urgent: light === 'red',
      open: true,
      to: toldOf(view, asking),
      about: { thing: 'milestones', id: name },
      says: { name, due, left: Math.abs(daysBetween(dayOf(asking.now), due)) },
    },
  ];
};

/** What is told about numbers to report, progress, and tasks and milestones near or past their day. */
export const workMessages = (asking: Asking): readonly Message[] => [
  ...readings(asking),
  ...[...asking.campaign.progress.values()].flatMap(ofProgress),
  ...progressViews(asking.campaign, dayOf(asking.now)).flatMap((view) => reminder(view, asking)),
];
