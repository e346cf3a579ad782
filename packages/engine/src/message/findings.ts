import { addDays, type Day, dayOf, type Instant } from '../calendar/day.ts';
import { openingOf } from '../calendar/opening.ts';
import { rollTo, type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';
import { counts, type Finding, type FindingStep, isOpen } from '../finding/finding.ts';
import { successorOn } from '../organization/compile.ts';
import type { Asking } from './asking.ts';
import type { Addressee, Message } from './message.ts';
import { lookBackMessages, requestMessages } from './requests.ts';

/** A time in which a unit had the work: until when it was to be done, and when it was. */
interface Turn {
  readonly unit: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly due: Day;
}

const sendsBack = ({ kind, does }: FindingStep): boolean => kind === 'returned' || does === 'rework' || does === 'reopen';
const replies = ({ kind, does }: FindingStep): boolean => kind === 'replied' || does === 'reply';

/** The turns of a finding under the short flow: from the notice, or a return, to the reply. */
const plainTurns = ({ steps, unit, due }: Finding): readonly Turn[] => {
  const turns: Turn[] = [];
  let from: Instant | null = null;
  for (const { kind, at } of steps) {
    if (kind === 'noticed' || kind === 'returned') from ??= at;
    else if ((kind === 'replied' || kind === 'closed') && from !== null) {
      turns.push({ unit, from, to: at, due });
      from = null;
    }
  }
  return from === null ? turns : [...turns, { unit, from, to: null, due }];
};

const turnsOf = (finding: Finding): readonly Turn[] =>
  finding.course
    ? finding.course.clocks.flatMap(({ is, unit, start, done, due }) =>
        is === 'rectifying' && due !== null ? [{ unit, from: start, to: done, due: dayOf(due) }] : [],
      )
    : plainTurns(finding);

/** When a deadline is called to mind, and how many workdays are left at the first time. */
interface Reminders {
  readonly near: Instant;
  readonly past: Instant;
  readonly left: number;
}

/** Reminders come at the opening of the workday before a deadline, and of the day after it. Each day is reckoned once. */
const remindersIn = (calendar: WorkCalendar): ((due: Day) => Reminders) => {
  const known = new Map<Day, Reminders>();
  return (due) => {
    const found = known.get(due);
    if (found) return found;
    const before = rollTo(calendar, addDays(due, -1), -1).day;
    const left = workdaysBetween(calendar, before, due);
    const reminders = { near: openingOf(calendar, before), past: openingOf(calendar, addDays(due, 1)), left };
    known.set(due, reminders);
    return reminders;
  };
};

/** The unit that does the work, and those who look at it from the town level. */
const bearers = (unit: string): readonly Addressee[] => [{ roles: ['unit'], unit }];
const bearersAndTown = (unit: string): readonly Addressee[] => [{ roles: ['unit', 'town'], unit }];

const nameOf = ({ site, item }: Finding): Record<string, string> => ({ site, item });

const reminders = (finding: Finding, { plan, now }: Asking, remindersOf: (due: Day) => Reminders): readonly Message[] =>
  turnsOf(finding).flatMap((turn): readonly Message[] => {
    const { near, past, left } = remindersOf(turn.due);
    const unit = successorOn(plan.organization, turn.unit, dayOf(now));
    const waited = (at: Instant): boolean => at <= now && at > turn.from && (turn.to === null || turn.to > at);
    const about = { thing: 'finding', id: finding.id } as const;
    const says = { ...nameOf(finding), unit, due: turn.due };
    return [
      ...(waited(near)
        ? [
            {
              id: `finding-due·${finding.id}·${turn.due}·${turn.from}`,
              kind: 'finding-due',
              at: near,
              tone: 'yellow',
              urgent: false,
              open: turn.to === null && now < past,
              to: bearers(unit),
              about,
              says: { ...says, left },
            } as const,
          ]
        : []),
      ...(waited(past)
        ? [
            {
              id: `finding-overdue·${finding.id}·${turn.due}·${turn.from}`,
              kind: 'finding-overdue',
              at: past,
              tone: 'red',
              urgent: true,
              open: turn.to === null,
              to: [...bearersAndTown(unit), { roles: ['office'] }],
              about,
              says,
            } as const,
          ]
        : []),
    ];
  });

const sentBack = (finding: Finding, { plan, now }: Asking): readonly Message[] =>
  finding.steps.filter(sendsBack).map((step): Message => {
    const unit = successorOn(plan.organization, finding.unit, dayOf(now));
    return {
      id: `finding-returned·${finding.id}·${step.at}`,
      kind: 'finding-returned',
      at: step.at,
      tone: 'plain',
      urgent: true,
      open: finding.state === 'rectifying' && step === finding.steps.findLast(sendsBack),
      to: bearers(unit),
      about: { thing: 'finding', id: finding.id },
      says: { ...nameOf(finding), unit, text: step.text },
    };
  });

const waiting = (finding: Finding): readonly Message[] => {
  const step = finding.steps.findLast(replies);
  if (!step) return [];
  return [
    {
      id: `reply-waiting·${finding.id}·${step.at}`,
      kind: 'reply-waiting',
      at: step.at,
      tone: 'plain',
      urgent: false,
      open: finding.state === 'replied',
      to: [{ roles: ['office', 'inspector'] }],
      about: { thing: 'finding', id: finding.id },
      says: { ...nameOf(finding), unit: step.unit ?? finding.unit },
    },
  ];
};

/** Findings that reached their unit together, under one notice or each by itself. */
const dispatched = (findings: readonly Finding[], { plan, now }: Asking): readonly Message[] => {
  const groups = new Map<string, { readonly at: Instant; readonly due: Day; readonly unit: string; readonly of: Finding[] }>();
  const put = (key: string, finding: Finding, turn: Omit<Turn, 'to' | 'from'> & { readonly at: Instant }): void => {
    const group = groups.get(key);
    if (group) group.of.push(finding);
    else groups.set(key, { at: turn.at, due: turn.due, unit: turn.unit, of: [finding] });
  };
  for (const finding of findings) {
    if (finding.course) {
      const backs = new Set(finding.steps.filter(sendsBack).map(({ at }) => at));
      for (const turn of turnsOf(finding))
        if (!backs.has(turn.from)) put(`${finding.id}·${turn.from}`, finding, { ...turn, at: turn.from });
    } else {
      const noticed = finding.steps.find(({ kind }) => kind === 'noticed');
      if (noticed) put(finding.notice, finding, { unit: finding.unit, due: finding.due, at: noticed.at });
    }
  }
  return [...groups].flatMap(([key, { at, due, unit, of }]): readonly Message[] => {
    const [first] = of;
    if (!first) return [];
    const now_ = successorOn(plan.organization, unit, dayOf(now));
    return [
      {
        id: `finding-dispatched·${key}`,
        kind: 'finding-dispatched',
        at,
        tone: 'plain',
        urgent: true,
        open: of.some(({ state }) => state === 'rectifying'),
        to: bearers(now_),
        about: { thing: 'finding', id: first.id },
        says: { ...nameOf(first), unit: now_, n: of.length, due },
      },
    ];
  });
};

/** What is told about findings: dispatched, near and past their deadline, sent back, replied to, asked for and decided. */
export const findingMessages = (asking: Asking): readonly Message[] => {
  const recent = [...asking.campaign.findings.values()].filter(
    (finding) => isOpen(finding) || (finding.steps.at(-1)?.at ?? '') >= asking.since,
  );
  const findings = recent.filter(counts);
  const remindersOf = remindersIn(asking.plan.calendar);
  return [
    ...dispatched(findings, asking),
    ...findings.flatMap((finding) => [...reminders(finding, asking, remindersOf), ...sentBack(finding, asking), ...waiting(finding)]),
    ...recent.flatMap((finding) => requestMessages(finding, asking)),
    ...lookBackMessages(asking),
  ];
};
