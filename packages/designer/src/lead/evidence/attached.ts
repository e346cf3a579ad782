/** A photo a person is attaching, on its way to the server. `hash` is known once it has been made smaller. */
export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly photo?: Blob;
  readonly hash?: string;
  /** Address of the picture on this device, for the thumbnail. */
  readonly preview?: string;
  readonly state: 'preparing' | 'sending' | 'kept' | 'failed';
  /** Share sent, 0 to 1. */
  readonly share: number;
  /** Why it failed, in words. */
  readonly why?: string;
}

/** What can happen to the attached photos. */
export type AttachedStep =
  | { readonly kind: 'added'; readonly key: string; readonly name: string }
  | { readonly kind: 'changed'; readonly key: string; readonly change: Partial<Omit<Attached, 'key'>> }
  | { readonly kind: 'removed'; readonly key: string };

/**
 * The attached photos after a step. The same picture attached twice stays once: the photo whose hash is already there
 * disappears again.
 */
export const attachedAfter = (photos: readonly Attached[], step: AttachedStep): readonly Attached[] => {
  switch (step.kind) {
    case 'added':
      return [...photos, { key: step.key, name: step.name, state: 'preparing', share: 0 }];
    case 'removed':
      return photos.filter((photo) => photo.key !== step.key);
    case 'changed': {
      const twice = step.change.hash !== undefined && photos.some((photo) => photo.key !== step.key && photo.hash === step.change.hash);
      if (twice) return photos.filter((photo) => photo.key !== step.key);
      return photos.map((photo) => (photo.key === step.key ? { ...photo, ...step.change } : photo));
    }
  }
};

/** Hashes of the photos the server has, in the order attached. */
export const keptHashes = (photos: readonly Attached[]): string[] =>
  photos.flatMap((photo) => (photo.state === 'kept' && photo.hash !== undefined ? [photo.hash] : []));

/** True while a photo is still on its way or has failed: then the form must wait. */
export const isUnsettled = (photos: readonly Attached[]): boolean => photos.some((photo) => photo.state !== 'kept');
