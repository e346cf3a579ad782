import { describe, expect, test } from 'vitest';
import { checkPlan } from '../lint/check.ts';
import { diffPlans } from '../plan/diff.ts';
import type { Written } from '../plan/diff-identity.ts';
import { conform, upperBases } from './conform.ts';
import { derive } from './derive.ts';
import { withThoseBelow } from './examine.ts';
import { compiledOf, county, put } from './levels.fixture.ts';
import { limitsOf } from './limits.ts';

const upper = compiledOf(county((plan) => put(put(plan, '/checklists/0/items/1/binds', 'fixed'), '/checklists/0/items/1/standard', '无')));
const town = derive(upper, { as: '东村' });
/** A plan of the same ground, with the inspections of the upper one. */
const whole = derive(upper);

const limits = (plan: Written, at: string) => {
  const [basis] = upperBases(plan);
  if (!basis) throw new Error('the plan has no upper plan');
  return Object.fromEntries(
    limitsOf(plan, at, { upper, basis, language: 'zh' }).map(({ at: place, sense, value, same }) => [
      place.slice(at.length),
      [sense ?? 'fixed', value, same],
    ]),
  );
};

describe('beside a field stands how far it may go', () => {
  test('the share of the town is the target it may raise; what is measured stays as it is', () => {
    expect(limits(town, '/indicators/0')).toMatchObject({
      '/unit': ['fixed', '座', true],
      '/binding': ['fixed', '约束性', true],
      '/targets/0/target': ['tighter', '不少于60座', true],
      '/targets/0/due': ['earlier', '2026-06-30', true],
    });
  });

  test('a phase lies within the upper one, a limit may be shorter, an inspection more often', () => {
    expect(limits(town, '/phases')).toMatchObject({
      '/0/from': ['later', '2026-03-02', true],
      '/0/to': ['earlier', '2026-03-15', true],
    });
    expect(limits(put(town, '/findings/notice/within', '8 workdays'), '/findings')).toMatchObject({
      '/notice/within': ['shorter', '3个工作日内', false],
    });
    expect(limits(whole, '/schedule/0')).toMatchObject({ '/every': ['oftener', expect.stringContaining('每周'), true] });
  });

  test('a fixed clause is fixed down to its words; where only words differ elsewhere a person judges', () => {
    expect(limits(town, '/checklists/0/items/1')).toMatchObject({ '/standard': ['fixed', '无', true], '/points': ['fixed', '0.5', true] });
    expect(limits(town, '/checklists/0/items/0')).not.toHaveProperty('/standard');
  });

  test('what is the town’s own, free, or under an approved exception has no limit', () => {
    expect(limits(put(town, '/checklists/0/items/2', { name: '无乱贴', points: 1 }), '/checklists/0/items/2')).toEqual({});
    const exceptions = [{ clause: '改造公厕', approval: '县整治办〔2026〕3号', why: '拆迁' }];
    expect(limits(put(town, '/basis/0/exceptions', exceptions), '/indicators/0')).toEqual({});
  });

  test('a limit is where the judge stands: going the other way is a breach, going on is none', () => {
    const judged = (at: string, value: unknown) => conform(put(whole, at, value), upper).breaches.map(({ problem }) => problem.code);
    expect([judged('/schedule/0/every', 'month on last day'), judged('/schedule/0/every', 'week on friday')]).toEqual([
      ['conform.looser'],
      [],
    ]);
    expect(judged('/checklists/0/items/1/points', 3)).toEqual(['conform.changed']);
  });
});

test('the same as often on another weekday is no difference of strictness', () => {
  const weekly = put(whole, '/schedule/0/every', 'week on friday');
  expect(diffPlans(whole, weekly).differences.map(({ weight }) => weight)).toEqual(['neutral']);
});

test('a plan is looked over together with its upper plans, and a warning of theirs can be left with a reason', () => {
  const find = (hash: string) => (hash === upper.hash ? upper : undefined);
  const raised = put(town, '/indicators/0/targets/0/target', 'at least 70');
  const codes = (plan: Written) =>
    withThoseBelow(checkPlan(plan), plan, find)
      .filter(({ code }) => code.startsWith('conform.') || code.startsWith('waiver.'))
      .map(({ code, waived }) => [code, waived]);
  expect(codes(raised)).toEqual([['conform.no-reason', undefined]]);
  expect(codes({ ...raised, waivers: [{ code: 'conform.no-reason', clause: '改造公厕', reason: '县里口头同意' }] })).toEqual([
    ['conform.no-reason', '县里口头同意'],
  ]);
  expect(withThoseBelow([], raised, () => undefined).map(({ code }) => code)).toContain('basis.unknown-upper');
});
