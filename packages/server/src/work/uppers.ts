import {
  type Campaign,
  type CompiledPlan,
  compilePlan,
  type Day,
  type Deriving,
  derive,
  type Lineage,
  type LowersView,
  lineage,
  lowersView,
  nearest,
  type Outcome,
  outcome,
  type Plan,
  type Rebased,
  rebase,
  refuse,
  upperBases,
} from '@xiuhua/engine';
import type { Db } from '../store/tables.ts';
import { addUpper, upperTextOf, upperTexts } from '../store/uppers.ts';
import type { CampaignBook } from './book.ts';
import { restingOn } from './overseeing.ts';
import type { Person } from './sessions.ts';
import type { Shelf } from './shelf.ts';
import type { Tools } from './tools.ts';

type PlanObject = Readonly<Record<string, unknown>>;

/** A plan that a lower one can be made from. */
export interface UpperPlan {
  readonly hash: string;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  /** Day it was issued on; empty when it does not say. */
  readonly issued: string;
  /** Last day by which lower plans follow it; empty when it does not say. */
  readonly lowerBy: string;
  readonly addedAt: string;
}

const mostLevels = 12;

/** Puts a plan's upper plans on the shelf, and theirs, as far as the store has them. */
export const shelveUppers = async (db: Db, plans: Shelf, lower: unknown, levels = mostLevels): Promise<void> => {
  for (const { hash } of levels > 0 ? upperBases(lower) : []) {
    if (plans.get(hash) === undefined) {
      const text = await upperTextOf(db, hash);
      if (text !== undefined) plans.put(text);
    }
    await shelveUppers(db, plans, plans.get(hash)?.written ?? {}, levels - 1);
  }
};

/** The plans a lower one can be made from, newest first. */
export const listUppers = async ({ store }: Tools): Promise<readonly UpperPlan[]> =>
  (await upperTexts(store.reading)).map(({ hash, text, added_at }) => {
    const { title, number = '', issuer, issued = '', lowerBy = '' } = JSON.parse(text) as Partial<Plan> & Pick<Plan, 'title' | 'issuer'>;
    return { hash, title, number, issuer, issued, lowerBy, addedAt: added_at };
  });

/** Takes in the plan of an upper level. It has to be free of errors, as an issued plan is. */
export const keepUpper = async ({ store, clock }: Tools, person: Person, plan: PlanObject): Promise<Outcome<{ readonly hash: string }>> => {
  const compiled = compilePlan(plan);
  if (!compiled.ok) return compiled;
  const { hash } = compiled.value;
  const row = { hash, text: JSON.stringify(plan), added_at: clock.now(), added_by: person.account.id };
  await store.write((db) => addUpper(db, row));
  return outcome({ hash }, []);
};

/** An upper plan; `request.not-found` when it is neither taken in nor adopted here. */
export const readUpper = async ({ store }: Tools, hash: string): Promise<Outcome<CompiledPlan>> => {
  const text = await upperTextOf(store.reading, hash);
  return text === undefined ? refuse('request.not-found') : compilePlan(JSON.parse(text));
};

/** A draft for one of the units of an upper plan. */
export const deriveFrom = async (tools: Tools, hash: string, deriving: Deriving): Promise<Outcome<{ readonly plan: PlanObject }>> => {
  const upper = await readUpper(tools, hash);
  if (!upper.ok) return upper;
  const { units } = upper.value.organization;
  const { as } = deriving;
  if (as !== undefined && !units.has(as)) {
    const params = { upper: upper.value.plan.title, found: as, near: nearest(as, units.keys()) };
    return refuse('basis.unknown-unit', '/as', params);
  }
  return outcome({ plan: derive(upper.value, deriving) }, []);
};

/** A lower plan carried from the version of the upper plan it rests on to another. */
export const rebaseOnto = async (
  tools: Tools,
  {
    plan,
    from,
    to,
    take = [],
  }: { readonly plan: PlanObject; readonly from: string; readonly to: string; readonly take?: readonly number[] },
): Promise<Outcome<Rebased>> => {
  const [before, after] = [await readUpper(tools, from), await readUpper(tools, to)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  if (upperBases(plan).some(({ hash }) => hash === from))
    return outcome(
      rebase(plan, before.value, after.value, (clash) => take.includes(clash)),
      [],
    );
  return refuse('basis.not-the-upper', '/plan/basis', { upper: before.value.plan.title, hash: from.slice(0, 12) });
};

/** A plan held against all its upper plans, as far as the store has them. */
export const conformityOf = async ({ store }: Tools, plans: Shelf, plan: PlanObject): Promise<Lineage> => {
  await shelveUppers(store.reading, plans, plan);
  return lineage(plan, plans.get);
};

/** The campaigns that rest on this one, each by its id, as the upper campaign sees them; `undefined` for no such campaign. */
export const lowersOf = async (
  tools: Tools,
  book: CampaignBook,
  at: { readonly campaign: string; readonly today: Day },
): Promise<(LowersView & { readonly ids: readonly string[] }) | undefined> => {
  const upper = await book.ask(at.campaign, (campaign) => campaign);
  if (!upper) return undefined;
  const found: { readonly id: string; readonly lower: Campaign }[] = [];
  for (const id of await restingOn(tools, book, at.campaign)) {
    const lower = await book.ask(id, (campaign) => campaign);
    if (lower) found.push({ id, lower });
  }
  const lowers = found.map(({ lower }) => lower);
  return { ...lowersView(upper, lowers, at.today), ids: found.map(({ id }) => id) };
};
