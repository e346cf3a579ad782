import { Refused, request, type WordedProblem } from '../../shared/api.ts';
import { language } from '../../shared/language.ts';

/** How far an upload has come, as the server says it. */
interface Progress {
  readonly offset: number;
  readonly complete: boolean;
}

const chunk = 256 * 1024;
const patience = [500, 1500, 4000];

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Sends the bytes from `offset` on; throws `Refused` with the server's words, or with status 0 when it is out of reach. */
const patch = async (path: string, part: Blob, offset: number): Promise<Progress> => {
  const reply = await fetch(`/api${path}`, {
    method: 'PATCH',
    credentials: 'same-origin',
    headers: {
      'accept-language': language() === 'zh' ? 'zh-CN' : 'en',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: part,
  }).catch(() => undefined);
  const body: unknown = await reply?.json().catch(() => undefined);
  if (reply?.ok) return body as Progress;
  throw new Refused(reply?.status ?? 0, (body as { problems?: readonly WordedProblem[] } | undefined)?.problems ?? [], body);
};

/** A refusal that waiting cannot mend: the server understood and said no. A wrong offset is mended by asking again. */
const final = (error: unknown): boolean =>
  error instanceof Refused && error.status >= 400 && error.status < 500 && ![408, 409, 429].includes(error.status);

/**
 * Brings a photo to the server under its hash, in pieces, going on where the last attempt stopped. `told` hears the
 * share done, 0 to 1. Gives up after three waits without progress and throws what stood in the way.
 */
export const upload = async (path: string, photo: Blob, told: (share: number) => void): Promise<void> => {
  let waits = 0;
  for (;;) {
    try {
      let { offset, complete } = await request<Progress>('PUT', `${path}?size=${photo.size}`);
      while (!complete) {
        told(offset / photo.size);
        const next = await patch(path, photo.slice(offset, offset + chunk), offset);
        if (next.offset <= offset && !next.complete) throw new Refused(0, [], next);
        ({ offset, complete } = next);
        waits = 0;
      }
      told(1);
      return;
    } catch (error) {
      const wait = patience[waits++];
      if (final(error) || wait === undefined) throw error;
      await pause(wait);
    }
  }
};
