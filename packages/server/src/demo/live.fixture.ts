import { readFileSync } from 'node:fs';
import {
  type Actor,
  addDays,
  type Campaign,
  type CompiledPlan,
  compilePlan,
  type Day,
  decide,
  type Event,
  emptyCampaign,
  evolve,
  instantAt,
  type Plan,
} from '@xiuhua/engine';
import { type Album, drawAlbum } from './album.ts';
import { stepsOn, type World } from './history.ts';
import { demoPeople } from './people.ts';
import { demoPlan } from './plan.ts';
import { adoptionOn, type Step } from './step.ts';

/** The plan the demo is made from. */
export const template = JSON.parse(readFileSync(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as Plan;

let album: Album | undefined;

/** The demo county lived through in memory up to 11:00 of a day, with every step and those refused. */
export const live = (today: Day): { campaign: Campaign; plan: CompiledPlan; refused: string[]; events: Event[]; steps: Step[] } => {
  album ??= drawAlbum();
  const compiled = compilePlan(demoPlan(template, today));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  const plan = compiled.value;
  const people = demoPeople(plan.plan);
  const actors = new Map(people.map((p): [string, Actor] => [p.login, { account: p.login, name: p.name, unit: p.unit, roles: p.roles }]));
  const world: World = {
    album,
    today,
    now: instantAt(today, '11:00'),
    logins: new Map(people.filter((p) => p.roles.includes('unit')).map((p) => [p.unit, p.login])),
  };
  const campaign = emptyCampaign();
  const refused: string[] = [];
  const plans = (hash: string) => (hash === plan.hash ? plan : undefined);
  const events: Event[] = [];
  const steps: Step[] = [];
  const perform = (step: Step): void => {
    const { at, who, command } = step;
    const by = actors.get(who) as Actor;
    const decided = decide(campaign, command, {
      at,
      by,
      random: 'de'.repeat(32),
      plans,
      photos: (hash) => album?.pictures.has(hash) ?? false,
    });
    if (!decided.ok) refused.push(`${at} ${who} ${command.type}: ${decided.problems.map((p) => p.code).join()}`);
    else
      for (const fact of decided.value) {
        events.push({ seq: campaign.seq + 1, cause: `c${steps.length}`, at, by, fact });
        evolve(campaign, events.at(-1) as Event, plans);
      }
    steps.push(step);
  };
  for (const step of adoptionOn(plan.from, plan.hash)) perform(step);
  for (let day = plan.from; day <= today; day = addDays(day, 1)) for (const step of stepsOn(campaign, day, world)) perform(step);
  return { campaign, plan, refused, events, steps };
};
