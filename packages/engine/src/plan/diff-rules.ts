import type { Written } from './diff-identity.ts';
import {
  deeper,
  drawn,
  earlier,
  higher,
  ladder,
  larger,
  later,
  lower,
  type Order,
  oftener,
  opposite as otherWay,
  periods,
  raised,
  type Sense,
  shorter,
  sooner,
  superset,
  tighter,
  turned,
  type Weight,
  yes,
} from './diff-order.ts';

/** How values of one key are ordered. */
interface Rule {
  readonly order: Order;
  /** What a missing value stands for; without it a value that comes or goes weighs nothing. */
  readonly absent?: unknown;
  /** Which way round the order holds for the things around the value, outermost first: 1, -1, or 0 for not at all. */
  readonly turn?: (around: readonly Written[]) => 1 | -1 | 0;
}

const never = '9999-12-31';
/** How much an indicator binds, from the least. */
export const bindings = ladder('stretch', 'expected', 'binding');

/** Only a sanction gets stricter when it strikes more easily; praise does not weigh. */
const sanction = (around: readonly Written[]): 1 | 0 => (around.at(-1)?.kind === 'sanction' || around.at(-2)?.kind === 'sanction' ? 1 : 0);
/** A deduction is stricter when it is higher, a bonus when it is lower. */
const deduction = (around: readonly Written[]): 1 | -1 | 0 =>
  around.at(-1)?.kind === 'deduct' ? 1 : around.at(-1)?.kind === 'bonus' ? -1 : 0;
/** A share follows its target: more of “at least”, less of “at most”. */
const share = (around: readonly Written[]): 1 | -1 | 0 => {
  const target = String(around.find((thing) => typeof thing.target === 'string')?.target ?? '');
  return target.startsWith('at least') ? 1 : target.startsWith('at most') ? -1 : 0;
};

/**
 * The order of each kind of value that has one, by its place in the plan. Everything that is not here is neutral: it
 * is another rule, not a stricter one.
 */
export const rules: Readonly<Record<string, Rule>> = {
  'period.to': { order: earlier },
  'phases[].to': { order: earlier },
  'phases[].review': { order: earlier, absent: never },
  'phases[].exit': { order: superset, absent: [] },
  'phases[].milestones[].by': { order: sooner },
  'organization.groups[].units': { order: superset, absent: [] },
  'organization.groups[].except': { order: turned(superset), absent: [] },
  'responsibility.tasks[].responsible': { order: superset, absent: [] },
  'responsibility.tasks[].cooperate': { order: superset, absent: [] },
  'responsibility.tasks[].supervise': { order: superset, absent: [] },
  'responsibility.tasks[].due': { order: earlier, absent: never },
  'responsibility.tasks[].deliverables[].count': { order: raised },
  'responsibility.tasks[].deliverables[].by': { order: earlier, absent: never },
  'responsibility.tasks[].projects[].stages[].by': { order: earlier },
  'responsibility.tasks[].projects[].amount': { order: raised },
  'responsibility.tasks[].quotas[].total': { order: raised },
  'responsibility.tasks[].quotas[].each.amount': { order: raised },
  'responsibility.tasks[].quotas[].shares[].amount': { order: raised },
  'responsibility.tasks[].quotas[].by': { order: earlier, absent: never },
  'responsibility.letters[].by': { order: earlier, absent: never },
  'responsibility.letters[].coverage': { order: raised, absent: 0 },
  'sets[].items': { order: superset },
  'checklists[].watermark': { order: yes, absent: false },
  'checklists[].items[].points': { order: higher },
  'checklists[].items[].standards[].points': { order: higher },
  'checklists[].items[].most': { order: higher, absent: Number.POSITIVE_INFINITY },
  'checklists[].items[].counted': { order: yes, absent: false },
  'checklists[].items[].optional': { order: turned(yes), absent: false },
  'checklists[].items[].photo': { order: ladder('never', 'on-failure', 'always'), absent: 'never' },
  'checklists[].items[].photosLeast': { order: higher, absent: 0 },
  'indicators[].binding': { order: bindings },
  'indicators[].reported.every': { order: periods },
  'indicators[].reported.within': { order: shorter, absent: '999 workdays' },
  'indicators[].computed.every': { order: periods },
  'indicators[].targets[].target': { order: tighter },
  'indicators[].targets[].due': { order: earlier },
  'indicators[].targets[].binding': { order: bindings },
  'indicators[].targets[].shares[].amount': { order: raised, turn: share },
  'schedule[].every': { order: oftener },
  'schedule[].within': { order: shorter, absent: '0 days' },
  'schedule[].sites': { order: larger },
  'schedule[].strata[].draw': { order: drawn },
  'schedule[].along.draw': { order: drawn },
  'schedule[].invite': { order: superset, absent: [] },
  'routines[].every': { order: oftener },
  'routines[].within': { order: shorter, absent: '0 days' },
  'findings.notice.within': { order: shorter },
  'findings.stages[].within': { order: shorter },
  'findings.classes[].list[].within': { order: shorter },
  'findings.classes[].list[].limits[].within': { order: shorter },
  'findings.moves[].needs': { order: superset, absent: [] },
  'findings.moves[].most': { order: lower, absent: Number.POSITIVE_INFINITY },
  'findings.lookBack.every': { order: oftener },
  'findings.lookBack.draw': { order: drawn },
  'findings.lookBack.share': { order: raised },
  'findings.reply.photo': { order: yes, absent: false },
  'scoring[].base': { order: lower },
  'scoring[].floor': { order: lower },
  'scoring[].cap': { order: lower },
  'scoring[].rules[].points': { order: higher, turn: deduction },
  'scoring[].rules[].most': { order: higher, absent: Number.POSITIVE_INFINITY, turn: deduction },
  'scoring[].grades[].from': { order: higher },
  'consequences[].when.rank': { order: deeper, turn: sanction },
  'consequences[].when.times': { order: lower, absent: 1, turn: sanction },
  'consequences[].when.consecutive': { order: turned(yes), absent: false, turn: sanction },
  'consequences[].transfer.amount': { order: higher, turn: sanction },
};

