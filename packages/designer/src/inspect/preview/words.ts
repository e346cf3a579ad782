import { type Catalogue, useWords } from '../../shared/language.ts';

const zh = {
  waiting: '正在打开预览…',
  unfinished: '检查表还没有写完整，写好适用类别和检查对象后在这里试填。',
  gaps: '还有 {n} 项没有填好，已在上面标出。',
  complete: '已填完整。这里只是试填，不会提交。',
};

const previewWords: Catalogue<keyof typeof zh> = {
  zh,
  en: {
    waiting: 'Opening the preview…',
    unfinished: 'The checklist is not complete. Give it a class and a site to try it here.',
    gaps: '{n} questions are not complete; they are marked above.',
    complete: 'Complete. This is a trial; nothing is sent.',
  },
};

/** The words of the preview. */
export const usePreviewWords = () => useWords(previewWords);
