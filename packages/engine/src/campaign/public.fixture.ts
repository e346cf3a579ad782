import { planFile } from './story.fixture.ts';

const sections = {
  indicators: [
    {
      name: '群众满意率',
      unit: '%',
      binding: 'expected',
      task: '门前三包',
      rate: {
        numerator: '满意人数',
        denominator: '有效问卷数',
        zero: 'no-data',
      },
      reported: {
        by: '整治办',
        every: 'quarter',
        covers: 'period',
      },
      targets: [
        {
          target: 'at least 85',
          per: 'every-reading',
        },
      ],
      source: '六（四）',
    },
  ],
  routines: [
    {
      name: '周简报',
      kind: 'bulletin',
      every: 'week on monday at 15:00',
      holidays: 'forward',
      by: ['整治办'],
      source: '五（三）',
    },
    {
      name: '周例会',
      kind: 'meeting',
      every: 'week on friday',
      holidays: 'skip',
      by: ['整治办'],
      source: '五（四）',
    },
  ],
  channels: [
    {
      name: '城市随手拍',
      kind: 'snapshot',
      entry: '小程序',
      by: '整治办',
      topics: [
        {
          name: '占道经营',
          task: '门前三包',
        },
        {
          name: '暴露垃圾',
          unit: '城管所',
        },
      ],
      source: '七（一）',
    },
  ],
  surveys: [
    {
      name: '居民满意度测评',
      among: '常住居民',
      sample: 100,
      by: '整治办',
      indicator: '群众满意率',
      source: '七（二）',
    },
  ],
  lists: [
    {
      name: '月度红榜',
      kind: 'red',
      ranking: '月排名',
      rank: 'first 1',
      where: ['镇公开栏'],
      lasts: '30 days',
      source: '七（三）',
    },
    {
      name: '月度黑榜',
      kind: 'black',
      ranking: '月排名',
      rank: 'last 1',
      where: ['镇公开栏'],
      lasts: '30 days',
      appeal: '3 workdays',
      removal: 'rectified',
      source: '七（三）',
    },
  ],
  credit: [
    {
      name: '诚信星级',
      kind: 'star',
      ranking: '月排名',
      levels: [
        {
          name: '三星',
          atLeast: 95,
        },
        {
          name: '二星',
          atLeast: 85,
        },
        {
          name: '一星',
          atLeast: 70,
        },
      ],
      lasts: '92 days',
      source: '七（四）',
    },
  ],
  reports: [
    {
      name: '整治简报',
      comes: '周简报',
      covers: 'week',
      contents: [
        'duties',
        'findings',
        'ranking',
        'consequences',
        'indicators',
        'milestones',
        'lists',
        'credit',
        'complaints',
        'resolutions',
      ],
      to: ['各责任单位'],
      copies: ['县城管局'],
      signedBy: '镇长',
      source: '五（三）',
    },
  ],
  meetings: [
    {
      name: '整治例会',
      comes: '周例会',
      covers: 'week',
      which: 'running',
      agenda: ['findings', 'complaints', 'resolutions'],
      chair: '镇长',
      attend: ['各责任单位'],
      source: '五（四）',
    },
  ],
};

/** The small plan with a public part: a channel, a survey, lists, a rating, a weekly bulletin and a meeting. */
export const publicPlan = (): Record<string, unknown> => ({ ...planFile(), ...sections });
