import {
  type Actor,
  type Campaign,
  type Day,
  type Duty,
  type Finding,
  type IndicatorView,
  planInForce,
  successorOn,
  unitsSeenBy,
  withoutDrawsToCome,
} from '@xiuhua/engine';

/** Who looks, and as of which day. */
export interface Looking {
  readonly actor: Actor;
  readonly today: Day;
}

/** True for somebody who sees the duties of every unit. */
const overseesAll = ({ roles }: Actor): boolean =>
  roles.some((role) => ['office', 'leader', 'admin', 'auditor', 'overseer'].includes(role));

/** The same for all who see the same: answers that cost much are kept under it. */
export const sightOf = (actor: Actor): string => (overseesAll(actor) ? '' : `${actor.unit} ${actor.roles.join(' ')}`);

/** The units whose affairs this person looks at; `undefined` for one who sees those of all. */
export const unitsInSight = (campaign: Campaign, actor: Actor): ReadonlySet<string> | undefined =>
  unitsSeenBy(planInForce(campaign), actor);

/**
 * Which findings this person may see. One who is only here for units sees those of them: that they answer for now,
 * themselves or for a unit merged into them, and those they had before they went to another.
 */
export const concerning = (campaign: Campaign, { actor, today }: Looking): ((finding: Finding) => boolean) => {
  const units = unitsInSight(campaign, actor);
  if (!units) return () => true;
  const organization = planInForce(campaign)?.organization;
  return ({ unit, course }) =>
    units.has(unit) ||
    (organization !== undefined && units.has(successorOn(organization, unit, today))) ||
    (course?.clocks ?? []).some((clock) => units.has(clock.unit));
};

/** The duties this person may see; units must not know where draws to come await them. */
export const dutiesInSight = <T extends Duty>(campaign: Campaign, duties: readonly T[], { actor, today }: Looking): readonly T[] => {
  const units = unitsInSight(campaign, actor);
  const own = overseesAll(actor) ? duties : duties.filter(({ by }) => units?.has(by) ?? by === actor.unit);
  return units ? withoutDrawsToCome(campaign, own, today) : own;
};

/** Duties that touch a unit: it keeps the site, or a finding of the visit went to it. Every duty when no unit is named. */
export const touching = (campaign: Campaign, unit: string | undefined): ((duty: Duty) => boolean) => {
  if (unit === undefined) return () => true;
  const sites = planInForce(campaign)?.places.sites;
  const found = ({ id }: Duty): readonly string[] =>
    (campaign.byDuty.get(id) ?? []).flatMap((submission) => campaign.submissions.get(submission)?.findings ?? []);
  return (duty) =>
    (sites?.get(duty.site)?.units.includes(unit) ?? false) || found(duty).some((id) => campaign.findings.get(id)?.unit === unit);
};

/** Somebody who is only here for units sees how every indicator stands, and the reports of those units. */
export const indicatorsInSight = (campaign: Campaign, views: readonly IndicatorView[], actor: Actor): readonly IndicatorView[] => {
  const units = unitsInSight(campaign, actor);
  if (!units) return views;
  return views.map((view) => ({
    ...view,
    readings: view.readings.filter(({ scope, steps }) => units.has(scope.name) || steps.some(({ by }) => units.has(by.unit))),
    awaited: view.awaited.filter(({ by }) => by.some((unit) => units.has(unit))),
  }));
};
