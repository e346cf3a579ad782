import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Actor, type Outcome, outcome, problem, type Role, refuse } from '@xiuhua/engine';
import { accountById, accountByLogin, changeAccount } from '../store/accounts.ts';
import { type Entry, entriesAmong, everyEntry, membersOf, rolesOf } from '../store/campaigns.ts';
import {
  addSession,
  endSession,
  endSessionsOf,
  lookAs,
  type OpenSession,
  sessionsByHash,
  sessionsOf,
  touchSession,
} from '../store/sessions.ts';
import type { AccountTable } from '../store/tables.ts';
import { loginOf } from './accounts.ts';
import { checkPassword, hashPassword, isOutdated, weakness } from './password.ts';
import { noteFailure, noteSuccess, waitFor } from './throttle.ts';
import { day, hour, minute, since } from './time.ts';
import type { Tools } from './tools.ts';

/** How long a session lives without use, and at most. */
interface Life {
  readonly idle: number;
  readonly most: number;
}

/** At a desk, where plans are written, orders signed and accounts made. */
const desk: Life = { idle: 2 * hour, most: 12 * hour };
/** On a phone in the field, which may be without network for days; such a person can only record and reply. */
const field: Life = { idle: 7 * day, most: 30 * day };

/** The longest any session lives. */
export const longestSession = field.most;

/** A campaign a signed-in person may enter. */
export interface Entrance {
  readonly id: string;
  readonly title: string;
  /** Whether a plan is in force, and whether the campaign was closed. */
  readonly running: boolean;
  readonly closed: boolean;
  readonly actor: Actor;
}

/** Who is asking: found afresh for every request, so that a change of roles holds at once. */
export interface Person {
  readonly account: { readonly id: string; readonly login: string; readonly name: string; readonly admin: boolean };
  readonly session: string;
  /** What the office called the phone it let in; absent for any other session. */
  readonly device?: string;
  readonly campaigns: readonly Entrance[];
  /** Who is really there while he looks from this person's place: he sees what this person sees, and does nothing. */
  readonly seenBy?: { readonly id: string; readonly name: string };
}

/** One of a person's own open sessions. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeen: string;
  readonly agent: string;
  readonly current: boolean;
}

/** Where a sign-in comes from. */
export interface Visit {
  readonly address: string;
  readonly agent: string;
  /** The phone it comes from, when the office had let it in before: it stays in the office's list. */
  readonly device?: string;
}

const hashOfToken = (token: string): string => hash('sha256', token);

const entrance = (entry: Entry, { account, name, admin }: OpenSession): Entrance => ({
  id: entry.id,
  title: entry.title,
  running: Boolean(entry.adopted),
  closed: Boolean(entry.closed),
  actor: { account, name, unit: entry.unit ?? '', roles: [...rolesOf(entry.roles), ...(admin === 1 ? (['admin'] as const) : [])] },
});

const fieldRoles: ReadonlySet<Role> = new Set(['inspector', 'unit']);

/** True for one who may look from a member's place in a campaign: an administrator, or its office. */
const mayLookAs = ({ actor }: Entrance): boolean => actor.roles.includes('admin') || actor.roles.includes('office');

/** The member of a campaign whose place may be looked from: anybody but an administrator. */
const seenIn = async ({ store }: Tools, campaign: string, account: string): Promise<OpenSession | undefined> => {
  const found = await accountById(store.reading, account);
  const member = (await membersOf(store.reading, campaign)).some((row) => row.account === account);
  if (!found || found.admin === 1 || found.disabled === 1 || !member) return undefined;
  const nowhere = { hash: '', id: '', created_at: '', seen_at: '', device: '', as_account: '', as_campaign: '' };
  return { ...nowhere, account, login: found.login, name: found.name, admin: 0 };
};

/**
 * The person as whom somebody looks: that member in the one campaign. When he may do so no more, or the member is gone,
 * there is nothing to see until he stops.
 */
const inPlaceOf = async (tools: Tools, own: Person, place: { readonly account: string; readonly campaign: string }): Promise<Person> => {
  const may = own.campaigns.some((entrance) => entrance.id === place.campaign && mayLookAs(entrance));
  const seen = may ? await seenIn(tools, place.campaign, place.account) : undefined;
  const entries = seen ? await entriesAmong(tools.store.reading, [place.account]) : [];
  const account = seen ? { id: seen.account, login: seen.login, name: seen.name, admin: false } : { ...own.account, admin: false };
  return {
    account,
    session: own.session,
    campaigns: seen ? entries.filter(({ id }) => id === place.campaign).map((entry) => entrance(entry, seen)) : [],
    seenBy: { id: own.account.id, name: own.account.name },
  };
};

/**
 * Lets somebody look from a member's place, until he stops. He sees what that member sees and can do nothing. An
 * administrator's place is nobody's, and one's own is where one stands.
 */
export const lookFrom = async (
  tools: Tools,
  person: Person,
  place: { readonly account: string; readonly campaign: string },
): Promise<Outcome<{ readonly name: string }>> => {
  const may = person.campaigns.some((entrance) => entrance.id === place.campaign && mayLookAs(entrance));
  const seen = may && place.account !== person.account.id ? await seenIn(tools, place.campaign, place.account) : undefined;
  if (!seen) return refuse('session.not-to-see', '/account');
  await tools.store.write((db) => lookAs(db, person.session, place));
  return outcome({ name: seen.name }, []);
};

/** Stops looking from another's place. */
export const lookFromOwn = ({ store }: Tools, person: Person): Promise<void> =>
  store.write((db) => lookAs(db, person.session, { account: '', campaign: '' }));

