import type { Answer, Day } from '@xiuhua/engine';
import { sayFails, showPoints } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import type { Gap } from './answers.ts';
import type { Question } from './form.ts';
import type { FillKey } from './words.ts';

type Say = (key: FillKey, params?: Readonly<Record<string, string | number>>) => string;

/** What a failure costs, in words; empty when it costs nothing. */
export const sayStake = ({ item }: Question, t: Say): string => {
  if (item.points === 0) return '';
  const points = showPoints(item.points);
  if (!item.item.counted) return t('costs', { points });
  return item.most === null ? t('costsEach', { points }) : t('costsEachMost', { points, most: showPoints(item.most) });
};

/** When a value is a failure, in words; empty for a question that a person judges or that only records. */
export const sayLimit = ({ item }: Question, language: Language): string => (item.fails ? sayFails(item.fails, language) : '');

const sayValue = ({ kind, item }: Question, value: Answer['value'], t: Say): string => {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (kind === 'table' && Array.isArray(value)) return t('rows', { n: value.length });
  if (kind === 'place' || kind === 'signature') return t('given');
  if (Array.isArray(value)) return value.map(String).join('、');
  return `${value ?? ''}${item.item.measure ?? ''}`;
};

/** How a question was answered, in words. */
export const sayAnswer = (question: Question, answer: Answer, t: Say): string => {
  const spots = answer.count ? ` ${t('spots', { n: answer.count })}` : '';
  if (answer.value === undefined) return t(answer.result) + spots;
  const value = sayValue(question, answer.value, t);
  return answer.result === 'recorded' ? value : `${value}，${t(answer.result)}${spots}`;
};

/** How a question was answered the last time, in words. */
export const sayLast = (
  question: Question,
  { answer, day, today }: { readonly answer: Answer; readonly day: Day; readonly today: Day },
  t: Say,
  language: Language,
): string => t('last', { day: showDay(day, today, language), result: sayAnswer(question, answer, t) });

/** What is missing, in words. */
export const sayGap = ({ item }: Question, gap: Gap, t: Say): string => {
  const { photosLeast = 1, least, greatest, decimals, answer } = item.item;
  if (gap === 'photo') return photosLeast > 1 ? t('gap-photos', { n: photosLeast }) : t('gap-photo');
  if (gap === 'decimals') return t('gap-decimals', { n: decimals ?? (answer === 'number' ? 2 : 0) });
  if (gap !== 'range') return t(`gap-${gap}`);
  if (least !== undefined && greatest !== undefined) return t('gap-range', { least, greatest });
  return least !== undefined ? t('gap-least', { least }) : t('gap-greatest', { greatest: greatest ?? '' });
};
