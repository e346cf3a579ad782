// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../shared/hash.ts';
import { photoBytes } from '../inspect.fixture.ts';
import { fitted } from './photo.ts';

describe('a photo', () => {
  it.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [1600, 1200, 1600, 1200],
    [640, 480, 640, 480],
    [20000, 10, 1600, 1],
    [1, 1, 1, 1],
  ])('of %i×%i becomes %i×%i', (width, height, w, h) => {
    expect(fitted(width, height)).toEqual({ width: w, height: h });
  });

  it('has the same name whether the browser or the engine computes it', async () => {
    const bytes = new Uint8Array(photoBytes(5000));
    const quick = await hashOf(bytes);
    const own = Object.getOwnPropertyDescriptor(crypto, 'subtle');
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    expect(await hashOf(bytes)).toBe(quick);
    if (own) Object.defineProperty(crypto, 'subtle', own);
    else delete (crypto as { subtle?: unknown }).subtle;
  });
});
