import { useCallback, useEffect, useReducer, useRef } from 'react';
import { Refused } from '../../shared/api.ts';
import { hashOf } from '../../shared/hash.ts';
import { fill, language } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { campaignPath } from '../campaign/queries.ts';
import { type Attached, attachedAfter } from './attached.ts';
import { newId } from './id.ts';
import { shrink } from './resize.ts';
import { upload } from './upload.ts';
import { evidenceWords } from './words.ts';

const say = (key: keyof typeof evidenceWords.zh, params?: Record<string, string>) => fill(evidenceWords[language()][key], params);

const reason = (error: unknown): string => (error instanceof Refused && error.problems[0]?.message) || say('unreachable');

/**
 * The photos of a form. A chosen file is made smaller, hashed and sent at once, while the person still writes; a failed
 * one keeps its reason and can be sent again.
 */
export const useAttached = () => {
  const { campaign } = useHere();
  const [photos, step] = useReducer(attachedAfter, []);
  const previews = useRef<string[]>([]);
  useEffect(
    () => () => {
      for (const address of previews.current) URL.revokeObjectURL(address);
    },
    [],
  );

  const send = useCallback(
    async (key: string, photo: Blob, hash: string) => {
      const change = (next: Partial<Attached>) => step({ kind: 'changed', key, change: next });
      change({ state: 'sending', share: 0, why: undefined });
      await upload(campaignPath(campaign, `/photos/${hash}`), photo, (share) => change({ share })).then(
        () => change({ state: 'kept', share: 1 }),
        (error: unknown) => change({ state: 'failed', why: reason(error) }),
      );
    },
    [campaign],
  );

  const add = useCallback(
    async (file: File) => {
      const key = newId();
      step({ kind: 'added', key, name: file.name });
      const photo = await shrink(file);
      if (!photo) {
        step({ kind: 'changed', key, change: { state: 'failed', why: say('unreadable', { name: file.name }) } });
        return;
      }
      const hash = await hashOf(new Uint8Array(await photo.arrayBuffer()));
      const preview = URL.createObjectURL(photo);
      previews.current.push(preview);
      step({ kind: 'changed', key, change: { photo, hash, preview } });
      await send(key, photo, hash);
    },
    [send],
  );

  const retry = useCallback(
    (photo: Attached) => {
      if (photo.photo && photo.hash) void send(photo.key, photo.photo, photo.hash);
    },
    [send],
  );
  const remove = useCallback((key: string) => step({ kind: 'removed', key }), []);
  return { photos, add, retry, remove };
};
