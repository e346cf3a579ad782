import { addWorkdays, type Campaign, type CompiledPlan, type Day, type Finding, planInForce } from '@xiuhua/engine';
import { type Album, demoChance, subjectOf } from './album.ts';
import { isLeft } from './complaining.ts';
import { isExcepted } from './excepting.ts';
import { momentIn, type Step } from './step.ts';

const repliesWords = [
  '已清理到位，安排专人每天巡查。',
  '当天组织整改，已恢复原状。',
  '已约谈经营户，签订门前三包责任书。',
  '已整改，附现场照片。',
  '已会同村组完成清理。',
];
const closingWords = ['现场复查合格。', '已整改到位。', '复查两处，均合格。', '照片与现场一致。'];
const returnWords = ['照片看不出整改位置，请重拍。', '只清了一半，靠墙一侧仍有堆放。', '复查时又出现，请落实专人。'];

/** Day of a unit's reply after the notice (or after a return): mostly early or in time, sometimes late, seldom much too late or never. */
const replyDay = (finding: Finding, plan: CompiledPlan): Day | undefined => {
  const chance = demoChance(`reply ${finding.id} ${finding.returns}`);
  const last = finding.steps.at(-1)?.day ?? finding.opened;
  const fate = chance.next();
  if (fate < 0.05) return fate < 0.015 ? undefined : addWorkdays(plan.calendar, finding.due, chance.whole(8, 20)).day;
  if (finding.returns > 0) return addWorkdays(plan.calendar, last, chance.whole(1, 2)).day;
  if (fate < 0.17) return addWorkdays(plan.calendar, finding.due, chance.whole(1, 3)).day;
  return fate < 0.5
    ? addWorkdays(plan.calendar, finding.opened, 1).day
    : fate < 0.75
      ? addWorkdays(plan.calendar, finding.opened, 2).day
      : finding.due;
};

/** True on the day of the reply; when time stood still on that day, on the first day after it. */
const repliesOn = (finding: Finding, plan: CompiledPlan, day: Day): boolean => {
  const wanted = replyDay(finding, plan);
  const stood = finding.steps.findLast(({ does }) => does === 'extend' || does === 'refuse' || does === 'resume');
  return wanted !== undefined && (wanted === day || (stood !== undefined && wanted < day && stood.day < day));
};

const photoAfter = (finding: Finding, plan: CompiledPlan, [album, fault]: readonly [Album, boolean]): string =>
  album.pick(subjectOf(plan.places.sites.get(finding.site)?.class ?? ''), fault, demoChance(`after ${finding.id} ${finding.returns}`));

const replyTo = (finding: Finding, plan: CompiledPlan, from: { album: Album; day: Day; login: string }): Step => {
  const chance = demoChance(`words ${finding.id} ${finding.returns}`);
  const photos = [photoAfter(finding, plan, [from.album, false])];
  return {
    at: momentIn(from.day, [14, 17], chance),
    who: from.login,
    command: { type: 'ReplyRectification', finding: finding.id, text: chance.one(repliesWords), photos },
  };
};

const verify = (finding: Finding, plan: CompiledPlan, from: { album: Album; day: Day }): Step => {
  const chance = demoChance(`verify ${finding.id} ${finding.returns}`);
  const passed = finding.returns > 1 || !chance.likely(0.14);
  const photos = passed ? [] : [photoAfter(finding, plan, [from.album, true])];
  const text = chance.one(passed ? closingWords : returnWords);
  return {
    at: momentIn(from.day, [10, 12], chance),
    who: chance.one(['office', 'jiancha1', 'jiancha2']),
    command: { type: 'VerifyRectification', finding: finding.id, passed, text, photos },
  };
};

const verifyDay = (finding: Finding, plan: CompiledPlan): Day =>
  addWorkdays(plan.calendar, finding.replied ?? finding.opened, demoChance(`look ${finding.id} ${finding.returns}`).whole(1, 3)).day;

/** What units and verifiers do about findings on a day. `logins` finds the person of a unit. */
export const rectifyingOn = (
  campaign: Campaign,
  day: Day,
  from: { readonly album: Album; readonly logins: ReadonlyMap<string, string>; readonly today: Day },
): readonly Step[] => {
  const plan = planInForce(campaign, day);
  if (!plan) return [];
  return [...campaign.findings.values()].flatMap((finding): readonly Step[] => {
    if (isLeft(finding, from.today)) return [];
    const login = from.logins.get(finding.unit);
    if (finding.state === 'rectifying' && login && repliesOn(finding, plan, day) && !isExcepted(finding, plan, { ...from, day }))
      return [replyTo(finding, plan, { ...from, day, login })];
    if (finding.state === 'replied' && verifyDay(finding, plan) <= day && day > (finding.replied ?? day))
      return [verify(finding, plan, { ...from, day })];
    return [];
  });
};
