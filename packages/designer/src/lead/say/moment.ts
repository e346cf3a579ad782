import { clockOf, type Day, dayOf, type Instant } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';

/** A day without its weekday: 11月7日, with the year when it is not `today`'s. */
export const shortDay = (day: Day, today: Day, language: Language): string =>
  showDay(day, today, language).replace(language === 'zh' ? / 周.$/ : /^\w{3} /, '');

/** A moment as people say it, by the wall clock in China: 11月7日 周五 14:02. */
export const showMoment = (at: Instant, today: Day, language: Language): string => `${showDay(dayOf(at), today, language)} ${clockOf(at)}`;
