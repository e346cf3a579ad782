import { type FilePhoto, fileMark, type PhoneFile } from '../../shared/phone-file.ts';
import type { Device } from '../device/base.ts';
import { storedPlan } from '../device/cache.ts';
import { draftsOf } from '../device/drafts.ts';
import { itemsOf } from '../device/outbox.ts';
import { photoBytes, photoOf } from '../device/photos.ts';
import type { Draft, OutboxItem, StoredPlan } from '../device/records.ts';

/** The file of an account, as a phone writes it; `PhoneFile` is how it is read. */
type ExportFile = typeof fileMark &
  Pick<PhoneFile, 'exported' | 'account' | 'photos'> & {
    readonly items: readonly (Pick<
      OutboxItem,
      'submission' | 'campaign' | 'contentHash' | 'finalised' | 'trouble' | 'duty' | 'version' | 'reopened'
    > & { readonly command: unknown })[];
    readonly drafts: readonly Draft[];
    readonly plans: readonly StoredPlan[];
  };

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

/** The plans by which these were filled: on another phone a draft cannot be opened without its own. */
const plansOf = async (device: Device, filled: readonly { readonly campaign: string; readonly plan: string }[]): Promise<StoredPlan[]> => {
  const named = [...new Map(filled.map((one) => [one.plan, one])).values()];
  return (await Promise.all(named.map(({ campaign, plan }) => storedPlan(device, campaign, plan)))).filter((plan) => plan !== undefined);
};

/** Builds the export file of an account. A photo the device lost is left out; its hash stays in the record. */
export const exportUnsent = async (device: Device, account: string, now: number): Promise<ExportFile> => {
  const items = (await itemsOf(device, account)).filter((i) => i.state !== 'delivered');
  const drafts = await draftsOf(device, account);
  const named = [...items.flatMap((i) => i.photos), ...drafts.flatMap((d) => Object.values(d.answers).flatMap((a) => a.photos ?? []))];
  const photos: FilePhoto[] = [];
  for (const hash of new Set(named)) {
    const photo = await photoOf(device, hash);
    if (!photo) continue;
    const { type, size, width, height } = photo;
    photos.push({ hash, type, size, width, height, base64: base64(await photoBytes(device, hash)) });
  }
  return {
    ...fileMark,
    exported: new Date(now).toISOString(),
    account,
    items: items.map(({ submission, campaign, contentHash, finalised, trouble, duty, version, reopened, body }) => ({
      submission,
      campaign,
      contentHash,
      finalised,
      trouble,
      duty,
      version,
      ...(reopened && { reopened }),
      command: JSON.parse(body) as unknown,
    })),
    drafts,
    plans: await plansOf(device, [...items, ...drafts]),
    photos,
  };
};

/** Offers the file to the person as a download. */
export const download = (file: ExportFile): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `xiuhua-unsent-${file.exported.slice(0, 19).replaceAll(':', '')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
