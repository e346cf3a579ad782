import {
  type Actor,
  type Campaign,
  type Day,
  type DutyView,
  type Finding,
  type IndicatorView,
  planInForce,
  successorOn,
  withoutDrawsToCome,
} from '@xiuhua/engine';

/** Who looks, and as of which day. */
export interface Looking {
  readonly actor: Actor;
  readonly today: Day;
}

/** True for somebody who is only here for a unit: he sees what concerns it and nothing else. */
export const onlyUnit = ({ roles }: Actor): boolean => roles.every((role) => role === 'unit');

/** True for somebody who sees the duties of every unit. */
const overseesAll = ({ roles }: Actor): boolean => roles.some((role) => role === 'office' || role === 'leader' || role === 'admin');

/**
 * True for a finding this person may see. One who is only here for a unit sees those of his unit: that it answers for
 * now, itself or for a unit merged into it, and those it had before they went to another.
 */
export const concerns = (campaign: Campaign, finding: Finding, { actor, today }: Looking): boolean => {
  if (!onlyUnit(actor)) return true;
  const organization = planInForce(campaign)?.organization;
  const answers = organization ? successorOn(organization, finding.unit, today) : finding.unit;
  return [finding.unit, answers, ...(finding.course?.clocks ?? []).map((clock) => clock.unit)].includes(actor.unit);
};

/** The duties this person may see; units must not know where draws to come await them. */
export const dutiesInSight = (campaign: Campaign, duties: readonly DutyView[], { actor, today }: Looking): readonly DutyView[] => {
  const own = overseesAll(actor) ? duties : duties.filter((duty) => duty.by === actor.unit);
  return onlyUnit(actor) ? withoutDrawsToCome(campaign, own, today) : own;
};

/** Somebody who is only here for a unit sees how every indicator stands, and the reports of his own unit. */
export const indicatorsInSight = (views: readonly IndicatorView[], actor: Actor): readonly IndicatorView[] =>
  onlyUnit(actor)
    ? views.map((view) => ({
        ...view,
        readings: view.readings.filter(({ scope, steps }) => scope.name === actor.unit || steps.some(({ by }) => by.unit === actor.unit)),
        awaited: view.awaited.filter(({ by }) => by.includes(actor.unit)),
      }))
    : views;
