import { addDays, dayOf, type Instant, instantAt } from '../calendar/day.ts';
import type { Actor } from '../campaign/actor.ts';
import { planInForce } from '../campaign/duties.ts';
import { unitsSeenBy } from '../campaign/sight.ts';
import type { Campaign } from '../campaign/state.ts';
import { findingMessages } from './findings.ts';
import { isFor, type Message } from './message.ts';
import { resultMessages, reviewMessages } from './results.ts';
import { workMessages } from './work.ts';

/** Days a message is kept before people when nothing is left to do about it. */
const kept = 60;

/**
 * Everything anybody in the campaign is told as of a moment, newest first: of the last sixty days, and older where
 * something is left to do. The same log and the same moment give the same messages.
 */
export const messagesOf = (campaign: Campaign, now: Instant): readonly Message[] => {
  const plan = planInForce(campaign, dayOf(now)) ?? planInForce(campaign);
  const since = instantAt(addDays(dayOf(now), -kept));
  const asking = plan && { campaign, plan, now, since };
  const running = asking ? [...findingMessages(asking), ...workMessages(asking), ...resultMessages(asking)] : [];
  return [...reviewMessages(campaign), ...running]
    .filter(({ at, open }) => at <= now && (open || at >= since))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1));
};

/** Those of the messages that are for one person. */
export const inboxOf = (messages: readonly Message[], campaign: Campaign, actor: Actor): readonly Message[] => {
  const units = actor.roles.includes('town') ? unitsSeenBy(planInForce(campaign), { ...actor, roles: ['town'] }) : undefined;
  return messages.filter((message) => isFor(message, actor, units));
};
