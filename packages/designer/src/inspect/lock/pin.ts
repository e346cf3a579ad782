import type { Device } from '../device/base.ts';
import type { StoredPin } from '../device/records.ts';

/** Rounds of the slow hash: about a third of a second on a phone, so that trying all PINs takes days. */
const rounds = 400_000;

/** Wrong tries that cost nothing; then each waits twice as long as the one before, from five seconds to a quarter of an hour. */
const free = 3;
const longest = 15 * 60_000;

/** A PIN has six digits. */
export const isPin = (text: string): boolean => /^\d{6}$/.test(text);

/** True where the browser has the means: only secure pages do. */
export const canLock = (): boolean => (crypto as Partial<Crypto>).subtle !== undefined;

const hashOf = async (pin: string, salt: Uint8Array<ArrayBuffer>, times: number): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }, key, 256);
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The PIN of this phone; `undefined` when it has none. */
export const storedPin = (device: Device): Promise<StoredPin | undefined> =>
  device.read(['session'], async ({ session }) => {
    const found = await session.get('pin');
    return found?.id === 'pin' ? found : undefined;
  });

const keep = (device: Device, pin: StoredPin): Promise<unknown> => device.write(['session'], ({ session }) => session.put(pin));

/** Sets the PIN, or a new one in the place of the old. */
export const setPin = async (device: Device, pin: string, times = rounds): Promise<void> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  await keep(device, { id: 'pin', salt, rounds: times, hash: await hashOf(pin, salt, times), failures: 0, notBefore: 0 });
};

/** Takes the PIN away; the door then opens without one. Nothing else on the phone is touched. */
export const dropPin = (device: Device): Promise<unknown> => device.write(['session'], ({ session }) => session.delete('pin'));

/** How a try ended: right, wrong, or not looked at before so many ms are over. */
export type Try =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly wait: number }
  | { readonly kind: 'wait'; readonly wait: number };

const waitAfter = (failures: number): number => (failures < free ? 0 : Math.min(longest, 5000 * 2 ** (failures - free)));

/** Tries a PIN. The failure is written down before the answer is given, so that closing the door in between gains nothing. */
export const tryPin = async (device: Device, pin: string, now: number): Promise<Try> => {
  const stored = await storedPin(device);
  if (!stored) return { kind: 'right' };
  // A clock set back makes nobody wait longer than the longest wait there is.
  const wait = Math.min(longest, stored.notBefore - now);
  if (wait > 0) return { kind: 'wait', wait };
  const failures = stored.failures + 1;
  const next = waitAfter(failures);
  await keep(device, { ...stored, failures, notBefore: now + next });
  if ((await hashOf(pin, stored.salt, stored.rounds)) !== stored.hash) return { kind: 'wrong', wait: next };
  await keep(device, { ...stored, failures: 0, notBefore: 0 });
  return { kind: 'right' };
};
