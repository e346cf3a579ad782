import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import { say } from '../problem/say.ts';
import { lineage } from './chain.ts';
import { compiledOf } from './levels.fixture.ts';

const folder = new URL('../../../../examples/yijinhuoluo/chain/', import.meta.url);
const levels = ['city', 'banner', 'rectification', 'town'] as const;
const plans = levels.map((name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as unknown);
const byHash = new Map<string, CompiledPlan>(plans.map(compiledOf).map((plan) => [plan.hash, plan]));

test('the four levels are plans without errors', () => {
  expect(plans.every((plan) => compilePlan(plan).ok)).toBe(true);
});

test('each level against the one above: the banner’s one breach, and what each adds and why', async () => {
  const text = plans
    .map((plan, i) => {
      const { conformities, problems } = lineage(plan, (hash) => byHash.get(hash));
      const adds = conformities.flatMap(({ additions, minutes }) => [
        ...additions.map(
          ({ kind, clause, days, reason }) => `+ ${kind}  ${clause.name ?? clause.source ?? ''}${days ? `  ${days}` : ''}  ${reason}`,
        ),
        `minutes a month: ${minutes.upper.all} → ${minutes.lower.all}; for each person: ${minutes.upper.each} → ${minutes.lower.each}`,
      ]);
      return `## ${levels[i]}\n\n${[...problems.map((one) => `${one.severity} ${one.at}  ${say(one)}`), ...adds].join('\n')}\n`;
    })
    .join('\n');
  await expect(text).toMatchFileSnapshot(`${folder.pathname}expected.txt`);
});
