import { type Day, daysBetween, type FindingView } from '@xiuhua/engine';
import { fill, type Language } from '../../shared/language.ts';
import type { Tone } from './sign.ts';

/** The parts of a finding that decide how its deadline reads. */
export type Dated = Pick<FindingView, 'state' | 'overdue' | 'left' | 'due' | 'replied'>;

const words = {
  zh: {
    today: '今天到期',
    left: '还剩 {n} 个工作日',
    leftDays: '还剩 {n} 天',
    past: '逾期 {n} 个工作日',
    pastLess: '逾期，不足 1 个工作日',
    inTime: '按期回复',
    tooLate: '逾期回复',
  },
  en: {
    today: 'Due today',
    left: '{n} workdays left',
    leftDays: '{n} days left',
    past: '{n} workdays overdue',
    pastLess: 'Overdue by less than a workday',
    inTime: 'Replied in time',
    tooLate: 'Replied late',
  },
};

const singular = (text: string): string => text.replace(/^1 workdays/, '1 workday').replace(/^1 days/, '1 day');

/**
 * How a finding stands to its deadline, in words: what is left while the unit works on it, then whether the reply
 * came in time. When only days off remain, calendar days are counted instead of "0 workdays".
 */
export const sayDeadline = (finding: Dated, today: Day, language: Language): { readonly text: string; readonly tone: Tone } => {
  const say = (key: keyof typeof words.zh, n = 0) => singular(fill(words[language][key], { n }));
  if (finding.state !== 'rectifying') {
    return finding.overdue ? { text: say('tooLate'), tone: 'risk' } : { text: say('inTime'), tone: 'plain' };
  }
  if (finding.overdue) {
    return { text: finding.left < 0 ? say('past', -finding.left) : say('pastLess'), tone: 'late' };
  }
  if (finding.due === today) return { text: say('today'), tone: 'risk' };
  if (finding.left <= 0) return { text: say('leftDays', daysBetween(today, finding.due)), tone: 'risk' };
  return { text: say('left', finding.left), tone: finding.left <= 1 ? 'risk' : 'plain' };
};
