/** Words of the guided tour. */
export const guideWords = {
  zh: { start: '带我看看', previous: '上一处', next: '下一处', finish: '看完了', close: '不看了', at: '第 {n} 处，共 {of} 处' },
  en: { start: 'Show me around', previous: 'Back', next: 'Next', finish: 'Done', close: 'Leave the tour', at: 'Stop {n} of {of}' },
} as const;
