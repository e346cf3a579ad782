import type { Json } from '../draft/json.ts';

/** A draft kept on this device while the server does not have it. */
export interface LocalCopy {
  readonly plan: Json;
  /** The server's revision it grew from. */
  readonly revision: number;
}

const keyOf = (campaign: string): string => `xiuhua.draft.${campaign}`;

/** Keeps a draft on this device; false when the device has no room for it. */
export const keepLocal = (campaign: string, copy: LocalCopy): boolean => {
  try {
    localStorage.setItem(keyOf(campaign), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
};

/** The draft kept on this device, `undefined` when there is none. */
export const localCopy = (campaign: string): LocalCopy | undefined => {
  const text = localStorage.getItem(keyOf(campaign));
  return text === null ? undefined : (JSON.parse(text) as LocalCopy);
};

/** Forgets the draft kept on this device. */
export const forgetLocal = (campaign: string): void => localStorage.removeItem(keyOf(campaign));