const lifeOf = (person: Person): Life =>
  !person.account.admin && person.campaigns.every(({ actor }) => actor.roles.every((role) => fieldRoles.has(role))) ? field : desk;

/** The person a session stands for; `undefined` when the session is too old or too long unused. */
const personOf = async (tools: Tools, found: OpenSession, entries: readonly Entry[]): Promise<Person | undefined> => {
  const person: Person = {
    account: { id: found.account, login: found.login, name: found.name, admin: found.admin === 1 },
    session: found.id,
    ...(found.device === '' ? {} : { device: found.device }),
    campaigns: entries.map((entry) => entrance(entry, found)),
  };
  const now = tools.clock.now();
  const life = lifeOf(person);
  if (since(found.created_at, now) > life.most || since(found.seen_at, now) > life.idle) return undefined;
  if (since(found.seen_at, now) > minute) await tools.store.write((db) => touchSession(db, found.hash, now));
  return found.as_account === '' ? person : inPlaceOf(tools, person, { account: found.as_account, campaign: found.as_campaign });
};

const personsOf = async (tools: Tools, hashes: readonly string[]): Promise<ReadonlyMap<string, Promise<Person | undefined>>> => {
  const { reading } = tools.store;
  const found = await sessionsByHash(reading, hashes);
  const plain = found.filter(({ admin }) => admin !== 1).map(({ account }) => account);
  const entries = await entriesAmong(reading, plain);
  const person = async (session: OpenSession): Promise<Person | undefined> => {
    const every = session.admin === 1 && (await everyEntry(reading, [session.account]));
    return personOf(tools, session, every || entries.filter(({ account }) => account === session.account));
  };
  return new Map(found.map((session) => [session.hash, person(session)]));
};

/**
 * Finds who holds a cookie; `undefined` when nobody does, the session is too old or too long unused, or the account disabled.
 * Whoever asks in the same turn of the event loop is looked up together.
 */
export const personFinder = (tools: Tools): ((token: string) => Promise<Person | undefined>) => {
  let asked: { readonly hashes: Set<string>; readonly found: ReturnType<typeof personsOf> } | undefined;
  const together = () => {
    const hashes = new Set<string>();
    const found = setImmediate().then(() => {
      asked = undefined;
      return personsOf(tools, [...hashes]);
    });
    return { hashes, found };
  };
  return async (token) => {
    const mine = hashOfToken(token);
    asked ??= together();
    const { hashes, found } = asked;
    hashes.add(mine);
    return (await found).get(mine);
  };
};

/** Opens a session for an account that has proved itself; the answer is the cookie. */
export const openSession = async ({ store, clock, ids }: Tools, account: string, agent: string, device = ''): Promise<string> => {
  const token = ids.secret();
  const now = clock.now();
  await store.write((db) =>
    addSession(db, {
      hash: hashOfToken(token),
      id: ids.next(),
      account,
      created_at: now,
      seen_at: now,
      agent: agent.slice(0, 200),
      device,
      as_account: '',
      as_campaign: '',
    }),
  );
  return token;
};

const refreshPassword = async ({ store }: Tools, account: AccountTable, password: string): Promise<void> => {
  if (!isOutdated(account.password)) return;
  const fresh = await hashPassword(password);
  if (fresh) await store.write((db) => changeAccount(db, account.id, { password: fresh }));
};

/**
 * Signs in; the answer is a new cookie. After failures the login and the address wait longer and longer, and an
 * unknown login takes the same time and gets the same answer as a wrong password.
 */
export const signIn = async (
  tools: Tools,
  { login, password }: { login: string; password: string },
  visit: Visit,
): Promise<Outcome<string>> => {
  const attempt = { login: loginOf(login), address: visit.address };
  const seconds = await waitFor(tools, attempt);
  if (seconds > 0) return refuse('request.too-many', '', { seconds });
  const account = await accountByLogin(tools.store.reading, attempt.login);
  const right = await checkPassword(account?.password, password);
  if (right === undefined) return refuse('store.busy');
  if (!right || !account) {
    await noteFailure(tools, attempt);
    return refuse('account.bad-login');
  }
  if (account.disabled === 1) return refuse('account.disabled');
  await noteSuccess(tools, attempt);
  await refreshPassword(tools, account, password);
  return outcome(await openSession(tools, account.id, visit.agent, visit.device), []);
};

/** Changes one's own password after giving the old one; every other session of the account ends, and a new cookie is the answer. */
export const changeOwnPassword = async (
  tools: Tools,
  { person, old, password, visit }: { person: Person; old: string; password: string; visit: Visit },
): Promise<Outcome<string>> => {
  const proved = await signIn(tools, { login: person.account.login, password: old }, visit);
  if (!proved.ok) return proved;
  const weak = weakness(person.account.login, password);
  if (weak) return { ok: false, problems: [weak] };
  const stored = await hashPassword(password);
  if (!stored) return { ok: false, problems: [problem('store.busy', '')] };
  await tools.store.write(async (db) => {
    await changeAccount(db, person.account.id, { password: stored });
    await endSessionsOf(db, person.account.id);
  });
  return outcome(await openSession(tools, person.account.id, visit.agent, visit.device), []);
};

/** The person's open sessions, newest first. */
export const listSessions = async ({ store }: Tools, person: Person): Promise<readonly SessionRow[]> =>
  (await sessionsOf(store.reading, person.account.id)).map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeen: row.seen_at,
    agent: row.agent,
    current: row.id === person.session,
  }));

/** Ends one of the person's own sessions; false when there is none of that id. */
export const closeSession = ({ store }: Tools, person: Person, id: string): Promise<boolean> =>
  store.write((db) => endSession(db, person.seenBy?.id ?? person.account.id, id));
