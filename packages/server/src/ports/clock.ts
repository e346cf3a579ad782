import type { Instant } from '@xiuhua/engine';

/** Tells the time. The only way the server learns what time it is. */
export interface Clock {
  now(): Instant;
}
