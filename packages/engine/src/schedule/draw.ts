import { sha256 } from '../problem/canonical.ts';

/**
 * The number a draw rests on: the first 13 hex digits of the SHA-256 of `seed|draw|pool|turn`, 0 to 2^52 - 1. It
 * depends on nothing else, so anybody can compute it from the published seed with any SHA-256 program.
 */
export const drawNumber = (seed: string, draw: string, pool: string, turn: number): number =>
  Number.parseInt(sha256(`${seed}|${draw}|${pool}|${turn}`).slice(0, 13), 16);

/**
 * Draws `take` of the candidates without putting any back: in turn 1, 2, … the candidate at position *number modulo
 * candidates left* is taken out. Fewer candidates than `take`: all of them, in drawn order.
 */
export const drawFrom = (candidates: readonly string[], take: number, number: (turn: number) => number): readonly string[] => {
  const left = [...candidates];
  const drawn: string[] = [];
  for (let turn = 1; drawn.length < take && left.length > 0; turn++) drawn.push(...left.splice(number(turn) % left.length, 1));
  return drawn;
};
