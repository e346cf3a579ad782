import { type Actor, nearest, type Outcome, outcome, type Problem, pointer, problem, type Role } from '@xiuhua/engine';
import { accountById, accountsAmong } from '../store/accounts.ts';
import { inspectedFor, membersOf, replaceMembers, rolesOf } from '../store/campaigns.ts';
import type { Entrance, Person } from './sessions.ts';
import type { Tools } from './tools.ts';

/** A member of a campaign. */
export interface MemberView {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** What an account shall be in a campaign. */
export interface NewMember {
  readonly account: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** Members of a campaign, by login. */
export const listMembers = async ({ store }: Tools, campaign: string): Promise<readonly MemberView[]> =>
  (await membersOf(store.reading, campaign)).map(({ roles, ...row }) => ({ ...row, roles: rolesOf(roles) }));

const check = (members: readonly NewMember[], known: { accounts: ReadonlySet<string>; units: readonly string[] }): readonly Problem[] => [
  ...members.flatMap(({ account, unit }, i): readonly Problem[] => {
    const at = pointer('', i);
    const stranger = known.accounts.has(account) ? [] : [problem('account.unknown', pointer(at, 'account'), { found: account })];
    const twice =
      members.findIndex((other) => other.account === account) < i
        ? [problem('shape.repeated', at, { term: '账号', termEn: 'account', found: account })]
        : [];
    if (unit === '' || known.units.length === 0 || known.units.includes(unit)) return [...stranger, ...twice];
    const params = { kind: 'unit', term: '单位', termEn: 'Unit', found: unit, near: nearest(unit, known.units) };
    return [...stranger, ...twice, problem('name.unknown', pointer(at, 'unit'), params)];
  }),
  ...(members.some(({ roles }) => roles.includes('office')) ? [] : [problem('member.no-office', '')]),
];

/** Makes the members of a campaign exactly these. `units` are the names they may belong to; empty when not known yet. */
export const setMembers = async (
  tools: Tools,
  campaign: string,
  { members, units }: { members: readonly NewMember[]; units: readonly string[] },
): Promise<Outcome<readonly MemberView[]>> => {
  const accounts = await accountsAmong(
    tools.store.reading,
    members.map((member) => member.account),
  );
  const problems = check(members, { accounts, units });
  if (problems.length > 0) return { ok: false, problems };
  const rows = members.map(({ account, unit, roles }) => ({ campaign, account, unit, roles: JSON.stringify(roles) }));
  await tools.store.write((db) => replaceMembers(db, campaign, { rows, now: tools.clock.now() }));
  return outcome(await listMembers(tools, campaign), []);
};

/** Who hands a filled checklist in: what the person is now, and the units for which he inspected before. */
export interface HandedBy {
  readonly by: Actor;
  readonly inspectedFor: readonly string[];
}

/** The entrance of somebody who is no member and inspected in the campaign before; only what he filled then goes through it. */
export const formerEntrance = async ({ store }: Tools, campaign: string, { account }: Person): Promise<Entrance | undefined> => {
  const before = await inspectedFor(store.reading, campaign, account.id);
  const actor: Actor = { account: account.id, name: account.name, unit: '', roles: [] };
  return before.length > 0 ? { id: campaign, title: '', running: true, closed: false, actor } : undefined;
};

/** Whose a record is that an account filled; `undefined` for an account that inspects nothing in the campaign and never did. */
export const handedBy = async ({ store }: Tools, campaign: string, account: string): Promise<HandedBy | undefined> => {
  const member = (await membersOf(store.reading, campaign)).find((row) => row.account === account);
  const before = await inspectedFor(store.reading, campaign, account);
  const roles = rolesOf(member?.roles ?? null);
  if (!roles.includes('inspector') && before.length === 0) return undefined;
  const known = member ?? (await accountById(store.reading, account));
  return known && { by: { account, name: known.name, unit: member?.unit ?? '', roles }, inspectedFor: before };
};
