import type { CompiledPlan } from '../plan/compile.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import type { Campaign } from './state.ts';

/** A campaign before anything happened. */
export const emptyCampaign = (): Campaign => ({
  seq: 0,
  versions: [],
  seeded: null,
  repeats: new Map(),
  submissions: new Map(),
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
  closings: [],
  notices: 0,
});

/** The campaign that follows from a log. `plans` gives the plans the log names by hash. */
export const replay = (events: Iterable<Event>, plans: (hash: string) => CompiledPlan | undefined): Campaign => {
  let campaign = emptyCampaign();
  for (const event of events) campaign = evolve(campaign, event, plans);
  return campaign;
};
