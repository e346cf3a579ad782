import { addDays, type Day, earlier, later } from '../calendar/day.ts';
import { addWorkdays } from '../calendar/workdays.ts';
import type { Command } from '../campaign/command.ts';
import type { NoticeIssued, RectificationReplied, RectificationReturned } from '../campaign/event.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Finding } from '../finding/finding.ts';
import { successorOn } from '../organization/compile.ts';
import type { Luck } from './luck.ts';
import { type Intent, momentIn, photosOf, type Step, type World } from './world.ts';

const replies = ['已清理到位，安排专人每天巡查。', '当天组织整改，已恢复原状。', '已整改，附现场照片。', '已会同有关单位完成整改。'];
const closings = ['现场复查合格。', '已整改到位。', '照片与现场一致。'];
const returns = ['照片看不出整改位置，请重拍。', '只改了一半，请继续。', '复查时又出现，请落实专人。'];

/** Somebody of the unit that answers today replies, if the finding still waits for it. */
const replyOn = (world: World, id: string, day: Day, luck: Luck): Intent => ({
  day,
  act: (now: Campaign): readonly Step[] => {
    const finding = now.findings.get(id);
    if (finding?.state !== 'rectifying') return [];
    const unit = successorOn(world.plan.organization, finding.unit, day);
    const photos = world.plan.notice.replyPhoto || luck.likely(0.6) ? [...photosOf(luck.whole(1, 2), luck)] : [];
    const command: Command = { type: 'ReplyRectification', finding: id, text: luck.one(replies), photos };
    return [{ at: momentIn(day, [14, 17], luck), by: world.people.unit(unit), command }];
  },
});

/** The day of the first reply after a notice; `undefined` when the unit never answers. */
const firstReply = (world: World, notice: NoticeIssued, luck: Luck): Day | undefined => {
  const { earlyReplies, lateReplies, missedReplies } = world.habits;
  const { calendar } = world.plan;
  const fate = luck.share();
  if (fate < missedReplies) return undefined;
  if (fate < missedReplies + lateReplies) return addWorkdays(calendar, notice.due, luck.whole(1, 5)).day;
  const soon = addDays(notice.issued, 1);
  if (fate < missedReplies + lateReplies + earlyReplies)
    return later(soon, earlier(notice.due, addWorkdays(calendar, notice.issued, luck.whole(1, 2)).day));
  return later(soon, notice.due);
};

/** What a unit means to do about a notice: one reply for each finding. */
export const afterNotice = (world: World, notice: NoticeIssued): readonly Intent[] =>
  notice.findings.flatMap((id): readonly Intent[] => {
    const luck = world.luck(`reply ${id}`);
    const day = firstReply(world, notice, luck);
    return day === undefined ? [] : [replyOn(world, id, day, luck)];
  });

/** After a return the unit tries again within two workdays. */
export const afterReturn = (world: World, { finding, day }: RectificationReturned): readonly Intent[] => {
  const luck = world.luck(`again ${finding} ${day}`);
  return [replyOn(world, finding, addWorkdays(world.plan.calendar, day, luck.whole(1, 2)).day, luck)];
};

const verdictOn = (world: World, finding: Finding, day: Day, luck: Luck): Step => {
  const passed = finding.returns > 1 || !luck.likely(world.habits.returned);
  const units = [finding.unit, successorOn(world.plan.organization, finding.unit, day)];
  const text = luck.one(passed ? closings : returns);
  const photos = passed ? [] : [...photosOf(1, luck)];
  return {
    at: momentIn(day, [10, 12], luck),
    by: world.people.neutral(units),
    command: { type: 'VerifyRectification', finding: finding.id, passed, text, photos },
  };
};

/** Somebody else looks one to three workdays after a reply. */
export const afterReply = (world: World, { finding: id, day: replied }: RectificationReplied): readonly Intent[] => {
  const luck = world.luck(`look ${id} ${replied}`);
  const day = addWorkdays(world.plan.calendar, replied, luck.whole(1, 3)).day;
  return [
    {
      day,
      act: (now) => {
        const finding = now.findings.get(id);
        return finding?.state === 'replied' ? [verdictOn(world, finding, day, luck)] : [];
      },
    },
  ];
};
