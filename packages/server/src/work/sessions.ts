import { createHash } from 'node:crypto';
import { type Actor, type Outcome, outcome, problem, type Role, refuse } from '@xiuhua/engine';
import { accountByLogin, changeAccount } from '../store/accounts.ts';
import { type Entry, entriesOf, rolesOf } from '../store/campaigns.ts';
import { addSession, endSession, endSessionsOf, type OpenSession, sessionByHash, sessionsOf, touchSession } from '../store/sessions.ts';
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
  readonly running: boolean;
  readonly actor: Actor;
}

/** Who is asking: found afresh for every request, so that a change of roles holds at once. */
export interface Person {
  readonly account: { readonly id: string; readonly login: string; readonly name: string; readonly admin: boolean };
  readonly session: string;
  /** What the office called the phone it let in; absent for any other session. */
  readonly device?: string;
  readonly campaigns: readonly Entrance[];
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

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const entrance = (entry: Entry, { account, name, admin }: OpenSession): Entrance => ({
  id: entry.id,
  title: entry.title,
  running: entry.seq > 0,
  actor: { account, name, unit: entry.unit ?? '', roles: [...rolesOf(entry.roles), ...(admin === 1 ? (['admin'] as const) : [])] },
});

const fieldRoles: ReadonlySet<Role> = new Set(['inspector', 'unit']);

const lifeOf = (person: Person): Life =>
  !person.account.admin && person.campaigns.every(({ actor }) => actor.roles.every((role) => fieldRoles.has(role))) ? field : desk;

/** Who holds this cookie; `undefined` when nobody does, the session is too old or too long unused, or the account disabled. */
export const personBy = async ({ store, clock }: Tools, token: string): Promise<Person | undefined> => {
  const found = await sessionByHash(store.reading, hashOfToken(token));
  if (!found) return undefined;
  const entries = await entriesOf(store.reading, found.account, found.admin === 1);
  const person: Person = {
    account: { id: found.account, login: found.login, name: found.name, admin: found.admin === 1 },
    session: found.id,
    ...(found.device === '' ? {} : { device: found.device }),
    campaigns: entries.map((entry) => entrance(entry, found)),
  };
  const now = clock.now();
  const life = lifeOf(person);
  if (since(found.created_at, now) > life.most || since(found.seen_at, now) > life.idle) return undefined;
  if (since(found.seen_at, now) > minute) await store.write((db) => touchSession(db, found.hash, now));
  return person;
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
  store.write((db) => endSession(db, person.account.id, id));
