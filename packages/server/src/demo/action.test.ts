import { compilePlan } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { actionBegins, actionPeople, actionPlan } from './action.ts';
import { template } from './live.fixture.ts';

describe.each(['2026-11-24', '2026-12-31', '2027-01-04', '2028-02-29'])('the three-year action opened on %s', (today) => {
  const plan = actionPlan(template, today);
  const compiled = compilePlan(plan);

  test('its plan has no errors', () => expect(compiled.problems.filter(({ severity }) => severity === 'error')).toEqual([]));

  test('it has twelve towns, forty units and four hundred sites', () => {
    expect(plan.organization.groups?.[0]?.units).toHaveLength(12);
    expect(plan.organization.units).toHaveLength(40);
    expect(plan.places.sites).toHaveLength(400);
  });

  test('one town has people below it, and keeps a box of its own for what is said about them', () => {
    const town = actionPeople().find(({ roles }) => roles.includes('town'));
    const under = plan.organization.units.filter(({ parent }) => parent === town?.unit).map(({ name }) => name);
    expect(under).toHaveLength(2);
    const box = plan.channels?.find(({ by }) => by === town?.unit);
    expect(box?.topics.map(({ unit }) => unit)).toEqual(under);
  });

  test('it is in its second year, eight months of which lie behind', () => {
    const [first, second, third] = plan.phases;
    expect(second?.from).toBe(actionBegins(today));
    expect([(first?.to ?? '') < today, (second?.to ?? '') > today, (third?.from ?? '') > today]).toEqual([true, true, true]);
  });
});
