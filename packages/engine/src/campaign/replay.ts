import type { CompiledPlan } from '../plan/compile.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import type { Campaign } from './state.ts';

/** A campaign before anything happened. */
export const emptyCampaign = (): Campaign => ({
  seq: 0,
  versions: [],
  reviews: new Map(),
  closed: null,
  seeded: null,
  repeats: new Map(),
  submissions: new Map(),
  days: new Map(),
  byDuty: new Map(),
  choices: new Map(),
  findings: new Map(),
  withdrawn: new Map(),
  milestones: new Map(),
  progress: new Map(),
  readings: new Map(),
  standings: new Map(),
  decisions: new Map(),
  appeals: new Map(),
  complaints: new Map(),
  resolutions: new Map(),
  bulletins: new Map(),
  lookBacks: new Map(),
  tiles: [],
  closings: [],
  notices: 0,
});

/**
 * Another campaign that stands where this one stands; each goes its own way from then on. Only what may still change is
 * copied, so that two of them cost little more than one.
 */
export const copyOf = (campaign: Campaign): Campaign => ({
  ...campaign,
  versions: [...campaign.versions],
  reviews: new Map(campaign.reviews),
  repeats: new Map(campaign.repeats),
  submissions: new Map(campaign.submissions),
  days: new Map([...campaign.days].map(([day, { visits, stamp }]) => [day, { visits: new Set(visits), stamp }])),
  byDuty: new Map(campaign.byDuty),
  choices: new Map(campaign.choices),
  findings: new Map(campaign.findings),
  withdrawn: new Map(campaign.withdrawn),
  milestones: new Map(campaign.milestones),
  progress: new Map(campaign.progress),
  readings: new Map(campaign.readings),
  standings: new Map(campaign.standings),
  decisions: new Map(campaign.decisions),
  appeals: new Map(campaign.appeals),
  complaints: new Map(campaign.complaints),
  resolutions: new Map(campaign.resolutions),
  bulletins: new Map(campaign.bulletins),
  lookBacks: new Map(campaign.lookBacks),
  tiles: [...campaign.tiles],
  closings: [...campaign.closings],
});

/** The campaign that follows from a log. `plans` gives the plans the log names by hash. */
export const replay = (events: Iterable<Event>, plans: (hash: string) => CompiledPlan | undefined): Campaign => {
  let campaign = emptyCampaign();
  for (const event of events) campaign = evolve(campaign, event, plans);
  return campaign;
};
