import { type CompiledItem, type Duty, type Plan, pointsOf } from '@xiuhua/engine';
import type { Site } from '../device/records.ts';
import { ownersAt } from './owners.ts';

/** One question as the inspector meets it at this site. */
export interface Question {
  /** Position in the checklist, from 1. */
  readonly number: number;
  readonly name: string;
  readonly item: CompiledItem;
  readonly photo: 'never' | 'on-failure' | 'always';
  /** The unit that a failure goes to; empty when the plan names none. */
  readonly unit: string;
}

/** The questions of one task, in the order of the checklist. */
export interface Section {
  readonly name: string;
  readonly questions: readonly Question[];
}

/** A checklist as it is filled at one site. */
export interface Form {
  readonly checklist: string;
  readonly site: Site;
  readonly questions: readonly Question[];
  /** Runs of questions of the same task; a checklist of one task has one section. */
  readonly sections: readonly Section[];
  readonly byName: ReadonlyMap<string, Question>;
}

const inSections = (questions: readonly Question[]): readonly Section[] => {
  const sections: { name: string; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = sections.at(-1);
    if (last?.name === question.item.item.task) last.questions.push(question);
    else sections.push({ name: question.item.item.task, questions: [question] });
  }
  return sections;
};

type Checklist = Plan['checklists'][number];

const itemsOf = (checklist: Checklist): readonly CompiledItem[] =>
  checklist.items.map((item, index) => ({
    item,
    index,
    points: pointsOf(item.points) ?? 0,
    most: item.most === undefined ? null : (pointsOf(item.most) ?? 0),
    source: item.source ?? checklist.source ?? '',
  }));

/** The form of a duty under a plan; `undefined` when the plan does not know the checklist or the site. */
export const formOf = (plan: Plan, duty: Pick<Duty, 'checklist' | 'site'>): Form | undefined => {
  const checklist = plan.checklists.find((c) => c.name === duty.checklist);
  const site = plan.places.sites.find((s) => s.name === duty.site);
  if (!checklist || !site) return undefined;
  const owners = ownersAt(plan, site);
  const questions = itemsOf(checklist).map((item): Question => {
    const unit = owners(item.item).join('、');
    return { number: item.index + 1, name: item.item.name, item, photo: item.item.photo ?? 'never', unit };
  });
  return { checklist: duty.checklist, site, questions, sections: inSections(questions), byName: new Map(questions.map((q) => [q.name, q])) };
};
