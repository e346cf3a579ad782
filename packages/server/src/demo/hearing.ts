import type { Plan } from '@xiuhua/engine';

type Channel = NonNullable<Plan['channels']>[number];
type Topics = Channel['topics'];

const source = '六（四）';

/** What people report, by the task it belongs to: one topic for each of the first tasks. */
const topics = ({ responsibility: { tasks } }: Plan): Topics =>
  ['占道经营', '乱停车', '缆线垂挂', '垃圾污水'].flatMap((name, i) => {
    const task = tasks[i]?.name;
    return task === undefined ? [] : [{ name, task }];
  });

/** The hotline and the snapshots the office takes in; `more` are channels of others. */
export const demoChannels = (plan: Plan, more: readonly Channel[] = []): readonly Channel[] => {
  const by = plan.organization.body.office;
  const both = { by, topics: topics(plan), source } as const;
  return [
    { name: '12345热线', kind: 'hotline', entry: '12345', ...both },
    { name: '随手拍', kind: 'snapshot', entry: '小程序“随手拍”', ...both },
    ...more,
  ];
};

/** The survey whose result is the reading of an indicator. */
const survey = (plan: Plan): NonNullable<Plan['surveys']> => {
  const asked = plan.indicators?.find(({ name }) => name === '群众满意度');
  const by = plan.organization.body.office;
  return asked ? [{ name: '群众满意度测评', among: '集镇居民和沿街商户', sample: 150, by, indicator: asked.name, source }] : [];
};

const withComplaints = <T extends string>(contents: readonly T[]): (T | 'complaints')[] =>
  contents.flatMap((content) => (content === 'findings' ? [content, 'complaints' as const] : [content]));

/** The plan with ears: channels for the public, a survey, and both in what bulletins and meetings look at. */
export const hearing = (plan: Plan, more: readonly Channel[] = []): Plan => ({
  ...plan,
  channels: [...demoChannels(plan, more)],
  surveys: survey(plan),
  reports: (plan.reports ?? []).map((report) => ({ ...report, contents: withComplaints(report.contents) })),
  meetings: (plan.meetings ?? []).map((meeting) => ({ ...meeting, agenda: withComplaints(meeting.agenda) })),
});