/** Orders that hold between levels only: a lower plan begins no earlier than its upper one, an amendment may. */
export const bounds: Readonly<Record<string, Rule>> = {
  'phases[].from': { order: later },
  'period.from': { order: later },
};

const asks = (): Weight => 'stricter';
const ofKind =
  (stricter: string, looser: string) =>
  (thing: unknown): Weight => {
    const kind = typeof thing === 'object' && thing !== null && 'kind' in thing ? thing.kind : undefined;
    return kind === stricter ? 'stricter' : kind === looser ? 'looser' : 'neutral';
  };

/** What it weighs that a thing comes into the plan, by its place; that it goes weighs the opposite. Others are neutral. */
export const arrivals: Readonly<Record<string, (thing: unknown) => Weight>> = {
  'places.sites[]': asks,
  'phases[].milestones[]': asks,
  'responsibility.tasks[]': asks,
  'responsibility.tasks[].deliverables[]': asks,
  'responsibility.tasks[].projects[]': asks,
  'responsibility.tasks[].projects[].stages[]': asks,
  'responsibility.tasks[].quotas[]': asks,
  'responsibility.letters[]': asks,
  'checklists[]': asks,
  'checklists[].items[]': asks,
  'indicators[]': asks,
  'indicators[].targets[]': asks,
  'schedule[]': asks,
  'schedule[].strata[]': asks,
  'routines[]': asks,
  'findings.lookBack': asks,
  'scoring[].rules[]': ofKind('deduct', 'bonus'),
  'consequences[]': ofKind('sanction', ''),
};

const opposite: Readonly<Record<Weight, Weight>> = { stricter: 'looser', looser: 'stricter', neutral: 'neutral' };

/** The weight of a thing that came (`after`) or went (`before`). A list that came or went weighs as the things in it. */
export const weighThing = (place: string, thing: unknown, came: boolean): Weight => {
  const inList = Array.isArray(thing)
    ? thing[0] === undefined
      ? undefined
      : arrivals[`${place}[]`]?.(thing[0])
    : arrivals[place]?.(thing);
  const weight = inList ?? 'neutral';
  return came ? weight : opposite[weight];
};

/** The things around a value in the older and the newer plan, outermost first. */
export interface Around {
  readonly before: readonly Written[];
  readonly after: readonly Written[];
}

/** The weight of a value that became another; `undefined` stands for one that was or is not there. */
export const weighValue = (
  place: string,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  around: Around,
): Weight => {
  const rule = rules[place];
  if (!rule) return 'neutral';
  if ((before === undefined || after === undefined) && rule.absent === undefined) return 'neutral';
  const [was, is] = [rule.turn?.(around.before) ?? 1, rule.turn?.(around.after) ?? 1];
  const compared = was === is ? (rule.order(before ?? rule.absent, after ?? rule.absent) ?? 0) * is : 0;
  return compared > 0 ? 'stricter' : compared < 0 ? 'looser' : 'neutral';
};

/** Which way a value at a place is stricter for a lower plan, by what stands around it; undefined where no order is declared. */
export const senseOf = (place: string, around: readonly Written[]): Sense | undefined => {
  const rule = rules[place] ?? bounds[place];
  const turn = rule?.turn?.(around) ?? 1;
  return !rule || turn === 0 ? undefined : turn > 0 ? rule.order.sense : otherWay(rule.order.sense);
};
