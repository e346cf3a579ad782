import {
  type Answer,
  addDays,
  type Campaign,
  type CompiledItem,
  type CompiledPlan,
  type Day,
  type Duty,
  daysBetween,
  dutyViews,
  isWorkday,
  later,
  planInForce,
} from '@xiuhua/engine';
import { type Album, demoChance, subjectOf } from './album.ts';
import type { Chance } from './chance.ts';
import { momentIn, type Step } from './step.ts';

const spots = ['东头第三间', '靠路口一侧', '靠河一侧', '居民楼下', '电杆旁', '转角处', '中段', '西头'];

/** How careful a unit is: the share of its items that fail on the first day, between 7 and 30 of a hundred. */
const carelessness = (unit: string): number => 0.07 + demoChance(`unit ${unit}`).next() * 0.23;

/**
 * The day somebody goes: any workday while the duty is open; now and then late, now and then never (`undefined`). Of
 * the duties open on the last day of the story most wait for whoever opens the demo.
 */
const visitDay = (duty: Duty, plan: CompiledPlan, today: Day): Day | undefined => {
  const chance = demoChance(`duty ${duty.id}`);
  const fate = chance.next();
  if (duty.due >= today && fate < 0.7) return undefined;
  if (fate < 0.03) return duty.due < addDays(today, -20) ? addDays(duty.due, 3) : undefined;
  if (fate < 0.07) return addDays(duty.due, chance.whole(1, 2));
  const open = Array.from({ length: daysBetween(duty.from, duty.due) + 1 }, (_, i) => addDays(duty.from, i));
  const workdays = open.filter((day) => isWorkday(plan.calendar, day));
  return chance.one(workdays.length ? workdays : open);
};

const failure = ({ item }: CompiledItem, photo: string, chance: Chance): Answer => ({
  result: 'fail',
  note: chance.one(spots),
  ...(item.counted ? { count: chance.one([1, 1, 1, 2, 2, 3]) } : {}),
  ...(item.photo === 'never' || item.photo === undefined ? {} : { photos: [photo] }),
});

/** What the inspector finds: units get better as the campaign goes on, some sooner than others. */
const answersAt = (duty: Duty, plan: CompiledPlan, from: { readonly album: Album; readonly day: Day }): Record<string, Answer> => {
  const site = plan.places.sites.get(duty.site);
  const checklist = plan.checklists.get(duty.checklist);
  const chance = demoChance(`answers ${duty.id}`);
  const progress = Math.min(1, daysBetween(plan.from, from.day) / 90);
  const share = carelessness(site?.units[0] ?? '') * (1 - 0.5 * progress);
  const answers: Record<string, Answer> = {};
  for (const item of checklist?.items.values() ?? []) {
    const photo = from.album.pick(subjectOf(site?.class ?? ''), true, chance);
    if (chance.likely(share)) answers[item.item.name] = failure(item, photo, chance);
    else answers[item.item.name] = { result: 'pass', ...(item.item.photo === 'always' ? { photos: [photo] } : {}) };
  }
  return answers;
};

/** A submission id that looks like the phone's and is the same every time. */
const submissionId = (duty: Duty): string => {
  const chance = demoChance(`submission ${duty.id}`);
  const hex = (n: number): string => Array.from({ length: n }, () => chance.whole(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
};

/** The checklists filled on a day: those duties whose inspector goes on just this day. `today` ends the story. */
export const visitsOn = (
  campaign: Campaign,
  day: Day,
  { album, today }: { readonly album: Album; readonly today: Day },
): readonly Step[] => {
  const plan = planInForce(campaign, day);
  if (!plan) return [];
  const from = later(addDays(day, -7), campaign.versions[0]?.from ?? day);
  return dutyViews(campaign, { from, to: day, today: day })
    .filter((duty) => duty.submission === null && visitDay(duty, plan, today) === day)
    .map((duty) => {
      const chance = demoChance(`visit ${duty.id}`);
      const filledAt = momentIn(
        day,
        chance.one([
          [9, 11],
          [15, 17],
        ] as const),
        chance,
      );
      const answers = answersAt(duty, plan, { album, day });
      const command = {
        type: 'SubmitChecklist',
        submission: submissionId(duty),
        plan: plan.hash,
        duty: duty.id,
        filledAt,
        answers,
      } as const;
      return { at: filledAt, who: chance.one(['jiancha1', 'jiancha2']), command };
    });
};
