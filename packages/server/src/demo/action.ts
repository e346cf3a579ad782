import { type Day, daysOf, type Plan, periodAfter, periodBefore, periodOf } from '@xiuhua/engine';
import { demoFindings } from './flow.ts';
import { hearing } from './hearing.ts';
import { demoIndicators } from './indicators.ts';
import type { DemoPerson } from './people.ts';

/*
 * The other campaign of the demo: a three-year action of the whole county in its second year, with twelve towns, forty units
 * and four hundred sites, eight months of which have been lived.
 */

const office = '县城市管理委员会办公室';
const towns = [
  '小箐镇',
  '东河镇',
  '南岭乡',
  '石桥镇',
  '柳溪镇',
  '云坪镇',
  '松林乡',
  '白水乡',
  '双塘镇',
  '高坡乡',
  '长田镇',
  '望江镇',
] as const;

/** The town whose people below it are shown too, and who they are. */
const [shown, below] = ['石桥镇', ['石桥社区', '老寨村']] as const;

/** Bureaux that keep sites of their own, with what they keep and how much of it. */
const keepers: readonly (readonly [unit: string, kind: string, sites: number])[] = [
  ['县环境卫生服务中心', '集镇环境段', 16],
  ['县园林绿化中心', '集镇环境段', 8],
  ['县公用事业中心', '路口与停车点', 10],
  ['县公安局交警大队', '路口与停车点', 10],
  ['县供电公司', '架空线路段', 10],
  ['县通信建设管理办公室', '架空线路段', 10],
];

/** The other bureaux of the county. */
const bureaux = [
  '县综合行政执法局',
  '县住房和城乡建设局',
  '县交通运输局',
  '县市场监督管理局',
  '县生态环境分局',
  '县水务局',
  '县农业农村局',
  '县卫生健康局',
  '县教育局',
  '县文化广电旅游局',
  '县自然资源局',
  '县应急管理局',
  '县民政局',
  '县商务局',
  '县财政局',
  '县林业局',
  '县融媒体中心',
  '县文明办',
  '县自来水公司',
];

/** How many sites of a class each town keeps. */
const perTown: Readonly<Record<string, number>> = {
  沿街门面: 8,
  路口与停车点: 5,
  架空线路段: 4,
  集镇环境段: 5,
  户外广告点: 3,
  农贸市场: 3,
};

const numbered = (unit: string, kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `${unit}${kind}${i + 1}号`, class: kind, area: unit, units: [unit] }));

const places = ({ places: { classes } }: Plan): Plan['places'] => ({
  classes,
  areas: [...towns, '县城'].map((name) => ({ name, kind: 'district' as const })),
  sites: [
    ...towns.flatMap((town) => Object.entries(perTown).flatMap(([kind, count]) => numbered(town, kind, count))),
    ...keepers.flatMap(([unit, kind, count]) => numbered(unit, kind, count).map((site) => ({ ...site, area: '县城' }))),
  ],
});

const monthsBefore = (day: Day, n: number): string => {
  let month = periodOf('month', day);
  for (let i = 0; i < n; i++) month = periodBefore(month);
  return month;
};

/** Whole months of the second year that lie behind today. */
const lived = 8;

/** The day on which the second year began, and with it the records. */
export const actionBegins = (today: Day): Day => `${monthsBefore(today, lived)}-01`;

/** First days of the three years and the last day of all. */
const years = (today: Day): readonly { readonly from: Day; readonly to: Day }[] => {
  let month = monthsBefore(today, lived + 12);
  return [0, 1, 2].map(() => {
    const from: Day = `${month}-01`;
    let last = month;
    for (let i = 0; i < 12; i++) {
      last = month;
      month = periodAfter(month);
    }
    return { from, to: daysOf(last).last };
  });
};

