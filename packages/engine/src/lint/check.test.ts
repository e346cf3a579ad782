import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planFile } from '../campaign/story.fixture.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { checkPlan, examinePlan } from './check.ts';
import { lintTexts } from './texts.ts';

const bad = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../bad-plans/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;

const found = (plan: unknown) => checkPlan(plan).map(({ code, waived }) => [code, waived ?? '']);

describe('waivers', () => {
  const gap = bad('phase.gap');
  const reason = '春节停工';

  test.each([
    ['by its code alone', { code: 'phase.gap', reason }],
    ['by the name of its clause', { code: 'phase.gap', clause: '整治', reason }],
    ['by its place', { code: 'phase.gap', at: '/phases/1/from', reason }],
  ])('a warning is left %s, and is listed all the same with the reason', (_, waiver) => {
    expect(checkPlan(gap).map(({ at }) => at)).toContain('/phases/1/from');
    expect(found({ ...gap, waivers: [waiver] })).toEqual([['phase.gap', reason]]);
  });

  test.each([
    ['another clause', { code: 'phase.gap', clause: '排查', reason }],
    ['another place', { code: 'phase.gap', at: '/phases/0/from', reason }],
    ['another code', { code: 'phase.no-review', reason }],
  ])('a waiver of %s leaves nothing and is itself named', (_, waiver) => {
    expect(found({ ...gap, waivers: [waiver] })).toEqual([
      ['phase.gap', ''],
      ['waiver.unused', ''],
    ]);
  });

  test('an error cannot be waived: the plan still does not compile', () => {
    const overlap = { ...bad('phase.overlap'), waivers: [{ code: 'phase.overlap', reason }] };
    expect(examinePlan(overlap).ok).toBe(false);
    expect(checkPlan(overlap).filter(({ waived }) => waived !== undefined)).toEqual([]);
  });

  test('a waiver without a reason is a fault of the plan', () => {
    expect(found({ ...gap, waivers: [{ code: 'phase.gap' }] }).map(([code]) => code)).toContain('shape.missing-key');
  });
});

const passage = (text: string) => ({
  kind: 'text' as const,
  text,
  at: '/responsibility/tasks/0/text',
  clause: { holder: 'task', name: '甲' },
  term: { term: '内容' },
  scope: '',
});

describe('words that are nothing to complain of', () => {
  test.each([
    '每月25日前抽查一条严禁路、一条严控路和一个社区（遇节假日顺延）。',
    '落实“门前三包”（包卫生、包秩序、包设施）责任制，实现“四净三无两通一明”。',
    '一是摸清底数；二是建立台账；三是销号管理。',
    '（1）地面净；（2）墙面净；（3）厕位净。',
    '各责任单位、有关同志要各司其职，主要负责人亲自部署。',
    '执行GB/T 30428.4-2016，二〇二六年底前完成。',
    '是否达标，由第三方评估；是与不是，以现场为准。',
    'LED屏、Wi-Fi、12345热线和“110”联动……',
    '目的的实现要靠长效机制。',
    '市区道路（九华路—弋江路）整治提升',
  ])('%s', (text) => {
    expect(lintTexts([passage(text)]).map(({ code }) => code)).toEqual([]);
  });
});

describe('words that are', () => {
  test.each<[ProblemCode, string]>([
    ['text.placeholder', '20XX年底前完成'],
    ['text.placeholder', '由×××负责'],
    ['text.placeholder', '经费____万元'],
    ['text.truncated', '建立（台账，逐项销号'],
    ['text.truncated', '实行网格化管理，'],
    ['text.noise', '门前干净，，物品归位'],
    ['text.noise', '门前\u200b干净'],
    ['text.broken-sequence', '一是宣传。三是整改。'],
    ['text.broken-sequence', '（1）清扫；（2）清运；（4）消杀。'],
    ['text.typo', '建立台帐'],
  ])('%s: %s', (code, text) => {
    expect(lintTexts([passage(text)]).map((problem) => problem.code)).toContain(code);
  });
});

const county = (): Record<string, unknown> => {
  const count = 300;
  const villages = Array.from({ length: count }, (_, i) => `第${i + 1}村`);
  return {
    ...planFile(),
    organization: {
      body: { name: '领导小组', head: '县长', office: '整治办', members: ['各村'] },
      units: [{ name: '整治办' }, ...villages.map((name) => ({ name, kind: '村' }))],
      groups: [
        { name: '各村', every: '村' },
        { name: '各责任单位', every: '村' },
      ],
    },
    places: {
      classes: Array.from({ length: 20 }, (_, i) => ({ name: `类${i}` })),
      sites: Array.from({ length: 3000 }, (_, i) => ({ name: `点${i}`, class: `类${i % 20}`, units: [villages[i % count]] })),
    },
    responsibility: {
      tasks: Array.from({ length: 100 }, (_, i) => ({ name: `任务${i}`, text: `第${i}项：清扫、清运、归位。`, responsible: ['各村'] })),
    },
    checklists: Array.from({ length: 20 }, (_, c) => ({
      name: `检查表${c}`,
      for: `类${c}`,
      items: Array.from({ length: 100 }, (_, i) => ({ name: `项${i}`, task: `任务${(c * 5 + i) % 100}`, points: 1 })),
    })),
    schedule: Array.from({ length: 20 }, (_, c) => ({
      name: `周查${c}`,
      checklist: `检查表${c}`,
      every: 'week on monday',
      within: '5 workdays',
      holidays: 'forward',
      sites: 'draw 10',
      by: '整治办',
    })),
  };
};

test('a plan of 2,000 items, 300 units and 3,000 sites is looked over while one waits', () => {
  const plan = county();
  checkPlan(plan);
  const since = performance.now();
  expect(checkPlan(plan).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(performance.now() - since).toBeLessThan(5000);
});
