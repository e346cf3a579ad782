import { bench, describe } from 'vitest';
import { compileSchedules } from '../src/schedule/compile.ts';
import { layOut } from '../src/schedule/duties.ts';
import { manySites, phase, scheduleOf, scopeOf, sitesOf } from '../src/schedule/schedule.fixture.ts';
import type { Schedule } from '../src/schedule/schema.ts';
import { seedingOf } from '../src/schedule/seeding.ts';

/*
 * How long it takes to lay out the duties of a plan of three years over 10,000 sites, and how much memory they take.
 * Run: npx vitest bench packages/engine/bench/duties
 */

const sites = sitesOf(
  ...['门店', '道路', '工地', '公厕'].flatMap((kind, k) =>
    manySites(kind, 2500).map((site, i) => ({ ...site, area: `第${(i % 11) + 1}网区`, units: [`单位${(i + k) % 40}`] })),
  ),
);
const areaList = Array.from({ length: 11 }, (_, i) => ({ name: `第${i + 1}网区`, kind: 'zone' as const }));
const parties = new Map([['各中队', Array.from({ length: 8 }, (_, i) => `单位${i}`)]]);
const scope = scopeOf(sites, { areaList, parties, phases: [phase('三年', '2024-01-01', '2026-12-31')] });

const plans: Readonly<Record<string, readonly Partial<Schedule>[]>> = {
  'every site once a month': ['门店', '道路', '工地', '公厕'].map((kind) => ({
    name: kind,
    checklist: `${kind}检查表`,
    every: 'month before day 25',
  })),
  'drawn every week, every zone, every site once a quarter': [
    { name: '周查', checklist: '门店检查表', sites: 'draw 100', every: 'week on monday at 15:00' },
    {
      name: '月抽查',
      checklist: '道路检查表',
      sites: 'draw 3 per zone, not again for 2 draws',
      every: 'month before day 25',
      holidays: 'backward',
    },
    { name: '季考核', checklist: '工地检查表', sites: 'draw 209, each once a quarter', every: 'week on friday', holidays: 'same-week' },
    {
      name: '日巡查',
      checklist: '公厕检查表',
      sites: 'draw 20',
      every: 'workday',
      by: '各中队',
      weights: [{ area: '第1网区', chances: 3 }],
    },
  ],
  'every site once a week': ['门店', '道路', '工地', '公厕'].map((kind) => ({ name: kind, checklist: `${kind}检查表` })),
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;

describe('three years, 10,000 sites', () => {
  for (const [name, schedules] of Object.entries(plans)) {
    const { value, problems } = compileSchedules(schedules.map(scheduleOf), scope, '/schedule');
    const wrong = problems.filter((problem) => problem.severity === 'error');
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
    const before = process.memoryUsage().heapUsed;
    const started = process.cpuUsage();
    const duties = layOut(value, scope.calendar, '2024-01-01', '2026-12-31', seedingOf('种子'));
    const { user, system } = process.cpuUsage(started);
    const memory = megabytes(process.memoryUsage().heapUsed - before);
    process.stdout.write(
      `${name}: ${duties.length} duties, ${Math.round((user + system) / 1000)} ms of processor the first time, ${memory}\n`,
    );
    bench(name, () => void layOut(value, scope.calendar, '2024-01-01', '2026-12-31', seedingOf('种子')), {
      iterations: 3,
      time: 1,
      warmupIterations: 0,
      warmupTime: 0,
    });
  }
});
