import { type DeviceView, type Outcome, outcome, refuse } from '@xiuhua/engine';
import { accountById } from '../store/accounts.ts';
import { entriesAmong, membersOf, rolesOf } from '../store/campaigns.ts';
import { devicesOf, endSession, putDeviceCode, takeDeviceCode } from '../store/sessions.ts';
import { openSession, type Person, type Visit } from './sessions.ts';
import { codeOf, hashOfCode } from './setup.ts';
import { noteFailure, waitFor } from './throttle.ts';
import { minute, shift } from './time.ts';
import type { Tools } from './tools.ts';

/** How long a code is good for: as long as two people stand beside each other. */
const holds = 10 * minute;

/** True for an account that only works in the field, wherever it is a member: a phone must never open a desk. */
const worksInTheField = async ({ store }: Tools, account: string): Promise<boolean> => {
  const found = await accountById(store.reading, account);
  if (!found || found.admin === 1 || found.disabled === 1) return false;
  const entries = await entriesAmong(store.reading, [account]);
  return entries.every(({ roles }) => rolesOf(roles).every((role) => role === 'inspector' || role === 'unit'));
};

/** A one-time code that lets one phone in as a member of the campaign. Only members who work in the field get one. */
export const offerDevice = async (
  tools: Tools,
  campaign: string,
  { account, person }: { readonly account: string; readonly person: Person },
): Promise<Outcome<{ readonly code: string; readonly until: string }>> => {
  const members = await membersOf(tools.store.reading, campaign);
  if (!members.some((member) => member.account === account)) return refuse('account.unknown', '/account', { found: account });
  if (!(await worksInTheField(tools, account))) return refuse('device.not-for-desks', '/account');
  const code = codeOf(3);
  const now = tools.clock.now();
  const until = shift(now, holds);
  await tools.store.write((db) => putDeviceCode(db, { hash: hashOfCode(code), account, made_by: person.account.id, until }, now));
  return outcome({ code, until }, []);
};

/** Signs a phone in with a code; the answer is its cookie. The code is used up. Wrong codes are throttled by address. */
export const signInDevice = async (
  tools: Tools,
  { code, device }: { readonly code: string; readonly device: string },
  visit: Visit,
): Promise<Outcome<string>> => {
  const attempt = { login: '*device*', address: visit.address };
  const seconds = await waitFor(tools, attempt);
  if (seconds > 0) return refuse('request.too-many', '', { seconds });
  const account = await tools.store.write((db) => takeDeviceCode(db, hashOfCode(code), tools.clock.now()));
  if (account === undefined || !(await worksInTheField(tools, account))) {
    await noteFailure(tools, attempt);
    return refuse('device.bad-code', '/code');
  }
  return outcome(await openSession(tools, account, visit.agent, device), []);
};

/** The phones let in for the members of a campaign, newest first. */
export const listDevices = async ({ store }: Tools, campaign: string): Promise<readonly DeviceView[]> =>
  (await devicesOf(store.reading, campaign)).map(({ created_at: createdAt, seen_at: lastSeen, ...row }) => ({
    ...row,
    createdAt,
    lastSeen,
  }));

/** Shuts a phone out; false when the campaign has none of that id. */
export const endDevice = async ({ store }: Tools, campaign: string, id: string): Promise<boolean> => {
  const found = (await devicesOf(store.reading, campaign)).find((device) => device.id === id);
  return found !== undefined && (await store.write((db) => endSession(db, found.account, id)));
};
