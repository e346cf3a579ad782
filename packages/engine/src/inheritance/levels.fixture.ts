import { readFileSync } from 'node:fs';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import type { Written } from '../plan/diff-identity.ts';
import { say } from '../problem/say.ts';
import type { Binds } from './binds.ts';

/** The plan as JSON, copied afresh. */
export const baseOf = (path = '../../bad-plans/base.json'): Written =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Written;

/** A plan that compiles; throws its problems otherwise. */
export const compiledOf = (plan: unknown): CompiledPlan => {
  const outcome = compilePlan(plan);
  if (!outcome.ok) throw new Error(outcome.problems.map((p) => `${p.at} ${say(p)}`).join('\n'));
  return outcome.value;
};

/** What one level asks for, as plain numbers: larger is stricter for all but days, limits and `at most`. */
export interface Level {
  readonly tasks: readonly { readonly name: string; readonly due: number; readonly binds?: Binds }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly most: boolean;
    readonly value: number;
    readonly binding: boolean;
    readonly binds?: Binds;
  }[];
  readonly items: readonly { readonly name: string; readonly points: number; readonly photo: number }[];
  readonly limit: number;
  readonly every: number;
  readonly veto: number;
}

const base = baseOf();
const rules = (base.scoring as { rules: Written[] }[]).flatMap((sheet) => sheet.rules);
const dayOf = (n: number): string => `2026-05-${String(n).padStart(2, '0')}`;
const often = ['year on 03-20', 'half-year on last day', 'quarter on last day', 'month on last day', 'week on monday'];
const photos = ['never', 'on-failure', 'always'];
const lockOf = (binds: Binds | undefined): Written => (binds ? { binds } : {});

/** The level as a plan. */
export const planOf = (level: Level): Written => {
  const [task] = (base.responsibility as { tasks: Written[] }).tasks;
  const [checklist] = base.checklists as Written[];
  const [schedule] = base.schedule as Written[];
  const [sheet] = base.scoring as Written[];
  return {
    ...base,
    responsibility: {
      tasks: [task, ...level.tasks.map(({ name, due, binds }) => ({ name, responsible: ['东村'], due: dayOf(due), ...lockOf(binds) }))],
    },
    checklists: [
      {
        ...checklist,
        items: [
          { name: '门前干净', task: '门前三包', points: 1 },
          ...level.items.map(({ name, points, photo }) => ({ name, task: '门前三包', points, photo: photos[photo] })),
        ],
      },
    ],
    indicators: level.indicators.map(({ name, most, value, binding, binds }) => ({
      name,
      unit: '%',
      binding: binding ? 'binding' : 'expected',
      task: '门前三包',
      reported: { by: '城管所', every: 'quarter', covers: 'all' },
      targets: [{ target: `${most ? 'at most' : 'at least'} ${value}`, per: 'cumulative', due: '2026-06-30' }],
      ...lockOf(binds),
    })),
    schedule: [{ ...schedule, every: often[level.every] }],
    findings: { notice: { name: '整改通知单', within: `${level.limit} workdays` }, source: '五（二）' },
    scoring: [
      {
        ...sheet,
        rules: [
          ...rules,
          { name: '一票否决', kind: 'deduct', each: 'failed-item', points: level.veto, binds: 'fixed', source: '六（一）' },
        ],
      },
    ],
  };
};

/** A county that splits a hundred toilets over two towns and asks both for a clean-up. */
export const county = (change: (plan: Written) => Written = (plan) => plan): Written =>
  change({
    ...baseOf(),
    title: '示例县整治方案',
    issuer: '示例县人民政府',
    indicators: [
      {
        name: '改造公厕',
        unit: '座',
        binding: 'binding',
        task: '门前三包',
        reported: { by: '各责任单位', every: 'quarter', covers: 'all' },
        targets: [
          {
            target: 'at least 100',
            per: 'cumulative',
            due: '2026-06-30',
            shares: [
              { of: '东村', amount: 60 },
              { of: '西村', amount: 40 },
            ],
          },
        ],
        source: '三（二）',
      },
    ],
  });

/** The plan with another value at a pointer; without a value what stands there goes. */
export const put = (plan: Written, pointer: string, value: unknown): Written => {
  const copy = structuredClone(plan) as Record<string, unknown>;
  const keys = pointer.slice(1).split('/');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((held, key) => (held as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else holder[last] = value;
  return copy;
};
