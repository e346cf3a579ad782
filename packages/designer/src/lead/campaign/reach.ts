import { unitsSeenBy } from '@xiuhua/engine';
import type { DutyFilter, FindingFilter } from './addresses.ts';
import { oversees, useAddresses, useHere } from './here.ts';
import { usePlan } from './queries.ts';

/**
 * The addresses the reader may open. One who is only here for units gets no address for the findings and visits of
 * others, and none for the duties; a number without an address is shown without a link.
 */
export const useReach = () => {
  const { actor } = useHere();
  const to = useAddresses();
  const units = unitsSeenBy(usePlan().data, actor);
  const mayOpen = (unit: string | undefined) => units === undefined || (unit !== undefined && units.has(unit));
  return {
    to,
    mayOpen,
    findings: (filter: FindingFilter) => (mayOpen(filter.unit) ? to.findings(filter) : undefined),
    duties: (filter: DutyFilter = {}) => (oversees(actor) ? to.duties(filter) : undefined),
  };
};
