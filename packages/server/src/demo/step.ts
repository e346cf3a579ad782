import { addDays, type Command, type Day, type Instant, instantAt } from '@xiuhua/engine';
import type { Chance } from './chance.ts';

/** One thing somebody does in the demo county: an ordinary command, when, and by whom (login). */
export interface Step {
  readonly at: Instant;
  readonly who: string;
  readonly command: Command;
}

/** How the plan comes into force on its first morning: the office asks the day before, the leader passes it, the office adopts. */
export const adoptionOn = (day: Day, plan: string): readonly Step[] => {
  const eve = addDays(day, -1);
  return [
    { at: instantAt(eve, '15:10'), who: 'office', command: { type: 'AskReview', plan, text: '请审核，拟明日印发。' } },
    {
      at: instantAt(eve, '17:25'),
      who: 'zuzhang',
      command: { type: 'ReviewPlan', plan, passed: true, text: '同意，按此印发。', remarks: {} },
    },
    { at: instantAt(day, '08:00'), who: 'office', command: { type: 'AdoptPlan', plan } },
  ];
};

/** A minute of the day between two full hours, on the wall clock in China. */
export const momentIn = (day: Day, [from, to]: readonly [number, number], chance: Chance): Instant => {
  const minute = chance.whole(from * 60, to * 60 - 1);
  return instantAt(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
};
