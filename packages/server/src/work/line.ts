import { setImmediate } from 'node:timers/promises';
import { type Outcome, refuse } from '@xiuhua/engine';
import type { Result } from './batch.ts';
import type { Order, Taken } from './order.ts';
import type { Turns } from './queue.ts';

/** Orders that go into one transaction, orders that may wait, and turns of the event loop without a new one that end the wait. */
const limits = { together: 256, waiting: 4000, quiet: 2 } as const;

interface Waiting {
  readonly order: Order;
  readonly resolve: (outcome: Outcome<Taken>) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * A line of orders for each campaign. Whoever stands in it when its turn of the event loop comes is taken in together;
 * each is answered when all are on the disk. A line that is too long sends the next one away with `store.busy`.
 */
export const waitingLine = (turns: Turns, takeTogether: (campaign: string, orders: readonly Order[]) => Promise<readonly Result[]>) => {
  const lines = new Map<string, Waiting[]>();

  const flush = async (campaign: string): Promise<void> => {
    const line = lines.get(campaign) ?? [];
    const now = line.splice(0, limits.together);
    if (line.length > 0) schedule(campaign);
    else lines.delete(campaign);
    const orders = now.map((waiting) => waiting.order);
    for (const [i, result] of (await takeTogether(campaign, orders)).entries()) {
      if ('outcome' in result) now[i]?.resolve(result.outcome);
      else now[i]?.reject(result.fault);
    }
  };

  /** Waits while others join, whom one turn reads and the next finds out: a larger transaction costs each of them less. */
  const gather = async (campaign: string): Promise<void> => {
    const line = lines.get(campaign) ?? [];
    for (let quiet = 0; quiet < limits.quiet && line.length < limits.together; ) {
      const before = line.length;
      await setImmediate();
      quiet = line.length > before ? 0 : quiet + 1;
    }
    await flush(campaign);
  };

  const schedule = (campaign: string): void => void turns.take(campaign, () => gather(campaign));

  return (campaign: string, order: Order): Promise<Outcome<Taken>> => {
    const line = lines.get(campaign);
    if (line && line.length >= limits.waiting) return Promise.resolve(refuse('store.busy'));
    return new Promise((resolve, reject) => {
      const entry = { order, resolve, reject };
      if (line) return void line.push(entry);
      lines.set(campaign, [entry]);
      schedule(campaign);
    });
  };
};
