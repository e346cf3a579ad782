import type { Device } from '../device/base.ts';
import { draftsOf } from '../device/drafts.ts';
import { itemsOf } from '../device/outbox.ts';
import { photoBytes, photoOf } from '../device/photos.ts';
import type { Draft, OutboxItem } from '../device/records.ts';

/** A photo within an export file, its bytes as base64. */
export interface ExportedPhoto {
  readonly hash: string;
  readonly type: string;
  readonly size: number;
  readonly base64: string;
}

/** Everything of one account that the server does not have yet, in one file: the last resort when sending fails. */
export interface ExportFile {
  readonly format: 'xiuhua-unsent';
  readonly formatVersion: 1;
  readonly exported: string;
  readonly account: string;
  readonly items: readonly (Pick<OutboxItem, 'submission' | 'campaign' | 'contentHash' | 'finalised' | 'trouble'> & {
    readonly command: unknown;
  })[];
  readonly drafts: readonly Draft[];
  readonly photos: readonly ExportedPhoto[];
}

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

/** Builds the export file of an account. A photo the device lost is left out; its hash stays in the record. */
export const exportUnsent = async (device: Device, account: string, now: number): Promise<ExportFile> => {
  const items = (await itemsOf(device, account)).filter((i) => i.state !== 'delivered');
  const drafts = await draftsOf(device, account);
  const named = [...items.flatMap((i) => i.photos), ...drafts.flatMap((d) => Object.values(d.answers).flatMap((a) => a.photos ?? []))];
  const photos: ExportedPhoto[] = [];
  for (const hash of new Set(named)) {
    const photo = await photoOf(device, hash);
    if (photo) photos.push({ hash, type: photo.type, size: photo.size, base64: base64(await photoBytes(device, hash)) });
  }
  return {
    format: 'xiuhua-unsent',
    formatVersion: 1,
    exported: new Date(now).toISOString(),
    account,
    items: items.map(({ submission, campaign, contentHash, finalised, trouble, body }) => ({
      submission,
      campaign,
      contentHash,
      finalised,
      trouble,
      command: JSON.parse(body) as unknown,
    })),
    drafts,
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
