import {
  addDays,
  type Campaign,
  type Command,
  type CompiledPlan,
  type Day,
  daysBetween,
  daysOf,
  periodBefore,
  periodOf,
  planInForce,
  type Reading,
  readingId,
  type Scope,
} from '@xiuhua/engine';
import { demoChance } from './album.ts';
import { type DemoIndicator, demoIndicators } from './indicators.ts';
import { momentIn, type Step } from './step.ts';

const returns = ['与上周相比跳得太快，请核对台账后再报。', '请附统计台账照片。'];

interface Knowing {
  readonly logins: ReadonlyMap<string, string>;
  readonly today: Day;
}

const scopesOf = (plan: CompiledPlan, name: string): readonly Scope[] => {
  const reporters = plan.indicators.get(name)?.reporters ?? [];
  return reporters.length > 1 ? reporters.map((unit) => ({ kind: 'unit', name: unit })) : [{ kind: 'whole', name: '' }];
};

/** The day a number is reported: some days after its period, a few after the limit; one unit in fifteen forgets. */
const reportDay = (id: string, last: Day): Day | undefined => {
  const chance = demoChance(`reading ${id}`);
  return chance.likely(0.06) ? undefined : addDays(last, chance.likely(0.1) ? chance.whole(8, 10) : chance.whole(1, 3));
};

const reportsOf = (
  campaign: Campaign,
  plan: CompiledPlan,
  { indicator, figure }: DemoIndicator,
  { day, logins }: Pick<Knowing, 'logins'> & { readonly day: Day },
): readonly Step[] => {
  const { reported } = indicator;
  if (!reported || !figure) return [];
  const due = plan.indicators.get(indicator.name)?.targets[0]?.due ?? day;
  return [1, 2].flatMap((back): readonly Step[] => {
    let period = periodOf(reported.every, day);
    for (let i = 0; i < back; i++) period = periodBefore(period);
    const { last } = daysOf(period);
    if (last < (campaign.versions[0]?.from ?? plan.from)) return [];
    return scopesOf(plan, indicator.name).flatMap((scope): readonly Step[] => {
      const id = readingId(indicator.name, period, scope);
      const login = logins.get(scope.name || (plan.indicators.get(indicator.name)?.reporters[0] ?? ''));
      if (!login || campaign.readings.has(id) || reportDay(id, last) !== day) return [];
      const share = Math.max(0, daysBetween(plan.from, last)) / Math.max(1, daysBetween(plan.from, due));
      const number = figure(Math.min(1, share), demoChance(`figure ${id}`).next());
      const own = scope.kind === 'unit' ? { unit: scope.name } : {};
      const command: Command = {
        type: 'ReportReading',
        indicator: indicator.name,
        period,
        ...own,
        ...number,
        text: '数据来自本单位台账。',
        photos: [],
      };
      return [{ at: momentIn(day, [9, 11], demoChance(`moment ${id}`)), who: login, command }];
    });
  });
};

/** The office looks at a number one to three days later and confirms it; one in twelve it returns. The newest ones still wait. */
const verdictOn = (reading: Reading, day: Day): readonly Step[] => {
  const step = reading.steps.at(-1);
  if (reading.state !== 'reported' || !step) return [];
  const chance = demoChance(`verdict ${reading.id} ${reading.steps.length}`);
  if (addDays(step.day, chance.whole(1, 3)) !== day) return [];
  const passed = !chance.likely(0.08);
  const command: Command = { type: 'VerifyReading', reading: reading.id, passed, text: passed ? '' : chance.one(returns), photos: [] };
  return [{ at: momentIn(day, [14, 16], chance), who: 'office', command }];
};

/** Days between two reports on a task by one unit. */
const rhythm = 16;

/** Units say how far their tasks are, every couple of weeks; the office confirms a day or two later. */
const progressOn = (campaign: Campaign, plan: CompiledPlan, day: Day, { logins, today }: Knowing): readonly Step[] => {
  const share = daysBetween(plan.from, day) / Math.max(1, daysBetween(plan.from, addDays(today, 40)));
  const reports = [...plan.tasks.values()].flatMap(({ task, bearers }) =>
    bearers.flatMap((unit): readonly Step[] => {
      const chance = demoChance(`progress ${task.name} ${unit}`);
      const login = logins.get(unit);
      const waits = [...campaign.progress.values()].some((one) => one.about === task.name && one.unit === unit && one.state === 'reported');
      if (!login || waits || (daysBetween(plan.from, day) + chance.whole(0, rhythm)) % rhythm !== 7) return [];
      const percent = Math.min(95, Math.floor((share * (0.75 + chance.next() * 0.5) * 100) / 5) * 5);
      const command: Command = {
        type: 'ReportProgress',
        kind: 'task',
        about: task.name,
        percent,
        text: '按方案推进，台账已更新。',
        photos: [],
      };
      return [{ at: momentIn(day, [10, 12], chance), who: login, command }];
    }),
  );
  const verdicts = [...campaign.progress.values()].flatMap((one): readonly Step[] => {
    const chance = demoChance(`progress verdict ${one.id}`);
    if (one.state !== 'reported' || addDays(one.day, chance.whole(1, 2)) !== day) return [];
    const passed = !chance.likely(0.08);
    const command: Command = { type: 'VerifyProgress', progress: one.id, passed, text: passed ? '' : '请附现场照片。' };
    return [{ at: momentIn(day, [14, 17], chance), who: 'office', command }];
  });
  return [...reports, ...verdicts];
};

/** Days before today on which a unit says how far the next milestone is. */
const lately = 3;

/** The next milestone, of which a unit has lately reported a good half. */
const milestoneOn = (campaign: Campaign, plan: CompiledPlan, day: Day, { logins, today }: Knowing): readonly Step[] => {
  const next = plan.phases.flatMap((phase) => phase.milestones).find(({ name, by }) => by > today && !campaign.milestones.has(name));
  const [unit, login] = [...logins][0] ?? [];
  if (!next || !unit || !login || day !== addDays(today, -lately)) return [];
  const text = '初稿已成，正在征求各单位意见。';
  const command: Command = { type: 'ReportProgress', kind: 'milestone', about: next.name, percent: 60, text, photos: [] };
  return [{ at: momentIn(day, [10, 11], demoChance(`milestone ${next.name} ${unit}`)), who: login, command }];
};

/** What is measured and confirmed on a day, numbers of indicators and progress of tasks. */
export const measuringOn = (campaign: Campaign, day: Day, from: Knowing): readonly Step[] => {
  const plan = planInForce(campaign, day);
  if (!plan) return [];
  const measured = demoIndicators(plan.plan, { first: plan.from, today: from.today }).flatMap((one): readonly DemoIndicator[] => {
    const known = plan.indicators.get(one.indicator.name);
    return known ? [{ ...one, indicator: known.indicator }] : [];
  });
  return [
    ...measured.flatMap((one) => reportsOf(campaign, plan, one, { day, logins: from.logins })),
    ...[...campaign.readings.values()].flatMap((reading) => verdictOn(reading, day)),
    ...progressOn(campaign, plan, day, from),
    ...milestoneOn(campaign, plan, day, from),
  ];
};
