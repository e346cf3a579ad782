import type { Day } from '../calendar/day.ts';
import { planInForce } from '../campaign/duties.ts';
import { proposals } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import { countDuties } from './duties.ts';
import { countFindings } from './findings.ts';
import { phaseViews } from './phases.ts';
import { newestStandings, outlined, periodViews } from './standings.ts';
import type { Board } from './views.ts';

/**
 * What the leading group sees first, as of today. For a past day, hand in the campaign replayed up to the end of
 * that day: the board then shows what was known then.
 */
export const board = (campaign: Campaign, today: Day): Board => {
  const periods = periodViews(campaign, today);
  return {
    title: planInForce(campaign)?.plan.title ?? '',
    day: today,
    version: campaign.versions.at(-1)?.version ?? 0,
    phases: phaseViews(campaign, today),
    duties: countDuties(campaign, today),
    ...countFindings(campaign, today),
    periods,
    standings: newestStandings(campaign, today, periods).map(outlined),
    proposals: proposals(campaign),
    tiles: campaign.tiles,
  };
};
