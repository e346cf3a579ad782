import type { Device } from './base.ts';
import type { Draft, OutboxItem } from './records.ts';

/** Keeps a new draft, or gives the one that is already there. */
export const beginDraft = (device: Device, fresh: Draft): Promise<Draft> =>
  device.write(['drafts'], async ({ drafts }) => {
    const present = await drafts.get(fresh.id);
    if (!present) await drafts.put(fresh);
    return present ?? fresh;
  });

/**
 * Saves a draft that is still open. `false` when it is not there any more, because another window finished or
 * dropped it: a late save never brings it back.
 */
export const saveDraft = (device: Device, draft: Draft): Promise<boolean> =>
  device.write(['drafts'], async ({ drafts }) => {
    if (!(await drafts.get(draft.id))) return false;
    await drafts.put(draft);
    return true;
  });

/** Drops a draft and what was answered in it. */
export const dropDraft = (device: Device, id: string): Promise<unknown> => device.write(['drafts'], ({ drafts }) => drafts.delete(id));

/** The drafts of an account, in the order they were opened. */
export const draftsOf = async (device: Device, account: string): Promise<Draft[]> => {
  const all = await device.read(['drafts'], ({ drafts }) => drafts.all());
  return all.filter((d) => d.account === account).sort((a, b) => (a.opened < b.opened ? -1 : 1));
};

/**
 * Turns a draft into an item of the outbox, in one step. `false` when the draft is not there any more: of two
 * windows that finish the same draft, one makes the record.
 */
export const finishDraft = (device: Device, id: string, item: OutboxItem): Promise<boolean> =>
  device.write(['drafts', 'outbox'], async ({ drafts, outbox }) => {
    if (!(await drafts.get(id))) return false;
    await drafts.delete(id);
    await outbox.put(item);
    return true;
  });

/** Turns a refused item back into a draft, in one step; `false` when a draft for that duty was begun meanwhile or the item is gone. */
export const reopenItem = (device: Device, submission: string, draft: Draft): Promise<boolean> =>
  device.write(['drafts', 'outbox'], async ({ drafts, outbox }) => {
    const item = await outbox.get(submission);
    if (item?.trouble?.kind !== 'refused' || (await drafts.get(draft.id))) return false;
    await drafts.put(draft);
    await outbox.delete(submission);
    return true;
  });
