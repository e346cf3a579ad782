import { type Outcome, outcome, problem, refuse } from '@xiuhua/engine';
import { accountById, addAccount, allAccounts, changeAccount, otherAdmins } from '../store/accounts.ts';
import { isTaken } from '../store/fault.ts';
import { dropFeed } from '../store/feeds.ts';
import { endSessionsOf } from '../store/sessions.ts';
import type { AccountTable, Db } from '../store/tables.ts';
import { hashPassword, weakness } from './password.ts';
import type { Tools } from './tools.ts';

/** An account as administrators see it. */
export interface AccountView {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly createdAt: string;
}

/** A new account. `admin` may make accounts and campaigns. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly admin: boolean;
}

/** What may be changed of an account. */
export interface AccountChange {
  readonly name?: string;
  readonly password?: string;
  readonly admin?: boolean;
  readonly disabled?: boolean;
}

/** A login as it is stored and compared: without spaces around, compatibility forms folded, lower case. */
export const loginOf = (written: string): string => written.normalize('NFKC').trim().toLowerCase();

const viewOf = (row: Omit<AccountTable, 'password'>): AccountView => ({
  id: row.id,
  login: row.login,
  name: row.name,
  admin: row.admin === 1,
  disabled: row.disabled === 1,
  createdAt: row.created_at,
});

/** All accounts by login. */
export const listAccounts = async ({ store }: Tools): Promise<readonly AccountView[]> => (await allAccounts(store.reading)).map(viewOf);

/** The name of an account; '' when there is none. */
export const nameOf = async ({ store }: Tools, id: string): Promise<string> => (await accountById(store.reading, id))?.name ?? '';

/**
 * Adds an account without judging its password, within a transaction when `db` is given. People's own choices go
 * through `openAccount`; this one is for the demo county and tests.
 */
export const addAccountAs = async ({ store, clock, ids }: Tools, account: NewAccount, db?: Db): Promise<Outcome<AccountView>> => {
  const password = await hashPassword(account.password);
  if (!password) return refuse('store.busy');
  const row: AccountTable = {
    id: ids.next(),
    login: loginOf(account.login),
    name: account.name.trim(),
    password,
    admin: account.admin ? 1 : 0,
    disabled: 0,
    created_at: clock.now(),
  };
  try {
    await (db ? addAccount(db, row) : store.write((own) => addAccount(own, row)));
    return outcome(viewOf(row), []);
  } catch (error) {
    if (isTaken(error)) return refuse('account.login-taken', '/login', { login: row.login });
    throw error;
  }
};

/** Adds an account whose password must be strong enough. */
export const openAccount = (tools: Tools, account: NewAccount): Promise<Outcome<AccountView>> => {
  const weak = weakness(loginOf(account.login), account.password);
  return weak ? Promise.resolve({ ok: false, problems: [weak] }) : addAccountAs(tools, account);
};

const columnsOf = async (change: AccountChange): Promise<Parameters<typeof changeAccount>[2] | undefined> => {
  const password = change.password === undefined ? undefined : await hashPassword(change.password);
  if (change.password !== undefined && !password) return undefined;
  return {
    ...(change.name === undefined ? {} : { name: change.name.trim() }),
    ...(password ? { password } : {}),
    ...(change.admin === undefined ? {} : { admin: change.admin ? 1 : 0 }),
    ...(change.disabled === undefined ? {} : { disabled: change.disabled ? 1 : 0 }),
  };
};

/**
 * Changes an account. A new password, or disabling it, ends all its sessions and its calendar link. The last administrator who can sign in
 * can be neither disabled nor demoted.
 */
export const alterAccount = async (tools: Tools, id: string, change: AccountChange): Promise<Outcome<AccountView>> => {
  const found = await accountById(tools.store.reading, id);
  if (!found) return refuse('request.not-found');
  const weak = change.password === undefined ? undefined : weakness(found.login, change.password);
  if (weak) return { ok: false, problems: [weak] };
  const columns = await columnsOf(change);
  if (!columns) return refuse('store.busy');
  return tools.store.write(async (db) => {
    const loses = change.admin === false || change.disabled === true;
    if (loses && found.admin === 1 && (await otherAdmins(db, id)) === 0)
      return { ok: false, problems: [problem('account.last-admin', '')] };
    await changeAccount(db, id, columns);
    if (change.password !== undefined || change.disabled === true) {
      await endSessionsOf(db, id);
      await dropFeed(db, id);
    }
    return outcome(viewOf({ ...found, ...columns }), []);
  });
};
