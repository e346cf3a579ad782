import { drawNumber } from './draw.ts';
import type { DrawRecord, DrawRegister, RegisterLine } from './record.ts';

/** One turn of a draw, told so that anybody can check it: whose ticket was called and why. */
export interface DrawTurn {
  readonly pool: string;
  readonly turn: number;
  readonly site: string;
  /** The number of the turn, the tickets then in the hat, and what is left when the one is divided by the other. */
  readonly number: number;
  readonly tickets: number;
  readonly called: number;
  /** True when only sites not yet visited in the period were in the hat. */
  readonly must: boolean;
}

const total = (hat: readonly RegisterLine[]): number => hat.reduce((sum, { tickets }) => sum + tickets, 0);

/**
 * The turns of the `i`-th of a chain of records that begins with the schedule's first draw, told from the register and
 * the records before it. None was made again.
 */
export const drawTurns = (register: DrawRegister, records: readonly DrawRecord[], i: number): readonly DrawTurn[] => {
  const record = records[i];
  if (!record) return [];
  const same = records.slice(0, i).filter((before) => record.cover !== null && before.cover === record.cover);
  const taken = new Set<string>();
  return record.pools.flatMap(({ pool, leftOut, mustTake, drawn }) => {
    const visited = new Set(same.flatMap((before) => before.pools.find((one) => one.pool === pool)?.drawn ?? []));
    const out = new Set([...leftOut, ...taken]);
    const lines = register.lines.filter((line) => line.pool === pool && !out.has(line.site));
    const called = new Set<string>();
    return drawn.map((site, n): DrawTurn => {
      const must = n < mustTake;
      const hat = lines.filter((line) => !called.has(line.site) && !(must && visited.has(line.site)));
      called.add(site);
      taken.add(site);
      const number = drawNumber(record.seed, record.draw, pool, n + 1);
      return { pool, turn: n + 1, site, number, tickets: total(hat), called: number % total(hat), must };
    });
  });
};
