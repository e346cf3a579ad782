import type { Language } from '../../shared/language.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number as the official text writes it: 一, 十, 十一, 二十; beyond 99 in figures. */
export const chineseNumber = (n: number): string => {
  if (n < 10) return digits[n] ?? '';
  if (n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
};

/** The number of a section, counted from 0: 一、 or `1. `. */
export const sectionNumber = (index: number, language: Language): string =>
  language === 'zh' ? `${chineseNumber(index + 1)}、` : `${index + 1}. `;

/** The number of a clause in its list, counted from 0: （一） or `(1) `. */
export const clauseNumber = (index: number, language: Language): string =>
  language === 'zh' ? `（${chineseNumber(index + 1)}）` : `(${index + 1}) `;
