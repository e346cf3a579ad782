/** When something is due: a day (or month, or year), or so long after its phase begins or before it ends. */
export type ByPhrase =
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'after start' | 'before end'; readonly amount: number; readonly unit: 'days' | 'workdays' };

/** Reads `2026-11-04`, `2026-11`, `10 workdays after start`, `1 day before end`; `undefined` for anything else. */
export const readByPhrase = (phrase: string): ByPhrase | undefined => {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(phrase)) return { kind: 'day', text: phrase };
  const parts = /^(\d{1,3}) (workday|day)s? (after start|before end)$/.exec(phrase);
  return parts
    ? { kind: parts[3] as 'after start' | 'before end', amount: Number(parts[1]), unit: parts[2] === 'day' ? 'days' : 'workdays' }
    : undefined;
};

/** The phrase that says it. */
export const writeBy = (by: ByPhrase): string => {
  if (by.kind === 'day') return by.text;
  return `${by.amount} ${by.amount === 1 ? by.unit.slice(0, -1) : by.unit} ${by.kind}`;
};

/** The phrase as people say it. */
export const sayBy = (by: ByPhrase, language: 'zh' | 'en'): string => {
  if (by.kind === 'day') return by.text;
  if (language === 'en') return writeBy(by).replace('start', 'the phase begins').replace('end', 'the phase ends');
  return `阶段${by.kind === 'after start' ? '开始后' : '结束前'}${by.amount}${by.unit === 'days' ? '天' : '个工作日'}`;
};
