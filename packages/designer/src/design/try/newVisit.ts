import type { Day } from '@xiuhua/engine';
import { type Json, listAt, textOf } from '../draft/json.ts';
import { ask } from './ask.ts';
import type { PhoneVisit } from './trial.ts';

/** Checklists made for the class of a site, in the order of the plan. */
export const checklistsFor = (plan: Json, site: string): readonly string[] => {
  const kind = textOf(
    listAt(plan, '/places/sites').find((one) => textOf(one, 'name') === site),
    'class',
  );
  const own = listAt(plan, '/checklists').filter((list) => textOf(list, 'for') === kind);
  return own.map((list) => textOf(list, 'name'));
};

/** The first visit the plan has planned at a site from a day on; on that very day when it has none, and then `planned` is false. */
export const newVisit = async (
  plan: Json,
  site: string,
  from: Day,
): Promise<{ readonly visit: Omit<PhoneVisit, 'answers'>; readonly planned: boolean }> => {
  const answer = await ask(plan, { ask: 'visits', site, from });
  const [first] = answer.ok ? answer.value : [];
  if (first) return { visit: { site, checklist: first.checklist, day: first.day }, planned: true };
  return { visit: { site, checklist: checklistsFor(plan, site)[0] ?? '', day: from }, planned: !answer.ok };
};
