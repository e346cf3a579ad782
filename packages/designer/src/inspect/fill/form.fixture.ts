import type { Plan } from '@xiuhua/engine';
import { duty, xiaoqing } from '../inspect.fixture.ts';
import { type Form, formOf, type Question } from './form.ts';

type Item = Plan['checklists'][number]['items'][number];

/** A day on which the example plan runs. */
export const someDay = '2026-11-24';

/** The example plan with these questions in the checklist of the door fronts. */
export const planWith = (items: readonly Partial<Item>[]): Plan => {
  const plan = xiaoqing();
  const whole = items.map((item, i) => ({ name: `第${i + 1}项`, task: '镇容秩序专项整治', points: 1, ...item }) as Item);
  return { ...plan, checklists: plan.checklists.map((list) => (list.name === duty().checklist ? { ...list, items: whole } : list)) };
};

/** The form of the door fronts of 东街 with these questions. */
export const formWith = (items: readonly Partial<Item>[]): Form => {
  const form = formOf(planWith(items), duty(), someDay);
  if (!form) throw new Error('the example plan has no such form');
  return form;
};

/** One question. */
export const questionWith = (item: Partial<Item>): Question => {
  const [question] = formWith([item]).questions;
  if (!question) throw new Error('the form has no question');
  return question;
};