const phases = (today: Day): Plan['phases'] => {
  const [first, second, third] = years(today);
  if (!first || !second || !third) throw new Error('a three-year action has three years');
  const nth = (n: number): Day => {
    let month = second.from.slice(0, 7);
    for (let i = 0; i < n; i++) month = periodAfter(month);
    return daysOf(month).last;
  };
  const milestones = [
    { name: '问题底数清单更新', by: nth(0) },
    { name: '背街小巷整治过半', by: nth(3) },
    { name: '架空线缆整治过半', by: nth(6) },
    { name: '第二年评估', by: nth(11) },
  ];
  return [
    { name: '集中攻坚年', ...first, aim: '摸清底数，集中整治突出问题', source: '四（一）' },
    { name: '全面推进年', ...second, aim: '逐街逐片推进，建立日常检查和月度排名', milestones, source: '四（二）' },
    {
      name: '巩固提升年',
      ...third,
      aim: '查漏补缺，形成长期管理办法',
      milestones: [{ name: '三年行动验收', by: third.to }],
      source: '四（三）',
    },
  ];
};

const picks: Readonly<Record<string, string>> = {
  门面周查: 'draw 24',
  交通周查: 'draw 20',
  线路月查: 'draw 40',
  环境周查: 'draw 20',
  广告月查: 'all',
  市场周查: 'draw 9',
};

const named = (name: string, part: string): string => name.replace('月度', part);

/** Everything that follows from a month's points, once for the towns and once for the bureaux that keep sites. */
const results = (template: Plan): Pick<Plan, 'scoring' | 'ranking' | 'consequences'> => {
  const parts = [
    ['乡镇月度', '各乡镇'],
    ['部门月度', '有关部门'],
  ] as const;
  return {
    scoring: parts.flatMap(([part, units]) => template.scoring.map((sheet) => ({ ...sheet, name: named(sheet.name, part), units }))),
    ranking: parts.flatMap(([part]) =>
      template.ranking.map((ranking) => ({ ...ranking, name: named(ranking.name, part), sheet: named(ranking.sheet, part) })),
    ),
    consequences: template.consequences.map((consequence) => ({
      ...consequence,
      when: { ...consequence.when, ranking: named(template.ranking[0]?.name ?? '', parts[0][0]) },
      ...(consequence.then === undefined ? {} : { then: consequence.then.replace('全镇', '全县') }),
      signedBy: '县领导小组组长',
    })),
  };
};

const tasksOf = (template: Plan, today: Day): Plan['responsibility']['tasks'] => {
  const end = years(today)[1]?.to ?? today;
  const leads = ['县综合行政执法局', '县公安局交警大队', '县通信建设管理办公室', '县环境卫生服务中心', '县市场监督管理局', '县商务局'];
  return template.responsibility.tasks.map(({ responsible: _, ...task }, i) => ({
    ...task,
    due: end,
    lead: leads[i] ?? office,
    responsible: ['各乡镇'],
  }));
};

/** What twelve towns have to reach together, where one town had less to do. */
const together: Readonly<Record<string, { readonly target: string; readonly amount?: number }>> = {
  架空线缆整治: { target: 'at least 160' },
  违规户外广告拆除: { target: 'at least 1900' },
  清理卫生死角: { target: 'at least 960', amount: 80 },
};

const indicatorsOf = (plan: Plan, today: Day): NonNullable<Plan['indicators']> =>
  demoIndicators(plan, { first: actionBegins(today), today }).map(({ indicator }) => {
    const { target, amount } = together[indicator.name] ?? {};
    const targets = indicator.targets.map((one) => ({
      ...one,
      ...(target && { target, due: years(today)[1]?.to ?? today }),
      ...(amount && one.shares && { shares: one.shares.map((share) => ({ ...share, amount })) }),
    }));
    return { ...indicator, targets, ...(indicator.reported && { reported: { ...indicator.reported, every: 'month' as const } }) };
  });

