import { expect, test } from 'vitest';
import { hashOf } from '../../shared/hash.ts';
import { type Attached, type AttachedStep, attachedAfter, isUnsettled, keptHashes } from './attached.ts';
import { newId } from './id.ts';
import { keptSize } from './resize.ts';

const after = (steps: readonly AttachedStep[]): readonly Attached[] => steps.reduce<readonly Attached[]>(attachedAfter, []);
const changed = (key: string, change: Partial<Attached>): AttachedStep => ({ kind: 'changed', key, change });

test('photos keep the order in which they were chosen, whichever arrives first', () => {
  const photos = after([
    { kind: 'added', key: 'a', name: 'a.jpg' },
    { kind: 'added', key: 'b', name: 'b.jpg' },
    changed('b', { hash: 'bb', state: 'kept' }),
    changed('a', { hash: 'aa', state: 'kept' }),
  ]);
  expect(keptHashes(photos)).toEqual(['aa', 'bb']);
});

test('the same picture chosen twice is attached once', () => {
  const photos = after([
    { kind: 'added', key: 'a', name: 'a.jpg' },
    changed('a', { hash: 'same', state: 'kept' }),
    { kind: 'added', key: 'b', name: 'copy.jpg' },
    changed('b', { hash: 'same' }),
  ]);
  expect(photos.map((photo) => photo.key)).toEqual(['a']);
});

test('a form waits while a photo is on its way or has failed', () => {
  const sending = after([{ kind: 'added', key: 'a', name: 'a.jpg' }]);
  expect(isUnsettled(sending)).toBe(true);
  expect(isUnsettled(attachedAfter(sending, changed('a', { state: 'failed' })))).toBe(true);
  expect(isUnsettled(attachedAfter(sending, { kind: 'removed', key: 'a' }))).toBe(false);
});

test('what happens to a removed photo is forgotten', () => {
  const photos = after([{ kind: 'added', key: 'a', name: 'a.jpg' }, { kind: 'removed', key: 'a' }, changed('a', { state: 'kept' })]);
  expect(photos).toEqual([]);
});

test('a photo is kept at 1600 pixels at most and never enlarged', () => {
  expect(keptSize(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(keptSize(640, 480)).toEqual({ width: 640, height: 480 });
});

test('the hash is the SHA-256 of the bytes', async () => {
  const bytes = new TextEncoder().encode('abc');
  expect(await hashOf(bytes)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('ids are different, sort by time and are of the kind a command takes', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
