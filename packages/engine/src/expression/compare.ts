/** How two values are compared. */
export type Comparator = '<' | '<=' | '>' | '>=' | '==' | '!=';

const reversed: Readonly<Record<Comparator, Comparator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };
const denied: Readonly<Record<Comparator, Comparator>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '==': '!=', '!=': '==' };
const written: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
};

/** The comparator that holds for `b, a` exactly when this one holds for `a, b`. */
export const reverse = (comparator: Comparator): Comparator => reversed[comparator];

/** The comparator that holds exactly when this one does not. */
export const deny = (comparator: Comparator): Comparator => denied[comparator];

/** The comparator an operator stands for; `===` is `==`, since values of different kinds are never compared. */
export const comparatorOf = (operator: string): Comparator | undefined => written[operator];

/** Whether the comparator holds for a sign: negative for less, zero for equal, positive for greater. */
export const holds = (comparator: Comparator, sign: number): boolean => {
  if (comparator === '==') return sign === 0;
  if (comparator === '!=') return sign !== 0;
  if (comparator === '<') return sign < 0;
  if (comparator === '<=') return sign <= 0;
  return comparator === '>' ? sign > 0 : sign >= 0;
};
