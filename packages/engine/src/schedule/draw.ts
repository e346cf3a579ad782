import { sha256 } from '../problem/canonical.ts';

/**
 * The number a turn of a draw rests on: the first 13 hex digits of the SHA-256 of `seed|draw|pool|turn`, 0 to
 * 2^52 - 1. It depends on nothing else, so anybody can compute it from the published seed with any SHA-256 program.
 */
export const drawNumber = (seed: string, draw: string, pool: string, turn: number): number =>
  Number.parseInt(sha256(`${seed}|${draw}|${pool}|${turn}`).slice(0, 13), 16);

/** The place in the list whose ticket is called, when every candidate holds so many tickets in the order of the list. */
const holderOf = (ticket: number, tickets: readonly number[]): number => {
  let place = 0;
  for (let left = ticket - (tickets[0] ?? 0); left >= 0; left -= tickets[place] ?? 0) place++;
  return place;
};

/**
 * Draws `take` of the candidates without putting any back. In each turn the tickets still in the hat are counted,
 * the turn's number is divided by that count, and the remainder says whose ticket is called; all his tickets leave
 * the hat. Without `tickets` everybody holds one. Fewer candidates than `take`: all of them, in drawn order.
 */
export const drawFrom = (
  candidates: readonly string[],
  take: number,
  hat: { readonly number: (turn: number) => number; readonly tickets?: readonly number[] },
): readonly string[] => {
  const left = [...candidates];
  const tickets = hat.tickets && [...hat.tickets];
  let total = tickets?.reduce((sum, own) => sum + own, 0) ?? left.length;
  const drawn: string[] = [];
  for (let turn = 1; drawn.length < take && left.length > 0; turn++) {
    const called = hat.number(turn) % total;
    const place = tickets ? holderOf(called, tickets) : called;
    drawn.push(...left.splice(place, 1));
    total -= tickets?.splice(place, 1)[0] ?? 1;
  }
  return drawn;
};
