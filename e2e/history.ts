import { type Answer, type Duty, dutyViews, instantAt, planInForce, type SubmitChecklist } from '@xiuhua/engine';
import type { Town } from './town.ts';

/** What inspector 乙 finds: riders without helmets at one crossing, once. No photo is asked for that. */
const found: Readonly<Record<string, Answer>> = { '交通周查·2026-11-11·客运停靠点·骑乘戴头盔': { result: 'fail', count: 2 } };

/** Inspector 乙 visits everything else that is due in November, or those duties that are told. */
export const inspectTheRest = async ({ ask, work, campaign, actor }: Town, told: (duty: Duty) => boolean = () => true): Promise<void> => {
  const { plan, duties } = await ask((now) => {
    const plan = planInForce(now);
    if (!plan) throw new Error('no plan is in force');
    const open = dutyViews(now, { from: '2026-11-01', to: '2026-11-30', today: '2026-11-30' }).filter(
      (duty) => duty.submission === null && told(duty),
    );
    return { plan, duties: open };
  });
  const orders = duties.map((duty, i) => {
    const at = instantAt(duty.due, '16:00');
    const items = plan.checklists.get(duty.checklist)?.items.keys() ?? [];
    const answers = Object.fromEntries(
      [...items].map((item): [string, Answer] => [item, found[`${duty.id}·${item}`] ?? { result: 'pass' }]),
    );
    const submission = `yi-november-${String(i).padStart(4, '0')}`;
    const command: SubmitChecklist = { type: 'SubmitChecklist', submission, plan: plan.hash, duty: duty.id, filledAt: at, answers };
    return { id: submission, at, by: actor('yi'), command };
  });
  for (const outcome of await work.book.play(campaign, orders)) if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
};
