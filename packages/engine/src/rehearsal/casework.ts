import { addDays, type Day, dayOf, type Instant, later } from '../calendar/day.ts';
import { addWorkdays } from '../calendar/workdays.ts';
import type { Actor } from '../campaign/actor.ts';
import type { Command } from '../campaign/command.ts';
import type { FindingMoved, FindingOpened } from '../campaign/event.ts';
import { movesFor, type PossibleMove } from '../campaign/move.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Finding } from '../finding/finding.ts';
import { isEnd } from '../finding/flow.ts';
import type { Deed } from '../finding/flow-schema.ts';
import { successorOn, unitsOf } from '../organization/compile.ts';
import type { Luck } from './luck.ts';
import { type Intent, momentIn, photosOf, type Step, type World } from './world.ts';

/** What people write with a deed. */
const words: Readonly<Partial<Record<Deed, string>>> = {
  reply: '已处置完毕，附现场照片。',
  close: '现场核查合格。',
  rework: '现场仍有遗留，请继续处置。',
  'send-back': '不属本单位管护范围，书面说明附后。',
  ask: '需协调管线单位，申请延期。',
  extend: '情况属实，准予延期。',
  refuse: '理由不充分，按原期限办理。',
  record: '因客观条件暂不能解决，书面备案。',
  suspend: '待工程完工后处理。',
  void: '经核实现场没有这个问题。',
  resume: '条件已具备，恢复办理。',
};

/** People of the units a flow leaves some of its moves to, such as the command centre that dispatches. */
const clerksOf = ({ plan }: World): readonly Actor[] => {
  const named = [...plan.flow.moves.values()].flatMap(({ move }) =>
    unitsOf(plan.organization, move.units === undefined ? [] : [move.units]),
  );
  return [...new Set(named)].map((unit) => ({ account: `desk-${unit}`, name: `${unit}值班员`, unit, roles: ['office', 'inspector'] }));
};

/** Everybody who might make a move on a finding, the likeliest first. */
const candidates = (world: World, finding: Finding, day: Day): readonly Actor[] => {
  const { people, plan } = world;
  const unit = successorOn(plan.organization, finding.unit, day);
  const office = people.clerk.unit;
  return [
    people.clerk,
    people.unit(unit),
    people.head,
    people.neutral([unit]),
    people.inspector(office, 0),
    ...clerksOf(world),
    people.leader(''),
  ];
};

/** What a person would like to do where the finding stands, the first choice first. */
const wishes = (world: World, finding: Finding, luck: Luck): readonly (Deed | null)[] => {
  const { habits } = world;
  const fate = luck.share();
  if (finding.state === 'suspended') return ['resume', null];
  if (finding.state === 'rectifying') {
    const first = finding.steps.every(({ does }) => does !== 'send-back' && does !== 'ask' && does !== 'record');
    if (first && fate < 0.06) return ['send-back', 'reply'];
    if (first && fate < 0.14) return ['ask', 'reply'];
    if (first && fate < 0.17) return ['record', 'reply'];
    return ['reply'];
  }
  if (finding.state === 'replied') return fate < habits.returned && finding.returns < 2 ? [null, 'rework', 'close'] : [null, 'close'];
  return fate < 0.03 ? ['void', 'file', 'dispatch', null] : [fate < 0.7 ? 'extend' : 'refuse', 'uphold', 'file', 'dispatch', null];
};

const chosen = (
  now: Campaign,
  finding: Finding,
  who: { readonly people: readonly Actor[]; readonly at: string; readonly wishes: readonly (Deed | null)[] },
): { readonly by: Actor; readonly move: PossibleMove } | undefined => {
  const open = who.people.flatMap((by) =>
    movesFor(now, finding, { by, at: who.at })
      .filter(({ needs }) => !needs.includes('finding'))
      .map((move) => ({ by, move })),
  );
  for (const wish of who.wishes) {
    const found = open.find(({ move }) => move.does === wish);
    if (found) return found;
  }
  return undefined;
};

/** A moment some minutes after what was done last, if it would come before it. */
const notBefore = (last: Instant, at: Instant): Instant => (at > last ? at : new Date(Date.parse(last) + 20 * 60_000).toISOString());

/** Somebody makes the next move on a day, if the finding still stands where it stood. */
const moveOn = (world: World, id: string, day: Day): Intent => ({
  day,
  act: (now): readonly Step[] => {
    const finding = now.findings.get(id);
    if (!finding || isEnd(finding.state)) return [];
    const luck = world.luck(`case ${id} ${finding.steps.length}`);
    const at = notBefore(finding.steps.at(-1)?.at ?? '', momentIn(day, finding.state === 'rectifying' ? [14, 17] : [9, 12], luck));
    const next = chosen(now, finding, { people: candidates(world, finding, day), at, wishes: wishes(world, finding, luck) });
    if (!next) return [];
    const { move, needs, does } = next.move;
    const command: Command = {
      type: 'MoveFinding',
      finding: id,
      move,
      text: (does && words[does]) ?? '按流程办理。',
      photos: needs.includes('photo') || does === 'reply' ? [...photosOf(1, luck)] : [],
      ...(needs.includes('unit') ? { unit: finding.unit } : {}),
      ...(needs.includes('day') ? { until: addDays(day, 14) } : {}),
    };
    return [{ at, by: next.by, command }];
  },
});

/** When the unit acts on a finding in its hands; `undefined` when it never does. */
const dayOfUnit = (world: World, fact: { readonly finding: string; readonly day: Day; readonly due: Day }, luck: Luck): Day | undefined => {
  const { missedReplies, lateReplies } = world.habits;
  const fate = luck.share();
  if (fate < missedReplies) return undefined;
  if (fate < missedReplies + lateReplies) return addWorkdays(world.plan.calendar, later(fact.due, fact.day), luck.whole(1, 4)).day;
  return luck.likely(0.7) ? fact.day : later(fact.day, fact.due);
};

/** What follows in a plan with a flow of its own once a finding was opened or moved. */
export const afterMove = (world: World, fact: FindingOpened | FindingMoved): readonly Intent[] => {
  const opened = fact.type === 'FindingOpened';
  const is = opened ? fact.course?.is : fact.is;
  if (is === undefined || isEnd(is)) return [];
  const due = opened ? (fact.course?.clock?.due ? dayOf(fact.course.clock.due) : fact.day) : fact.dueDay;
  const luck = world.luck(`pace ${fact.finding} ${opened ? 'opened' : `${fact.move} ${fact.day}`}`);
  const day = is === 'rectifying' ? dayOfUnit(world, { ...fact, due }, luck) : addDays(fact.day, is === 'suspended' ? 10 : 0);
  return day === undefined ? [] : [moveOn(world, fact.finding, day)];
};
