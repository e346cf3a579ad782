import { compilePlan, derive, planHash } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import county from '../../../../engine/bad-plans/base.json';
import { isObject, type Json, type JsonObject } from '../draft/json.ts';
import { check, uppersOf } from './check.ts';

const base = county as unknown as JsonObject;
const upper: JsonObject = { ...base, title: '示例县整治方案' };
const compiled = compilePlan(upper);
if (!compiled.ok) throw new Error('the county’s plan has errors');
const town = derive(compiled.value) as JsonObject;
const uppers = uppersOf([upper]);

const below = (plan: Json, known = uppers): readonly (readonly [string, string])[] =>
  check(plan, '2026-03-01', known)
    .problems.filter(({ problem }) => /^(basis|conform)\./.test(problem.code))
    .map(({ problem, place }) => [problem.code, place] as const);

const firstPhase = (change: JsonObject): Json => {
  const [first, ...rest] = town.phases as readonly Json[];
  return { ...town, phases: [isObject(first) ? { ...first, ...change } : {}, ...rest] };
};

describe('a draft on the desk below its upper plan', () => {
  test('as it was derived nothing stands in the way, and nothing is said before the upper plan is known', () => {
    expect(below(town)).toEqual([]);
    expect(check(town, '2026-03-01').problems.map(({ problem }) => problem.code)).not.toContain('basis.unknown-upper');
  });

  test('a looser value is a problem of its very field', () => {
    expect(below(firstPhase({ to: '2026-03-20' }))).toContainEqual(['conform.looser', '/phases/0/to']);
  });

  test('a lock let go in the file, another content, plans in a circle', () => {
    expect(below(firstPhase({ binds: 'free' }))).toEqual([['conform.unlocked', '/phases/0/binds']]);
    expect(below(town, uppersOf([{ ...upper, number: '县发〔2026〕1号' }]))).toEqual([['basis.unknown-upper', '/basis/0']]);
    const between: JsonObject = { ...base, title: '乙方案', basis: [{ title: '示例县整治方案', hash: planHash(upper) }] };
    const round: JsonObject = { ...upper, basis: [{ title: '乙方案', hash: planHash(between) }] };
    expect(below(round, uppersOf([between, upper]))).toEqual([['basis.circle', '/basis']]);
  });
});
