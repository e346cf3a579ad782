/** Why a text is no number that can be reported. */
export type NumberFault = 'empty' | 'notNumber' | 'negative' | 'tooLarge' | 'tooFine';

/** Largest number that is taken, and most decimals. */
const largest = 1_000_000_000;
const decimals = 6;

/**
 * The number a person wrote, or what is wrong with it. Full-width digits and thousands commas are read as people mean
 * them; anything that is not plainly a number (`abc`, `1e400`, `1-2`) is not guessed at.
 */
export const parseNumber = (text: string): number | NumberFault => {
  const plain = text.normalize('NFKC').replaceAll(',', '').replaceAll('，', '').trim();
  if (plain === '') return 'empty';
  if (/^[-−]\s*\d/.test(plain)) return 'negative';
  const found = /^\d+(?:\.(\d+))?$/.exec(plain);
  if (!found) return /^\d+(\.\d+)?e\+?\d+$/i.test(plain) && Number(plain) > largest ? 'tooLarge' : 'notNumber';
  if ((found[1]?.length ?? 0) > decimals) return 'tooFine';
  const value = Number(plain);
  return value > largest ? 'tooLarge' : value;
};
