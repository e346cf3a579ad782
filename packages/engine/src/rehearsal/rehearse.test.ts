import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { replay } from '../campaign/replay.ts';
import { compiled, planFile } from '../campaign/story.fixture.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import { rehearse } from './rehearse.ts';

const folder = new URL('../../../../examples/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const planOf = (name: string): CompiledPlan => compiled(JSON.parse(readFileSync(new URL(`${name}/plan.json`, folder), 'utf8')) as unknown);

describe.each(names)('%s', (name) => {
  test('can be lived through: nothing is refused, every number is one, and the log says it all', () => {
    const plan = planOf(name);
    const lived = rehearse(plan, { from: plan.from, to: addDays(plan.from, 80), seed: 1 });
    expect(lived.refused).toEqual([]);
    expect(JSON.stringify(lived.events)).not.toMatch(/NaN|undefined/);
    expect(hashOf(Object.fromEntries(replay(lived.events, () => plan).findings))).toBe(hashOf(Object.fromEntries(lived.campaign.findings)));
    expect([...replay(lived.events, () => plan).standings.keys()]).toEqual([...lived.campaign.standings.keys()]);
  });
});

const xiaoqing = planOf('xiaoqing');
const quarter = { from: xiaoqing.from, to: addDays(xiaoqing.from, 90) };

test('the same seed gives the same log in every time zone, another seed another one', () => {
  const before = process.env.TZ;
  const logs = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
    process.env.TZ = zone;
    return hashOf(rehearse(xiaoqing, { ...quarter, seed: '甲' }).events);
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(new Set(logs).size).toBe(1);
  expect(hashOf(rehearse(xiaoqing, { ...quarter, seed: '乙' }).events)).not.toBe(logs[0]);
});

test('people are neither saints nor idle: things are done late, never, early, and returned', () => {
  const { campaign, rota } = rehearse(xiaoqing, { ...quarter, seed: 3 });
  const findings = [...campaign.findings.values()];
  const visits = [...campaign.submissions.values()];
  expect(visits.length).toBeLessThan(rota.duties.length);
  expect(visits.length).toBeGreaterThan(rota.duties.length * 0.8);
  expect(findings.some((finding) => finding.returns > 0)).toBe(true);
  expect(findings.some((finding) => finding.state === 'closed')).toBe(true);
  expect(findings.some((finding) => finding.replied !== null && finding.replied > finding.due)).toBe(true);
  expect(campaign.standings.size).toBeGreaterThan(0);
});

test('nobody mends what nobody found: without failures there are no findings', () => {
  const { campaign } = rehearse(xiaoqing, { ...quarter, seed: 3, habits: { failingLeast: 0, failingMost: 0 } });
  expect([campaign.findings.size, campaign.submissions.size > 0]).toEqual([0, true]);
});

test('a rehearsal stops at the limit of events and says until when it got', () => {
  const lived = rehearse(xiaoqing, { ...quarter, seed: 3, most: 200 });
  expect([lived.cut, lived.to < quarter.to, lived.events.length < 230]).toEqual([true, true, true]);
});

const judged = { task: '门前整治', points: 1 };
const everyKind = [
  { name: '门前干净', ...judged, photo: 'on-failure', photosLeast: 3 },
  { name: '摊点', answer: 'count', least: 0, greatest: 6, fails: 'above 2', ...judged },
  { name: '宽度', answer: 'number', decimals: 3, least: 0.5, greatest: 4, fails: 'below 1.25', ...judged },
  { name: '有无公示', answer: 'yes-no', fails: 'is no', ...judged },
  { name: '垃圾桶', answer: 'choice', choices: ['无', '部分有', '有'], fails: 'is not 有', ...judged },
  { name: '占道物', answer: 'several', choices: ['桌椅', '货架', '广告牌'], fails: 'is 货架 or 广告牌', ...judged },
  { name: '说明', answer: 'text', optional: true },
  { name: '上次清洗', answer: 'date' },
  { name: '位置', answer: 'place' },
  { name: '全景', answer: 'photo', photosLeast: 2 },
  { name: '签字', answer: 'signature' },
  {
    name: '明细',
    answer: 'table',
    columns: [
      { name: '数', answer: 'count' },
      { name: '米', answer: 'number', decimals: 1 },
      { name: '类', answer: 'choice', choices: ['甲', '乙'] },
      { name: '改', answer: 'yes-no' },
      { name: '日', answer: 'date' },
      { name: '注', answer: 'text' },
    ],
  },
  { name: '货架多高', answer: 'number', asked: { in: ['货架', { var: '占道物' }] } },
  { name: '几处油污', counted: true, asked: { '==': [{ var: '门前干净' }, false] }, ...judged },
];

test('all twelve kinds of answers are given as the checklist asks, conditions and all', () => {
  const raw = planFile();
  const [first] = raw.checklists as { items: { task?: string }[] }[];
  const task = first?.items.find((item) => item.task)?.task;
  const items = everyKind.map((item) => ('task' in item ? { ...item, task } : item));
  const plan = compiled({ ...raw, checklists: [{ ...first, items }] });
  const lived = rehearse(plan, { from: plan.from, to: addDays(plan.from, 200), seed: 5, habits: { failingLeast: 0.4, failingMost: 0.5 } });
  const answers = [...lived.campaign.submissions.values()].flatMap((visit) => Object.entries(visit.answers));
  expect(lived.refused).toEqual([]);
  expect(new Set(answers.map(([name]) => name))).toEqual(new Set(everyKind.map((item) => item.name)));
  for (const { name } of everyKind.filter((item) => 'task' in item))
    expect(answers.some(([item, answer]) => item === name && answer.result === 'fail')).toBe(true);
});
