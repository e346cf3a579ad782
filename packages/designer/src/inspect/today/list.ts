import { addDays, type Day, type Duty, type DutyView, weekday } from '@xiuhua/engine';
import type { Draft, OutboxItem, Site } from '../device/records.ts';

/** Where a duty stands on this phone, which may know more than the server. */
export type RowState = 'to-do' | 'returned' | 'draft' | 'waiting' | 'attention' | 'done' | 'not-yet';

/** A duty as a line of the list. */
export interface Row {
  readonly duty: Duty;
  readonly state: RowState;
  /** Questions answered in the draft; 0 without one. */
  readonly answered: number;
  /** True when the server holds a submission that is not this phone's. */
  readonly elsewhere: boolean;
  /** True while what the office sent back has not been answered on this phone. */
  readonly returned: boolean;
  /** The item of the outbox that did it, if this phone did. */
  readonly item: OutboxItem | undefined;
}

/** When a duty is due, seen from today. `returned` was sent back, whenever it was due. `week` is this week, `next` the one ahead; `closed` is done or on its way. */
export type When = 'returned' | 'overdue' | 'today' | 'week' | 'next' | 'later' | 'closed';

/** The last day of the week in which the day falls, a Sunday. */
export const endOfWeek = (day: Day): Day => addDays(day, 7 - weekday(day));

/** When a row is due. Its due day still counts as today. */
export const whenOf = (row: Row, today: Day): When => {
  if (row.state === 'done' || row.state === 'waiting') return 'closed';
  if (row.returned) return 'returned';
  if (row.duty.due < today) return 'overdue';
  if (row.duty.due === today) return 'today';
  const end = endOfWeek(today);
  if (row.duty.due <= end) return 'week';
  return row.duty.due <= addDays(end, 7) ? 'next' : 'later';
};

const isReturned = ({ returned }: DutyView, item: OutboxItem | undefined): boolean =>
  returned !== undefined && item?.reopened?.submission !== returned.submission;

const stateOf = (duty: DutyView, own: { draft: Draft | undefined; item: OutboxItem | undefined }, today: Day): RowState => {
  if (own.item && own.item.state !== 'delivered') return own.item.trouble ? 'attention' : 'waiting';
  if (isReturned(duty, own.item)) return own.draft ? 'draft' : 'returned';
  if (own.item || duty.submission !== null) return own.draft ? 'draft' : 'done';
  if (own.draft) return 'draft';
  return duty.from > today ? 'not-yet' : 'to-do';
};

/** What the phone holds of its own. */
export interface Own {
  readonly drafts: readonly Draft[];
  readonly items: readonly OutboxItem[];
}

/**
 * The rows of the list: the duties last heard, and drafts and unsent items whose duty is not among them any more
 * (the plan changed while away), so that nothing begun can drop out of sight.
 */
export const rowsOf = (duties: readonly DutyView[], { drafts, items }: Own, today: Day): readonly Row[] => {
  const draftOf = new Map(drafts.filter((d) => Object.keys(d.answers).length > 0).map((d) => [d.duty.id, d]));
  const itemOf = new Map(items.map((i) => [i.duty.id, i]));
  const heard = new Set(duties.map((d) => d.id));
  const lost = [...draftOf.values(), ...items.filter((i) => i.state !== 'delivered')]
    .map((own) => own.duty)
    .filter((d) => !heard.has(d.id));
  const known: DutyView[] = [...new Map(lost.map((d) => [d.id, d])).values()].map((d) => ({ ...d, state: 'open', submission: null }));
  return [...duties, ...known].map((duty) => {
    const own = { draft: draftOf.get(duty.id), item: itemOf.get(duty.id) };
    const answered = Object.values(own.draft?.answers ?? {}).filter((a) => a.result).length;
    const returned = isReturned(duty, own.item);
    const elsewhere = !returned && duty.submission !== null && duty.submission !== own.item?.submission;
    return { duty, state: stateOf(duty, own, today), answered, elsewhere, returned, item: own.item };
  });
};

/** Rows under a heading. */
export interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
}

const order: readonly When[] = ['returned', 'overdue', 'today', 'week', 'next', 'later', 'closed'];
const byDue = (a: Row, b: Row): number => (a.duty.due === b.duty.due ? 0 : a.duty.due < b.duty.due ? -1 : 1);
const newestFirst = (a: Row, b: Row): number => byDue(b, a);

/** Rows by deadline: overdue first, then today, this week, the next, later, and what is closed. Empty groups are left out. */
export const byDeadline = (rows: readonly Row[], today: Day): readonly (Group & { readonly name: When })[] =>
  order.flatMap((name) => {
    const own = rows.filter((row) => whenOf(row, today) === name);
    return own.length ? [{ name, rows: [...own].sort(name === 'closed' ? newestFirst : byDue) }] : [];
  });

/** Rows not closed by area, in the order of the plan; those without area come last under an empty name. */
export const byPlace = (rows: readonly Row[], sites: ReadonlyMap<string, Site>, today: Day): readonly Group[] => {
  const areas = new Map<string, Row[]>();
  for (const site of sites.values()) if (site.area && !areas.has(site.area)) areas.set(site.area, []);
  for (const row of rows.filter((r) => whenOf(r, today) !== 'closed')) {
    const area = sites.get(row.duty.site)?.area ?? '';
    areas.set(area, [...(areas.get(area) ?? []), row]);
  }
  return [...areas].filter(([, own]) => own.length > 0).map(([name, own]) => ({ name, rows: own.sort(byDue) }));
};

/** What is searched for. `typedAs` tells whether a name can be typed by its initials; absent until it is fetched. */
export interface Search {
  readonly text: string;
  readonly typedAs?: ((name: string, typed: string) => boolean) | undefined;
}

/** Rows whose site, address, area or checklist contains every word of the search, or can be typed by its initials. */
export const search = (rows: readonly Row[], sites: ReadonlyMap<string, Site>, { text, typedAs }: Search): readonly Row[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ duty }) => {
    const site = sites.get(duty.site);
    const parts = [duty.site, duty.checklist, site?.address ?? '', site?.area ?? ''];
    const all = parts.join('\n').toLowerCase();
    return words.every((word) => all.includes(word) || (typedAs !== undefined && parts.some((part) => typedAs(part, word))));
  });
};
