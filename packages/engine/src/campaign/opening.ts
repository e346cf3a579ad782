import { type Day, dayOf, type Instant } from '../calendar/day.ts';
import { lastDay } from '../calendar/within.ts';
import { type CompiledClass, classesOn } from '../finding/classes.ts';
import { dueOf, limitOf } from '../finding/limits.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { FindingOpened, NoticeIssued, Opening } from './event.ts';

/** The class of case that a name stands for on a day; the first where the mapping gives several. */
export const classFor = (plan: CompiledPlan, name: string | undefined, day: Day): CompiledClass | undefined =>
  name === undefined ? undefined : classesOn(plan.classes, name, day)[0];

/**
 * Where a finding begins in the flow of a plan, for a record made on `at`; nothing where the plan has no flow of its
 * own. `from` is a visit, or a report by somebody else whose word has to be looked at first.
 */
export const openingOf = (
  plan: CompiledPlan,
  given: { readonly from: 'visit' | 'report'; readonly at: Instant; readonly of: CompiledClass | undefined },
): { readonly course?: Opening } => {
  const { flow } = plan;
  const { at, of } = given;
  const stage = flow.stages.get(flow.begins[given.from]);
  if (flow.plain || !stage) return {};
  const within = limitOf(flow, stage.name, { of, notice: plan.notice.within });
  const clock = within && { start: at, ...dueOf({ within, added: [] }, { start: at, pauses: [] }, plan.calendar), added: [] };
  const known = { class: of?.clause.name ?? '', edition: of?.edition ?? '' };
  return { course: { plan: plan.hash, stage: stage.name, is: stage.is, ...known, clock } };
};

/**
 * The notices for findings just opened: one for each unit and last day. None for those that have to be dispatched
 * first; they get theirs with the dispatch.
 */
export const noticesFor = (
  plan: CompiledPlan,
  findings: readonly FindingOpened[],
  from: { readonly number: number; readonly issued: Day },
): readonly NoticeIssued[] => {
  const sent = findings.filter(({ course }) => !course || course.is === 'rectifying');
  if (sent.length === 0) return [];
  const plain = lastDay(plan.calendar, plan.notice.within, from.issued);
  const dueOn = ({ course }: FindingOpened) =>
    course?.clock?.due ? { day: dayOf(course.clock.due), provisional: course.clock.provisional } : plain;
  const keyOf = (finding: FindingOpened): string => `${finding.unit} ${dueOn(finding).day}`;
  const keys = [...new Set(sent.map(keyOf))];
  return keys.map((key, i) => {
    const own = sent.filter((finding) => keyOf(finding) === key);
    const first = own[0] as FindingOpened;
    const { day: due, provisional } = dueOn(first);
    const before = keys.slice(0, i).filter((other) => other.startsWith(`${first.unit} `)).length;
    return {
      type: 'NoticeIssued',
      notice: `${first.submission}/${first.unit}${before > 0 ? `/${before + 1}` : ''}`,
      number: from.number + i + 1,
      unit: first.unit,
      site: first.site,
      findings: own.map(({ finding }) => finding),
      issued: from.issued,
      due,
      provisional,
    };
  });
};
