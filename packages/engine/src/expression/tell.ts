import type { Explanation } from './explain.ts';
import { operators } from './operators.ts';

const none: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: { 'not-asked': '未询问', 'not-applicable': '不适用', 'not-known': '尚无结果', fault: '无法计算' },
  en: { 'not-asked': 'not asked', 'not-applicable': 'not applicable', 'not-known': 'not known yet', fault: 'cannot be computed' },
};

const truth: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: { true: '是', false: '否' },
  en: { true: 'yes', false: 'no' },
};

const line = (told: Explanation, language: 'zh' | 'en'): string => {
  const operator = operators.get(told.operator);
  const what = told.word || (operator ? operator[language] : language === 'zh' ? '取值' : 'value');
  const value = told.value === null ? (none[language][told.none ?? 'not-known'] ?? '') : (truth[language][told.value] ?? told.value);
  const source = told.source && (language === 'zh' ? `（${told.source}）` : ` (${told.source})`);
  return told.kind === 'literal' ? value : `${what}${source}${language === 'zh' ? '：' : ': '}${value}`;
};

/** An explanation as lines of text, each indented by two spaces for a level; literals stand in their operator's line. */
export const tellExplanation = (explanation: Explanation, language: 'zh' | 'en'): readonly string[] => {
  const lines: string[] = [];
  const stack = [{ told: explanation, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { told, depth } = next;
    const literals = told.parts.filter((part) => part.kind === 'literal').map((part) => line(part, language));
    const beside = literals.length && told.kind === 'operator' ? `  [${literals.join(', ')}]` : '';
    lines.push(`${'  '.repeat(depth)}${line(told, language)}${beside}`);
    const parts = told.kind === 'operator' ? told.parts.filter((part) => part.kind !== 'literal') : told.parts;
    for (const part of [...parts].reverse()) stack.push({ told: part, depth: depth + 1 });
  }
  return lines;
};
