import { enCases } from './cases.ts';
import type { ProblemCode } from './codes.ts';
import { enLint } from './lint.en.ts';
import { enLogs } from './logs.ts';
import { noun } from './nouns.ts';
import { enOutside } from './outside.ts';
import type { Params } from './problem.ts';
import { enPublicity } from './publicity.ts';
import { enRefusals } from './refusals.en.ts';
import { enReviews } from './reviews.ts';
import { enScenarios } from './scenarios.ts';
import { enTables } from './tables.ts';
import { enTimes } from './times.ts';
import { enUppers } from './upper.ts';

const word = (code: Params[string]): string => noun('en', code);
const clause = (p: Params): string => `${p.holder ? `${word(p.holder)} “${p.name ?? ''}”` : ''}${p.source ? ` (${p.source})` : ''}`;
const of = (p: Params): string => (clause(p) ? `In the ${clause(p).trim()}: ` : '');
const list = (names: Params[string]): string => String(names).replaceAll('、', ', ');
const meant = (p: Params): string => (p.near ? ` Did you mean “${p.near}”?` : '');

/** The English sentence of every problem; the same keys and parameters as the Chinese one. */
export const en: Readonly<Record<ProblemCode, (p: Params) => string>> = {
  'json.syntax': (p) => `Line ${p.line}, column ${p.column} is not valid JSON: ${p.detail}. Check quotes, commas and brackets.`,
  'json.too-large': (p) => `The text has ${p.size} bytes, over the limit of ${p.limit}. Split or shorten it.`,
  'json.too-deep': (p) => `The text is nested more than ${p.limit} levels deep. Look for brackets that are too many.`,
  'json.forbidden-key': (p) => `The key “${p.key}” is not allowed. Remove it.`,
  'json.duplicate-key': (p) => `The key “${p.key}” is written twice in one place. Keep one.`,
  'shape.unknown-key': (p) =>
    `${of(p)}“${p.key}” is not a key of the plan format. ${p.near ? `Did you mean “${p.near}”?` : 'Remove it, or put the remark under “note”.'}`,
  'shape.missing-key': (p) => `${of(p)}“${p.termEn ?? p.term}” (${p.key}) is missing. Add it.`,
  'shape.wrong-kind': (p) => `${of(p)}“${p.termEn ?? p.term}” must be ${word(p.expected)}, but is ${word(p.found)}.`,
  'shape.empty': (p) => `${of(p)}“${p.termEn ?? p.term}” must not be empty.`,
  'shape.too-long': (p) => `${of(p)}“${p.termEn ?? p.term}” is over the limit of ${p.limit}. Shorten or split it.`,
  'shape.out-of-range': (p) => `${of(p)}“${p.termEn ?? p.term}” must lie between ${p.low} and ${p.high}, but is ${p.found}.`,
  'shape.not-a-choice': (p) => `${of(p)}“${p.termEn ?? p.term}” is “${p.found}”, which is none of: ${list(p.choices)}.${meant(p)}`,
  'shape.repeated': (p) => `${of(p)}“${p.termEn ?? p.term}” names “${p.found}” twice. Remove one.`,
  'name.duplicate': (p) => `The ${word(p.kind)} “${p.found}” occurs twice. A name is unique among its kind: rename one.`,
  'name.unknown': (p) =>
    `${of(p)}${p.termEn ?? p.term} “${p.found}” is not among the names of kind ${word(p.kind)}.${p.near ? meant(p) : ` Register this ${word(p.kind)} first.`}`,
  'name.alias-taken': (p) => `The alias “${p.found}” of the unit “${p.name}” already names another unit. Choose another alias.`,
  'day.impossible': (p) => `${of(p)}“${p.termEn ?? p.term}” is “${p.found}”, a day that does not exist. Write it like 2026-11-07.`,
  'day.reversed': (p) => `${of(p)}the last day ${p.to} is before the first day ${p.from}.`,
  'phrase.unreadable': (p) => `${of(p)}the ${word(p.kind)} “${p.found}” cannot be read. It can be: ${list(p.examples)}.`,
  'points.too-fine': (p) => `${of(p)}“${p.termEn ?? p.term}” may have three decimals at most, but is ${p.found}.`,
  'rule.too-large': (p) => `The rule has more than ${p.limit} characters. Split it.`,
  'rule.too-deep': (p) => `The rule is nested more than ${p.limit} levels deep. Split it.`,
  'rule.too-many-parts': (p) => `The rule has more than ${p.limit} parts. Split it.`,
  'rule.not-an-operator': (p) => `Each part of a rule has exactly one operator; here stands “${p.keys}”.`,
  'rule.unknown-operator': (p) => `There is no operator “${p.name}”.${meant(p)}`,
  'rule.forbidden-name': (p) => `The name “${p.name}” is not allowed.`,
  'rule.unknown-name': (p) => `The rule reads “${p.name}”, which does not exist.${meant(p)}`,
  'rule.computed-name': () => 'A name must be written out; it cannot be computed.',
  'rule.outside-list': (p) => `Inside a list only its elements can be read, not “${p.name}”.`,
  'rule.reads-later': (p) => `The rule “${p.rule}” reads “${p.name}”, which comes after it. Change the order.`,
  'rule.name-taken': (p) => `The name “${p.name}” is already in use. Choose another.`,
  'rule.wrong-arity': (p) =>
    `“${p.operator}” takes ${p.most === undefined ? `at least ${p.least}` : p.least === p.most ? p.least : `${p.least} to ${p.most}`} part(s); here are ${p.found}.`,
  'rule.wrong-type': (p) => `This part of “${p.operator}” must be ${word(p.expected)}, but is ${word(p.found)}.`,
  'rule.wrong-result': (p) => `The rule “${p.rule}” must come to ${word(p.expected)}, but comes to ${word(p.found)}.`,
  'rule.mixed-kinds': (p) => `One part is ${word(p.first)}, another is ${word(p.second)}: they cannot be compared or exchanged.`,
  'rule.bad-literal': (p) =>
    `“${p.found}” cannot stand in a rule. Numbers have 12 decimals at most; ask for “no value” with known or default.`,
  'rule.bad-day': (p) => `“${p.found}” is not a day that exists. Write it like 2026-11-07.`,
  'rule.bad-days': (p) => `The number of days must be whole and between ${p.least} and ${p.most}.`,
  'rule.no-calendar': (p) => `“${p.operator}” needs a working calendar; there is none here.`,
  'rule.unknown-choice': (p) => `“${p.found}” is none of: ${p.choices}.${meant(p)}`,
  'rule.unknown-group': (p) => `There is no group or class “${p.found}”.${meant(p)}`,
  'rule.never-holds': () => 'This comparison can never hold. Check its bounds.',
  'rule.division-by-zero': () => 'The divisor can be 0. Exclude that with “if” first.',
  'rule.division-unrounded': () =>
    'A division must say how it is rounded, such as {"round": [{"/": […]}, 2, "half-up"]}; compared with a target directly it need not.',
  'rule.unknown-rounding': (p) => `“${p.found}” is no way of rounding; it can be: ${p.choices}.`,
  'rule.too-fine': () => 'The result gains ever more decimals. Use round.',
  'rule.may-exceed': (p) =>
    `The rule “${p.rule}” takes ${p.most} steps when its lists are longest, over the limit of ${p.limit}; it would then be left out. Shorten the lists or nest less.`,
  'rule.over-limit': (p) => `Over its limit: the rule “${p.rule}” needs more than ${p.limit} steps. It is left out; all others count.`,
  'rule.bad-answer': (p) => `The answer to “${p.name}” does not fit, so the rule “${p.rule}” cannot be computed.`,
  'rule.second-opinion': (p) =>
    `Two evaluators disagree on the rule “${p.rule}”: ours says ${p.ours}, the other ${p.theirs}, for ${p.answers}. Do not use it; report it.`,
  'answer.missing': (p) => `“${p.name}” is not answered.`,
  'answer.unknown': (p) => `“${p.name}” is not asked for.${meant(p)}`,
  'answer.wrong-kind': (p) => `“${p.name}” must be ${word(p.expected)}.`,
  'answer.not-a-choice': (p) => `“${p.found}” is not a choice of “${p.name}”.${meant(p)}`,
  'answer.out-of-range': (p) => `“${p.name}” must lie between ${p.low} and ${p.high}, with at most ${p.decimals} decimal(s).`,
  'answer.too-long': (p) => `“${p.name}” is over the limit of ${p.limit}.`,

  'unit.circle': (p) => `Units are each other’s parent or successor in a circle: ${p.units}. Break it at one place.`,
  'unit.no-successor': (p) => `The ${clause(p)} ends on ${p.until} but names no unit it is merged into. Nobody takes over its open work.`,
  'group.empty': (p) => `The ${clause(p)} has no unit. List units, or check the kind it names.`,
  'group.open': (p) => `The ${clause(p)} says its list is incomplete; ${p.units} unit(s) are taken for now. Check before adoption.`,
  'area.circle': (p) => `Areas lie in each other in a circle: ${p.areas}. Break it at one place.`,
  'area.count-differs': (p) => `The ${clause(p)} says ${p.declared} lie in it, the list has ${p.found}. Check.`,
  'place.two-grades': (p) => `The ${clause(p)} is both “${p.one}” and “${p.other}” in “${p.scheme}”. Keep one.`,

  'phase.none': () => 'The plan has no phase. Write at least one under “Phases”.',
  'phase.overlap': (p) =>
    `The ${clause(p)} overlaps the one before, “${p.before}”, by ${p.days} day(s): that one ends on ${p.to}, this one starts on ${p.from}. Let this one start on ${p.remedy}.`,
  'phase.gap': (p) =>
    `Between the ${clause(p)} and the one before, “${p.before}”, ${p.days} day(s) are empty (${p.from} to ${p.to}). Nothing is inspected then: confirm it.`,
  'phase.before-issued': (p) =>
    `The ${clause(p)} was over on ${p.to}, before the plan was issued on ${p.issued}: nothing in it can be inspected or scored. Change its days, or leave it out.`,
  'phase.reversed': (p) => `The ${clause(p)} ends on ${p.to}, before it starts on ${p.from}. Mend one of them.`,
  'phase.long-term-not-last': (p) => `The ${clause(p)} is long-term, yet “${p.after}” follows it. A long-term phase comes last.`,
  'phase.no-review': (p) => `The ${clause(p)} is long-term but names no review day. Say when it is reviewed.`,
  'phase.milestone-outside': (p) => `The milestone “${p.milestone}” is due on ${p.by}, outside the ${clause(p)} (${p.from} to ${p.to}).`,
  'task.no-party': (p) => `The ${clause(p)} has neither a lead nor a responsible unit. Name at least one.`,
  'task.joint-without-lead': (p) => `The ${clause(p)} names joint leads but no lead. Say which lead comes first.`,
  'quota.not-distributed': (p) => `The ${clause(p)} is not split over units. Say how much each has to do.`,
  'quota.sum-differs': (p) => `The ${clause(p)} has a total of ${p.total} ${p.unit}, but its shares add up to ${p.split} ${p.unit}. Check.`,
  'task.due-outside': (p) => `The ${clause(p)} is due on ${p.due}, which lies in no phase.`,
  'task.unchecked': (p) => `No checklist item belongs to the ${clause(p)}. It can have no findings and moves no score.`,
  'set.undefined': (p) => `The ${clause(p)} should have ${p.declared} entries, but none is listed. List them, or drop the saying.`,
  'set.partial': (p) => `The ${clause(p)} should have ${p.declared} entries; ${p.found} are listed and the list is marked partial.`,
  'set.count-differs': (p) => `The ${clause(p)} says ${p.declared} in its name, but ${p.found} are listed. Check.`,
  'set.parts-differ': (p) => `The parts of the ${clause(p)} add up to ${p.found}, not to the ${p.declared} declared.`,
  'set.not-checked': (p) => `The ${clause(p)} stands for “${p.set}”, but does not check: ${list(p.items)}.`,
  'item.no-task': (p) => `The ${clause(p)} names no task: nobody would answer for a failure. Choose a task, or name a unit.`,
  'item.no-points': (p) => `The ${clause(p)} does not say what a failure costs. Write 0 if nothing.`,
  'item.no-choices': (p) => `The ${clause(p)} is a choice without choices.`,
  'item.no-columns': (p) => `The ${clause(p)} is a table without columns.`,
  'item.bounds-reversed': (p) => `The ${clause(p)} has a least of ${p.least} above its greatest of ${p.greatest}.`,
  'item.most-below-points': (p) => `The ${clause(p)} deducts at most ${p.most}, below the ${p.points} of a single failure.`,
  'checklist.empty': (p) => `The ${clause(p)} has no items. Write at least one.`,
  'checklist.no-site': (p) => `The ${clause(p)} is for the class “${p.class}”, which has no site. Register sites first.`,
  'checklist.unscheduled': (p) => `The ${clause(p)} is in no schedule: nobody will go.`,

  'indicator.no-source': (p) =>
    `The ${clause(p)} does not say where its numbers come from. Name the unit that reports, or what is computed; else it shows “no data” for ever.`,
  'indicator.two-sources': (p) => `The ${clause(p)} is both reported and computed. Keep one.`,
  'indicator.no-task': (p) => `The ${clause(p)} belongs to no task: nothing brings it about. Name the task.`,
  'indicator.no-target': (p) => `The ${clause(p)} has no target: it is recorded, but never judged.`,
  'indicator.no-operands': (p) =>
    `“${p.targetEn}” of the ${clause(p)} compares two things, but does not say which. Name numerator and denominator under “rate”.`,
  'indicator.half-rate': (p) =>
    `The ${clause(p)} has half a rate: what is computed of what, and “rate” with its rule for a denominator of zero, go together.`,
  'indicator.not-summable': (p) =>
    `The ${clause(p)} is counted in “${p.unit}”: numbers of several units cannot be added. Name numerator and denominator, or judge each unit alone.`,
  'indicator.too-fine': (p) => `The ${clause(p)} may have six decimals at most, but has ${p.found}.`,
  'indicator.no-comparator': (p) =>
    `The target “${p.found}” of the ${clause(p)} does not say how it is compared. Write “at least ${p.found}”, “at most ${p.found}” or “exactly ${p.found}”.`,
  'indicator.range-reversed': (p) =>
    `The range of the ${clause(p)} is the wrong way round: ${p.low} is more than ${p.high}. Change them over.`,
  'indicator.no-baseline': (p) =>
    `The target “${p.targetEn}” of the ${clause(p)} counts from a baseline, but there is none. Give its value and day.`,
  'indicator.below-baseline': (p) =>
    `The target “${p.targetEn}” of the ${clause(p)} asks for less than there was (${p.baselineEn} on ${p.day}). Check number and direction.`,
  'indicator.unit-implausible': (p) =>
    `The target “${p.targetEn}” of the ${clause(p)} hardly fits its unit “${p.unit}”: ${
      {
        over: 'it is more than all',
        ratio: 'a ratio is counted in 倍 or 比',
        percent: 'a per cent of per cent is easily misread; leave out the % for points',
        fraction: 'things counted one by one have no decimals',
      }[String(p.detail)]
    }. Check it.`,
  'indicator.no-due': (p) => `The target “${p.targetEn}” of the ${clause(p)} is cumulative but has no due year or day. Name one.`,
  'indicator.due-outside': (p) =>
    `The target “${p.targetEn}” of the ${clause(p)} is due on ${p.due}, outside ${p.from} to ${p.to}. Check it.`,
  'indicator.two-scopes': (p) =>
    `The target “${p.targetEn}” of the ${clause(p)} is limited in several ways. Choose one of area, class, grade and each unit.`,
  'indicator.child-sum': (p) =>
    `The target “${p.targetEn}” of the ${clause(p)} is split over ${p.units} unit(s), together ${p.sumEn}, which does not fit it. Change the shares.`,
  'indicator.conflict': (p) =>
    `The targets “${p.targetEn}” and “${p.otherEn}” of the ${clause(p)} contradict each other: same scope, same time. Keep one.`,
  'indicator.annual-vs-cumulative': (p) =>
    `The cumulative target “${p.targetEn}” of the ${clause(p)} is below what the yearly ones add up to (${p.sumEn} over ${p.years} year(s)). Say which holds.`,
  'finding.no-notice': () => 'The plan has checklists but no “Findings”. Say which notice goes out and how long a unit has.',
  'finding.no-owner': (p) =>
    `When “${p.item}” fails at “${p.site}” nobody answers for it: no unit of the task “${p.task}” keeps that site. Give the item a unit, or mend who keeps the site.`,
  'finding.many-owners': (p) =>
    `When “${p.item}” fails at “${p.site}” ${p.count} units could answer for it (${list(p.units)}). Give the item a unit.`,
  'scoring.incomplete': (p) =>
    `The ${clause(p)} is of kind “${noun('en', `rule-${p.kind}`)}” and still needs ${noun('en', `key-${p.key}`)} (${p.key}).`,
  'scoring.veto-no-basis': (p) =>
    `The ${clause(p)} is a veto without a cited basis. Vetoes cannot be made up: cite the document it rests on.`,
  'scoring.no-rounding': (p) => `The ${clause(p)} divides, but does not say how it rounds. Choose half up, up or down.`,
  'scoring.weights-differ': (p) =>
    `The weights of the ${clause(p)} add up to ${p.sum} %, not 100 %. Keep it if that is meant, else mend it.`,
  'scoring.grades-unordered': (p) =>
    `The grades of the ${clause(p)} do not go from the highest down; later ones are never reached. Put them in order.`,
  'scoring.no-passmark': (p) => `The ${clause(p)} has grades, but does not say which of them pass.`,
  'scoring.no-rule': (p) => `The ${clause(p)} has neither rules nor parts: every unit keeps the base.`,
  'scoring.circle': (p) => `The ${clause(p)} uses itself in a circle. Break it at one place.`,
  'scoring.periods-differ': (p) =>
    `The periods of the ${clause(p)} and “${p.other}” do not fit: parts need the same period, a roll-up a shorter one.`,
  'scoring.units-differ': (p) =>
    `“${p.other}” does not score ${list(p.units)}, whose points the ${clause(p)} needs. Score the same units on both.`,
  'scoring.points-missing': (p) => `The ${clause(p)} says no points. Only failed items may take theirs from the checklist.`,
  'scoring.bounds-reversed': (p) => `The ${clause(p)} has a floor of ${p.floor} above its cap of ${p.cap}.`,
  'scoring.base-outside': (p) => `The ${clause(p)} has a base of ${p.base}, outside its floor ${p.floor} and cap ${p.cap}.`,
  'scoring.most-below-points': (p) =>
    `The ${clause(p)} is capped at ${p.most}, below the ${p.points} of a single occasion: the first one is cut already.`,
  'scoring.no-figure': (p) =>
    `The ${clause(p)} goes by the indicator “${p.indicator}”, which nobody reports for the units of the sheet “${p.sheet}” (such as “${p.unit}”): it has never a figure. Have a group report, each unit its own, or name the units under each in a target.`,
  'ranking.unit-twice': (p) => `The ${clause(p)} puts “${p.unit}” into two groups. A unit is ranked in one group only.`,
  'ranking.unit-outside': (p) => `The groups of the ${clause(p)} leave out: ${list(p.units)}. These units will not appear.`,
  'ranking.group-too-small': (p) =>
    `The ${clause(p)} has ${p.units} unit(s), fewer than its smallest group of ${p.smallest}: it never ranks.`,
  'consequence.no-trigger': (p) => `The ${clause(p)} has no trigger. Name a rank, a grade or a mark.`,
  'consequence.no-action': (p) => `The ${clause(p)} does not say what is done.`,
  'consequence.no-basis': (p) => `The ${clause(p)} cites neither a clause nor a document. Praise and sanction need one.`,
  'consequence.not-ranked': (p) => `The ${clause(p)} looks at ranks, but “${p.ranking}” only lists points.`,
  'consequence.unknown-grade': (p) =>
    `The ${clause(p)} names the grade “${p.found}”, which the score sheet does not have (it has: ${list(p.known)}).`,
  'consequence.never': (p) => `The mark of the ${clause(p)} can never be met: it never fires.`,
  'consequence.gaps-undecided': (p) =>
    `The ${clause(p)} counts runs, but does not say whether a period without standings breaks them. Choose.`,
  'consequence.transfer-without-rank': (p) => `The ${clause(p)} moves money, but its trigger is no rank: it is not clear who pays.`,
  'consequence.transfer-overlap': (p) =>
    `In the ${clause(p)} those who pay and those who get overlap: the smallest group has ${p.units} units.`,
  'consequence.rank-too-deep': (p) =>
    `The ${clause(p)} looks at ${p.n} places, but only ${p.units} units are ranked: every unit would be hit.`,
  'consequence.window-missing': (p) => `The ${clause(p)} asks for ${p.times} times but names no window to count in. Name one.`,
  'consequence.times-beyond-window': (p) =>
    `The ${clause(p)} asks for ${p.times} times, but its window holds ${p.periods} period(s) at most: it can never fire.`,
  'consequence.both-ends': (p) =>
    `The ${clause(p)} and “${p.other}” can hit the same unit: with ${p.units} units the first and last places overlap.`,
  ...enOutside,
  ...enPublicity,
  ...enLogs,
  ...enReviews,
  ...enTimes,
  ...enUppers,
  ...enScenarios,
  ...enLint,
  ...enCases,
  ...enRefusals,
  ...enTables,
};
