import { type Day, daysBetween, type FindingState, type FindingView, isOpen } from '@xiuhua/engine';
import type { FindingFilter } from '../campaign/addresses.ts';

/** The age bounds of a filter like `4-7` or `16-`; `undefined` when it is no such text. */
export const readAge = (age: string | undefined): { readonly from: number; readonly to: number | null } | undefined => {
  const parts = /^(\d{1,4})-(\d{0,4})$/.exec(age ?? '');
  return parts ? { from: Number(parts[1]), to: parts[2] === '' ? null : Number(parts[2]) } : undefined;
};

/** The filter an address asks for. Without a state the findings that are not closed are shown. */
export const readFilter = (search: URLSearchParams): FindingFilter => {
  const of = (key: string) => search.get(key) ?? undefined;
  return { state: of('state') ?? 'open', unit: of('unit'), overdue: of('overdue'), text: of('text'), age: of('age'), notice: of('notice') };
};

/** `open` is anything left to do, `over` what ended without being put right, `drawn` what waits for a look-back; a stage of the plan’s flow may be named as well. */
const inNamed = (finding: FindingView, state: string): boolean => {
  if (state === 'open') return isOpen(finding);
  if (state === 'drawn') return finding.drawn === true;
  if (state === 'over') return finding.state === 'void' || finding.state === 'duplicate';
  return finding.state === state || finding.course?.stage === state;
};

const inState = (finding: FindingView, state: string | undefined): boolean =>
  state === undefined || state === 'all' || inNamed(finding, state);

const contains = (finding: FindingView, text: string): boolean =>
  [finding.site, finding.item, finding.checklist, finding.task, finding.unit, String(finding.number)].some((part) =>
    part.toLowerCase().includes(text),
  );

/** True when the finding is one of those the filter asks for. */
export const matches = (finding: FindingView, filter: FindingFilter, today: Day): boolean => {
  const age = readAge(filter.age);
  const days = daysBetween(finding.opened, today);
  return (
    inState(finding, filter.state) &&
    (filter.unit === undefined || finding.unit === filter.unit) &&
    (filter.overdue !== 'yes' || finding.overdue) &&
    (filter.notice === undefined || String(finding.number) === filter.notice) &&
    (age === undefined || (isOpen(finding) && days >= age.from && (age.to === null || days <= age.to))) &&
    (!filter.text?.trim() || contains(finding, filter.text.trim().toLowerCase()))
  );
};

const urgency: Readonly<Record<FindingState, number>> = {
  pending: 0,
  rectifying: 1,
  replied: 2,
  suspended: 3,
  closed: 4,
  void: 5,
  duplicate: 6,
};

/** The order of work: what waits to be dispatched and what is being rectified first, by its due day, then what waits for verification, then the closed, newest first. */
export const byUrgency = (a: FindingView, b: FindingView): number => {
  if (a.state !== b.state) return urgency[a.state] - urgency[b.state];
  if (a.state === 'closed') return (b.closed ?? '').localeCompare(a.closed ?? '') || b.number - a.number;
  return a.due.localeCompare(b.due) || a.number - b.number;
};
