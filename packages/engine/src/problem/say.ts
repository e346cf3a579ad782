import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import type { Problem } from './problem.ts';

/** The problem as a sentence: what is wrong, where in the words of the document, and what to do. */
export const say = (problem: Problem, language: 'zh' | 'en' = 'zh'): string => (language === 'zh' ? zh : en)[problem.code](problem.params);
