/**
 * The instructions of compiled rules. Each is a row of whole numbers: the operation, the register it writes or the
 * place it jumps to, then what it reads. The numbers are those of the cases in `run.ts`. There is no backward jump: a
 * program ends after at most as many steps as it has instructions.
 */
export const operation = {
  end: 0,
  jump: 1,
  move: 2,
  add: 3,
  subtract: 4,
  multiply: 5,
  least: 6,
  greatest: 7,
  clamp: 8,
  productLeast: 9,
  productGreatest: 10,
  dot: 11,
  cases: 12,
  atLeastBands: 13,
  aboveBands: 14,
  atMostBands: 15,
  belowBands: 16,
  jumpIfFalse: 17,
  jumpIfTrue: 18,
  jumpIfEqual: 19,
  jumpIfDifferent: 20,
  jumpIfBelow: 21,
  jumpIfAtMost: 22,
  jumpIfAmong: 23,
  jumpUnlessAmong: 24,
  jumpIfKnown: 25,
  jumpUnlessKnown: 26,
  divide: 27,
  remainder: 28,
  needValue: 29,
  gate: 30,
  careful: 31,
} as const;

export type Operation = (typeof operation)[keyof typeof operation];

/** Jumps still without a target: places in the code to be filled in. */
export type Open = number[];

const nothing: readonly number[] = [];

/** Writes the program: instructions, side tables, constants and registers. */
export class Code {
  readonly words: number[] = [];
  readonly table: number[] = [];
  readonly constants = new Map<number, number>();
  readonly texts: string[] = [];
  readonly ids = new Map<string, number>();
  registers: number;
  private readonly temporary: number[] = [];
  private used = 0;

  constructor(reserved: number) {
    this.registers = reserved;
  }

  get here(): number {
    return this.words.length;
  }

  /** Emits an instruction: what it writes or where it jumps to, and what it reads. */
  emit(what: Operation, to: number, reads: readonly number[] = nothing): void {
    this.words.push(what, to);
    for (const read of reads) this.words.push(read);
  }

  /** Emits a jump whose target is filled in later. */
  jump(what: Operation, reads: readonly number[] = nothing): Open {
    const place = this.words.length + 1;
    this.emit(what, -1, reads);
    return [place];
  }

  /** Lets open jumps lead to the instruction that comes next. */
  land(open: Open): void {
    for (const place of open) this.words[place] = this.here;
  }

  /** The register that holds a constant. */
  constant(value: number): number {
    let register = this.constants.get(value);
    if (register === undefined) {
      register = this.registers++;
      this.constants.set(value, register);
    }
    return register;
  }

  /** A register for an intermediate value of the rule being compiled. */
  spare(): number {
    let register = this.temporary[this.used];
    if (register === undefined) {
      register = this.registers++;
      this.temporary.push(register);
    }
    this.used += 1;
    return register;
  }

  /** Intermediate registers may be used again. */
  release(): void {
    this.used = 0;
  }

  /** The number that stands for a text in registers. */
  text(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.texts.push(text);
      this.ids.set(text, id);
    }
    return id;
  }

  /** Appends a row to the side table and says where it starts. */
  row(values: readonly number[]): number {
    const start = this.table.length;
    for (const value of values) this.table.push(value);
    return start;
  }
}
