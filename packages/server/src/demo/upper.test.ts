import { checkSplit, lineage, say, standing } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { template } from './live.fixture.ts';
import { demoPlan } from './plan.ts';
import { amendedCounty, compiledPlan, countyPlan, otherTown, underCounty } from './upper.ts';

test.each(['2026-01-04', '2026-02-28', '2026-07-15', '2026-11-28'])(
  'on %s the town follows its county and gives its reasons; the county’s amendment leaves one breach; a second town stands under an approval',
  (today) => {
    const town = demoPlan(template, today);
    const plan = countyPlan(town);
    const [before, after] = [compiledPlan(plan), compiledPlan(amendedCounty(plan, today))];
    const find = (hash: string) => [before, after].find((one) => one.hash === hash);
    const mine = underCounty(town, before);
    expect(lineage(compiledPlan(mine).written, find).problems.map((found) => say(found))).toEqual([]);
    const moved = lineage({ ...mine, basis: [{ title: plan.title, hash: after.hash, as: '小箐镇' }] }, find);
    expect(moved.problems.map(({ code }) => code)).toEqual(['conform.looser', 'conform.words']);
    const theirs = otherTown(after, today.slice(0, 4));
    const { conformities, problems } = lineage(compiledPlan(theirs).written, find);
    expect(problems).toEqual([]);
    expect(standing(conformities[0]?.breaches ?? [])).toEqual([]);
    expect(conformities[0]?.breaches.map(({ exception }) => exception?.clause)).toEqual(['架空线缆整治']);
    const [short] = checkSplit(after, [theirs]);
    expect(short?.params).toMatchObject({ missing: '小箐镇、南岭乡' });
  },
);
