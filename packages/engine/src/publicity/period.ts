import type { Day } from '../calendar/day.ts';
import { daysOf, type Period, periodBefore, periodOf } from '../calendar/period.ts';
import type { Meeting, Report } from './schema.ts';

/** The period a paper planned for a day speaks of: the one that was over then, or the running one. */
export const periodFor = ({ covers, which }: Pick<Report | Meeting, 'covers' | 'which'>, planned: Day): Period => {
  const running = periodOf(covers, planned);
  return which === 'running' || daysOf(running).last === planned ? running : periodBefore(running);
};
