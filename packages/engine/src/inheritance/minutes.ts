import { isWritten, type Written, writtenIn } from '../plan/diff-identity.ts';
import { timesAYear } from '../plan/diff-order.ts';
import { readEvery } from '../schedule/every.ts';
import { readSites } from '../schedule/sites.ts';

/** Minutes that are reckoned for getting to a site, and for one item there. */
const [way, item] = [10, 1];

const visitsOf = (schedule: Written, sites: number): number => {
  const drawn = writtenIn(schedule.strata).reduce((sum, stratum) => sum + (typeof stratum.draw === 'number' ? stratum.draw : 0), 0);
  if (drawn > 0) return drawn;
  const read = typeof schedule.sites === 'string' ? readSites(schedule.sites) : undefined;
  if (!read || read.kind === 'all') return sites;
  return read.unit === 'percent' ? Math.ceil((sites * read.amount) / 100) : Math.min(read.amount, sites);
};

/** Units that go out for a schedule: the unit it names, or those of the group. */
const unitsOf = (plan: Written, by: unknown): readonly string[] => {
  const groups = isWritten(plan.organization) ? writtenIn(plan.organization.groups) : [];
  const group = groups.find(({ name }) => name === by);
  const members = Array.isArray(group?.units) ? group.units.filter((unit) => typeof unit === 'string') : [];
  return group ? members : typeof by === 'string' ? [by] : [];
};

/** People who go out for each inspecting unit, as a rehearsal has them. */
const people = 2;

/** Minutes of inspecting a month: of all who inspect together, and of each person in the unit that inspects most. */
export interface Minutes {
  readonly all: number;
  readonly each: number;
}

/**
 * Minutes of inspecting that a plan asks for in a month: for each visit ten minutes to get there and one for each item; a
 * group shares its visits, and two people go out for each unit. What recurs in no fixed number a year (once, each phase)
 * is left out. For comparing two plans; it promises nothing about any one visit. A plan may be a draft.
 */
export const minutesAMonth = (plan: unknown): Minutes => {
  const written = isWritten(plan) ? plan : {};
  const places = isWritten(written.places) ? writtenIn(written.places.sites) : [];
  const checklists = new Map(writtenIn(written.checklists).map((list) => [list.name, list]));
  const byUnit = new Map<string, number>();
  let all = 0;
  for (const schedule of writtenIn(written.schedule)) {
    const checklist = checklists.get(schedule.checklist);
    const every = typeof schedule.every === 'string' ? readEvery(schedule.every) : undefined;
    const times = every && timesAYear(every);
    if (!checklist || times === undefined) continue;
    const sites = places.filter((site) => site.class === checklist.for).length;
    const minutes = (times / 12) * visitsOf(schedule, sites) * (way + item * writtenIn(checklist.items).length);
    const units = unitsOf(written, schedule.by);
    for (const unit of units) byUnit.set(unit, (byUnit.get(unit) ?? 0) + minutes / units.length);
    all += minutes;
  }
  return { all: Math.round(all), each: Math.round(Math.max(0, ...byUnit.values()) / people) };
};
