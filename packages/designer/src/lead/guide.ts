import type { GuideRoute } from '../shared/guide.ts';
import { addresses } from './campaign/addresses.ts';

/** The tour of the lead door: the board from top to bottom, then the pages behind it. */
export const leadGuide = (campaign: string): GuideRoute => ({
  name: 'lead',
  home: addresses(campaign).board(),
  stops: [
    {
      at: '[data-guide="head"]',
      zh: ['现在到哪一步', '先看阶段和剩余天数；右边的日期可以回到过去任何一天，所有页面都按那天所知显示。'],
      en: ['Where things stand', 'The phase and the days left; with the date at the right every page shows what was known on that day.'],
    },
    {
      at: '[data-guide="answers"]',
      zh: ['四个问题，四句回答', '按时吗、谁落后、为什么、要决定什么；点任何一句，都能一直查到记录、照片和条款。'],
      en: [
        'Four questions, four answers',
        'On time, who is behind, why, what to decide; every answer opens down to the record, the photo and the clause.',
      ],
    },
    {
      at: '[data-guide="line"]',
      zh: ['里程碑', '一针是一天或几天，标记是里程碑：完成的、到期的、逾期的一眼看清。'],
      en: ['Milestones', 'A stitch is a day or a few; the marks are milestones, done, due or late.'],
    },
    {
      at: 'nav a[href$="/findings"]',
      zh: ['问题整改', '检查发现的问题从派发到销号都在这里，可以批量派发、批复延期、打印整改通知单。'],
      en: ['Findings', 'Every finding from dispatch to closing: dispatch many at once, approve extensions, print notices.'],
    },
    {
      at: 'nav a[href$="/indicators"]',
      zh: ['指标', '约束性和预期性指标按期填报、复核，并按现在的走势推算到期能不能完成。'],
      en: ['Indicators', 'Binding and expected figures, reported and reviewed, with a forecast to their deadline.'],
    },
    {
      at: 'nav a[href$="/rankings"]',
      zh: ['考核排名', '每一分都有依据；公布后成为事实，更正另出一期，申诉会停下结果运用。'],
      en: ['Rankings', 'Every point has its reason; once published a ranking is a fact, and a correction is a new issue.'],
    },
    {
      at: 'nav a[href$="/consequences"]',
      zh: ['结果运用', '方案只提出，由有权签署的人签署或者说明理由不签。'],
      en: ['Consequences', 'The plan proposes; the person who may sign signs, or declines and says why.'],
    },
    {
      at: 'nav a[href$="/bulletins"]',
      zh: ['通报与会议', '周报、月报和会议议程按公文版式自动成稿，可以下载 Word、Excel；会上定的事在这里跟踪。'],
      en: [
        'Bulletins and meetings',
        'Circulars and agendas write themselves in official layout, as Word or Excel; what meetings decide is followed up here.',
      ],
    },
  ],
});
