import type { GuideRoute } from '../shared/guide.ts';

/** The tour of the inspect door: the list of today, once, on a phone that has not seen it. */
export const inspectGuide: GuideRoute = {
  name: 'inspect',
  stops: [
    {
      at: '.duty',
      zh: ['点一条，开始检查', '逾期的排在最前；一屏一张表，其余合格的一按就好。'],
      en: ['Press a line to begin', 'Overdue ones come first; one list at a site, and what is in order takes one press.'],
    },
    {
      at: '.search',
      zh: ['找地方', '打名称或拼音首字母，到了现场也可以扫码。'],
      en: ['Find a place', 'By its name or pinyin initials, or scan the code on site.'],
    },
    {
      at: '.tabs [href="#/outbox"]',
      zh: ['没有信号也能填', '填的都先存在手机上，有信号自动送；还有几条没送，看“发件箱”。'],
      en: ['Works without a signal', 'Everything is kept on the phone and sends itself; what is still here stands in the outbox.'],
    },
    {
      at: '.tabs [href="#/settings"]',
      zh: ['大字、锁屏密码', '在“设置”里调字号、设密码，也能再看一遍这段介绍。'],
      en: ['Text size and PIN', 'Settings has the text size and a PIN, and shows this again.'],
    },
  ],
};