/** The plan of the three-year action: the questions of the town's plan, asked all over the county. */
export const actionPlan = (template: Plan, today: Day): Plan => {
  const issued = years(today)[0]?.from ?? today;
  const plan: Plan = {
    ...template,
    title: `示例县城乡精细化管理三年行动方案（${issued.slice(0, 4)}—${years(today)[2]?.to.slice(0, 4)}年）`,
    number: `示县府发〔${issued.slice(0, 4)}〕1号`,
    issuer: '示例县人民政府',
    issued,
    goals: ['三年内集镇和县城干净、有序、安全，形成长期管理的办法。'],
    organization: {
      body: { name: '县城乡精细化管理三年行动领导小组', head: '县长', office, source: '六（一）' },
      units: [
        ...[office, ...towns, ...keepers.map(([unit]) => unit), ...bureaux].map((name) => ({ name })),
        ...below.map((name) => ({ name, parent: shown })),
      ],
      groups: [
        { name: '各乡镇', units: [...towns] },
        { name: '有关部门', units: keepers.map(([unit]) => unit) },
      ],
    },
    places: places(template),
    phases: phases(today),
    responsibility: { ...template.responsibility, tasks: tasksOf(template, today) },
    checklists: template.checklists.map((checklist) => ({
      ...checklist,
      items: checklist.items.map(({ unit: _, ...item }) => item),
    })),
    schedule: template.schedule.map((schedule) => ({ ...schedule, sites: picks[schedule.name] ?? 'all', by: office })),
    findings: demoFindings(template.findings),
    ...results(template),
  };
  const routines = (template.routines ?? []).map((routine) => ({ ...routine, by: [office] }));
  const reports = (template.reports ?? []).map((report) => ({ ...report, to: ['各乡镇', '有关部门'], signedBy: '县领导小组组长' }));
  const meetings = (template.meetings ?? []).map((meeting) => ({ ...meeting, chair: '县长', attend: ['各乡镇', '有关部门'] }));
  const box: NonNullable<Plan['channels']>[number] = {
    name: `${shown}便民信箱`,
    kind: 'mailbox',
    entry: `${shown}便民服务大厅`,
    by: shown,
    topics: below.map((unit) => ({ name: `${unit}环境`, unit })),
    source: '三（四）',
  };
  return hearing({ ...plan, routines, reports, meetings, indicators: indicatorsOf(plan, today) }, [box]);
};

/** A person of the county, under the login the story calls him by. */
export type ActionPerson = DemoPerson & { readonly calls: string };

/**
 * Who works in the three-year action: its office, two inspectors, the head of its leading group, an auditor, one from each
 * unit that keeps sites or answers for a village. One of a town sees what concerns its villages too.
 */
export const actionPeople = (): readonly ActionPerson[] => {
  const person = (calls: string, login: string, rest: Omit<ActionPerson, 'calls' | 'login' | 'admin' | 'password'>): ActionPerson => ({
    calls,
    login,
    password: login,
    admin: false,
    ...rest,
  });
  const units = [...towns, ...keepers.map(([unit]) => unit), ...below];
  return [
    person('office', 'xianguanban', { name: '县城管委办主任', unit: office, roles: ['office'], door: 'lead' }),
    person('jiancha1', 'xiancha1', { name: '县检查员甲', unit: office, roles: ['inspector'], door: null }),
    person('jiancha2', 'xiancha2', { name: '县检查员乙', unit: office, roles: ['inspector'], door: null }),
    person('zuzhang', 'xianzhang', { name: '县领导小组组长', unit: '', roles: ['leader'], door: 'lead' }),
    ...units.map((unit, i) => {
      const login = `xian${String(i + 1).padStart(2, '0')}`;
      const isTown = unit === shown;
      const name = isTown ? `${unit}分管负责人` : `${unit}经办人`;
      return person(login, login, { name, unit, roles: isTown ? ['town', 'unit'] : ['unit'], door: isTown ? 'lead' : null });
    }),
    person('shenji', 'xianshenji', { name: '县审计局审计员', unit: '', roles: ['auditor'], door: 'lead' }),
  ];
};
