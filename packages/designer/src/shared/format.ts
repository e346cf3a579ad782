import { type Day, weekday } from '@xiuhua/engine';
import type { Language } from './language.ts';

const weekdays = { zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people say it: 11月7日 周五, with the year when it is not `today`'s. */
export const showDay = (day: Day, today: Day, language: Language): string => {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const name = weekdays[language][weekday(day) - 1];
  const other = year !== today.slice(0, 4);
  return language === 'zh'
    ? `${other ? `${year}年` : ''}${month}月${date}日 ${name}`
    : `${name} ${date} ${months[month - 1]}${other ? ` ${year}` : ''}`;
};
