import type { lintCodes } from './lint-codes.ts';
import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

const clause = (p: Params): string =>
  `${p.holder ? `${noun('en', p.holder)} “${p.name ?? ''}”` : ''}${p.source ? ` (${p.source})` : ''}`.trim();
const spot = (p: Params): string =>
  p.holder ? `“${p.termEn ?? p.term}” of the ${clause(p)}` : `“${p.termEn ?? p.term}”${p.source ? ` (${p.source})` : ''}`;
const list = (names: Params[string]): string => String(names).replaceAll('、', ', ');

/** The English sentences of the lint. */
export const enLint: Readonly<Record<keyof typeof lintCodes, (p: Params) => string>> = {
  'text.placeholder': (p) => `${spot(p)} still has the blank “${p.found}”. Fill it in.`,
  'text.placeholder-repeated': (p) => `“${p.found}” stands in ${p.count} places and hardly means the same in each. Fill in each of them.`,
  'text.typo': (p) => `“${p.found}” in ${spot(p)} is probably “${p.better}”. Mend it.`,
  'text.canonical': (p) => `${spot(p)} says “${p.found}”; the official words are “${p.better}”. Use them.`,
  'text.truncated': (p) => `${spot(p)} breaks off at “${p.found}”. Complete it, or drop the stray mark.`,
  'text.noise': (p) => `“${p.found}” in ${spot(p)} looks as if it came along when copying. Remove it.`,
  'text.broken-sequence': (p) => `${spot(p)} has “${p.found}” but no “${p.missing}”. Add it, or number anew.`,
  'text.person-name': (p) => `“${p.found}” in ${spot(p)} looks like a person's name. A plan names posts, not people.`,

  'basis.number-format': (p) => `The number “${p.found}” is not in the usual form. Year in 〔〕, no leading zeros, such as “${p.better}”.`,
  'basis.edition-conflict': (p) => `“${p.one}” and “${p.other}” are editions of the same document. Cite one.`,
  'basis.superseded': (p) => `“${p.found}” has been replaced by “${p.better}”. Check, and cite the edition in force.`,
  'set.two-definitions': (p) => `The sets “${p.name}” and “${p.other}” look like one saying with different contents. Keep one.`,
  'set.not-registered': (p) => `${spot(p)} speaks of “${p.found}”, which no named set explains. List what it consists of.`,

  'party.alias-suspect': (p) => `“${p.one}” and “${p.other}” look like one unit. If so, merge them and make one an alias of the other.`,
  'party.level-prefix': (p) => `Most units are written “${p.prefix}…”, but ${list(p.units)} are not. Write them alike.`,
  'party.multi-lead': (p) =>
    `The ${clause(p)} has ${p.count} leads, so nobody answers for the whole. Keep one; the others are responsible or cooperate.`,
  'party.no-lead': (p) => `The ${clause(p)} has no lead, while ${p.others} other tasks have. Name one.`,
  'party.not-in-body': (p) =>
    `“${p.unit}” leads the ${clause(p)} but is no member of “${p.body}”. Make it a member, or choose another lead.`,
  'party.undefined-role': (p) =>
    `The ${clause(p)} is signed by “${p.post}”, a post the organisation does not have. Say who that is, or add the post.`,
  'party.expired-unit': (p) => `The ${clause(p)} is given to “${p.unit}”, which does not exist on ${p.day}. Name the unit of that time.`,
  'party.group-ellipsis': (p) => `“${p.name}” puts several units into one name. Register them one by one and make a group.`,
  'party.unused': (p) => `The unit “${p.name}” has no task, site, inspection or score. Give it something to do, or remove it.`,
  'body.not-constituted': (p) => `“${p.name}” has neither deputies nor members, yet ${p.tasks} tasks to coordinate. Say who belongs to it.`,
  'body.duplicate-power': (p) => `“${p.one}” and “${p.other}” are both in charge of “${p.charge}”. Keep one.`,
  'body.name-collision': (p) => `A body and a unit are both called “${p.name}”. Rename one.`,
  'level.foreign-scope': (p) => `The ${clause(p)} scores “${p.unit}”, which stands above the issuer “${p.issuer}”. Check whom it scores.`,

  'phase.no-year': (p) => `“${p.termEn}” of the ${clause(p)} is “${p.found}”, without a year. Write a day like ${p.example}.`,
  'phase.leap-day': (p) =>
    `The ${clause(p)} ends on ${p.day}, but ${p.year} is a leap year: February has a 29th. Check whether a day is missing.`,
  'phase.retroactive': (p) =>
    `The ${clause(p)} begins on ${p.from}, before the plan was issued on ${p.issued}. It cannot bind the past: check the days.`,
  'task.duplicate': (p) => `The text of the ${clause(p)} is word for word that of “${p.other}”. Merge them, or say what differs.`,
  'deliverable.due-outside': (p) => `The ${clause(p)} is due on ${p.by}, outside the plan's days ${p.from} to ${p.to}. Check it.`,

  'item.reads-hidden': (p) =>
    `The ${clause(p)} looks at the answer to “${p.reads}”, which is not always asked; then this item cannot be asked either. Change the condition, or always ask “${p.reads}”.`,
  'item.grade-absent': (p) =>
    `The ${clause(p)} is only for sites of ${list(p.grades)}, but no site of “${p.class}” has such a grade. Check the grades.`,
  'item.phase-unscheduled': (p) =>
    `The ${clause(p)} is only asked in ${list(p.phases)}, when no schedule uses its checklist. Change the phases or the schedule.`,
  'item.points-exceed-score': (p) =>
    `The ${clause(p)} costs ${p.points} points, but the sheet “${p.sheet}” has only ${p.room} to lose: one failure takes all. Check it.`,
  'place.class-unchecked': (p) =>
    `The class “${p.name}” has ${p.sites} sites, but no schedule ever goes there. Schedule it, or do not register them.`,

  'indicator.name-drift': (p) =>
    `The indicators “${p.one}” and “${p.other}” differ by a word and share their unit. If they are one, use one name.`,
  'indicator.scope-drift': (p) =>
    `The indicators “${p.one}” and “${p.other}” differ only in scope. Check it; two targets of one indicator say it better.`,
  'indicator.qualitative': (p) =>
    `The ${clause(p)} only says “${p.found}”, with no indicator, quota or deliverable to judge by. Say what counts as done.`,

  'schedule.vague-frequency': (p) => `${spot(p)} says “${p.found}”, but no schedule or routine makes it so. Say how often.`,
  'schedule.no-holiday-rule': (p) =>
    `The ${clause(p)} does not say what happens on holidays (holidays). Choose keep, forward, backward or skip.`,
  'schedule.day-off': (p) =>
    `The ${clause(p)} goes on through holidays: ${p.day} is a day off and somebody has to go. Let it roll if that is not meant.`,
  'schedule.overload': (p) =>
    `“${p.unit}” must finish ${p.visits} visits on the one day ${p.day} (${list(p.schedules)}). Allow more time, spread the days or visit fewer sites.`,
  'schedule.input-slower-than-output': (p) =>
    `The ranking “${p.name}” comes every ${p.every}, but the inspections it counts are rarer: in ${p.period} there is none. Inspect more often, or rank less often.`,
  'schedule.no-licence': (p) =>
    `The ${clause(p)} sends “${p.unit}” to inspect “${p.class}”. By 国办发〔2024〕54号 coordinating bodies and grid workers may not inspect enterprises. Send a unit licensed to enforce the law.`,
  'draw.stratum-unspecified': (p) =>
    `The ${clause(p)} draws from all of “${p.class}” together, of which ${p.sites} are “${p.grade}” and may never be drawn. Say how many of each.`,

  'scoring.item-over-most': (p) =>
    `A failure of “${p.item}” costs ${p.points} points, but the ${clause(p)} deducts at most ${p.most} in a period. Make them agree.`,
  'scoring.counted-twice': (p) =>
    `One failure of “${p.item}” is deducted by the ${clause(p)} and again by the rule “${p.other}”. Limit one of them if that is not meant.`,
  'scoring.grade-unreachable': (p) =>
    `The sheet “${p.name}” goes ${p.way === 'high' ? 'up' : 'down'} to ${p.points} at most: nobody can ever be “${p.grade}”. Change the mark or the points.`,
  'scoring.bonus-idle': (p) =>
    `The base of the sheet “${p.name}” is its cap already: the rule “${p.rule}” can only make up for what was lost. Raise the cap if more is meant.`,
  'scoring.rule-never': (p) =>
    `What the ${clause(p)} counts can never happen: ${p.why === 'unscheduled' ? 'no schedule uses its checklists' : 'no item is in its range'}. Widen it, or schedule the inspection.`,
  'scoring.milestone-no-unit': (p) =>
    `The milestone “${p.milestone}” names no unit, so the ${clause(p)} can deduct from nobody. Name the unit.`,
  'scoring.unit-never-inspected': (p) =>
    `“${p.unit}” is scored by the sheet “${p.name}”, but no site or item can ever cost it a point. Check who is scored.`,

  'ranking.tie-undefined': (p) => `The ${clause(p)} does not say how equals are ranked (ties). Say whether places are left out or not.`,
  'ranking.never-differs': (p) =>
    `No rule of the sheet behind the ranking “${p.name}” can move a point: all units are equal for ever. Add rules or inspections.`,
  'consequence.out-of-reach': (p) =>
    `The ${clause(p)} needs ${p.below === undefined ? `${p.atLeast} points or more` : `less than ${p.below} points`}, but the sheet goes ${p.below === undefined ? 'up' : 'down'} to ${p.points} only: it can never fire. Change the mark.`,
  'consequence.always': (p) =>
    `The mark of the ${clause(p)} takes everybody, even ${p.points} points: it fires every period. Change the mark.`,
  'consequence.beyond-plan': (p) =>
    `The ${clause(p)} asks for ${p.times} times, but there are only ${p.periods} rankings until ${p.to}. It can never fire: ask for fewer.`,
  'consequence.unless-circle': (p) =>
    `The ${clause(p)} and “${p.other}” give way to each other: when both are due, neither is proposed. Let one give way.`,
  'consequence.ladder-unordered': (p) =>
    `The ladder of the ${clause(p)} does not go upwards: the step for the ${p.times}. time stands behind a higher one and is never reached. Put them in order.`,
  'consequence.no-amount': (p) => `The ${clause(p)} says “${p.found}” but not how much. State the amount, or fill in the transfer.`,
  'consequence.tie-at-edge': (p) =>
    `The ${clause(p)} takes ${p.n}; with equal points more than ${p.n} units share these places and the money grows. Check that this is meant.`,

  'waiver.unknown-code': (p) =>
    `“${p.found}” under waivers is no problem code.${p.near ? ` Did you mean “${p.near}”?` : ' Copy it from the check.'}`,
  'waiver.of-error': (p) => `“${p.found}” is an error and cannot be waived. Mend it and remove the waiver.`,
  'waiver.unused': (p) => `The waiver of “${p.found}” matches no problem; it may be mended. Remove the waiver.`,

  'rehearsal.crowded': (p) =>
    `Rehearsed: “${p.unit}” has ${p.visits} visits that must be made on ${p.day} and can make ${p.possible}; there are ${p.days} such days. Allow more time or spread the days.`,
  'rehearsal.never-called': (p) =>
    `Rehearsed: the ${clause(p)} was never called for in ${p.periods} rankings. Check whether it asks too much.`,
  'rehearsal.always-called': (p) =>
    `Rehearsed: the ${clause(p)} was called for in every one of ${p.periods} rankings, such as for “${p.unit}” in ${p.period} (${p.units} units). Check whether it asks too little.`,
  'rehearsal.no-difference': (p) =>
    `Rehearsed: in the ranking “${p.name}” all units are equal in ${p.period}, and in ${p.same} of ${p.periods} periods. Check the scoring rules.`,
  'rehearsal.at-floor': (p) =>
    `Rehearsed: in ${p.period} ${p.floored} of ${p.units} units end at the floor, such as “${p.unit}”; nothing worse can be told apart. Make the points smaller, or cap the rules.`,
};
