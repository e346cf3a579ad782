import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { dutiesOf } from '../campaign/duties.ts';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import { say } from '../problem/say.ts';
import { provePlan } from '../rehearsal/prove.ts';
import { seedingOf } from '../schedule/seeding.ts';
import { matrixOf } from './matrix.ts';

const folder = new URL('../../../../examples/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const planOf = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}/plan.json`, folder), 'utf8'));
const compiled = (name: string): CompiledPlan => {
  const outcome = compilePlan(planOf(name));
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => say(problem)).join('\n'));
  return outcome.value;
};
const expected = (name: string, file: string): string => `${folder.pathname}${name}/expected/${file}`;
const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** The first three months: enough to see every schedule at work. Their seed is the same whatever the plan says. */
const dutyLines = (plan: CompiledPlan): readonly string[] =>
  dutiesOf(plan, plan.from, addDays(plan.from, 91), seedingOf('examples')).map(
    (duty) => `${duty.from} – ${duty.due}  ${duty.schedule}  ${duty.site}  ${duty.by}`,
  );

const matrixLines = (plan: CompiledPlan): readonly string[] => [
  '| task | lead | responsible | cooperate | supervise |',
  '|---|---|---|---|---|',
  ...matrixOf(plan).map(({ task, source, ...roles }) => {
    const cells = [roles.leads, roles.responsible, roles.cooperate, roles.supervise].map((units) => units.join('、'));
    return `| ${task}${source && `（${source}）`} | ${cells.join(' | ')} |`;
  }),
];

test('there is an example for each of the texts', () => {
  expect(names.length).toBeGreaterThanOrEqual(14);
});

describe.each(names)('%s', (name) => {
  test('has the problems that were read and accepted, and no error among them', async () => {
    const { problems } = provePlan(planOf(name));
    await expect(lines(problems.map((p) => `${p.severity} ${p.at}  ${say(p)}`))).toMatchFileSnapshot(expected(name, 'problems.txt'));
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  });

  test('lays out its duties and its matrix as accepted', async () => {
    const plan = compiled(name);
    await expect(lines(dutyLines(plan))).toMatchFileSnapshot(expected(name, 'duties.txt'));
    await expect(lines(matrixLines(plan))).toMatchFileSnapshot(expected(name, 'matrix.md'));
  });
});
