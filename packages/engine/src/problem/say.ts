import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import type { Problem } from './problem.ts';

const source = ({ params }: Problem, [open, close]: readonly [string, string]): string =>
  params.source ? `${open}${params.source}${close}` : '';

/** Where a faulty rule stands: the item it is the condition of. */
const owner = (problem: Problem, language: 'zh' | 'en'): string => {
  if (!problem.code.startsWith('rule.') || problem.params.item === undefined) return '';
  return language === 'zh'
    ? `“${problem.params.item}”${source(problem, ['（', '）'])}的询问条件：`
    : `Condition of “${problem.params.item}”${source(problem, [' (', ')'])}: `;
};

/** The problem as a sentence: what is wrong, where in the words of the document, and what to do. */
export const say = (problem: Problem, language: 'zh' | 'en' = 'zh'): string =>
  owner(problem, language) + (language === 'zh' ? zh : en)[problem.code](problem.params);
