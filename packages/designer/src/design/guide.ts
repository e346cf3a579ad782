import type { GuideRoute } from '../shared/guide.ts';

/** The tour of the desk on which a plan is written. */
export const designGuide: GuideRoute = {
  name: 'design',
  stops: [
    {
      at: '.desk-outline .outline, .narrow-sections',
      zh: ['目录就是公文的目录', '按公文的章节一节一节写；有问题的章节旁边有标记。'],
      en: [
        'The outline of the document',
        'A plan is written section by section like the official text; a mark stands beside a section with a problem.',
      ],
    },
    {
      at: '.desk-centre h1, .desk-centre h2',
      zh: ['正文就是表单', '点一句话就地修改，不用填一大片空格；数字、日期、单位当场核对。'],
      en: ['Sentences are the form', 'Press a sentence to change it where it stands; numbers, dates and units are checked at once.'],
    },
    {
      at: '.desk-side > *, .narrow-bar .ant-btn',
      zh: ['改动的后果在右边', '问题清单、检查日历、手机上的样子和公文样稿，随手更新。'],
      en: [
        'What it means stands at the right',
        'Problems, the calendar of inspections, the phone form and the official text follow your hand.',
      ],
    },
    {
      at: '.shell-status',
      zh: ['自动保存，可以撤销', '草稿自动存下，每一步都能撤销；别人同时改了会提醒您。'],
      en: ['Saved and undone', 'The draft saves itself, every step can be undone, and you are told when somebody else changed it.'],
    },
    {
      at: '.shell-actions > :first-child',
      zh: ['先试一试', '在电脑上填一次检查表，看得分和理由；也可以把整个行动先推演一遍。'],
      en: ['Try it first', 'Fill a checklist here and see its score and reasons, or rehearse the whole campaign.'],
    },
    {
      at: '.shell-actions > :last-child',
      zh: ['印发', '没有错误才能印发；印发以后再改，先看清改了哪些、影响谁。'],
      en: ['Issue', 'Only a plan without errors is issued; a later change shows what it changes and for whom.'],
    },
  ],
};
