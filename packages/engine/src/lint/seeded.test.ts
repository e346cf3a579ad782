import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { between, chance, oneOf } from '../expression/chance.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { checkPlan } from './check.ts';

type Random = ReturnType<typeof chance>;
type Loose = Record<string, unknown>;
interface Written extends Loose {
  number?: string;
  goals?: string[];
  organization: { units: Loose[]; body: Loose };
  phases?: { from: string; to: string }[];
  responsibility: { tasks: Loose[] };
  checklists: { items: Loose[] }[];
  schedule: Loose[];
  scoring: { rules: Loose[]; grades?: Loose[]; cap: number }[];
  ranking: Loose[];
  consequences: { when: Loose; then?: string; ladder?: Loose[]; transfer?: Loose }[];
}

const folder = new URL('../../../../examples/', import.meta.url);
const plans = ['xiaoqing', 'county-fine', 'district-bureau', 'funing', 'junan', 'yueqing-cards'].map(
  (name) => JSON.parse(readFileSync(new URL(`${name}/plan.json`, folder), 'utf8')) as Written,
);

const task = (plan: Written, random: Random): Loose => oneOf(random, plan.responsibility.tasks);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '门店门前干净');

/** A fault somebody could make, and what should be said about it. False where the plan has no place for it. */
type Fault = readonly [code: ProblemCode, make: (plan: Written, random: Random) => boolean];

const into = (write: (text: string) => string) => (plan: Written, random: Random) => {
  const one = task(plan, random);
  one.text = write(textOf(one.text));
  return true;
};

const faults: readonly Fault[] = [
  ['text.placeholder', into((text) => `${text}于XX年底前完成。`)],
  ['text.typo', into((text) => `${text}建立台帐。`)],
  ['text.truncated', into((text) => `${text}并督促、`)],
  ['text.noise', into((text) => `${text}&nbsp;`)],
  ['text.broken-sequence', into((text) => `${text}一是摸排。三是销号。`)],
  ['text.person-name', (plan) => Object.assign(plan.organization.body, { deputies: ['李建军'] }) && true],
  ['party.unused', (plan) => plan.organization.units.push({ name: '气象站' }) > 0],
  ['party.group-ellipsis', (plan) => plan.organization.units.push({ name: '水务、燃气公司' }) > 0],
  ['name.unknown', (plan, random) => Object.assign(task(plan, random), { cooperate: ['不存在的单位'] }) && true],
  ['schedule.no-holiday-rule', (plan, random) => plan.schedule.length > 0 && delete oneOf(random, plan.schedule).holidays],
  [
    'phase.no-year',
    (plan) => plan.phases !== undefined && plan.phases.length > 0 && Object.assign(plan.phases[0] ?? {}, { from: '3月1日' }) && true,
  ],
  [
    'item.no-task',
    (plan, random) =>
      plan.checklists.length > 0 &&
      Object.assign(oneOf(random, oneOf(random, plan.checklists).items), {
        answer: undefined,
        fails: undefined,
        task: undefined,
        unit: undefined,
      }) &&
      true,
  ],
  ['ranking.tie-undefined', (plan, random) => plan.ranking.length > 0 && delete oneOf(random, plan.ranking).ties],
  [
    'consequence.no-amount',
    (plan, random) => {
      const one = plan.consequences.length > 0 ? oneOf(random, plan.consequences) : undefined;
      if (!one) return false;
      delete one.transfer;
      one.then = '扣减工作经费';
      return true;
    },
  ],
  [
    'consequence.rank-too-deep',
    (plan, random) => plan.consequences.length > 0 && Object.assign(oneOf(random, plan.consequences).when, { rank: 'last 200' }) && true,
  ],
  [
    'scoring.counted-twice',
    (plan) => {
      const sheet = plan.scoring.find(({ rules }) => rules.some((rule) => rule.each === 'failed-item'));
      const rule = sheet?.rules.find((one) => one.each === 'failed-item');
      return sheet !== undefined && sheet.rules.push({ ...rule, name: '再扣一遍', points: 1 }) > 0;
    },
  ],
  [
    'scoring.veto-no-basis',
    (plan, random) =>
      plan.scoring.length > 0 &&
      oneOf(random, plan.scoring).rules.push({ name: '一票否决', kind: 'veto', each: 'overdue-rectification', points: 0, source: '六' }) >
        0,
  ],
  [
    'scoring.item-over-most',
    (plan) => {
      const rule = plan.scoring.flatMap(({ rules }) => rules).find((one) => one.each === 'failed-item' && one.points === undefined);
      return rule !== undefined && Object.assign(rule, { most: 0.001 }) && true;
    },
  ],
  ['basis.number-format', (plan, random) => Object.assign(plan, { number: `县发[2026]0${between(random, 1, 9)}号` }) && true],
  [
    'task.duplicate',
    (plan, random) => {
      const one = task(plan, random);
      one.text = textOf(one.text);
      return (
        plan.responsibility.tasks.push({ ...one, name: '重复的任务', deliverables: undefined, quotas: undefined, projects: undefined }) > 0
      );
    },
  ],
];

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('faults sown into plans are found, and what was fine before is not complained of', () => {
  const random = chance(20_261);
  const before = plans.map((plan) => checkPlan(plan).map(({ code }) => code));
  const missed: string[] = [];
  let sown = 0;
  for (const [i, plan] of plans.entries())
    for (const [code, make] of faults) {
      const changed = copy(plan);
      if (!make(changed, random)) continue;
      sown += 1;
      const now = checkPlan(copy(changed)).map((problem) => problem.code);
      const count = (codes: readonly ProblemCode[] = []) => codes.filter((one) => one === code).length;
      if (count(now) <= count(before[i])) missed.push(`${i} ${code}: ${[...new Set(now)].join(' ')}`);
    }
  expect(sown).toBeGreaterThan(100);
  expect(missed).toEqual([]);
});
