import {
  type Answer,
  addDays,
  type Campaign,
  type CompiledPlan,
  compilePlan,
  type Day,
  derive,
  dutyViews,
  isDay,
  type Plan,
  planInForce,
} from '@xiuhua/engine';
import type { Album } from './album.ts';
import { demoChance } from './album.ts';
import { measuringOn } from './measuring.ts';
import { momentIn, type Step } from './step.ts';
import { visitsOn } from './visits.ts';

/** What the county and its towns are called. The first town is the one the demo lives in. */
const county = '示例县';
const [ours, other] = ['小箐镇', '东河镇'] as const;
const towns = [ours, other, '南岭乡'] as const;
const office = '县综合行政执法局';

type Indicators = NonNullable<Plan['indicators']>;

const without = <T extends { readonly name: string }>(list: readonly T[], names: readonly string[]): T[] =>
  list.filter(({ name }) => !names.includes(name));

/** Questions the town asks of its own accord. */
const ownItems = ['路灯亮', '煤棚整洁', '宣传到位'];

const byTowns = ({ reported }: Indicators[number]) => (reported ? { reported: { ...reported, by: '各乡镇' } } : {});

const countyIndicators = (town: Plan): Indicators =>
  (town.indicators ?? []).flatMap((indicator) => {
    const [target] = indicator.targets;
    if (!target) return [];
    if (indicator.name === '问题按期整改率') return [{ ...indicator, targets: [{ ...target, target: 'at least 85' }] }];
    if (indicator.name === '门前三包责任书签订率') return [{ ...indicator, ...byTowns(indicator) }];
    if (indicator.name !== '架空线缆整治') return [];
    const shares = towns.map((of, i) => ({ of, amount: [12, 10, 8][i] ?? 0 }));
    return [{ ...indicator, ...byTowns(indicator), targets: [{ ...target, target: 'at least 30', shares }] }];
  });

/** Three sites of each class in each town: where the county looks. */
const countySites = (town: Plan): Plan['places'] => {
  const { classes } = town.places;
  const numbers = ['一号', '二号', '三号'];
  const sitesOf = (unit: string) =>
    (classes ?? []).flatMap(({ name }) => numbers.map((no) => ({ name: `${unit}${name}${no}`, class: name, area: unit, units: [unit] })));
  return { classes, areas: towns.map((name) => ({ name, kind: 'district' })), sites: towns.flatMap(sitesOf) };
};

/** The plan of the county that the town's rests on: less of everything, for all its towns. */
export const countyPlan = (town: Plan): Plan => ({
  title: `${county}${(town.phases[0]?.from ?? '').slice(0, 4)}年集镇环境整治实施方案`,
  issuer: `${county}人民政府`,
  issued: addDays(town.phases[0]?.from ?? '', -6),
  goals: ['集镇干净有序，线缆、广告和门前乱象得到治理。'],
  organization: {
    body: { name: '县集镇环境整治领导小组', head: '县长', office, source: '五（一）' },
    units: [office, ...towns].map((name) => ({ name })),
    groups: [{ name: '各乡镇', units: [...towns] }],
  },
  places: countySites(town),
  phases: town.phases.map(({ note: _, ...phase }) => phase),
  responsibility: {
    tasks: town.responsibility.tasks.map(({ responsible: _, ...task }, i) => ({
      ...task,
      responsible: ['各乡镇'],
      ...(i === 1 && task.due ? { due: addDays(task.due, 9) } : {}),
    })),
  },
  checklists: town.checklists.map((checklist) => ({
    ...checklist,
    items: without(checklist.items, ownItems).map(({ unit: _, ...item }) => item),
  })),
  indicators: countyIndicators(town),
  schedule: town.schedule.map((schedule) => ({
    ...schedule,
    every: schedule.every.startsWith('week') ? 'month on last workday' : 'quarter on last workday',
    by: '各乡镇',
  })),
  findings: { ...town.findings, notice: { name: '整改通知单', within: '5 workdays', source: '四（二）' }, source: '四（二）', note: '' },
  scoring: [],
  ranking: [],
  consequences: [],
});

/** The county's plan as it was amended: one target raised, one limit shortened, one standard said more exactly. */
export const amendedCounty = (plan: Plan, day: Day): Plan => ({
  ...plan,
  issued: day,
  lowerBy: addDays(day, 14),
  checklists: plan.checklists.map((checklist) => ({
    ...checklist,
    items: checklist.items.map((item) => (item.name === '门前干净' ? { ...item, standard: '门前三米内无垃圾、积水和油污' } : item)),
  })),
  indicators: (plan.indicators ?? []).map((indicator) =>
    indicator.name === '问题按期整改率'
      ? { ...indicator, targets: indicator.targets.map((target) => ({ ...target, target: 'at least 92' })) }
      : indicator,
  ),
  findings: { ...plan.findings, notice: { name: '整改通知单', within: '4 workdays', source: '四（二）' } },
});

