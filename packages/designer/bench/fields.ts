/** The form that both sides of the benchmark show: 300 numbers, of which 80 are asked when the one before is above five. */
export const count = 300;

/** True for a question that is asked only on a condition. */
export const isConditional = (i: number): boolean => [3, 7, 11, 14].includes(i % 15);

/** The name of a question. */
export const nameOf = (i: number): string => `第${i + 1}项`;

/** A value that lets every condition hold. */
export const filled = 9;
