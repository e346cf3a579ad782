import { type Campaign, planInForce, type Role, upperBases } from '@xiuhua/engine';
import { campaignsNaming, campaignsOfPlans } from '../store/uppers.ts';
import type { CampaignBook } from './book.ts';
import type { Entrance, Person } from './sessions.ts';
import type { Tools } from './tools.ts';

/** The most levels that are looked through, up or down. */
const mostLevels = 12;

const overseers: ReadonlySet<Role> = new Set(['office', 'leader', 'admin', 'overseer']);

const oversees = ({ actor }: Entrance): boolean => actor.roles.some((role) => overseers.has(role));

const entranceTo = (id: string, title: string, { account: { id: account, name } }: Person): Entrance => ({
  id,
  title,
  running: true,
  closed: false,
  actor: { account, name, unit: '', roles: ['overseer'] },
});

const basesOf = (campaign: Campaign): readonly string[] => upperBases(planInForce(campaign)?.written ?? {}).map(({ hash }) => hash);

/** Campaigns whose plan in force rests on a plan that this one has adopted. */
export const restingOn = async ({ store }: Tools, book: CampaignBook, campaign: string): Promise<readonly string[]> => {
  const hashes = (await book.ask(campaign, ({ versions }) => versions.map(({ plan }) => plan.hash))) ?? [];
  const resting: string[] = [];
  for (const id of await campaignsNaming(store.reading, hashes)) {
    const bases = id === campaign ? [] : await book.ask(id, basesOf);
    if (bases?.some((hash) => hashes.includes(hash))) resting.push(id);
  }
  return resting;
};

/**
 * A campaign as somebody above it enters it: a person who oversees a campaign that its plan in force rests on, however
 * many levels up. Nothing for anybody else.
 */
export const entranceFromAbove = async (
  { tools, book }: { readonly tools: Tools; readonly book: CampaignBook },
  person: Person,
  campaign: string,
): Promise<Entrance | undefined> => {
  const own = new Set(person.campaigns.filter(oversees).map(({ id }) => id));
  let level: readonly string[] = own.size > 0 ? [campaign] : [];
  for (let climbed = 0; level.length > 0 && climbed < mostLevels; climbed++) {
    const bases = await Promise.all(level.map((id) => book.ask(id, basesOf)));
    level = await campaignsOfPlans(tools.store.reading, [...new Set(bases.flatMap((one) => one ?? []))]);
    if (level.some((id) => own.has(id))) {
      const title = await book.ask(campaign, (one) => planInForce(one)?.plan.title ?? '');
      return entranceTo(campaign, title ?? '', person);
    }
  }
  return undefined;
};

/** The campaigns below those a person oversees, all levels, without those he enters as a member. */
export const entrancesBelow = async (tools: Tools, book: CampaignBook, person: Person): Promise<readonly Entrance[]> => {
  const seen = new Set(person.campaigns.map(({ id }) => id));
  const found: Entrance[] = [];
  let level = person.campaigns.filter(oversees).map(({ id }) => id);
  for (let down = 0; level.length > 0 && down < mostLevels; down++) {
    const next: string[] = [];
    for (const upper of level)
      for (const id of await restingOn(tools, book, upper)) {
        if (seen.has(id)) continue;
        seen.add(id);
        next.push(id);
        found.push(entranceTo(id, (await book.ask(id, (one) => planInForce(one)?.plan.title)) ?? '', person));
      }
    level = next;
  }
  return found;
};
