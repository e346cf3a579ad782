import type { Device } from './base.ts';
import type { OutboxItem } from './records.ts';

/** How long a delivered copy stays on the device. */
export const keepFor = 14 * 86_400_000;

/** The items of an account in the order they were finalised, which is the order they are sent in. */
export const itemsOf = async (device: Device, account: string): Promise<OutboxItem[]> => {
  const all = await device.read(['outbox'], ({ outbox }) => outbox.all());
  return all.filter((i) => i.account === account).sort((a, b) => (a.submission < b.submission ? -1 : 1));
};

/** Keeps an item that was finished on another phone; `false` when this one has it already. */
export const keepItem = (device: Device, item: OutboxItem): Promise<boolean> =>
  device.write(['outbox'], async ({ outbox }) => {
    if (await outbox.get(item.submission)) return false;
    await outbox.put(item);
    return true;
  });

/** Changes an item in one step; an item that is gone is left gone. */
export const changeItem = (device: Device, submission: string, change: (item: OutboxItem) => OutboxItem): Promise<void> =>
  device.write(['outbox'], async ({ outbox }) => {
    const item = await outbox.get(submission);
    if (item) await outbox.put(change(item));
  });

/** Deletes the copies that were delivered more than 14 days ago. Anything not delivered stays for ever. */
export const tidyOutbox = (device: Device, now: number): Promise<number> =>
  device.write(['outbox'], async ({ outbox }) => {
    const old = (await outbox.all()).filter(
      (i) => i.state === 'delivered' && i.delivered !== null && now - Date.parse(i.delivered) > keepFor,
    );
    for (const { submission } of old) await outbox.delete(submission);
    return old.length;
  });
