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

/**
 * Minutes of inspecting that a plan asks for in a month, all its inspectors together: for each visit ten minutes to get
 * there and one for each item. What recurs in no fixed number a year (once, each phase) is left out. For comparing two
 * plans; it promises nothing about any one visit. A plan may be a draft.
 */
export const minutesAMonth = (plan: unknown): number => {
  const written = isWritten(plan) ? plan : {};
  const places = isWritten(written.places) ? writtenIn(written.places.sites) : [];
  const checklists = new Map(writtenIn(written.checklists).map((list) => [list.name, list]));
  const minutes = writtenIn(written.schedule).reduce((sum, schedule) => {
    const checklist = checklists.get(schedule.checklist);
    const every = typeof schedule.every === 'string' ? readEvery(schedule.every) : undefined;
    const times = every && timesAYear(every);
    if (!checklist || times === undefined) return sum;
    const sites = places.filter((site) => site.class === checklist.for).length;
    return sum + (times / 12) * visitsOf(schedule, sites) * (way + item * writtenIn(checklist.items).length);
  }, 0);
  return Math.round(minutes);
};
