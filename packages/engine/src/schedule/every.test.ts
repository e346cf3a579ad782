import { describe, expect, it } from 'vitest';
import cases from './every.cases.json' with { type: 'json' };
import { readEvery, sayEvery } from './every.ts';

interface Case {
  readonly every: string;
  readonly zh?: string;
  readonly en?: string;
  readonly because?: string;
}
const all: readonly Case[] = cases;

describe('an every phrase', () => {
  it.each(all.filter((row) => row.zh))('“$every” is said $zh', ({ every, zh, en }) => {
    const read = readEvery(every);
    expect(read).toBeDefined();
    if (read) expect([sayEvery(read, 'zh'), sayEvery(read, 'en')]).toEqual([zh, en]);
  });

  it.each(all.filter((row) => !row.zh))('“$every” cannot be read: $because', ({ every }) => {
    expect(readEvery(every)).toBeUndefined();
  });
});
