import { describe, expect, test } from 'vitest';
import { appealWords } from './appeals/words.ts';
import { boardWords } from './board/words.ts';
import { bulletinWords } from './bulletins/words.ts';
import { consequenceWords } from './consequences/words.ts';
import { drawWords } from './draws/words.ts';
import { dutyWords } from './duties/words.ts';
import { evidenceWords } from './evidence/words.ts';
import { findingWords } from './findings/words.ts';
import { indicatorWords } from './indicators/words.ts';
import { logWords } from './log/words.ts';
import { milestoneWords } from './milestones/words.ts';
import { progressWords } from './progress/words.ts';
import { rankingWords } from './rankings/words.ts';
import { signWords } from './say/sign.ts';
import { unitWords } from './unit/words.ts';
import { visitWords } from './visit/words.ts';
import { wallWords } from './wall/words.ts';
import { doorWords } from './words.ts';

const catalogues = {
  appealWords,
  indicatorWords,
  progressWords,
  wallWords,
  boardWords,
  bulletinWords,
  consequenceWords,
  doorWords,
  drawWords,
  dutyWords,
  evidenceWords,
  findingWords,
  logWords,
  milestoneWords,
  rankingWords,
  signWords,
  unitWords,
  visitWords,
};

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).toSorted();

describe.each(Object.entries(catalogues))('%s', (_, { zh, en }) => {
  test('says the same things in both languages', () => expect(Object.keys(en)).toEqual(Object.keys(zh)));

  test('fills the same places in both languages', () => {
    const blanks = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, places(text)]));
    expect(blanks(en)).toEqual(blanks(zh));
  });
});
