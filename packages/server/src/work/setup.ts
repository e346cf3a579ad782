import { createHash, randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, refuse } from '@xiuhua/engine';
import { writeDurably } from '../adapters/durable.ts';
import { anyAccount } from '../store/accounts.ts';
import { addSetupCode, clearSetupCodes, setupCodeHolds } from '../store/throttle.ts';
import { type AccountView, addAccountAs, loginOf, type NewAccount } from './accounts.ts';
import { weakness } from './password.ts';
import { noteFailure, waitFor } from './throttle.ts';
import { hour, shift } from './time.ts';
import type { Tools } from './tools.ts';

/** Letters and digits that cannot be mistaken for each other. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const holds = hour;

/** A code of so many groups of four letters and digits. */
export const codeOf = (groups: number): string => {
  const letter = (): string => letters[randomInt(letters.length)] ?? '';
  return Array.from({ length: groups }, () => letter() + letter() + letter() + letter()).join('-');
};

/** Hash of a code, however it is typed. */
export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex');

/** True while nobody has an account. */
export const needsSetup = async ({ store }: Tools): Promise<boolean> => !(await anyAccount(store.reading));

/** Name of the file that holds the set-up code until it is used. */
export const setupFile = (folder: string): string => join(folder, 'setup-code');

/**
 * Makes a new one-time set-up code, four groups of four, that holds for an hour, and leaves it in a file of the data
 * folder only its owner can read; `undefined` when somebody has an account. The store knows its hash only.
 */
export const offerSetup = async (tools: Tools, folder: string): Promise<string | undefined> => {
  if (!(await needsSetup(tools))) {
    await rm(setupFile(folder), { force: true });
    return undefined;
  }
  const code = codeOf(4);
  await tools.store.write((db) => addSetupCode(db, { hash: hashOfCode(code), until: shift(tools.clock.now(), holds) }));
  await writeDurably(setupFile(folder), `${code}\n`);
  return code;
};

/** Who wants to set the server up: the code, the first account, the address he comes from. */
export interface SettingUp extends Omit<NewAccount, 'admin'> {
  readonly code: string;
}

/** Makes the first administrator, once, for who holds the code, and removes its file. Wrong codes are throttled by address. */
export const setUp = async (
  tools: Tools,
  { code, ...account }: SettingUp,
  from: { address: string; folder: string },
): Promise<Outcome<AccountView>> => {
  if (!(await needsSetup(tools))) return refuse('setup.done');
  const attempt = { login: '*set-up*', address: from.address };
  const seconds = await waitFor(tools, attempt);
  if (seconds > 0) return refuse('request.too-many', '', { seconds });
  if (!(await setupCodeHolds(tools.store.reading, hashOfCode(code), tools.clock.now()))) {
    await noteFailure(tools, attempt);
    return refuse('setup.bad-code', '/code');
  }
  const weak = weakness(loginOf(account.login), account.password);
  if (weak) return { ok: false, problems: [weak] };
  const made = await tools.store.write(async (db): Promise<Outcome<AccountView>> => {
    await clearSetupCodes(db);
    if (await anyAccount(db)) return refuse('setup.done');
    return addAccountAs(tools, { ...account, admin: true }, db);
  });
  if (made.ok) await rm(setupFile(from.folder), { force: true });
  return made;
};
