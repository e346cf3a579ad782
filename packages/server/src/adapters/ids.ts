import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';

/** Ids made from the clock and the system's random source. */
export const randomIds = (clock: Clock): Ids => ({
  next: () => {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.parse(clock.now()), 0, 6);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  },
  secret: () => randomBytes(32).toString('base64url'),
  seed: () => randomBytes(32).toString('hex'),
});
