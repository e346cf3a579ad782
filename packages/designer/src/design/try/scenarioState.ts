import type { Tried } from '@xiuhua/engine';
import type { PlacedProblem } from '../desk/check.ts';
import { useDesk, useDraft, useFollowed } from '../desk/context.ts';
import type { DraftStore } from '../desk/store.ts';
import { isObject, isWithin, type Json, listAt, textOf, valueAt } from '../draft/json.ts';
import { ask } from './ask.ts';
import { type Trying, tryingOf } from './trying.ts';

/** How a scenario stands: it comes out as kept, otherwise, otherwise and left so with a reason, or not worked out yet. */
export interface ScenarioState {
  readonly at: string;
  readonly name: string;
  readonly state: 'holds' | 'fails' | 'left' | 'waiting';
  readonly differences: readonly PlacedProblem[];
}

const isOf = (at: string) => (found: PlacedProblem) => found.problem.code.startsWith('scenario.') && isWithin(at, found.place);

/** The scenarios of the draft in their order, by what the last check found. */
export const useScenarios = (): readonly ScenarioState[] => {
  const { problems, waived, of } = useFollowed(useDesk().checked);
  const plan = useDraft(({ present }) => present);
  const broken = of === undefined || problems.some(({ problem }) => problem.severity === 'error');
  return listAt(plan, '/scenarios').map((scenario, i): ScenarioState => {
    const at = `/scenarios/${i}`;
    const name = textOf(scenario, 'name');
    const [open, left] = [problems.filter(isOf(at)), waived.filter(isOf(at))];
    const isChecked = !broken && of !== undefined && valueAt(of, at) !== undefined;
    const state = !isChecked ? 'waiting' : open.length > 0 ? 'fails' : left.length > 0 ? 'left' : 'holds';
    return { at, name, state, differences: [...open, ...left] };
  });
};

/** What happens in a scenario as the draft has it. */
const triedAt = (plan: Json, at: string): Tried => {
  const scenario = valueAt(plan, at);
  if (!isObject(scenario)) return {};
  const { name: _, expects: __, source: ___, note: ____, ...tried } = scenario;
  return tried as unknown as Tried;
};

/** Expects of a scenario what comes of it now. False when the plan has errors, and nothing can be worked out. */
export const acceptScenario = async (store: DraftStore, at: string): Promise<boolean> => {
  const plan = store.get().present;
  const answer = await ask(plan, { ask: 'expect', tried: triedAt(plan, at) });
  if (!answer.ok || store.get().present !== plan) return false;
  const value = { expects: answer.value } as unknown as Readonly<Record<string, Json>>;
  store.edit({ type: 'WriteClause', at, keys: ['expects'], value, whole: true });
  return true;
};

/** Puts what happens in a scenario onto the page, to be looked at and gone on from. */
export const openScenario = async (store: DraftStore, at: string): Promise<boolean> => {
  const plan = store.get().present;
  const tried = triedAt(plan, at);
  const answer = await ask(plan, { ask: 'open', tried });
  if (!answer.ok) return false;
  const held = tryingOf(store);
  const first = Math.max(0, ...held.get().visits.map(({ id }) => id)) + 1;
  const next: Trying = {
    visits: answer.value.map((visit, i) => ({ ...visit, id: first + i, round: 1 })),
    current: first,
    rectified: tried.rectified ?? 'in-time',
    missed: tried.missed ?? [],
    readings: tried.readings ?? [],
    from: textOf(valueAt(plan, at), 'name'),
  };
  held.set(next);
  return true;
};
