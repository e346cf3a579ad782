import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { isAmong } from '../consequence/propose.ts';
import { board } from '../report/board.ts';
import type { Reason } from '../scoring/reason.ts';
import type { Actor } from './actor.ts';
import type { Answer, Command } from './command.ts';
import { evolve } from './evolve.ts';
import { emptyCampaign, replay } from './replay.ts';
import { computeStandings, proposals } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const plan = compiled(planFile());
const mondays = Array.from({ length: 15 }, (_, week) => addDays('2026-03-02', week * 7)).filter(
  (day) => !['2026-04-06', '2026-05-04'].includes(day),
);

/** One week at one shop: what is found and how the unit deals with it. */
interface Week {
  readonly site: '一号店' | '二号店';
  readonly dirty: boolean;
  readonly spots: number;
  readonly replyAfter: number | null;
  readonly passed: boolean;
}

const week: fc.Arbitrary<Week> = fc.record({
  site: fc.constantFrom('一号店' as const, '二号店' as const),
  dirty: fc.boolean(),
  spots: fc.integer({ min: 0, max: 6 }),
  replyAfter: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
  passed: fc.boolean(),
});
const history = fc.array(fc.uniqueArray(week, { maxLength: 2, selector: (visited) => visited.site }), {
  minLength: 1,
  maxLength: mondays.length,
});

interface Step {
  readonly at: string;
  readonly by: Actor;
  readonly command: Command;
}

const steps = (weeks: readonly (readonly Week[])[]): readonly Step[] => {
  const all = weeks.flatMap((shops, i) => {
    const monday = mondays[i] ?? '';
    return shops.flatMap(({ site, dirty, spots, replyAfter, passed }): Step[] => {
      const answers: Record<string, Answer> = {
        ...(dirty ? { 门前干净: { result: 'fail', photos: [photo] } } : {}),
        ...(spots ? { 不占道: { result: 'fail', count: spots } } : {}),
      };
      const command = visit(plan, monday, site, answers);
      const unit = site === '一号店' ? people.east : people.west;
      const finding = `${command.submission}/0`;
      const visited: Step = { at: `${monday}T03:00:00.000Z`, by: people.inspector, command };
      if (!dirty || replyAfter === null) return [visited];
      const day = addDays(monday, replyAfter);
      return [
        visited,
        { at: `${day}T05:00:00.000Z`, by: unit, command: { type: 'ReplyRectification', finding, text: '已改', photos: [photo] } },
        {
          at: `${addDays(day, 1)}T05:00:00.000Z`,
          by: people.second,
          command: { type: 'VerifyRectification', finding, passed, text: '看过', photos: [] },
        },
      ];
    });
  });
  return [...all].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const adopt: Step = { at: '2026-03-02T01:00:00.000Z', by: people.office, command: { type: 'AdoptPlan', plan: plan.hash } };
const publications: readonly Step[] = ['2026-03', '2026-04', '2026-05', '2026-06'].map((period, i) => ({
  at: `2026-07-0${i + 1}T01:00:00.000Z`,
  by: people.office,
  command: { type: 'PublishStandings', ranking: '月排名', period },
}));

const run = (all: readonly Step[], times = 1) => {
  const story = play([plan]);
  for (const { at, by, command } of [adopt, ...all, ...publications]) for (let i = 0; i < times; i++) story.given(by, at, command);
  return story;
};

const leaves = (reason: Reason | null): readonly Reason[] =>
  reason === null ? [] : reason.parts.length ? reason.parts.flatMap(leaves) : [reason];
const months = ['2026-03', '2026-04', '2026-05', '2026-06'];
const runs = { numRuns: process.env.XIUHUA_BATTERY ? 10_000 : 150 };

describe('whatever happens', () => {
  test('a score lies between floor and cap, equals the sum of its reasons, and every reason has a clause', () => {
    fc.assert(
      fc.property(history, (weeks) => {
        const campaign = run(steps(weeks)).campaign();
        for (const { standings } of campaign.standings.values())
          for (const row of standings.rows) {
            const all = leaves(row.reason);
            expect(Number.isSafeInteger(row.points) && row.points >= 0 && row.points <= 100_000).toBe(true);
            expect(all.reduce((sum, leaf) => sum + leaf.points, 0)).toBe(row.points);
            expect(all.every((leaf) => leaf.source !== '' && (leaf.kind !== 'occasion' || leaf.cause !== undefined))).toBe(true);
          }
      }),
      runs,
    );
  });

  test('replay in pieces equals replay at once', () => {
    fc.assert(
      fc.property(history, fc.nat(), (weeks, cut) => {
        const { log, library } = run(steps(weeks));
        let campaign = emptyCampaign();
        for (const event of log.slice(0, cut % log.length)) campaign = evolve(campaign, event, library);
        for (const event of log.slice(cut % log.length)) campaign = evolve(campaign, event, library);
        expect(board(campaign, '2026-07-10')).toEqual(board(replay(log, library), '2026-07-10'));
      }),
      { numRuns: 50 },
    );
  });

  test('sending everything twice changes nothing', () => {
    fc.assert(
      fc.property(history, (weeks) => {
        const once = run(steps(weeks)).campaign();
        const twice = run(steps(weeks), 2).campaign();
        expect(board(twice, '2026-07-10')).toEqual(board(once, '2026-07-10'));
      }),
      { numRuns: 50 },
    );
  });

  test('the order in which visits arrive does not change the standings', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (weeks, numbers) => {
        const visits = steps(weeks).filter((step) => step.command.type === 'SubmitChecklist');
        const keys = new Map(visits.map((step) => [step, numbers.next().value as number]));
        const late = (all: readonly Step[]) => all.map((step) => ({ ...step, at: '2026-06-30T01:00:00.000Z' }));
        const shuffled = [...visits].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        const [a, b] = [run(late(visits)), run(late(shuffled))].map((story) => story.campaign());
        for (const period of months) {
          const at = { period, today: '2026-06-30' };
          const points = (c: typeof a) => c && computeStandings(c, '月排名', at)?.rows.map((row) => [row.unit, row.points, row.rank]);
          expect(points(a)).toEqual(points(b));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a consequence is proposed exactly when a plain reading of its text says so', () => {
    fc.assert(
      fc.property(history, (weeks) => {
        const campaign = run(steps(weeks)).campaign();
        const last = (unit: string, period: string): boolean => {
          const standings = campaign.standings.get(`月排名·${period}`)?.standings;
          const row = standings?.rows.find((row) => row.unit === unit);
          return standings !== undefined && row !== undefined && isAmong({ end: 'last', n: 1 }, standings, row);
        };
        const read = (unit: string): readonly string[] =>
          months.filter((period, i) => {
            const before = months[i - 1];
            const sameQuarter = before !== undefined && Math.ceil(Number(before.slice(5)) / 3) === Math.ceil(Number(period.slice(5)) / 3);
            return last(unit, period) && sameQuarter && last(unit, before ?? '');
          });
        const proposed = proposals(campaign).filter((p) => p.consequence === '约谈');
        for (const unit of ['东村', '西村', '城管所'])
          expect(
            proposed
              .filter((p) => p.unit === unit)
              .map((p) => p.period)
              .sort(),
          ).toEqual(read(unit));
      }),
      runs,
    );
  });
});
