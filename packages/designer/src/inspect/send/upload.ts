import type { StoredPhoto } from '../device/records.ts';
import { isPassing, problemsIn, type Verdict } from './verdict.ts';
import type { Reply, Wire } from './wire.ts';

/** Bytes sent in one piece: what a line that breaks every few seconds still carries. */
export const pieceSize = 256 * 1024;

/** How an upload ended. Anything but `complete` means for the item what the same verdict means. */
export type Uploaded =
  | { readonly kind: 'complete' }
  | Extract<Verdict, { readonly kind: 'no-answer' | 'signed-out' | 'later' | 'refused' }>;

interface Place {
  readonly offset: number;
  readonly complete: boolean;
}

const placeIn = (reply: Reply): Place | undefined => {
  const json = reply.json as Partial<Place> | null | undefined;
  const fine = reply.status >= 200 && reply.status < 300 && Number.isInteger(json?.offset) && typeof json?.complete === 'boolean';
  return fine ? { offset: Number(json.offset), complete: json.complete === true } : undefined;
};

const failed = (reply: Reply): Uploaded => {
  const problems = problemsIn(reply.json);
  if (!problems) return { kind: 'no-answer' };
  if (reply.status === 401) return { kind: 'signed-out' };
  const words = problems.map((p) => p.message);
  return isPassing(reply.status) ? { kind: 'later', words } : { kind: 'refused', words };
};

const isMoved = (reply: Reply): boolean => problemsIn(reply.json)?.some((p) => p.code === 'photo.wrong-offset') ?? false;

/** What an upload needs to know: where to, which photo, and how to read its bytes. */
export interface Upload {
  readonly campaign: string;
  readonly photo: StoredPhoto;
  readonly bytes: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Where the server has the photo. An upload under way is asked with HEAD, which answers even while a connection that
 * died unseen still holds the upload; all else is begun or finished with PUT, which is idempotent.
 */
const placeOf = async (wire: Wire, path: string, size: number): Promise<Place | Uploaded> => {
  const { status, offset = 0 } = await wire({ method: 'HEAD', path });
  if (status === 200 && offset > 0 && offset < size) return { offset, complete: false };
  const created = await wire({ method: 'PUT', path: `${path}?size=${size}` });
  return placeIn(created) ?? failed(created);
};

/** Sends pieces from a place on until the photo is whole, the server stands elsewhere (`moved`), or something stops it. */
const sendFrom = async (
  wire: Wire,
  path: string,
  { place, bytes }: { place: Place; bytes: Upload['bytes'] },
): Promise<Uploaded | 'moved'> => {
  let { offset, complete } = place;
  while (!complete) {
    const reply = await wire({ method: 'PATCH', path, bytes: await bytes(offset, pieceSize), offset });
    const next = placeIn(reply);
    if (!next) return isMoved(reply) ? 'moved' : failed(reply);
    // An answer that does not move on would loop for ever.
    if (!next.complete && next.offset <= offset) return { kind: 'later', words: [] };
    ({ offset, complete } = next);
  }
  return { kind: 'complete' };
};

/**
 * Uploads a photo from where the server has it, so that a broken upload goes on instead of beginning again. When the
 * server says it stands elsewhere (two senders at once), it is asked anew, three times at most.
 */
export const upload = async (wire: Wire, { campaign, photo, bytes }: Upload): Promise<Uploaded> => {
  const path = `/campaigns/${encodeURIComponent(campaign)}/photos/${photo.hash}`;
  for (let asked = 0; asked < 3; asked++) {
    const place = await placeOf(wire, path, photo.size);
    if ('kind' in place) return place;
    const end = await sendFrom(wire, path, { place, bytes });
    if (end !== 'moved') return end;
  }
  return { kind: 'later', words: [] };
};
