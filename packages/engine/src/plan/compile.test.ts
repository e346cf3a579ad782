import { expect, test } from 'vitest';
import { compilePlan } from './compile.ts';

const slogans = {
  title: '示例市工作要点',
  issuer: '示例市城管局',
  period: { from: '2022', to: '2022' },
  organization: { body: { name: '领导小组', head: '市长', office: '市城管局' }, units: [{ name: '市城管局' }] },
  responsibility: { tasks: [{ name: '出台城市管理工作标准', due: '2022-04' }] },
};

test('a plan that is only tasks within a year is a plan: one phase lasts its whole period', () => {
  const outcome = compilePlan(slogans);
  expect(outcome.problems.map((p) => [p.severity, p.code])).toEqual([
    ['warning', 'task.no-party'],
    ['hint', 'task.unchecked'],
  ]);
  expect(outcome.ok && outcome.value.phases.map(({ name, from, to }) => ({ name, from, to }))).toEqual([
    { name: '全程', from: '2022-01-01', to: '2022-12-31' },
  ]);
});

test('the hash is that of the text as written, in any order of keys', () => {
  const hash = (raw: unknown) => {
    const outcome = compilePlan(raw);
    return outcome.ok ? outcome.value.hash : '';
  };
  expect(hash(slogans)).toHaveLength(64);
  expect(hash(Object.fromEntries(Object.entries(slogans).reverse()))).toBe(hash(slogans));
  expect(hash({ ...slogans, title: '示例市工作要点（试行）' })).not.toBe(hash(slogans));
});

test.each([null, 3, 'plan', [], { title: 1 }])('%j is no plan, and says so without failing', (raw) => {
  expect(compilePlan(raw).problems.length).toBeGreaterThan(0);
});
