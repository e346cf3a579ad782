import { contentHash, planHash } from '@xiuhua/engine';
import { hashOf } from '../../shared/hash.ts';
import { bytesIn, type FileDraft, type FileItem, type PhoneFile } from '../../shared/phone-file.ts';
import type { Device } from '../device/base.ts';
import { keepPlan } from '../device/cache.ts';
import { beginDraft } from '../device/drafts.ts';
import { keepItem } from '../device/outbox.ts';
import { keepPhoto, photoOf } from '../device/photos.ts';
import type { Draft, OutboxItem, StoredPlan } from '../device/records.ts';
import { draftId, itemOf } from '../fill/draft.ts';

/** What came of taking a file back: what is on this phone now, what this phone had of its own, what could not be read. */
export interface TakenBack {
  readonly drafts: number;
  readonly items: number;
  readonly present: number;
  readonly unreadable: number;
}

const draftIn = (account: string, draft: FileDraft): Draft => {
  const { opened, changed, reopened, ...rest } = draft as FileDraft & Partial<Draft>;
  const { campaign, plan, version, answers } = rest;
  const duty = draft.duty as Draft['duty'];
  const owner = { account, campaign };
  const kept: Draft = { id: draftId(owner, duty.id), ...owner, duty, plan, version, opened: opened ?? changed, changed, answers };
  return reopened ? { ...kept, reopened } : kept;
};

/** A finished record as it waits to be sent; `undefined` when its content does not fit its hash, or the file does not name its duty. */
const itemIn = (account: string, item: FileItem): OutboxItem | undefined => {
  const { command, campaign, version = 0, reopened } = item as FileItem & Pick<Partial<OutboxItem>, 'reopened'>;
  const duty = item.duty as OutboxItem['duty'] | undefined;
  if (duty?.id !== command.duty || command.submission !== item.submission || contentHash(command) !== item.contentHash) return undefined;
  return itemOf(command, { account, campaign, duty, version, ...(reopened && { reopened }) });
};

const plansIn = ({ plans }: PhoneFile): readonly StoredPlan[] =>
  (plans as readonly StoredPlan[]).filter((one) => {
    try {
      return typeof one.campaign === 'string' && planHash(one.plan) === one.hash;
    } catch {
      return false;
    }
  });

const keepPhotos = async (device: Device, { photos }: PhoneFile, now: number): Promise<number> => {
  let broken = 0;
  for (const photo of photos) {
    if (await photoOf(device, photo.hash)) continue;
    const bytes = bytesIn(photo);
    if (!bytes || (await hashOf(bytes)) !== photo.hash) broken++;
    else {
      const { hash, type, width = 0, height = 0 } = photo;
      await keepPhoto(device, { hash, type, width, height, added: new Date(now).toISOString() }, bytes.buffer);
    }
  }
  return broken;
};

/**
 * Takes what a phone saved as a file back into the memory of this one, photos first: drafts to be finished, finished
 * records to be sent. What this phone has of its own is never overwritten, so that taking a file twice is harmless.
 */
export const takeBack = async (device: Device, file: PhoneFile, now: number): Promise<TakenBack> => {
  const taken = { drafts: 0, items: 0, present: 0, unreadable: await keepPhotos(device, file, now) };
  for (const plan of plansIn(file)) await keepPlan(device, plan);
  for (const read of file.drafts) {
    const draft = draftIn(file.account, read);
    if ((await beginDraft(device, draft)) === draft) taken.drafts++;
    else taken.present++;
  }
  for (const read of file.items) {
    const item = itemIn(file.account, read);
    if (!item) taken.unreadable++;
    else if (await keepItem(device, item)) taken.items++;
    else taken.present++;
  }
  return taken;
};
