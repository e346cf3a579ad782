import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayOf } from '../calendar/day.ts';
import { daysOf, periodOf } from '../calendar/period.ts';
import { countByDay, countedRecords } from '../campaign/counts.ts';
import type { Event } from '../campaign/event.ts';
import { evolve } from '../campaign/evolve.ts';
import { emptyCampaign } from '../campaign/replay.ts';
import type { Campaign } from '../campaign/state.ts';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import { countDuties, type DutyWanted, dutyList, dutyViews, dutyWeeks } from './duties.ts';
import { countFindings, findingViews } from './findings.ts';
import { recordsViews } from './records.ts';
import type { DutyState } from './views.ts';

/*
 * What is counted is kept by the day of the visits and worked out anew only where something changed. It must always be
 * what counting one by one gives, whatever had been asked before.
 */

const folder = new URL('../../../../examples/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const text = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');

const compiled = (plan: unknown): CompiledPlan => {
  const outcome = compilePlan(plan);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
  return outcome.value;
};

const dutiesOneByOne = (campaign: Campaign, today: Day) => {
  const start = campaign.versions[0];
  const views = start ? dutyViews(campaign, { from: dayOf(start.at), to: today, today }) : [];
  const count = (state: DutyState): number => views.filter((view) => view.state === state).length;
  return { due: views.length, done: count('done'), late: count('late'), missed: count('missed'), open: count('open') };
};

/** Every computed indicator of the newest plan, for the whole and for each unit: the kept sums, and the records summed. */
const sums = (campaign: Campaign, today: Day) => {
  const plan = campaign.versions.at(-1)?.plan;
  const scopes = [{ kind: 'whole' as const, name: '' }, ...(plan?.organization.units.keys() ?? [])].map((scope) =>
    typeof scope === 'string' ? { kind: 'unit' as const, name: scope } : scope,
  );
  return [...(plan?.indicators.values() ?? [])].flatMap(({ indicator: { computed } }) =>
    [computed?.count, computed?.of, computed?.excluding].flatMap((count) =>
      count && computed
        ? scopes.map((scope) => {
            const filter = { ...computed, scope, today };
            const kept = [...countByDay(campaign, count, filter, { from: '', to: '9999' }).values()];
            const records = countedRecords(campaign, count, filter);
            return [kept.reduce((a, b) => a + b, 0), records.reduce((a, b) => a + b.count, 0)];
          })
        : [],
    ),
  );
};

/** The list of a week and of a state, and what laying the duties out one by one finds. */
const listAgrees = (campaign: Campaign, today: Day): void => {
  const { first, last } = daysOf(periodOf('week', addDays(today, -7)));
  const span = { from: first, to: last };
  const all = dutyViews(campaign, { ...span, today });
  const list = (due: boolean, state: DutyWanted['state']) =>
    dutyList(campaign, { ...span, due, state }, { today, limit: 5, sees: (duties) => duties });
  expect(list(false, 'all')).toMatchObject({ found: all.length, all: all.length });
  const due = all.filter((duty) => duty.due >= first && duty.due <= last);
  const visited = due.filter(({ state }) => state === 'done' || state === 'late');
  const shown = list(true, 'visited');
  expect(shown).toMatchObject({ found: visited.length, all: due.length });
  expect(shown.duties).toHaveLength(Math.min(5, visited.length));
  expect(shown.duties.map((duty) => duty.due)).toEqual(
    shown.duties
      .map((duty) => duty.due)
      .toSorted()
      .toReversed(),
  );
};

/** The weeks, newest first, and the duties laid out one by one and sorted into the weeks in which they are due. */
const weeksAgree = (campaign: Campaign, today: Day): void => {
  const span = { from: addDays(today, -30), to: addDays(today, 10), today };
  const counted: Record<string, number> = {};
  for (const { due, state } of dutyViews(campaign, span)) {
    const key = `${periodOf('week', due)} ${state}`;
    counted[key] = (counted[key] ?? 0) + 1;
  }
  const weeks = dutyWeeks(campaign, span, (duties) => duties);
  expect(weeks.map(({ week }) => week)).toEqual(
    weeks
      .map(({ week }) => week)
      .toSorted()
      .toReversed(),
  );
  const said = weeks.flatMap(({ week, counts }) => Object.entries(counts).map(([state, count]) => [`${week} ${state}`, count] as const));
  expect(Object.fromEntries(said.filter(([, count]) => count > 0))).toEqual(counted);
  listAgrees(campaign, today);
};

const agree = (campaign: Campaign, today: Day): void => {
  expect(countDuties(campaign, today)).toEqual(dutiesOneByOne(campaign, today));
  for (const [kept, counted] of sums(campaign, today)) expect(kept).toBe(counted);
  const views = findingViews(campaign, today);
  const { findings } = countFindings(campaign, today);
  expect(findings.closed).toBe(views.filter(({ state }) => state === 'closed').length);
  expect(findings.overdue).toBe(views.filter(({ state, overdue }) => overdue && !['closed', 'void', 'duplicate'].includes(state)).length);
};

/** Takes the log in and compares now and then on the way, for today, a day before and a day to come. */
const walk = (log: readonly Event[], library: (hash: string) => CompiledPlan | undefined): void => {
  const campaign = emptyCampaign();
  const every = Math.max(1, Math.floor(log.length / 3));
  for (const event of log) {
    evolve(campaign, event, library);
    if (event.seq % every !== 0 && event.seq !== log.length) continue;
    const today = dayOf(event.at);
    for (const day of [today, addDays(today, -9), addDays(today, 40)]) agree(campaign, day);
    const afresh = log.filter(({ seq }) => seq <= event.seq).reduce((state, one) => evolve(state, one, library), emptyCampaign());
    expect(recordsViews(campaign)).toEqual(recordsViews(afresh));
  }
  weeksAgree(campaign, dayOf(log.at(-1)?.at ?? ''));
};

describe.each(names)('%s', (name) => {
  const plan = compiled(JSON.parse(text(name, 'plan.json')));
  const log = text(name, 'log.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event);

  test('what is kept is what counting one by one gives', () => walk(log, (hash) => (hash === plan.hash ? plan : undefined)));

  test('so it is when the plan is adopted anew half way, with another title', () => {
    const second = compiled({ ...JSON.parse(text(name, 'plan.json')), title: `${plan.plan.title}（修订）` });
    const half = Math.floor(log.length / 2);
    const at = log[half]?.at ?? '';
    const fact = { type: 'PlanAdopted', plan: second.hash, version: 2, title: second.plan.title, from: dayOf(at) } as const;
    const by = log[0]?.by ?? { account: '', name: '', unit: '', roles: [] };
    const adopted: Event = { seq: half + 1, cause: 'second', at, by, fact };
    const after = log.slice(half).map((event) => ({ ...event, seq: event.seq + 1 }));
    walk([...log.slice(0, half), adopted, ...after], (hash) => [plan, second].find((one) => one.hash === hash));
  });
});