/** Why the town asks for more than the county, by what asks. */
const why = {
  rate: '上月退回重办偏多，按九成要求',
  own: '群众反映集中，县里没有要求也要抓',
  item: '本镇常见，县表没有列',
  traffic: '赶场天事故多发，提前完成',
  often: '集镇人流集中，按周月轮查才看得住',
  routine: '各单位要碰头，每月要见结果',
  limit: '责任单位都在镇上，三个工作日办得完',
};

/** The town's plan with the county's as its basis, and the reason of everything it adds. */
export const underCounty = (town: Plan, { hash, plan }: CompiledPlan): Plan => {
  const known = new Set((plan.indicators ?? []).map(({ name }) => name));
  return {
    ...town,
    basis: [{ title: plan.title, hash, as: ours }, ...(town.basis ?? [])],
    responsibility: {
      ...town.responsibility,
      tasks: town.responsibility.tasks.map((task, i) => (i === 1 ? { ...task, reason: why.traffic } : task)),
    },
    checklists: town.checklists.map((checklist) => ({
      ...checklist,
      items: checklist.items.map((item) => (ownItems.includes(item.name) ? { ...item, reason: why.item } : item)),
    })),
    indicators: (town.indicators ?? []).map((indicator) =>
      indicator.name === '问题按期整改率'
        ? { ...indicator, reason: why.rate }
        : known.has(indicator.name)
          ? indicator
          : { ...indicator, reason: why.own },
    ),
    schedule: town.schedule.map((schedule) => ({ ...schedule, reason: why.often })),
    routines: (town.routines ?? []).map((routine) => ({ ...routine, reason: why.routine })),
    findings: { ...town.findings, reason: why.limit },
  };
};

/** The plan of a second town, made from the county's amended one, with one target it was allowed to miss. */
export const otherTown = (upper: CompiledPlan, year: string): Plan => {
  const draft = derive(upper, { as: other, title: `${other}${year}年集镇环境整治方案`, issuer: `${other}人民政府` }) as unknown as Plan;
  const approval = `县整治办〔${year}〕3号`;
  return {
    ...draft,
    basis: [
      {
        title: upper.plan.title,
        hash: upper.hash,
        as: other,
        exceptions: [{ clause: '架空线缆整治', approval, why: '两段线路已列入明年迁改' }],
      },
    ],
    organization: {
      body: { name: `${other}整治工作专班`, head: '镇长', office: other },
      units: [{ name: other }, { name: '东河社区' }],
    },
    indicators: (draft.indicators ?? []).map((indicator) =>
      indicator.name === '架空线缆整治'
        ? { ...indicator, targets: indicator.targets.map((target) => ({ ...target, target: 'at least 8' })) }
        : indicator,
    ),
  };
};

/** The compiled plan, or a fault: the demo's plans have no errors. */
export const compiledPlan = (plan: Plan): CompiledPlan => {
  const compiled = compilePlan(plan);
  if (compiled.ok) return compiled.value;
  throw new Error(compiled.problems.map(({ code, at }) => `${code} ${at}`).join(', '));
};

const passed = (answers: Readonly<Record<string, Answer>>): Record<string, Answer> =>
  Object.fromEntries(Object.keys(answers).map((item) => [item, { result: 'pass' }]));

/** A step in a campaign around the town's, by somebody of this unit. */
export type UnitStep = Omit<Step, 'who'> & { readonly unit: string };

/**
 * What is done in the campaigns around the town's on a day: milestones reached, inspections that find nothing, and what the
 * `tellers`, units that have somebody for it, report.
 */
export const quietStepsOn = (
  campaign: Campaign,
  day: Day,
  from: { readonly album: Album; readonly today: Day; readonly tellers: readonly string[] },
): readonly UnitStep[] => {
  const plan = planInForce(campaign, day);
  if (!plan) return [];
  const reached = plan.phases
    .flatMap(({ milestones }) => milestones)
    .filter(({ name, by }) => isDay(by) && by <= day && !campaign.milestones.has(name))
    .map(
      ({ name }): UnitStep => ({
        at: momentIn(day, [16, 18], demoChance(name)),
        unit: plan.plan.organization.body.office,
        command: { type: 'ReachMilestone', milestone: name, text: '已完成，材料存办公室。', photos: [] },
      }),
    );
  const duties = new Map(dutyViews(campaign, { from: addDays(day, -10), to: day, today: day }).map((duty) => [duty.id, duty.by]));
  const visits = visitsOn(campaign, day, from).flatMap(({ at, command }): readonly UnitStep[] =>
    command.type === 'SubmitChecklist' && command.duty !== undefined
      ? [{ at, unit: duties.get(command.duty) ?? '', command: { ...command, answers: passed(command.answers) } }]
      : [],
  );
  const logins = new Map(from.tellers.map((unit) => [unit, unit]));
  const told = measuringOn(campaign, day, { logins, today: from.today }).map(
    ({ at, who, command }): UnitStep => ({ at, unit: who === 'office' ? plan.plan.organization.body.office : who, command }),
  );
  return [...visits, ...reached, ...(from.tellers.length > 0 ? told : [])].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
};
