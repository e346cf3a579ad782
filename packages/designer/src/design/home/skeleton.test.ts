import { checkPlan, hasErrors, say } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { restarted } from './examples.ts';
import { skeleton } from './skeleton.ts';

describe('a plan begun from nothing', () => {
  it.each(['2026-11-24', '2026-12-31', '2028-02-29'])('can be adopted as it is on %s', (today) => {
    const problems = checkPlan(skeleton({ title: '某镇整治方案', issuer: '某镇人民政府', today }));
    expect(problems.filter((p) => p.severity !== 'hint').map((p) => say(p))).toEqual([]);
    expect(hasErrors(problems)).toBe(false);
  });
});

describe('a plan begun from another', () => {
  it('has its own title and issuer and no longer the number and day of its model', () => {
    const plan = restarted(xiaoqing(), '某镇整治方案', '某镇人民政府');
    expect(plan).toMatchObject({ title: '某镇整治方案', issuer: '某镇人民政府' });
    expect(plan).not.toHaveProperty('number');
    expect(plan).not.toHaveProperty('issued');
    expect(checkPlan(plan).map((p) => p.code)).toEqual(checkPlan(xiaoqing()).map((p) => p.code));
  });
});
