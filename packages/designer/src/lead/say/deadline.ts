import { type Day, dayOf, daysBetween, type FindingCourse, type FindingView } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { fill, type Language } from '../../shared/language.ts';
import { showMoment } from './moment.ts';
import type { Tone } from './sign.ts';

/** The parts of a finding that decide how its deadline reads. */
export type Dated = Pick<FindingView, 'state' | 'overdue' | 'left' | 'due' | 'replied' | 'clock'> & {
  readonly course?: Pick<FindingCourse, 'review' | 'stage'>;
};

const words = {
  zh: {
    stands: '时限暂停',
    again: '{day}再看',
    waits: '还没派遣',
    dispatch: '应于{at}前办',
    dispatchLate: '超时，应于{at}前办',
    counts: '不计入考核',
    today: '今天到期',
    left: '还剩 {n} 个工作日',
    leftDays: '还剩 {n} 天',
    past: '超期 {n} 个工作日',
    pastLess: '超期，不足 1 个工作日',
    inTime: '按期回复',
    tooLate: '超期回复',
  },
  en: {
    stands: 'Clock stopped',
    again: 'Look again {day}',
    waits: 'Not dispatched yet',
    dispatch: 'To be passed on by {at}',
    dispatchLate: 'Late: to be passed on by {at}',
    counts: 'Does not count',
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
  if (finding.state === 'suspended') {
    const { review, stage = say('stands') } = finding.course ?? {};
    return { text: review ? fill(words[language].again, { day: showDay(review, today, language) }) : stage, tone: 'draft' };
  }
  if (finding.state === 'pending') {
    const due = finding.clock?.due;
    if (!due) return { text: say('waits'), tone: 'plain' };
    const tone = dayOf(due) < today ? 'late' : dayOf(due) === today ? 'risk' : 'plain';
    return { text: fill(words[language][tone === 'late' ? 'dispatchLate' : 'dispatch'], { at: showMoment(due, today, language) }), tone };
  }
  if (finding.state === 'void' || finding.state === 'duplicate') return { text: say('counts'), tone: 'plain' };
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
