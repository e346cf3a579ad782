import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../calendar/clock.ts';
import { addDays, instantAt } from '../calendar/day.ts';
import { readWithin } from '../calendar/within.ts';
import { isEnd } from '../finding/flow.ts';
import type { Findings } from '../finding/schema.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { compilePlan } from '../plan/compile.ts';
import type { Actor } from './actor.ts';
import type { MoveFinding } from './command.ts';
import { evolve } from './evolve.ts';
import { sevenStepPlan } from './flow.fixture.ts';
import { movesFor } from './move.ts';
import { emptyCampaign, replay } from './replay.ts';
import { people, photo, planFile, play, visit } from './story.fixture.ts';

const ids = ['s-2026-03-02-east/0', 's-2026-03-02-east/1'] as const;
const everybody: readonly Actor[] = Object.values(people);

/** A flow of a plan’s own: a way from beginning to end, and moves to anywhere besides. */
const kinds = ['pending', 'rectifying', 'replied', 'suspended', 'closed', 'void', 'duplicate'] as const;
const deeds = [
  'dispatch',
  'reply',
  'close',
  'rework',
  'send-back',
  'ask',
  'extend',
  'refuse',
  'resume',
  'void',
  'appeal',
  'reject',
] as const;
const roles = ['unit', 'office', 'inspector', 'leader'] as const;
const ownFlow: fc.Arbitrary<Findings> = fc
  .record({
    stages: fc.array(fc.record({ is: fc.constantFrom(...kinds), hours: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }) }), {
      minLength: 2,
      maxLength: 6,
    }),
    moves: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.option(fc.nat(), { nil: undefined }),
        by: fc.subarray([...roles], { minLength: 1 }),
        does: fc.option(fc.constantFrom(...deeds), { nil: undefined }),
        most: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        restarts: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ stages, moves }): Findings => {
    const names = [...stages.map((_, i) => `第${i + 1}环`), '完'];
    const name = (n: number): string => names[n % names.length] ?? '';
    return {
      notice: { name: '通知单', within: '3 workdays' },
      flow: 'own',
      stages: [
        ...stages.map(({ is, hours }, i) => ({ name: name(i), is, ...(hours !== undefined && { within: `${hours} work hours` }) })),
        { name: '完', is: 'closed' as const },
      ],
      moves: [
        ...stages.map((_, i) => ({ name: `往下${i}`, from: [name(i)], to: name(i + 1), by: ['office' as const, 'leader' as const] })),
        ...moves.map(({ from, to, does, most, restarts, by }, i) => ({
          name: `动作${i}`,
          from: [name(from)],
          ...(to !== undefined && { to: name(to) }),
          by,
          ...(does && { does, ...(does === 'extend' && { adds: '1 workday' }) }),
          ...(most !== undefined && { most }),
          restarts,
        })),
      ],
      source: '五（二）',
    };
  });

const plans: fc.Arbitrary<CompiledPlan> = fc
  .oneof(
    ownFlow.map((findings) => ({ ...planFile(), findings })),
    fc.constant(sevenStepPlan()),
  )
  .map((raw) => compilePlan(raw))
  .filter((outcome) => outcome.ok)
  .map((outcome) => (outcome as { value: CompiledPlan }).value);

/** Somebody tries something some hours after the last attempt: `pick` chooses among the moves of the flow. */
interface Attempt {
  readonly who: number;
  readonly pick: number;
  readonly which: 0 | 1;
  readonly hours: number;
}
const attempts = fc.array(
  fc.record({ who: fc.nat(), pick: fc.nat(), which: fc.constantFrom(0 as const, 1 as const), hours: fc.integer({ min: 1, max: 40 }) }),
  { minLength: 1, maxLength: 40 },
);

const moment = (hours: number): string =>
  instantAt(addDays('2026-03-02', Math.floor(hours / 24)), `${String(hours % 24).padStart(2, '0')}:00`);

const begin = (plan: CompiledPlan) => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T00:30:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  const fails = { 门前干净: { result: 'fail' as const }, 不占道: { result: 'fail' as const, count: 1 } };
  story.given(people.inspector, '2026-03-02T01:00:00.000Z', visit(plan, '2026-03-02', '一号店', fails));
  return story;
};

const commandOf = (plan: CompiledPlan, { pick, which }: Attempt): MoveFinding => {
  const names = [...plan.flow.moves.keys()];
  const rest = { text: '说明', photos: [photo], unit: '西村', until: '2027-01-01', of: ids[1 - which] };
  return { type: 'MoveFinding', finding: ids[which], move: names[pick % names.length] ?? '', ...rest };
};

type Story = ReturnType<typeof begin>;
const runAll = (
  plan: CompiledPlan,
  all: readonly Attempt[],
  each: (story: Story, given: { attempt: Attempt; at: string; by: Actor }) => void,
) => {
  const story = begin(plan);
  let hours = 10;
  for (const attempt of all) {
    hours += attempt.hours;
    each(story, { attempt, at: moment(hours), by: everybody[attempt.who % everybody.length] as Actor });
  }
  return story;
};
const give = (plan: CompiledPlan, story: Story, { attempt, at, by }: { attempt: Attempt; at: string; by: Actor }) =>
  story.given(by, at, commandOf(plan, attempt));

const runs = { numRuns: process.env.XIUHUA_BATTERY ? 5_000 : 60 };

