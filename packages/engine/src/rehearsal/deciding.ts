import { addDays, type Day, instantAt, later } from '../calendar/day.ts';
import { daysOf, type Period, periodAfter, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import type { Command } from '../campaign/command.ts';
import type { AppealDecided, AppealOpened, StandingsPublished } from '../campaign/event.ts';
import { computeStandings, proposals } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Standings } from '../ranking/standings.ts';
import type { CompiledSheet } from '../scoring/compile.ts';
import { type Intent, momentIn, photosOf, type Step, type World } from './world.ts';

/** Days from the end of a period to its publication: late numbers and visits have mostly come by then. */
const untilPublished = 3;
const declining = ['本期为首次，先提醒整改。', '已在期内全部整改到位，改为书面提醒。'];
const objections = ['检查点位不在我单位管护范围，请核实。', '问题已在期限内整改，请核对记录。'];

/** The milestones that will be reached: most a few days early, some late, a few never. */
export const milestonesOf = (world: World): readonly Intent[] =>
  world.plan.phases.flatMap((phase) =>
    phase.milestones.flatMap(({ name, by }): readonly Intent[] => {
      const luck = world.luck(`milestone ${name}`);
      const fate = luck.share();
      const { lateMilestones, missedMilestones } = world.habits;
      if (fate < missedMilestones) return [];
      const day = addDays(by, fate < missedMilestones + lateMilestones ? luck.whole(1, 9) : -luck.whole(0, 4));
      if (day < world.from || day > world.to) return [];
      const command: Command = { type: 'ReachMilestone', milestone: name, text: '已完成，材料存办公室。', photos: [] };
      const act = (now: Campaign): readonly Step[] =>
        now.milestones.has(name) ? [] : [{ at: momentIn(day, [16, 18], luck), by: world.people.clerk, command }];
      return [{ day, act }];
    }),
  );

/** The day after which the numbers a sheet goes by are due, its own and those of the sheets it is made of. */
const numbersDue = (world: World, sheet: CompiledSheet | undefined, last: Day, depth = 0): Day => {
  if (!sheet || depth > 8) return last;
  const { plan } = world;
  const own = sheet.sheet.rules
    .flatMap(({ of }) => plan.indicators.get(of ?? '')?.within ?? [])
    .map((within) => lastDay(plan.calendar, within, last).day);
  const inner = [...(sheet.sheet.parts ?? []).map((part) => part.sheet), ...(sheet.sheet.over ? [sheet.sheet.over.sheet] : [])];
  return [...own, ...inner.map((name) => numbersDue(world, plan.sheets.get(name), last, depth + 1))].reduce(later, last);
};

/** The publication of a period of a ranking, once its numbers are due. */
export const publicationOf = (world: World, ranking: string, period: Period): Intent => {
  const sheet = world.plan.rankings.get(ranking)?.sheet;
  const day = addDays(numbersDue(world, sheet, daysOf(period).last), untilPublished);
  const command: Command = { type: 'PublishStandings', ranking, period };
  return { day, act: () => [{ at: instantAt(day, '09:30'), by: world.people.head, command }] };
};

/** Standings that will be published, for every ranking and period that is over in time. */
export const publicationsOf = (world: World): readonly Intent[] =>
  [...world.plan.rankings.values()].flatMap(({ ranking, sheet }) => {
    const intents: Intent[] = [];
    for (let period: Period = periodOf(sheet.sheet.every, world.from); ; period = periodAfter(period)) {
      const intent = publicationOf(world, ranking.name, period);
      if (intent.day > world.to) return intents;
      intents.push(intent);
    }
  });

