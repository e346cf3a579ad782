import { showPoints } from '../expression/points.ts';
import type { CompiledChecklist, CompiledItem } from './compile.ts';
import { sayFails } from './fails.ts';

/** A checklist as a table to print and fill by hand. */
export interface PrintedSheet {
  readonly title: string;
  readonly head: readonly string[];
  /** One row an item; the last two columns are left empty for the hand. */
  readonly rows: readonly (readonly string[])[];
}

const words = {
  zh: {
    head: ['序号', '检查项', '标准', '扣分办法', '结果', '备注'],
    each: '每处',
    cost: '扣',
    points: '分',
    most: '最多扣',
    none: '不扣分',
  },
  en: {
    head: ['No.', 'Item', 'Standard', 'Points', 'Result', 'Remarks'],
    each: 'each ',
    cost: '−',
    points: '',
    most: 'at most −',
    none: 'none',
  },
} as const;

/** How an item takes points, in words: 每处扣0.5分，最多扣2分. */
export const sayCost = (item: CompiledItem, language: 'zh' | 'en'): string => {
  const w = words[language];
  if (item.points === 0) return w.none;
  const cost = `${item.item.counted ? w.each : ''}${w.cost}${showPoints(item.points)}${w.points}`;
  const most = item.most === null ? '' : `${language === 'zh' ? '，' : ', '}${w.most}${showPoints(item.most)}${w.points}`;
  return cost + most;
};

/** The printable sheet of the items put to a site. */
export const sheetOf = (
  checklist: CompiledChecklist,
  language: 'zh' | 'en',
  items: ReadonlyMap<string, CompiledItem> = checklist.items,
): PrintedSheet => ({
  title: checklist.checklist.name,
  head: words[language].head,
  rows: [...items.values()].map((item, i) => {
    const judged = item.fails ? sayFails(item.fails, language) : '';
    const standard = [item.item.standard ?? '', judged].filter((text) => text !== '').join(language === 'zh' ? '；' : '; ');
    return [String(i + 1), item.item.name, standard, sayCost(item, language), '', ''];
  }),
});
