import { addDays, type Day, instantAt } from '../calendar/day.ts';
import { daysOf } from '../calendar/period.ts';
import type { Command } from '../campaign/command.ts';
import type { ResolutionPassed } from '../campaign/event.ts';
import { unitsOf } from '../organization/compile.ts';
import { unitsOfTopic } from '../publicity/compile.ts';
import { periodFor } from '../publicity/period.ts';
import { appointmentsOf } from '../schedule/routine.ts';
import { type Intent, momentIn, photosOf, type Step, type World } from './world.ts';

const complaints = ['路口长期有人占道摆摊。', '垃圾桶满了两天没有清。', '人行道被车占了。', '小广告贴满楼道。'];
const decisions = ['对反复发生的问题逐一约见责任人。', '补齐点位的保洁力量。', '与相邻单位划清责任边界。', '把积存问题清零并报办公室。'];

/** Days between two things the public reports through one channel, at least and at most. */
const between: readonly [number, number] = [5, 16];

/** What people outside report through the channels: at sites of the register where the plan can tell who answers. */
export const complaintsOf = (world: World): readonly Intent[] =>
  [...world.plan.publicity.channels.values()].flatMap(({ channel, by, topics }) => {
    const luck = world.luck(`channel ${channel.name}`);
    const intents: Intent[] = [];
    let n = 0;
    for (let day = addDays(world.from, luck.whole(2, 9)); day <= world.to && topics.size > 0; day = addDays(day, luck.whole(...between))) {
      n += 1;
      const topic = luck.one([...topics.values()]);
      const task = world.plan.tasks.get(topic.task ?? '');
      const kept = [...world.plan.places.sites.values()].filter(
        (site) => unitsOf(world.plan.organization, site.units).filter((unit) => task?.bearers.includes(unit)).length === 1,
      );
      const sure = unitsOfTopic(topic, world.plan).length === 1;
      if (!sure && kept.length === 0) continue;
      const where = kept.length > 0 ? { site: luck.one(kept).name } : { place: '居民来电所述地点' };
      const complaint = `complaint-${world.plan.publicity.channels.size}-${[...world.plan.publicity.channels.keys()].indexOf(channel.name) + 1}-${String(n).padStart(4, '0')}`;
      const command: Command = {
        type: 'TakeComplaint',
        complaint,
        channel: channel.name,
        topic: topic.name,
        ...where,
        text: luck.one(complaints),
        photos: [...photosOf(channel.kind === 'snapshot' ? 1 : 0, luck)],
      };
      const at = momentIn(day, [8, 11], luck);
      const taker = by === world.people.clerk.unit ? world.people.clerk : world.people.unit(by);
      intents.push({ day, act: () => [{ at, by: taker, command }] });
    }
    return intents;
  });

/** Bulletins go out on their day, now and then a day late. */
export const bulletinsOf = (world: World): readonly Intent[] =>
  [...world.plan.publicity.reports.values()].flatMap((paper) => {
    const { name: report } = paper.clause;
    return appointmentsOf([paper.routine], world.plan.calendar, world).flatMap(({ planned, due }): readonly Intent[] => {
      const luck = world.luck(`bulletin ${report} ${planned}`);
      const day = luck.likely(0.1) ? addDays(due, 1) : due;
      const period = periodFor(paper.clause, planned);
      if (day > world.to || day < world.from || daysOf(period).last < world.from) return [];
      const command: Command = { type: 'IssueBulletin', report, period };
      const act = (now: Parameters<Intent['act']>[0]): readonly Step[] =>
        now.bulletins.has(`${report}·${period}`) ? [] : [{ at: instantAt(day, '14:40'), by: world.people.head, command }];
      return [{ day, act }];
    });
  });

/** Every other meeting gives somebody something to do within a fortnight. */
export const resolutionsOf = (world: World): readonly Intent[] =>
  [...world.plan.publicity.meetings.values()].flatMap(({ clause, routine }) => {
    const attend = unitsOf(world.plan.organization, clause.attend ?? []);
    const units = attend.length > 0 ? attend : unitsOf(world.plan.organization, [world.plan.plan.organization.body.office]);
    return appointmentsOf([routine], world.plan.calendar, world).flatMap(({ planned, due: day }): readonly Intent[] => {
      const luck = world.luck(`meeting ${clause.name} ${planned}`);
      if (day > world.to || day < world.from || luck.likely(0.5)) return [];
      const due = addDays(day, luck.whole(5, 14));
      const command: Command = { type: 'PassResolution', meeting: clause.name, text: luck.one(decisions), unit: luck.one(units), due };
      return [{ day, act: () => [{ at: instantAt(day, '17:10'), by: world.people.clerk, command }] }];
    });
  });

/** What was decided is done in time, late or never, like a finding. */
export const afterResolution = (world: World, fact: ResolutionPassed): readonly Intent[] => {
  const luck = world.luck(`resolution ${fact.resolution}`);
  const fate = luck.share();
  const { missedReplies, lateReplies } = world.habits;
  if (fate < missedReplies) return [];
  const day: Day = addDays(fact.due, fate < missedReplies + lateReplies ? luck.whole(1, 6) : -luck.whole(0, 3));
  const command: Command = { type: 'FulfilResolution', resolution: fact.resolution, text: '已办结，情况报办公室。', photos: [] };
  return [{ day, act: () => [{ at: momentIn(day, [9, 17], luck), by: world.people.unit(fact.unit), command }] }];
};
