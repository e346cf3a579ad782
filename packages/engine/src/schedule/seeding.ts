import type { Day } from '../calendar/day.ts';
import { periodOf } from '../calendar/period.ts';
import { sha256 } from '../problem/canonical.ts';
import type { Draw, DrawName } from './drawn.ts';
import type { Every } from './recurrence.ts';

/**
 * What the draws of a plan rest on. `seed` is the campaign's, drawn by the server when the first plan was adopted, and
 * `commitment` its SHA-256, published at once while the seed is kept back. In a log older than that (`derived` false)
 * the seed is the plan's hash and every draw rests on it as it stands.
 */
export interface Seeding {
  readonly seed: string;
  readonly commitment: string | null;
  readonly derived: boolean;
  /** First planned day that is drawn for; null for the first of the plan. */
  readonly from: Day | null;
  /** Why a draw was made again, once for each time, by `<schedule>·<period>`. */
  readonly repeats: ReadonlyMap<string, readonly string[]>;
  /** Draws of a schedule under earlier versions of the plan, oldest first. */
  readonly before: (schedule: string) => readonly Draw[];
}

const nothingBefore = (): readonly Draw[] => [];

/** The seeding of a campaign's seed from the first day of a plan on, with nothing drawn before or again. */
export const seedingOf = (seed: string): Seeding => ({
  seed,
  commitment: sha256(seed),
  derived: true,
  from: null,
  repeats: new Map(),
  before: nothingBefore,
});

/** The seeding of logs and plans without a seed of their own: every draw rests on one text, the hash of the plan. */
export const plainSeeding = (text: string): Seeding => ({ ...seedingOf(text), commitment: null, derived: false });

/**
 * The seed of one draw: the SHA-256 of `seed|schedule|period`, with `|issue` behind it when it is made again. Whoever
 * knows it learns neither the campaign's seed nor that of any other draw.
 */
export const drawSeed = (seed: string, { schedule, period, issue }: DrawName): string =>
  sha256([seed, schedule, period, ...(issue > 1 ? [String(issue)] : [])].join('|'));

/** True when a recurrence has one day in each of its stretches, so that the stretch names it. */
const isOnceEach = (every: Every): boolean => {
  if (every.kind === 'in') return true;
  if (every.kind !== 'on' && every.kind !== 'before') return false;
  const { point } = every;
  return !(point.kind === 'weekdays' && point.weekdays.length > 1) && !(point.kind === 'days' && point.days.length > 1);
};

/**
 * The period a draw is for: the week, 旬, month, quarter, half-year or year of a schedule that comes once in each, else
 * the planned day. Moving the day inside the period therefore does not change what is drawn.
 */
export const drawPeriod = (every: Every, planned: Day): string =>
  'stretch' in every && every.stretch !== 'phase' && isOnceEach(every) ? periodOf(every.stretch, planned) : planned;

/** What the numbers of a draw are made from: its name under which it is drawn, and its own seed. */
export interface Lot extends DrawName {
  readonly id: string;
  readonly seed: string;
}

/** The lot of a draw. A period that another draw has already been named by gives way to the planned day. */
export const lotOf = (
  seeding: Seeding,
  { schedule, every, planned, issue }: { readonly schedule: string; readonly every: Every; readonly planned: Day; readonly issue?: number },
  used: readonly Draw[] = [],
): Lot => {
  const named = drawPeriod(every, planned);
  const period = used.some((draw) => draw.period === named) ? planned : named;
  const name = { schedule, period, issue: issue ?? (seeding.repeats.get(`${schedule}·${period}`)?.length ?? 0) + 1 };
  if (!seeding.derived) return { ...name, id: `${schedule}·${planned}`, seed: seeding.seed };
  return { ...name, id: `${schedule}·${period}`, seed: drawSeed(seeding.seed, name) };
};
