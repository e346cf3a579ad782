import { dayOf } from '../calendar/day.ts';
import { daysOf, kindOf, periodOf } from '../calendar/period.ts';
import type { Finding } from '../finding/finding.ts';
import { type Closed, drawLookBack, lookBackSeed } from '../finding/look-back.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import type { DrawLookBack } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Event, Fact, LookBackDrawn } from './event.ts';
import type { Campaign, DrawnLookBack } from './state.ts';

/** The findings of a draw as a set; a draw never changes. */
const drawnSets = new WeakMap<DrawnLookBack, ReadonlySet<string>>();

const drawnIn = (draw: DrawnLookBack): ReadonlySet<string> => {
  const known = drawnSets.get(draw) ?? new Set(draw.drawn);
  drawnSets.set(draw, known);
  return known;
};

/** True for a closed finding that was drawn for a look-back and has not been looked at since the draw. */
export const isDrawn = (campaign: Campaign, finding: Finding): boolean => {
  if (finding.state !== 'closed' || !finding.course) return false;
  const draw = [...campaign.lookBacks.values()].findLast((one) => drawnIn(one).has(finding.id));
  return draw !== undefined && !finding.steps.some(({ does, at }) => (does === 'confirm' || does === 'reopen') && at >= draw.at);
};

/** Findings closed in a period and closed still, with the unit that fixed them. Those older than the flow cannot be reopened. */
const closedIn = (campaign: Campaign, period: string): readonly Closed[] => {
  const { first, last } = daysOf(period);
  return [...campaign.findings.values()]
    .filter(({ course, state, closed }) => course && state === 'closed' && closed !== null && closed >= first && closed <= last)
    .map(({ id, unit }) => ({ finding: id, unit }));
};

/** Draws the look-back of a period that is over, once. */
export const decideLookBack = (campaign: Campaign, command: DrawLookBack, context: Context): Outcome<readonly Fact[]> => {
  const { period } = command;
  const plan = planInForce(campaign);
  const rule = plan?.plan.findings.lookBack;
  if (!plan || !rule) return refuse('look-back.none');
  const today = dayOf(context.at);
  if (kindOf(period) !== rule.every) return refuse('period.not-a-period', '/period', { period, ranking: periodOf(rule.every, today) });
  if (today <= daysOf(period).last) return refuse('look-back.not-over', '/period', { period });
  if (campaign.lookBacks.has(period)) return refuse('look-back.already-drawn', '/period', { period });
  const closed = closedIn(campaign, period);
  if (closed.length === 0) return refuse('look-back.nothing-closed', '/period', { period });
  const seed = lookBackSeed([campaign.seeded?.seed ?? '', plan.hash, period, context.at, String(campaign.seq)]);
  const drawn = drawLookBack(rule, closed, { seed, draw: `回头看·${period}` });
  return { ok: true, value: [{ type: 'LookBackDrawn', period, day: today, plan: plan.hash, seed, closed, drawn }], problems: [] };
};

/** Takes a look-back draw in. */
export const keepLookBack = (campaign: Campaign, event: Event, fact: LookBackDrawn): void => {
  const { type: _, ...draw } = fact;
  campaign.lookBacks.set(fact.period, { ...draw, at: event.at, by: event.by.name });
};
