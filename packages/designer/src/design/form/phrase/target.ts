/** How a value is held against a bound. */
export const comparators = ['at least', 'at most', 'exactly'] as const;
export type Comparator = (typeof comparators)[number];

/** What an indicator has to come to: against one bound, between two, as a ratio, or as a change from the baseline. */
export type TargetParts =
  | { readonly kind: 'value'; readonly comparator: Comparator; readonly value: string }
  | { readonly kind: 'range'; readonly low: string; readonly high: string }
  | { readonly kind: 'ratio'; readonly comparator: Comparator; readonly left: string; readonly right: string }
  | {
      readonly kind: 'change';
      readonly comparator: Comparator;
      readonly amount: string;
      readonly percent: boolean;
      readonly direction: 'above' | 'below';
    };

export const targetKinds = ['value', 'range', 'ratio', 'change'] as const;

const n = '(\\d{1,10}(?:\\.\\d{1,6})?)';
const bound = '(at least|at most|exactly)';

/** Reads `at least 95`, `5 to 8`, `at least 1:3`, `at least 7% above baseline`; `undefined` for anything else. */
export const readTargetPhrase = (phrase: string): TargetParts | undefined => {
  const value = new RegExp(`^${bound} ${n}$`).exec(phrase);
  if (value) return { kind: 'value', comparator: value[1] as Comparator, value: value[2] ?? '' };
  const range = new RegExp(`^${n} to ${n}$`).exec(phrase);
  if (range) return { kind: 'range', low: range[1] ?? '', high: range[2] ?? '' };
  const ratio = new RegExp(`^${bound} ${n}:${n}$`).exec(phrase);
  if (ratio) return { kind: 'ratio', comparator: ratio[1] as Comparator, left: ratio[2] ?? '', right: ratio[3] ?? '' };
  const change = new RegExp(`^${bound} ${n}(%?) (above|below) baseline$`).exec(phrase);
  if (!change) return undefined;
  return {
    kind: 'change',
    comparator: change[1] as Comparator,
    amount: change[2] ?? '',
    percent: change[3] === '%',
    direction: change[4] as 'above' | 'below',
  };
};

/** The phrase that says it. */
export const writeTarget = (target: TargetParts): string => {
  switch (target.kind) {
    case 'value':
      return `${target.comparator} ${target.value}`;
    case 'range':
      return `${target.low} to ${target.high}`;
    case 'ratio':
      return `${target.comparator} ${target.left}:${target.right}`;
    case 'change':
      return `${target.comparator} ${target.amount}${target.percent ? '%' : ''} ${target.direction} baseline`;
  }
};

const zhComparators: Readonly<Record<Comparator, string>> = { 'at least': '不低于', 'at most': '不高于', exactly: '等于' };

/** The phrase as people say it. */
export const sayTarget = (target: TargetParts, language: 'zh' | 'en'): string => {
  if (language === 'en') return writeTarget(target);
  switch (target.kind) {
    case 'value':
      return `${zhComparators[target.comparator]}${target.value}`;
    case 'range':
      return `${target.low}至${target.high}`;
    case 'ratio':
      return `${zhComparators[target.comparator]}${target.left}:${target.right}`;
    case 'change':
      return `比基线${target.direction === 'above' ? '上升' : '下降'}${zhComparators[target.comparator]}${target.amount}${target.percent ? '%' : ''}`;
  }
};

/** A target of another kind, keeping the comparator where there is one. */
export const targetOf = (kind: TargetParts['kind'], old: TargetParts | undefined): TargetParts => {
  const comparator = old && 'comparator' in old ? old.comparator : 'at least';
  switch (kind) {
    case 'value':
      return { kind, comparator, value: '100' };
    case 'range':
      return { kind, low: '0', high: '100' };
    case 'ratio':
      return { kind, comparator, left: '1', right: '3' };
    case 'change':
      return { kind, comparator, amount: '5', percent: true, direction: 'above' };
  }
};
