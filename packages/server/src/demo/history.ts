import type { Campaign, Day, Instant } from '@xiuhua/engine';
import type { Album } from './album.ts';
import { appealingOn } from './appealing.ts';
import { complainingOn } from './complaining.ts';
import { decidingOn, newestDue } from './deciding.ts';
import { doubtingOn } from './doubting.ts';
import { exceptingOn } from './excepting.ts';
import { measuringOn } from './measuring.ts';
import { rectifyingOn } from './rectifying.ts';
import type { Step } from './step.ts';
import { visitsOn } from './visits.ts';

/** What the people of the demo county know: the pictures they took, who works for which unit, and when the story stops. */
export interface World {
  readonly album: Album;
  readonly logins: ReadonlyMap<string, string>;
  readonly today: Day;
  /** Nobody does anything after this instant. */
  readonly now: Instant;
}

/**
 * Everything done on a day, in order of time, as people would who see the campaign as it stands that morning. The
 * same campaign gives the same steps: all chance comes from the names of things.
 */
export const stepsOn = (campaign: Campaign, day: Day, world: World): readonly Step[] =>
  [
    ...visitsOn(campaign, day, world),
    ...complainingOn(campaign, day, world),
    ...doubtingOn(campaign, day, world),
    ...rectifyingOn(campaign, day, world),
    ...exceptingOn(campaign, day, world),
    ...measuringOn(campaign, day, world),
    ...decidingOn(campaign, day, world.today),
    ...appealingOn(campaign, day, { logins: world.logins, newest: newestDue(campaign, world.today) }),
  ]
    .filter((step) => step.at <= world.now)
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
