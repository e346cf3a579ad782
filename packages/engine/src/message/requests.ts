import { dayOf } from '../calendar/day.ts';
import { isDrawn } from '../campaign/look-back.ts';
import type { Finding, FindingStep } from '../finding/finding.ts';
import type { Deed, Mover } from '../finding/flow-schema.ts';
import { successorOn, unitsOf } from '../organization/compile.ts';
import type { Asking } from './asking.ts';
import type { Addressee, Message } from './message.ts';

/** Deeds by which a unit asks for something: more time, to have a finding put aside, to have it struck off. */
const asks: ReadonlySet<Deed> = new Set(['ask', 'appeal']);

/** Deeds that answer it, or that put a finding aside unasked. */
const answers: ReadonlySet<Deed> = new Set(['extend', 'refuse', 'suspend', 'defer', 'uphold', 'reject']);

const nameOf = ({ site, item }: Finding): Record<string, string> => ({ site, item });

const didAny =
  (deeds: ReadonlySet<Deed>) =>
  ({ does }: FindingStep): boolean =>
    does !== undefined && deeds.has(does);

/** Whoever may move a finding on from the stage its request waits in, but not the one who asked. */
const deciders = ({ campaign, plan }: Asking, finding: Finding, { stage, by }: FindingStep): readonly Addressee[] => {
  const flow = campaign.versions.find((version) => version.plan.hash === finding.course?.plan)?.plan.flow;
  const moves = [...(flow?.moves.values() ?? [])].filter(({ move }) => stage !== undefined && move.from.includes(stage));
  const except = [by.account];
  return moves.flatMap(({ move }): readonly Addressee[] => {
    const roles = move.by.filter((role): role is Exclude<Mover, 'unit'> => role !== 'unit');
    if (roles.length === 0) return [];
    return move.units === undefined
      ? [{ roles, except }]
      : unitsOf(plan.organization, [move.units]).map((unit) => ({ roles, unit, except }));
  });
};

const asked = (finding: Finding, asking: Asking): readonly Message[] => {
  const newest = finding.steps.findLast(didAny(asks));
  return finding.steps.filter(didAny(asks)).map((step): Message => {
    const unit = successorOn(asking.plan.organization, step.unit ?? finding.unit, dayOf(asking.now));
    return {
      id: `finding-asked·${finding.id}·${step.at}`,
      kind: 'finding-asked',
      at: step.at,
      tone: 'plain',
      urgent: true,
      open: step === newest && finding.course?.stage === step.stage,
      to: deciders(asking, finding, step),
      about: { thing: 'finding', id: finding.id },
      says: { ...nameOf(finding), unit, move: step.move ?? '', text: step.text },
    };
  });
};

const decided = (finding: Finding, { plan, now }: Asking): readonly Message[] => {
  const newest = finding.steps.findLast(didAny(answers));
  return finding.steps.filter(didAny(answers)).map((step): Message => {
    const unit = successorOn(plan.organization, step.unit ?? finding.unit, dayOf(now));
    return {
      id: `finding-decided·${finding.id}·${step.at}`,
      kind: 'finding-decided',
      at: step.at,
      tone: 'plain',
      urgent: true,
      open: false,
      to: [{ roles: ['unit'], unit }],
      about: { thing: 'finding', id: finding.id },
      says: {
        ...nameOf(finding),
        unit,
        move: step.move ?? '',
        text: step.text,
        due: step === newest && finding.state === 'rectifying' ? finding.due : '',
      },
    };
  });
};

/** What is told about requests made of a finding: to those who decide, then to the unit that asked. */
export const requestMessages = (finding: Finding, asking: Asking): readonly Message[] =>
  finding.course ? [...asked(finding, asking), ...decided(finding, asking)] : [];

/** Each draw of a look-back, until the last of its findings has been looked at again. */
export const lookBackMessages = ({ campaign }: Asking): readonly Message[] =>
  [...campaign.lookBacks.values()].map(({ period, at, drawn }): Message => {
    const left = drawn.filter((id) => {
      const finding = campaign.findings.get(id);
      return finding !== undefined && isDrawn(campaign, finding);
    }).length;
    return {
      id: `look-back-drawn·${period}`,
      kind: 'look-back-drawn',
      at,
      tone: 'plain',
      urgent: false,
      open: left > 0,
      to: [{ roles: ['office', 'inspector'] }],
      about: { thing: 'look-back', id: period },
      says: { period, n: drawn.length, left },
    };
  });
