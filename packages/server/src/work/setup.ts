import { createHash, randomInt } from 'node:crypto';
import { type Outcome, refuse } from '@xiuhua/engine';
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

const hashOfCode = (code: string): string => createHash('sha256').update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')).digest('hex');

/** True while nobody has an account. */
export const needsSetup = async ({ store }: Tools): Promise<boolean> => !(await anyAccount(store.reading));

/**
 * A new one-time set-up code, four groups of four, that holds for an hour; `undefined` when somebody has an account.
 * Only its hash is stored.
 */
export const setupCode = async (tools: Tools): Promise<string | undefined> => {
  if (!(await needsSetup(tools))) return undefined;
  const code = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('');
  await tools.store.write((db) => addSetupCode(db, { hash: hashOfCode(code), until: shift(tools.clock.now(), holds) }));
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
};

/** Makes the first administrator, once, for who holds the code. Wrong codes are throttled by address. */
export const setUp = async (tools: Tools, { code, ...account }: Omit<NewAccount, 'admin'> & { code: string }, address: string): Promise<Outcome<AccountView>> => {
  if (!(await needsSetup(tools))) return refuse('setup.done');
  const attempt = { login: '*set-up*', address };
  const seconds = await waitFor(tools, attempt);
  if (seconds > 0) return refuse('request.too-many', '', { seconds });
  if (!(await setupCodeHolds(tools.store.reading, hashOfCode(code), tools.clock.now()))) {
    await noteFailure(tools, attempt);
    return refuse('setup.bad-code', '/code');
  }
  const weak = weakness(loginOf(account.login), account.password);
  if (weak) return { ok: false, problems: [weak] };
  return tools.store.write(async (db) => {
    if (await anyAccount(db)) return refuse('setup.done');
    await clearSetupCodes(db);
    return addAccountAs(tools, { ...account, admin: true }, db);
  });
};
