import { addDays, type CompiledPlan, compilePlan, type Duty, dayOf, dutiesOf, instantAt, type Plan } from '@xiuhua/engine';
import { systemClock } from '../../adapters/clock.ts';
import { silentLog } from '../../adapters/log.ts';
import { openStore } from '../../store/open.ts';
import { addAccountAs } from '../../work/accounts.ts';
import { beginCampaign } from '../../work/drafts.ts';
import { setMembers } from '../../work/members.ts';
import { workOn } from '../../work/work.ts';
import { passwordOf, townPlan } from '../town.fixture.ts';

/** A campaign under way, whatever today's date is, and what can be inspected in it. */
export interface CrashTown {
  readonly campaign: string;
  readonly plan: CompiledPlan;
  readonly duties: readonly Duty[];
  readonly login: string;
}

/** The town's plan with one long phase that began forty days ago. */
const planNow = (today: string): Plan => {
  const last = townPlan.phases?.at(-1);
  if (!last) throw new Error('the plan has no phase');
  return { ...townPlan, phases: [{ ...last, from: addDays(today, -40), to: 'long-term', review: addDays(today, 180), milestones: [] }] };
};

const must = <T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

/** Founds the town in a data folder: one inspector, one campaign with its plan in force. The store is closed again. */
export const foundTown = async (data: string): Promise<CrashTown> => {
  const store = await openStore({ data, database: undefined }, { log: silentLog });
  const { tools, book } = workOn({ store, clock: systemClock, log: silentLog, data });
  const today = dayOf(systemClock.now());
  const written = planNow(today);
  const plan = must(compilePlan(written));
  const account = must(await addAccountAs(tools, { login: 'jia', name: '检查员甲', password: passwordOf('jia'), admin: true }));
  const person = { account, session: '', campaigns: [] };
  const { id: campaign } = await beginCampaign(tools, person, written);
  // What is drawn hangs on the seed the server makes; the visits of this town are of schedules that draw nothing.
  const drawn = new Set(plan.schedules.filter(({ pick }) => pick.kind !== 'all').map(({ name }) => name));
  const all = dutiesOf(plan, addDays(today, -40), addDays(today, -1)).filter(({ schedule }) => !drawn.has(schedule));
  const unit = all[0]?.by ?? '';
  must(await setMembers(tools, campaign, { members: [{ account: account.id, unit, roles: ['office', 'inspector'] }], units: [] }));
  const by = { account: account.id, name: account.name, unit, roles: ['office', 'inspector'] } as const;
  const at = instantAt(addDays(today, -40), '09:00');
  const leader = { account: 'zuzhang', name: '领导小组组长', unit: '', roles: ['leader'] } as const;
  must(await book.command(campaign, { id: 'ask-review-001', by, at, command: { type: 'AskReview', plan: plan.hash, text: '' } }));
  const passed = { type: 'ReviewPlan', plan: plan.hash, passed: true, text: '', remarks: {} } as const;
  must(await book.command(campaign, { id: 'review-plan-001', by: leader, at, command: passed }));
  must(await book.command(campaign, { id: 'adopt-001', by, at, command: { type: 'AdoptPlan', plan: plan.hash } }));
  await store.close();
  const duties = all.filter((duty) => duty.by === unit && duty.from < today);
  return { campaign, plan, duties, login: 'jia' };
};
