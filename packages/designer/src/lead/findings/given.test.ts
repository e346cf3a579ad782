import { expect, test } from 'vitest';
import { lackingWord, nothingGiven } from './given.ts';

test.each([
  ['a move that needs nothing can be made at once', [], {}, undefined],
  ['a dispatch needs a unit', ['unit'], {}, 'unitMissing'],
  ['blanks are no reason', ['text'], { text: '  ' }, 'textMissing'],
  ['a reply needs a photo besides words', ['text', 'photo'], { text: '已清理' }, 'photoMissing'],
  ['with both it can be sent', ['text', 'photo'], { text: '已清理', photos: 1 }, undefined],
  ['a suspension needs a day', ['day', 'text'], { text: '权属不清' }, 'dayMissing'],
  ['a duplicate needs the other finding', ['finding'], {}, 'otherMissing'],
] as const)('%s', (_, needs, given, word) => {
  expect(lackingWord({ needs }, { ...nothingGiven, photos: 0, ...given })).toBe(word);
});
