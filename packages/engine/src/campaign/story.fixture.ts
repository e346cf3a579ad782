import { readFileSync } from 'node:fs';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import type { Outcome } from '../problem/problem.ts';
import type { Actor } from './actor.ts';
import type { Answer, Command, SubmitChecklist } from './command.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { dutiesOf } from './duties.ts';
import type { Event, Fact } from './event.ts';
import { evolve } from './evolve.ts';
import { emptyCampaign } from './replay.ts';

/** The small plan the tests are about: two shops, one weekly visit, a monthly score. */
export const planFile = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('../../bad-plans/base.json', import.meta.url), 'utf8')) as Record<string, unknown>;

/** Compiles a plan that is known to be good. */
export const compiled = (raw: unknown): CompiledPlan => {
  const result = compilePlan(raw);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const actor = (account: string, unit: string, ...roles: Actor['roles'][number][]): Actor => ({ account, name: account, unit, roles });

/** People by post. */
export const people = {
  office: actor('整治办主任', '整治办', 'office'),
  inspector: actor('检查员甲', '整治办', 'inspector'),
  second: actor('检查员乙', '整治办', 'inspector'),
  east: actor('东村联络员', '东村', 'unit'),
  west: actor('西村联络员', '西村', 'unit'),
  leader: actor('镇长', '', 'leader'),
} as const;

/** What the server's random source gives in a test. */
export const seed = '5eed'.repeat(16);

/** A photo that has arrived. */
export const photo = 'a'.repeat(64);

/** A value that may also be written as a constant. */
export type Written<T> = T extends object ? { readonly [K in keyof T]: Written<T[K]> } : T;

/** A campaign with its log, played by commands as the server does. */
export const play = (plans: readonly CompiledPlan[]) => {
  const library = (hash: string) => plans.find((plan) => plan.hash === hash);
  let campaign = emptyCampaign();
  const log: Event[] = [];
  const context = (by: Actor, at: string) => ({ at, by, random: seed, plans: library, photos: (hash: string) => hash === photo });
  const give = (by: Actor, at: string, command: Written<Command>, more: Pick<Context, 'inspectedFor'> = {}): Outcome<readonly Fact[]> => {
    const result = decide(campaign, command as Command, { ...context(by, at), ...more });
    if (!result.ok) return result;
    for (const fact of result.value) {
      const event: Event = { seq: log.length + 1, cause: `c${log.length}`, at, by, fact };
      log.push(event);
      campaign = evolve(campaign, event, library);
    }
    return result;
  };
  /** Gives a command; a plan to adopt is asked about by its writer and passed by the leader first. */
  const given: typeof give = (by, at, command, more = {}) => {
    if (command.type === 'AdoptPlan') {
      give(by, at, { type: 'AskReview', plan: command.plan, text: '' });
      give(people.leader, at, { type: 'ReviewPlan', plan: command.plan, passed: true, text: '', remarks: {} });
    }
    return give(by, at, command, more);
  };
  return { give, given, log, library, campaign: () => campaign };
};

const plain: Readonly<Record<string, Answer>> = { 门前干净: { result: 'pass' }, 不占道: { result: 'pass' } };

/** A visit to a shop for the weekly duty planned on the day, with some answers different from 合格. */
export const visit = (
  plan: CompiledPlan,
  planned: string,
  site: string,
  answers: Readonly<Record<string, Written<Answer>>> = {},
): SubmitChecklist => {
  const duty = dutiesOf(plan, planned, planned).find((duty) => duty.site === site && duty.planned === planned);
  if (!duty) throw new Error(`no duty on ${planned} at ${site}`);
  const submission = `s-${planned}-${site === '一号店' ? 'east' : 'west'}`;
  return {
    type: 'SubmitChecklist',
    submission,
    plan: plan.hash,
    duty: duty.id,
    filledAt: `${planned}T02:00:00.000Z`,
    answers: { ...plain, ...(answers as Readonly<Record<string, Answer>>) },
  };
};
