import Type, { type Static } from 'typebox';
import { addDays, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { clauseOf, type Problem, pointer } from '../problem/problem.ts';
import { Choice, Clause, Line, List, Name, Phrase, Refs, term } from '../problem/term.ts';
import { timeProblems } from './check.ts';
import { occurrencesOf } from './occurrences.ts';
import { Clash, HolidayRule, Stay } from './schema.ts';
import { readTimes, type Timed } from './timed.ts';
import { unreadable } from './unreadable.ts';

/** What kind of thing comes round. */
export const RoutineKind = Choice(
  {
    meeting: { zh: '会议', en: 'Meeting' },
    bulletin: { zh: '通报', en: 'Bulletin' },
    report: { zh: '报送', en: 'Report' },
    action: { zh: '集中行动', en: 'Joint action' },
  },
  term('种类', 'Kind'),
);

/** Something that comes round without a checklist: a weekly meeting, a bulletin on Mondays, a public health day on the 15th. */
export const Routine = Clause(
  {
    name: Name('schedule'),
    kind: RoutineKind,
    what: Type.Optional(Line(term('内容', 'What'))),
    every: Phrase('every', term('频次', 'Every', '如 week on monday at 15:00', 'Such as `week on monday at 15:00`')),
    within: Type.Optional(
      Phrase('within', term('完成时限', 'Within', '从排定日起多久内完成；不填为当天', 'From the planned day; empty means that day')),
    ),
    holidays: HolidayRule,
    stay: Type.Optional(Stay),
    clash: Type.Optional(Clash),
    by: Refs('party', term('承办单位', 'By')),
    phases: Type.Optional(Refs('phase', term('所属阶段', 'Phases', '不填表示全程', 'Empty means throughout'))),
  },
  term('例行事项', 'Routine'),
);

export const Routines = List(
  Routine,
  term('例行事项', 'Routines', '例会、通报、报送、公共卫生日等到期要办的事', 'Meetings, bulletins and reports that come round'),
  500,
);

export type RoutineKind = Static<typeof RoutineKind>;
export type Routine = Static<typeof Routine>;

/** A routine with its phrases read. */
export interface CompiledRoutine extends Timed {
  readonly routine: Routine;
  readonly by: readonly string[];
}

/** One time a routine comes round. */
export interface Appointment {
  /** `<routine>·<planned day>`. */
  readonly id: string;
  readonly routine: string;
  readonly kind: RoutineKind;
  readonly what: string;
  readonly by: readonly string[];
  readonly phase: string;
  readonly planned: Day;
  readonly from: Day;
  readonly due: Day;
  /** Wall clock in China, `HH:mm`; null for the whole day. */
  readonly clock: string | null;
  readonly provisional: boolean;
}

/** What routines may speak of. A party that is missing stands for itself. */
export interface RoutineScope {
  readonly phases: readonly CompiledPhase[];
  readonly calendar: WorkCalendar;
  readonly issued?: Day | undefined;
  readonly parties?: ReadonlyMap<string, readonly string[]>;
}

/** Reads the phrases of every routine. One that names an unknown phase is left out: names are checked elsewhere. */
export const compileRoutines = (
  routines: readonly Routine[],
  scope: RoutineScope,
  at: string,
): { readonly value: readonly CompiledRoutine[]; readonly problems: readonly Problem[] } => {
  const value: CompiledRoutine[] = [];
  const problems: Problem[] = [];
  routines.forEach((routine, i) => {
    const { timed, unreadable: phrases } = readTimes(routine, scope.phases);
    problems.push(...phrases.map((kind) => unreadable('schedule', routine, { kind, found: routine[kind], at: pointer(at, i) })));
    if (!timed) return;
    value.push({ ...timed, routine, by: [...new Set(routine.by.flatMap((name) => scope.parties?.get(name) ?? [name]))] });
    const { calendar, issued } = scope;
    problems.push(...timeProblems(timed, { words: clauseOf('schedule', routine), calendar, issued, at: pointer(at, i) }));
  });
  return { value, problems };
};

/** Every appointment on some day from `from` to `to`, both inclusive, sorted by due day, then id. */
export const appointmentsOf = (
  routines: readonly CompiledRoutine[],
  calendar: WorkCalendar,
  span: { readonly from: Day; readonly to: Day },
): readonly Appointment[] =>
  routines
    .flatMap((compiled) =>
      occurrencesOf(compiled, calendar, addDays(span.to, 400))
        .filter(({ from, due }) => from <= span.to && due >= span.from)
        .map(({ planned, from, due, phase, provisional }): Appointment => {
          const { name, kind, what = '' } = compiled.routine;
          const clock = 'clock' in compiled.every ? compiled.every.clock : null;
          return { id: `${name}·${planned}`, routine: name, kind, what, by: compiled.by, phase, planned, from, due, clock, provisional };
        }),
    )
    .sort((a, b) => (a.due !== b.due ? (a.due < b.due ? -1 : 1) : a.id < b.id ? -1 : 1));