describe('whatever is tried on a finding', () => {
  test('it stands in a stage of its flow, whose state it has, and only a move of that stage by one of its people takes it on', () => {
    fc.assert(
      fc.property(plans, attempts, (plan, all) => {
        runAll(plan, all, (story, given) => {
          const before = story.campaign().findings.get(ids[given.attempt.which]);
          const command = commandOf(plan, given.attempt);
          const may = before ? movesFor(story.campaign(), before, given).map(({ move }) => move) : [];
          const result = give(plan, story, given);
          const after = story.campaign().findings.get(ids[given.attempt.which]);
          if (result.ok) {
            const { move } = plan.flow.moves.get(command.move) ?? {};
            expect(may).toContain(command.move);
            expect(move?.from).toContain(before?.course?.stage);
            expect(move?.by.some((role) => given.by.roles.includes(role))).toBe(true);
          } else expect(after).toBe(before);
          const stage = plan.flow.stages.get(after?.course?.stage ?? '');
          expect(stage?.is).toBe(after?.state);
        });
      }),
      runs,
    );
  });

  test('one that is closed, void or a duplicate is not opened again but by an appeal or a look-back', () => {
    fc.assert(
      fc.property(plans, attempts, (plan, all) => {
        runAll(plan, all, (story, given) => {
          const before = story.campaign().findings.get(ids[given.attempt.which]);
          const result = give(plan, story, given);
          if (!result.ok || !before || !isEnd(before.state)) return;
          expect(['appeal', 'confirm', 'reopen']).toContain(plan.flow.moves.get(commandOf(plan, given.attempt).move)?.move.does);
        });
      }),
      runs,
    );
  });

  test('nobody ends a finding that he or his unit replied to or has to answer for', () => {
    fc.assert(
      fc.property(plans, attempts, (plan, all) => {
        const story = runAll(plan, all, (going, given) => void give(plan, going, given));
        for (const { steps } of story.campaign().findings.values())
          steps.forEach((step, i) => {
            const before = steps.slice(0, i).filter(({ move }) => move !== undefined);
            const was = plan.flow.stages.get(before.at(-1)?.stage ?? plan.flow.begins.visit)?.is;
            const ends = isEnd(plan.flow.stages.get(step.stage ?? '')?.is ?? 'pending') && step.move !== undefined;
            if (!ends || (was && isEnd(was)) || step.does === 'reject') return;
            expect(step.by.unit).not.toBe(step.unit);
            for (const reply of before.filter(({ kind }) => kind === 'replied')) {
              expect(step.by.account).not.toBe(reply.by.account);
              expect(step.by.unit).not.toBe(reply.by.unit);
            }
          });
      }),
      runs,
    );
  });

  test('time in which the clock stood never counts: a deadline is what the calendar says without the times it stood', () => {
    fc.assert(
      fc.property(plans, attempts, (plan, all) => {
        const story = runAll(plan, all, (going, given) => void give(plan, going, given));
        for (const { course, steps } of story.campaign().findings.values()) {
          // Read off the steps alone: when it entered which stage, and from when to when it stood still.
          const entered = steps.flatMap(({ at, kind, stage, move }) =>
            kind === 'opened' ? [{ at, stage: plan.flow.begins.visit }] : move !== undefined && stage !== undefined ? [{ at, stage }] : [],
          );
          const stands = (stage: string | undefined): boolean => plan.flow.stages.get(stage ?? '')?.is === 'suspended';
          const pauses = entered.flatMap(({ at, stage }, i) => {
            const next = entered[i + 1];
            return stands(stage) && next ? [{ from: at, to: next.at }] : [];
          });
          for (const clock of course?.clocks ?? []) {
            const within = plan.flow.stages.get(clock.stage)?.within ?? readWithin('3 workdays');
            if (!within || clock.added.length > 0 || clock.is === 'suspended') continue;
            const later = course?.clocks.find((other) => other.stage === clock.stage && other.start > clock.start);
            const last = entered.findLast(({ at, stage }) => stage === clock.stage && at >= clock.start && at < (later?.start ?? '9'));
            const known = pauses.filter(({ to }) => to <= (last?.at ?? ''));
            const expected = deadlineOf(within, { start: clock.start, pauses: known }, plan.calendar);
            expect(clock.due).toBe(expected?.at);
          }
        }
      }),
      runs,
    );
  });

  test('what happens to one does not depend on what happens to another', () => {
    const alone = (plan: CompiledPlan, all: readonly Attempt[], which: 0 | 1) =>
      runAll(plan, all, (story, given) => {
        if (given.attempt.which === which) give(plan, story, given);
      }).campaign();
    const apart = plans.filter((plan) => ![...plan.flow.moves.values()].some(({ needs }) => needs.has('finding')));
    fc.assert(
      fc.property(apart, attempts, (plan, all) => {
        const both = runAll(plan, all, (story, given) => void give(plan, story, given)).campaign();
        for (const which of [0, 1] as const) {
          const strip = (campaign: typeof both) => ({ ...campaign.findings.get(ids[which]), number: 0 });
          expect(strip(both)).toEqual(strip(alone(plan, all, which)));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('replay in pieces equals replay at once, and sending an accepted move twice is refused or lawful', () => {
    fc.assert(
      fc.property(plans, attempts, fc.nat(), (plan, all, cut) => {
        const { log, library } = runAll(plan, all, (story, given) => void give(plan, story, given));
        let campaign = emptyCampaign();
        for (const event of log.slice(0, cut % log.length)) campaign = evolve(campaign, event, library);
        for (const event of log.slice(cut % log.length)) campaign = evolve(campaign, event, library);
        const whole = replay(JSON.parse(JSON.stringify(log)), library);
        expect([...campaign.findings]).toEqual([...whole.findings]);
        expect(campaign.closings).toEqual(whole.closings);
      }),
      { numRuns: 30 },
    );
  });
});
