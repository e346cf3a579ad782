import { addDays, type Day } from '@xiuhua/engine';

/** Days whose duties the server lays out at once. */
export const longest = 400;

/** A span of days, both ends inclusive, cut into stretches the server lays out at once, the oldest first. */
export const stretches = (from: Day, to: Day): readonly (readonly [first: Day, last: Day])[] => {
  const end = addDays(from, longest);
  return end >= to ? [[from, to]] : [[from, end], ...stretches(addDays(end, 1), to)];
};
