import { readEvery } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import cases from '../../../../../engine/src/schedule/every.cases.json';
import { everyKindOf, everyKinds, everyOf, pointKindOf, pointKindsOf, withPointKind, writeEvery } from './every.ts';

describe('writing a recurrence', () => {
  it.each(cases.filter((c) => c.zh).map((c) => c.every))('%s is read back as the same', (phrase) => {
    const every = readEvery(phrase);
    if (!every) throw new Error(`unreadable: ${phrase}`);
    expect(readEvery(writeEvery(every))).toEqual(every);
  });
});

describe('what the form offers', () => {
  it.each(everyKinds)('%s begins with a phrase the engine reads, for every kind of day', (kind) => {
    const every = everyOf(kind, '2026-11-22');
    expect(everyKindOf(every)).toBe(kind);
    expect(readEvery(writeEvery(every))).toEqual(every);
    if (!('stretch' in every)) return;
    for (const point of pointKindsOf(every.stretch)) {
      const next = withPointKind(every, point);
      expect(readEvery(writeEvery(next)), `${kind} ${point}`).toEqual(next);
      if ('stretch' in next) expect(pointKindOf(next)).toBe(point);
    }
  });
});
