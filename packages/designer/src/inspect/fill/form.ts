import {
  type CompiledChecklist,
  type CompiledItem,
  compileChecklists,
  compileOrganization,
  compilePlaces,
  compileTasks,
  type Day,
  type Duty,
  firstDayOf,
  itemsAt,
  lastDayOf,
  ownersOf,
  type Plan,
} from '@xiuhua/engine';
import type { Site } from '../device/records.ts';

/** How a question is answered; 合格/不合格 unless the plan says otherwise. */
export type Kind = NonNullable<CompiledItem['item']['answer']>;

/** One question as the inspector meets it at this site, with the standard and the points that hold there. */
export interface Question {
  /** Position in the checklist at this site, from 1. */
  readonly number: number;
  readonly name: string;
  readonly kind: Kind;
  readonly item: CompiledItem;
  /** The question as a checklist of its own, for the engine to judge an answer by. */
  readonly alone: CompiledChecklist;
  /** The unit that a failure goes to; empty when the plan names none. */
  readonly unit: string;
}

/** Questions under one heading, in the order of the checklist. */
export interface Section {
  readonly name: string;
  readonly questions: readonly Question[];
}

/** A checklist as it is filled at one site. */
export interface Form {
  readonly site: Site;
  readonly checklist: CompiledChecklist;
  readonly questions: readonly Question[];
  /** Runs of questions under the same heading: the plan's section, else the task. */
  readonly sections: readonly Section[];
  readonly byName: ReadonlyMap<string, Question>;
}

const inSections = (questions: readonly Question[]): readonly Section[] => {
  const sections: { name: string; questions: Question[] }[] = [];
  for (const question of questions) {
    const { section, task } = question.item.item;
    const name = section ?? task ?? '';
    const last = sections.at(-1);
    if (last?.name === name) last.questions.push(question);
    else sections.push({ name, questions: [question] });
  }
  return sections;
};

/** The phase of the day, by the days the plan writes; empty between phases. */
const phaseOn = (plan: Plan, day: Day): string =>
  plan.phases.find((p) => day >= firstDayOf(p.from) && (p.to === 'long-term' || day <= lastDayOf(p.to)))?.name ?? '';

/**
 * The form of a duty under a plan, filled on a day; `undefined` when the plan does not know the checklist or the site.
 * Only the sections the form needs are compiled: the phone carries no schemas, and an adopted plan has passed its checks.
 */
export const formOf = (plan: Plan, duty: Pick<Duty, 'checklist' | 'site'>, day: Day): Form | undefined => {
  const organization = compileOrganization(plan.organization, '').value;
  const places = compilePlaces(plan.places, organization).value;
  const own = plan.checklists.filter((c) => c.name === duty.checklist);
  const checklist = compileChecklists(own, places.byClass, '').value.get(duty.checklist);
  const site = places.sites.get(duty.site);
  if (!checklist || !site) return undefined;
  const grades = new Set([...(site.grades ?? []), ...(places.areas.get(site.area ?? '')?.grades ?? [])]);
  const items = itemsAt(checklist, { grades, phase: phaseOn(plan, day) });
  const tasks = compileTasks(plan.responsibility.tasks, { organization, phases: [] }, '').value;
  const questions = [...items.values()].map((item, i): Question => {
    const { asked: _, ...always } = item.item;
    const alone = {
      checklist: { ...checklist.checklist, items: [always] },
      items: new Map([[item.item.name, item]]),
      asked: undefined,
      source: item.source,
    };
    const unit = ownersOf(item, site, { organization, task: tasks.get(item.item.task ?? '') }).join('、');
    return { number: i + 1, name: item.item.name, kind: item.item.answer ?? 'pass', item, alone, unit };
  });
  return { site, checklist, questions, sections: inSections(questions), byName: new Map(questions.map((q) => [q.name, q])) };
};
