import { type Answer, contentHash, type SubmitChecklist } from '@xiuhua/engine';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../shared/hash.ts';
import { type FileItem, type PhoneFile, readPhoneFile } from '../../shared/phone-file.ts';
import { bringIn } from './unsent.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const picture = new TextEncoder().encode('a picture');
const hash = await hashOf(picture);

const record = (answers: Record<string, Answer>): FileItem => {
  const submission = '019a0000-0000-7000-8000-000000000001';
  const filledAt = '2026-11-02T01:30:00.000Z';
  const command: SubmitChecklist = {
    type: 'SubmitChecklist',
    submission,
    plan: 'a'.repeat(64),
    duty: '周查·2026-11-02·东街',
    filledAt,
    answers,
  };
  return { submission, campaign: 'county-1', contentHash: contentHash(command), command };
};
const item = record({ 地面净: { result: 'fail', photos: [hash] } });
const text = (change: object = {}) =>
  JSON.stringify({
    format: 'xiuhua-unsent',
    formatVersion: 1,
    exported: '2026-11-02T02:00:00.000Z',
    account: 'jia',
    items: [item],
    drafts: [{}],
    photos: [{ hash, type: 'image/jpeg', size: picture.length, base64: btoa('a picture') }],
    ...change,
  });
const fileOf = (change: object = {}): PhoneFile => {
  const read = readPhoneFile(text(change));
  if (typeof read === 'string') throw new Error(read);
  return read;
};

/** A server that keeps what comes. */
const keeper = (known = false) => {
  const seen = { records: [] as unknown[], bytes: 0 };
  server.use(
    http.put('/api/campaigns/county-1/unsent/:id', async ({ request }) => {
      seen.records.push(await request.json());
      return HttpResponse.json({ known });
    }),
    http.put(`/api/campaigns/county-1/photos/${hash}`, () => HttpResponse.json({ offset: seen.bytes, complete: seen.bytes > 0 })),
    http.patch(`/api/campaigns/county-1/photos/${hash}`, async ({ request }) => {
      seen.bytes += (await request.arrayBuffer()).byteLength;
      return HttpResponse.json({ offset: seen.bytes, complete: true });
    }),
  );
  return seen;
};

test('a record and its photo go to the server under the account that made it', async () => {
  const seen = keeper();
  expect(await bringIn('county-1', fileOf(), item)).toMatchObject({ end: 'taken', damaged: [], absent: [] });
  expect(seen.records).toEqual([{ account: 'jia', contentHash: item.contentHash, command: item.command }]);
  expect(seen.bytes).toBe(picture.length);
});

test('one the server had is said so', async () => {
  keeper(true);
  expect((await bringIn('county-1', fileOf(), item)).end).toBe('known');
});

test('a record that was changed in the file is not sent', async () => {
  const seen = keeper();
  const changed = { ...item, command: { ...item.command, answers: { 地面净: { result: 'pass' as const } } } };
  expect((await bringIn('county-1', fileOf(), changed)).end).toBe('damaged');
  expect(seen.records).toEqual([]);
});

test.each([
  ['damaged', { photos: [{ hash, base64: btoa('another picture') }] }, { damaged: [hash.slice(0, 8)], absent: [] }],
  ['unreadable', { photos: [{ hash, base64: '%%' }] }, { damaged: [hash.slice(0, 8)], absent: [] }],
  ['absent', { photos: [] }, { damaged: [], absent: [hash.slice(0, 8)] }],
])('a photo that is %s is named, and the record is taken all the same', async (_, change, expected) => {
  const seen = keeper();
  expect(await bringIn('county-1', fileOf(change), item)).toMatchObject({ end: 'taken', ...expected });
  expect(seen.bytes).toBe(0);
});

test('what the server says against a record is passed on in its words', async () => {
  const problems = [{ code: 'submission.conflict', severity: 'error', at: '', message: '两份都已保留' }];
  keeper();
  server.use(http.put('/api/campaigns/county-1/unsent/:id', () => HttpResponse.json({ problems }, { status: 409 })));
  expect(await bringIn('county-1', fileOf(), item)).toMatchObject({ end: 'conflict', words: ['两份都已保留'] });
});

test.each([
  ['half a file', text().slice(0, 200), 'fileNotJson'],
  ['another JSON file', '{"plan":{}}', 'fileNoFormat'],
  ['a file of a later format', text({ formatVersion: 2 }), 'fileNoFormat'],
  ['a file with a record that is none', text({ items: [{ submission: 'x' }] }), 'fileNoFormat'],
])('%s is not a phone’s file', (_, content, why) => {
  expect(readPhoneFile(content)).toBe(why);
});
