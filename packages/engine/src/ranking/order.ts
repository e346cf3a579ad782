const blockSize = 1024;

/** Running totals over a row of counts: change one, sum from one on to the end, both in the logarithm of its length. */
class Totals {
  private readonly sums: Int32Array;
  private readonly length: number;

  constructor(length: number) {
    this.length = length;
    this.sums = new Int32Array(length + 1);
  }

  add(index: number, by: number): void {
    for (let i = this.length - index; i <= this.length; i += i & -i) this.sums[i] = (this.sums[i] as number) + by;
  }

  /** The sum of the counts after the index. */
  after(index: number): number {
    let sum = 0;
    for (let i = this.length - index - 1; i > 0; i -= i & -i) sum += this.sums[i] as number;
    return sum;
  }
}

interface Block {
  /** Members with these points, their totals, and the totals of points that anybody has. */
  readonly counts: Int32Array;
  readonly members: Totals;
  readonly held: Totals;
}

/**
 * Places that keep up with points as they change. Members are small whole numbers, such as positions in the plan;
 * points are whole thousandths between `low` and `high`. A change and a question each take a number of steps that
 * depends on the range of points only in its logarithm, and not at all on how many members there are. Memory is taken
 * for points that somebody has had.
 */
export class Order {
  private readonly low: number;
  private readonly high: number;
  private readonly blocks: (Block | undefined)[];
  private readonly members: Totals;
  private readonly held: Totals;
  /** Points of each member; NaN for one that is not in the order. */
  private points = new Float64Array(1024).fill(Number.NaN);

  constructor(low: number, high: number) {
    this.low = low;
    this.high = high;
    const blocks = Math.floor((high - low) / blockSize) + 1;
    this.blocks = new Array(blocks).fill(undefined);
    this.members = new Totals(blocks);
    this.held = new Totals(blocks);
  }

  /** Puts a member in the order, or moves it. */
  put(member: number, points: number): void {
    if (!Number.isInteger(points) || points < this.low || points > this.high) throw new RangeError(`points out of range: ${points}`);
    this.remove(member);
    if (member >= this.points.length) this.grow(member + 1);
    this.points[member] = points;
    this.count(points, 1);
  }

  /** Takes a member out of the order. Nothing happens when it is not in it. */
  remove(member: number): void {
    const points = this.points[member];
    if (points === undefined || Number.isNaN(points)) return;
    this.points[member] = Number.NaN;
    this.count(points, -1);
  }

  /** The place of a member, most points first; equals share it and leave gaps. `undefined` when it is not in the order. */
  place(member: number): number | undefined {
    const points = this.points[member];
    return points === undefined || Number.isNaN(points) ? undefined : this.above(points) + 1;
  }

  /** The place when equals leave no gaps: one more than the different points above. */
  densePlace(member: number): number | undefined {
    const points = this.points[member];
    if (points === undefined || Number.isNaN(points)) return undefined;
    const [block, inside] = this.at(points);
    return this.held.after(block) + (this.blocks[block]?.held.after(inside) ?? 0) + 1;
  }

  /** How many members have more points. */
  above(points: number): number {
    const [block, inside] = this.at(points);
    return this.members.after(block) + (this.blocks[block]?.members.after(inside) ?? 0);
  }

  private at(points: number): readonly [block: number, inside: number] {
    const offset = points - this.low;
    const block = Math.floor(offset / blockSize);
    return [block, offset - block * blockSize];
  }

  private count(points: number, by: 1 | -1): void {
    const [at, inside] = this.at(points);
    let block = this.blocks[at];
    if (!block) {
      block = { counts: new Int32Array(blockSize), members: new Totals(blockSize), held: new Totals(blockSize) };
      this.blocks[at] = block;
    }
    const now = (block.counts[inside] as number) + by;
    block.counts[inside] = now;
    this.members.add(at, by);
    block.members.add(inside, by);
    if ((by === 1 && now === 1) || now === 0) {
      this.held.add(at, by);
      block.held.add(inside, by);
    }
  }

  private grow(wanted: number): void {
    const larger = new Float64Array(Math.max(wanted, this.points.length * 2)).fill(Number.NaN);
    larger.set(this.points);
    this.points = larger;
  }
}
