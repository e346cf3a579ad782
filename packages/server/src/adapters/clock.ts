import type { Instant } from '@xiuhua/engine';
import type { Clock } from '../ports/clock.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: (): Instant => new Date().toISOString() };
