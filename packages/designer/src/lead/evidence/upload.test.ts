import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { upload } from './upload.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const path = '/campaigns/county-1/photos/abc';
const size = 600 * 1024;
const photo = new Blob([new Uint8Array(size)]);

/** A server that keeps what arrives; `lost` pieces, counted from 1, never reach it. */
const keeper = (lost: readonly number[] = []) => {
  const seen = { offset: 0, pieces: [] as number[] };
  server.use(
    http.put(`/api${path}`, () => HttpResponse.json({ offset: seen.offset, complete: seen.offset === size })),
    http.patch(`/api${path}`, async ({ request }) => {
      const { byteLength } = await request.arrayBuffer();
      seen.pieces.push(Number(request.headers.get('upload-offset')));
      if (lost.includes(seen.pieces.length)) return HttpResponse.error();
      seen.offset += byteLength;
      return HttpResponse.json({ offset: seen.offset, complete: seen.offset === size });
    }),
  );
  return seen;
};

test('a photo goes in pieces and is told of on the way', async () => {
  const seen = keeper();
  const told: number[] = [];
  await upload(path, photo, (share) => told.push(share));
  expect(seen.pieces).toEqual([0, 256 * 1024, 512 * 1024]);
  expect(told.at(-1)).toBe(1);
});

test('after a lost piece it goes on where the server stopped, not from the start', async () => {
  const seen = keeper([2]);
  await upload(path, photo, () => undefined);
  expect(seen.pieces).toEqual([0, 256 * 1024, 256 * 1024, 512 * 1024]);
});

test('a photo the server already has is not sent again', async () => {
  const seen = keeper();
  seen.offset = size;
  await upload(path, photo, () => undefined);
  expect(seen.pieces).toEqual([]);
});

test('what the server will never take is told in its words at once', async () => {
  const problems = [{ code: 'photo.not-a-picture', severity: 'error', at: '', message: '这不是照片。' }];
  let asked = 0;
  server.use(
    http.put(`/api${path}`, () => {
      asked++;
      return HttpResponse.json({ problems }, { status: 415 });
    }),
  );
  await expect(upload(path, photo, () => undefined)).rejects.toThrow('这不是照片。');
  expect(asked).toBe(1);
});
