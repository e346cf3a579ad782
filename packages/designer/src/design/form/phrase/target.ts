import type { Comparator, TargetPhrase } from '@xiuhua/engine';

/** How a value can be held against a bound, in the order of choice. */
export const comparators: readonly Comparator[] = ['at least', 'at most', 'exactly'];

export const targetKinds = ['value', 'range', 'ratio', 'change'] as const;

/** A target of another kind, keeping the comparator where there is one. */
export const targetOf = (kind: TargetPhrase['kind'], old: TargetPhrase | undefined): TargetPhrase => {
  const comparator = old && 'comparator' in old ? old.comparator : 'at least';
  switch (kind) {
    case 'value':
      return { kind, comparator, value: 100 };
    case 'range':
      return { kind, low: 0, high: 100 };
    case 'ratio':
      return { kind, comparator, left: 1, right: 3 };
    case 'change':
      return { kind, comparator, amount: 5, percent: true, direction: 'above' };
  }
};
