import { checkPlan } from '../src/lint/check.ts';
import { planText, readPlan } from '../src/plan/text.ts';
import { bar, fact, median, processorTime } from './harness.ts';

/*
 * Reading and checking a plan of 2,000 items and 300 units as `xiuhua check` does: its text read, its shape and names
 * walked, every section compiled, the words and the meaning looked over.
 */

const count = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const unit = (i: number): string => `第${i + 1}责任单位`;

/** A plan of this many items and units, with sites, tasks, indicators and everything that scores them. `fault` renames a unit in one task of ten. */
const plan = (items: number, units: number, fault: boolean): unknown => {
  const classes = items / 100;
  return {
    title: '基准方案',
    issuer: '某市人民政府',
    organization: {
      body: { name: '领导小组', head: '市长', office: '城管局' },
      units: [{ name: '城管局' }, ...count(units, (i) => ({ name: unit(i), kind: '责任单位' }))],
      groups: [{ name: '各责任单位', every: '责任单位' }],
    },
    places: {
      classes: count(classes, (i) => ({ name: `第${i + 1}类` })),
      sites: count(units * 4, (i) => ({ name: `对象${i + 1}`, class: `第${(i % classes) + 1}类`, units: [unit(i % units)] })),
    },
    phases: [
      { name: '集中整治阶段', from: '2026-01-01', to: '2026-06-30', source: '三（一）' },
      { name: '巩固提升阶段', from: '2026-07-01', to: '2026-12-31', source: '三（二）' },
    ],
    responsibility: {
      tasks: count(200, (i) => ({
        name: `任务${i + 1}`,
        lead: '城管局',
        responsible: fault && i % 10 === 0 ? ['各责任单位', `第${i + 1}责仼单位`] : ['各责任单位'],
        source: `四（${i + 1}）`,
      })),
    },
    checklists: count(classes, (c) => ({
      name: `第${c + 1}类检查表`,
      for: `第${c + 1}类`,
      items: count(100, (i) => ({
        name: `第${c + 1}类第${i + 1}项`,
        standard: `按第${i + 1}条标准检查`,
        task: `任务${((c * 100 + i) % 200) + 1}`,
        points: 0.5,
        counted: true,
        most: 2,
        ...(i > 0 && i % 10 === 0 ? { asked: { '==': [{ var: `第${c + 1}类第${i}项` }, true] } } : {}),
      })),
      source: '附件',
    })),
    schedule: count(classes, (c) => ({
      name: `第${c + 1}类月查`,
      checklist: `第${c + 1}类检查表`,
      every: 'month before day 25',
      holidays: 'backward',
      sites: 'all',
      by: '城管局',
      source: '五',
    })),
    findings: { notice: { name: '整改通知单', within: '3 workdays', source: '五' } },
    scoring: [
      {
        name: '月度考核',
        every: 'month',
        units: '各责任单位',
        base: 100,
        floor: 0,
        cap: 100,
        rules: [{ name: '检查扣分', kind: 'deduct', each: 'failed-item' }],
        unchecked: 'unranked',
        source: '六',
      },
    ],
    ranking: [{ name: '月度排名', sheet: '月度考核', order: 'highest-first', ties: 'share', source: '六' }],
  };
};

const checking = (text: string, expected: 'fine' | 'faults'): number => {
  const times = count(9, () => {
    const { result: problems, milliseconds } = processorTime(() => {
      const read = readPlan(text);
      return read.ok ? checkPlan(read.value) : read.problems;
    });
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    if (errors > 0 !== (expected === 'faults')) throw new Error(JSON.stringify(problems.slice(0, 5)));
    return milliseconds;
  });
  fact(`checking 2,000 items and 300 units, ${expected === 'fine' ? 'no faults' : 'with faults'}, the first time`, times[0] ?? 0, 'ms');
  return median(times);
};

const texts = [planText(plan(2000, 300, false)), planText(plan(2000, 300, true))] as const;
fact('the plan of 2,000 items and 300 units', texts[0].length / 1024, 'KB of text');
bar('checking a plan of 2,000 items and 300 units: milliseconds of processor', checking(texts[0], 'fine'), { atMost: 1000 });
bar('checking it with twenty unknown units, each with the nearest: milliseconds of processor', checking(texts[1], 'faults'), {
  atMost: 1000,
});
