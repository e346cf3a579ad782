/** When a value means a failure. */
export type Fails =
  | { readonly kind: 'above' | 'below'; readonly than: number }
  | { readonly kind: 'is' | 'is-not'; readonly words: readonly string[] };

/** Reads `above 3`, `below 2.5`, `is 无`, `is not 有 or 部分有`, `is yes`. `undefined` for anything else. */
export const readFails = (phrase: string): Fails | undefined => {
  const limit = /^(above|below) (-?\d{1,12}(?:\.\d{1,6})?)$/.exec(phrase);
  if (limit) return { kind: limit[1] as 'above' | 'below', than: Number(limit[2]) };
  const words = /^is (not )?(\S.*)$/.exec(phrase);
  return words ? { kind: words[1] ? 'is-not' : 'is', words: (words[2] ?? '').split(' or ') } : undefined;
};

const wordsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return Array.isArray(value) ? value.map(String) : [String(value)];
};

/** True when the value is a failure. A value of several words fails when any of them is named. */
export const failsAt = (fails: Fails, value: unknown): boolean => {
  if ('than' in fails) return typeof value === 'number' && (fails.kind === 'above' ? value > fails.than : value < fails.than);
  const named = wordsOf(value).some((word) => fails.words.includes(word));
  return fails.kind === 'is' ? named : !named;
};

/** The phrase as a sentence. */
export const sayFails = (fails: Fails, language: 'zh' | 'en'): string => {
  if ('than' in fails) {
    if (language === 'en') return `fails ${fails.kind} ${fails.than}`;
    return `${fails.kind === 'above' ? '超过' : '低于'}${fails.than}为不合格`;
  }
  const chinese = (word: string): string => (word === 'yes' ? '是' : word === 'no' ? '否' : word);
  const words = language === 'zh' ? fails.words.map(chinese).join('、') : fails.words.join(' or ');
  if (language === 'zh') return fails.kind === 'is' ? `答“${words}”为不合格` : `不是“${words}”为不合格`;
  return fails.kind === 'is' ? `fails when it is ${words}` : `fails when it is not ${words}`;
};