/** What the leaders do with the proposals a publication brought up: sign most, decline some sanctions. */
const decisionsOn = (world: World, at: Pick<Standings, 'ranking' | 'period'>, day: Day): Intent => ({
  day,
  act: (now) =>
    proposals(now)
      .filter((proposal) => proposal.state === 'proposed' && proposal.ranking === at.ranking && proposal.period === at.period)
      .filter((proposal, i, all) => all.findIndex(({ id }) => id === proposal.id) === i)
      .map(({ id, kind, signedBy }): Step => {
        const luck = world.luck(`decision ${id}`);
        const command: Command =
          kind === 'sanction' && luck.likely(world.habits.declined)
            ? { type: 'DeclineConsequence', consequence: id, reason: luck.one(declining) }
            : { type: 'SignConsequence', consequence: id };
        return { at: momentIn(day, [15, 17], luck), by: world.people.leader(signedBy), command };
      }),
});

/** Units in the last third that object to their place. */
const appealsOn = (world: World, standings: Standings, day: Day): readonly Intent[] =>
  standings.rows
    .filter((row) => row.rank !== null && row.reason !== null)
    .filter((row, _, ranked) => (row.rank ?? 0) > (ranked.filter((other) => other.group === row.group).length * 2) / 3)
    .flatMap((row): readonly Intent[] => {
      const luck = world.luck(`appeal ${standings.ranking} ${standings.period} ${row.unit}`);
      if (!luck.likely(world.habits.appeals)) return [];
      const { ranking, period } = standings;
      const command: Command = { type: 'OpenAppeal', ranking, period, text: luck.one(objections), photos: [...photosOf(1, luck)] };
      return [{ day, act: () => [{ at: momentIn(day, [9, 11], luck), by: world.people.unit(row.unit), command }] }];
    });

/** After a publication some units appeal the next day, and two days later the leaders decide. */
export const afterPublication = (world: World, { standings }: StandingsPublished, day: Day): readonly Intent[] => [
  ...appealsOn(world, standings, addDays(day, 1)),
  decisionsOn(world, standings, addDays(day, 2)),
];

/** Somebody of another unit decides an appeal within a week. */
export const afterAppeal = (world: World, { appeal, unit }: AppealOpened, opened: Day): readonly Intent[] => {
  const luck = world.luck(`verdict ${appeal}`);
  const day = addDays(opened, luck.whole(2, 6));
  const upheld = luck.likely(world.habits.upheld);
  const text = upheld ? '经核实，申诉成立。' : '经核实，原结果无误。';
  const act = (now: Campaign): readonly Step[] =>
    now.appeals.get(appeal)?.state === 'open'
      ? [{ at: momentIn(day, [9, 12], luck), by: world.people.neutral([unit]), command: { type: 'DecideAppeal', appeal, upheld, text } }]
      : [];
  return [{ day, act }];
};

const changed = (before: Standings, after: Standings): boolean =>
  after.rows.some((row) => {
    const old = before.rows.find((other) => other.unit === row.unit);
    return (old?.points ?? 0) !== row.points || (old?.rank ?? null) !== row.rank;
  });

/** Once an appeal is decided the standings are issued anew where something came in late, and the leaders decide what waited. */
export const afterVerdict = (world: World, { appeal, upheld }: AppealDecided, decided: Day): readonly Intent[] => {
  const day = addDays(decided, 1);
  const correction: Intent = {
    day,
    act: (now) => {
      const found = now.appeals.get(appeal);
      const published = found && now.standings.get(`${found.ranking}·${found.period}`);
      const anew = found && computeStandings(now, found.ranking, { period: found.period, today: day });
      if (!upheld || !found || !published || !anew || !changed(published.standings, anew)) return [];
      const { ranking, period } = found;
      const command: Command = { type: 'CorrectStandings', ranking, period, reason: '申诉成立，补入迟到的记录。' };
      return [{ at: instantAt(day, '10:00'), by: world.people.head, command }];
    },
  };
  const decision: Intent = {
    day: addDays(day, 1),
    act: (now) => {
      const found = now.appeals.get(appeal);
      return found ? decisionsOn(world, found, addDays(day, 1)).act(now) : [];
    },
  };
  return [correction, decision];
};
