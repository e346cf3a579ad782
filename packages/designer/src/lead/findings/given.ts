import type { PossibleMove } from '@xiuhua/engine';

/** What somebody has given for a move so far. */
export interface Given {
  readonly text: string;
  readonly unit: string;
  readonly until: string;
  readonly of: string;
}

/** Nothing yet. */
export const nothingGiven: Given = { text: '', unit: '', until: '', of: '' };

/** The word for the first thing a move still needs; `undefined` when nothing lacks. */
export const lackingWord = (
  move: Pick<PossibleMove, 'needs'>,
  given: Given & { readonly photos: number },
): 'textMissing' | 'photoMissing' | 'unitMissing' | 'dayMissing' | 'otherMissing' | undefined => {
  const needs = new Set(move.needs);
  if (needs.has('unit') && given.unit === '') return 'unitMissing';
  if (needs.has('finding') && given.of === '') return 'otherMissing';
  if (needs.has('day') && given.until === '') return 'dayMissing';
  if (needs.has('text') && given.text.trim() === '') return 'textMissing';
  return needs.has('photo') && given.photos === 0 ? 'photoMissing' : undefined;
};
