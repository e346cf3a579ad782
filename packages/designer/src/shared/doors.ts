import type { Role, SessionView } from '@xiuhua/engine';

/** The three doors of the house. */
export type DoorName = 'design' | 'inspect' | 'lead';

/** A door a person may enter. */
export interface Door {
  readonly name: DoorName;
  readonly href: string;
}

const entrants: Readonly<Record<DoorName, readonly Role[]>> = {
  design: ['office', 'admin'],
  inspect: ['inspector'],
  lead: ['leader', 'office', 'unit', 'town', 'auditor', 'admin', 'overseer'],
};

/** The address of a door; the design and lead doors show one campaign at a time and carry its id. */
export const doorAddress = (door: DoorName, campaign?: string): string =>
  campaign && door !== 'inspect' ? `/${door}/${encodeURIComponent(campaign)}` : `/${door}/`;

/**
 * The doors the person may enter: in this campaign, or in any when none is given. An administrator without a campaign
 * still enters the design door, to start the first one.
 */
export const doorsOf = (session: SessionView, campaign?: string): readonly Door[] => {
  const inCampaigns = session.campaigns.filter((c) => campaign === undefined || c.id === campaign);
  const roles = new Set(inCampaigns.flatMap((c) => c.actor.roles));
  // Who looks from an inspector's place must not work from a phone of his.
  const phone = session.seenBy === undefined;
  const entered = (Object.keys(entrants) as DoorName[]).filter(
    (door) =>
      (entrants[door].some((role) => roles.has(role)) && (phone || door !== 'inspect')) || (door === 'design' && session.account.admin),
  );
  return entered.map((name) => ({ name, href: doorAddress(name, campaign ?? inCampaigns[0]?.id) }));
};

const storageKey = 'xiuhua.campaign';

/** Remembers on this device which campaign the person looked at last. */
export const rememberCampaign = (id: string): void => localStorage.setItem(storageKey, id);

/** The campaign to open first: the one looked at last if it is still open to the person, else the first. */
export const firstCampaign = (session: SessionView): string | undefined => {
  const last = localStorage.getItem(storageKey);
  return session.campaigns.find((c) => c.id === last)?.id ?? session.campaigns[0]?.id;
};
