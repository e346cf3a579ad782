import { addDays, type Day, type Figure, type Plan } from '@xiuhua/engine';

type Indicators = NonNullable<Plan['indicators']>;

/** An indicator of the demo county and how its number grows: `share` of the time is over, from 0 to 1; `luck` lies between 0 and 1. */
export interface DemoIndicator {
  readonly indicator: Indicators[number];
  /** None for one that is computed. */
  readonly figure?: (share: number, luck: number) => Figure;
}

/** Days from today to the deadline of most indicators. */
const ahead = 40;

const task = (plan: Plan, i: number): string => plan.responsibility.tasks[i]?.name ?? '';
const bearer = (plan: Plan, i: number): string => plan.responsibility.tasks[i]?.responsible?.[0] ?? plan.organization.body.office;

/**
 * What the demo county measures, so that every state is to be seen: one ahead of its line, one on it, one behind, one missed, one
 * computed from the inspections, one that each unit has its share of, one that is only tried for.
 */
export const demoIndicators = (plan: Plan, days: { readonly first: Day; readonly today: Day }): readonly DemoIndicator[] => {
  const due = addDays(days.today, ahead);
  const before = addDays(days.first, -1);
  const all = plan.scoring[0]?.units ?? '';
  return [
    {
      indicator: {
        name: '问题按期整改率',
        unit: '%',
        binding: 'binding',
        task: task(plan, 0),
        rate: { numerator: '按期销号问题数', denominator: '到期问题数', excluding: ['未到期问题'], zero: 'no-data' },
        computed: { count: 'closed-in-time-findings', of: 'opened-findings', excluding: 'waiting-findings', every: 'month' },
        targets: [{ target: 'at least 90', per: 'cumulative', due }],
        source: '六（四）',
      },
    },
    {
      indicator: {
        name: '门前三包责任书签订率',
        unit: '%',
        binding: 'binding',
        task: task(plan, 0),
        rate: { numerator: '已签订户数', denominator: '沿街门店户数', zero: 'no-data' },
        baseline: { value: 55, day: before },
        reported: { by: bearer(plan, 0), every: 'week', within: '3 workdays', covers: 'all' },
        targets: [{ target: 'at least 98', per: 'cumulative', due }],
        source: '三（一）',
      },
      figure: (share, luck) => ({ numerator: 231 + Math.floor(share * 150 + luck * 3), denominator: 420 }),
    },
    {
      indicator: {
        name: '架空线缆整治',
        unit: '公里',
        binding: 'binding',
        task: task(plan, 2),
        reported: { by: bearer(plan, 2), every: 'week', within: '3 workdays', covers: 'all' },
        baseline: { value: 0, day: before },
        targets: [{ target: 'at least 12', per: 'cumulative', due }],
        source: '三（三）',
      },
      figure: (share, luck) => ({ value: Math.round((share * 13.5 + luck * 0.2) * 10) / 10 }),
    },
    {
      indicator: {
        name: '违规户外广告拆除',
        unit: '块',
        binding: 'expected',
        task: task(plan, 4),
        reported: { by: bearer(plan, 4), every: 'week', within: '3 workdays', covers: 'all' },
        baseline: { value: 0, day: before },
        targets: [{ target: 'at least 160', per: 'cumulative', due: addDays(days.today, -12) }],
        source: '三（五）',
      },
      figure: (share, luck) => ({ value: Math.floor(share * 150 + luck * 3) }),
    },
    {
      indicator: {
        name: '清理卫生死角',
        unit: '处',
        binding: 'expected',
        task: task(plan, 3),
        reported: { by: all, every: 'month', within: '5 workdays', covers: 'period' },
        targets: [{ target: 'at least 240', per: 'cumulative', due, shares: [{ of: all, amount: 20 }] }],
        source: '三（四）',
      },
      figure: (_, luck) => ({ value: 4 + Math.floor(luck * 9) }),
    },
    {
      indicator: {
        name: '群众满意度',
        unit: '%',
        binding: 'stretch',
        rate: { numerator: '满意人数', denominator: '访问人数', zero: 'no-data' },
        baseline: { value: 78, day: before },
        reported: { by: bearer(plan, 3), every: 'month', within: '5 workdays', covers: 'all' },
        targets: [{ target: 'at least 95', per: 'cumulative', due }],
        source: '一',
      },
      figure: (share, luck) => ({ numerator: 159 + Math.floor(share * 28 + luck * 4), denominator: 200 }),
    },
  ];
};
