import type { Instant } from '@xiuhua/engine';
import { clearThrottle, putThrottle, throttled } from '../store/throttle.ts';
import { minute, shift, since } from './time.ts';
import type { Tools } from './tools.ts';

/** Failures that cost nothing, then a delay that doubles from 2 s up to 15 min. Forgotten after an hour without a failure. */
const patience = { account: 5, address: 100 } as const;
const longest = 15 * minute;

/** What is throttled: a login somebody tries to enter, and the address he comes from. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
}

const keysOf = ({ login, address }: Attempt): readonly [string, string] => [`login ${login}`, `address ${address}`];

const delay = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(longest, 2000 * 2 ** Math.min(failures - free, 20));

/** Seconds until the next attempt is looked at; 0 when it is looked at now. */
export const waitFor = async ({ store, clock }: Tools, attempt: Attempt): Promise<number> => {
  const now = clock.now();
  const rows = await throttled(store.reading, keysOf(attempt));
  return Math.max(0, ...rows.map((row) => Math.ceil(since(now, row.until) / 1000)));
};

const row = (key: string, before: { failures: number; failed_at: Instant } | undefined, [now, free]: readonly [Instant, number]) => {
  const failures = before && since(before.failed_at, now) < 60 * minute ? before.failures + 1 : 1;
  return { key, failures, until: shift(now, delay(failures, free)), failed_at: now };
};

/** Remembers a failed attempt. Unknown logins are remembered like known ones. */
export const noteFailure = async ({ store, clock }: Tools, attempt: Attempt): Promise<void> => {
  const now = clock.now();
  const [login, address] = keysOf(attempt);
  await store.write(async (db) => {
    const before = new Map((await throttled(db, [login, address])).map((found) => [found.key, found]));
    await putThrottle(db, row(login, before.get(login), [now, patience.account]));
    await putThrottle(db, row(address, before.get(address), [now, patience.address]));
  });
};

/** Forgets the failures of a login after it was entered. Those of the address stay. */
export const noteSuccess = async ({ store }: Tools, attempt: Attempt): Promise<void> => {
  const [login] = keysOf(attempt);
  if ((await throttled(store.reading, [login])).length > 0) await store.write((db) => clearThrottle(db, login));
};
