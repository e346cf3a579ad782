import { clockOf, type Day, dayOf, type Instant } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';

/** A day as a document writes it, with its year and without the weekday: 2026年11月17日. */
export const documentDay = (day: Day, language: Language): string =>
  language === 'zh'
    ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
    : showDay(day, '', language).replace(/^\w+ /, '');

/** A moment as people say it, by the wall clock in China: 11月7日 周五 14:02. */
export const showMoment = (at: Instant, today: Day, language: Language): string => `${showDay(dayOf(at), today, language)} ${clockOf(at)}`;
