import { roundDivide, roundings } from './decimal.ts';

/** What a run works on. `trap` settles the rule at a place in the code on the careful path and says where to go on. */
export interface Registers {
  readonly words: Int32Array;
  readonly table: Float64Array;
  readonly values: Float64Array;
  trap(place: number): number;
  gate(input: number, rule: number): void;
  careful(rule: number): void;
}

/** Where in the row `x` is found; `-1` when nowhere. */
const found = (table: Float64Array, row: number, x: number): boolean => {
  const end = row + (table[row] as number);
  for (let i = row + 1; i <= end; i++) if (table[i] === x) return true;
  return false;
};

/**
 * Runs a program to its end. A register without a value holds NaN: arithmetic carries it on by itself, and whatever
 * has to decide on it traps. One loop over literal operation numbers, so that the compiler makes one jump table of it;
 * that is why this function is longer than others may be.
 */
export const run = (on: Registers): void => {
  const { words: w, table: t, values: r } = on;
  let pc = 0;
  for (;;) {
    const d = w[pc + 1] as number;
    switch (w[pc]) {
      case 0: // end
        return;
      case 1: // jump
        pc = d;
        continue;
      case 2: // move
        r[d] = r[w[pc + 2] as number] as number;
        pc += 3;
        continue;
      case 3: // add
        r[d] = (r[w[pc + 2] as number] as number) + (r[w[pc + 3] as number] as number);
        pc += 4;
        continue;
      case 4: // subtract
        r[d] = (r[w[pc + 2] as number] as number) - (r[w[pc + 3] as number] as number);
        pc += 4;
        continue;
      case 5: // multiply
        r[d] = (r[w[pc + 2] as number] as number) * (r[w[pc + 3] as number] as number);
        pc += 4;
        continue;
      case 6: {
        // least
        const a = r[w[pc + 2] as number] as number;
        const b = r[w[pc + 3] as number] as number;
        r[d] = a < b ? a : b <= a ? b : Number.NaN;
        pc += 4;
        continue;
      }
      case 7: {
        // greatest
        const a = r[w[pc + 2] as number] as number;
        const b = r[w[pc + 3] as number] as number;
        r[d] = a > b ? a : b >= a ? b : Number.NaN;
        pc += 4;
        continue;
      }
      case 8: {
        // clamp
        const a = r[w[pc + 2] as number] as number;
        const low = r[w[pc + 3] as number] as number;
        const high = r[w[pc + 4] as number] as number;
        r[d] = a < low ? low : a > high ? high : a;
        pc += 5;
        continue;
      }
      case 9: {
        // least of a product and a bound
        const a = (r[w[pc + 2] as number] as number) * (r[w[pc + 3] as number] as number);
        const b = r[w[pc + 4] as number] as number;
        r[d] = a > b ? b : a;
        pc += 5;
        continue;
      }
      case 10: {
        // greatest of a product and a bound
        const a = (r[w[pc + 2] as number] as number) * (r[w[pc + 3] as number] as number);
        const b = r[w[pc + 4] as number] as number;
        r[d] = a < b ? b : a;
        pc += 5;
        continue;
      }
      case 11: {
        // weighted sum
        const count = w[pc + 2] as number;
        const row = w[pc + 3] as number;
        let sum = t[row] as number;
        pc += 4;
        for (let i = 1; i <= count; i++) sum += (r[w[pc++] as number] as number) * (t[row + i] as number);
        r[d] = sum;
        continue;
      }
      case 12: {
        // cases
        const a = r[w[pc + 2] as number] as number;
        let i = (w[pc + 3] as number) + 1;
        const end = i + 2 * (t[i - 1] as number);
        while (i < end && t[i] !== a) i += 2;
        if (i === end && Number.isNaN(a)) {
          pc = on.trap(pc);
          continue;
        }
        r[d] = t[i === end ? i : i + 1] as number;
        pc += 4;
        continue;
      }
      case 13: {
        // bands, at least
        const a = r[w[pc + 2] as number] as number;
        let i = (w[pc + 3] as number) + 1;
        const end = i + 2 * (t[i - 1] as number);
        while (i < end && !(a >= (t[i] as number))) i += 2;
        if (i === end && Number.isNaN(a)) {
          pc = on.trap(pc);
          continue;
        }
        r[d] = t[i === end ? i : i + 1] as number;
        pc += 4;
        continue;
      }
      case 14: {
        // bands, above
        const a = r[w[pc + 2] as number] as number;
        let i = (w[pc + 3] as number) + 1;
        const end = i + 2 * (t[i - 1] as number);
        while (i < end && !(a > (t[i] as number))) i += 2;
        if (i === end && Number.isNaN(a)) {
          pc = on.trap(pc);
          continue;
        }
        r[d] = t[i === end ? i : i + 1] as number;
        pc += 4;
        continue;
      }
      case 15: {
        // bands, at most
        const a = r[w[pc + 2] as number] as number;
        let i = (w[pc + 3] as number) + 1;
        const end = i + 2 * (t[i - 1] as number);
        while (i < end && !(a <= (t[i] as number))) i += 2;
        if (i === end && Number.isNaN(a)) {
          pc = on.trap(pc);
          continue;
        }
        r[d] = t[i === end ? i : i + 1] as number;
        pc += 4;
        continue;
      }
      case 16: {
        // bands, below
        const a = r[w[pc + 2] as number] as number;
        let i = (w[pc + 3] as number) + 1;
        const end = i + 2 * (t[i - 1] as number);
        while (i < end && !(a < (t[i] as number))) i += 2;
        if (i === end && Number.isNaN(a)) {
          pc = on.trap(pc);
          continue;
        }
        r[d] = t[i === end ? i : i + 1] as number;
        pc += 4;
        continue;
      }
      case 17: {
        // jump if false
        const a = r[w[pc + 2] as number] as number;
        pc = a === 1 ? pc + 3 : a === 0 ? d : on.trap(pc);
        continue;
      }
      case 18: {
        // jump if true
        const a = r[w[pc + 2] as number] as number;
        pc = a === 1 ? d : a === 0 ? pc + 3 : on.trap(pc);
        continue;
      }
      case 19: {
        // jump if equal
        const a = r[w[pc + 2] as number] as number;
        const b = r[w[pc + 3] as number] as number;
        pc = a === b ? d : !Number.isNaN(a - b) ? pc + 4 : on.trap(pc);
        continue;
      }
      case 20: {
        // jump if different
        const a = r[w[pc + 2] as number] as number;
        const b = r[w[pc + 3] as number] as number;
        pc = a === b ? pc + 4 : !Number.isNaN(a - b) ? d : on.trap(pc);
        continue;
      }
      case 21: {
        // jump if below
        const a = r[w[pc + 2] as number] as number;
        const b = r[w[pc + 3] as number] as number;
        pc = a < b ? d : a >= b ? pc + 4 : on.trap(pc);
        continue;
      }
      case 22: {
        // jump if at most
        const a = r[w[pc + 2] as number] as number;
        const b = r[w[pc + 3] as number] as number;
        pc = a <= b ? d : a > b ? pc + 4 : on.trap(pc);
        continue;
      }
      case 23: {
        // jump if among
        const a = r[w[pc + 2] as number] as number;
        pc = found(t, w[pc + 3] as number, a) ? d : !Number.isNaN(a) ? pc + 4 : on.trap(pc);
        continue;
      }
      case 24: {
        // jump unless among
        const a = r[w[pc + 2] as number] as number;
        pc = found(t, w[pc + 3] as number, a) ? pc + 4 : !Number.isNaN(a) ? d : on.trap(pc);
        continue;
      }
      case 25: {
        // jump if known
        const a = r[w[pc + 2] as number] as number;
        pc = Number.isNaN(a) ? pc + 3 : d;
        continue;
      }
      case 26: {
        // jump unless known
        const a = r[w[pc + 2] as number] as number;
        pc = Number.isNaN(a) ? d : pc + 3;
        continue;
      }
      case 27: {
        // divide, rounded
        const mode = roundings[w[pc + 4] as number] as (typeof roundings)[number];
        r[d] = roundDivide(r[w[pc + 2] as number] as number, r[w[pc + 3] as number] as number, mode);
        pc += 5;
        continue;
      }
      case 28: // remainder
        r[d] = (r[w[pc + 2] as number] as number) % (r[w[pc + 3] as number] as number);
        pc += 4;
        continue;
      case 29: {
        // need a value, or settle what stands in for it
        const a = r[w[pc + 2] as number] as number;
        if (Number.isNaN(a)) pc = on.trap(pc);
        else {
          r[d] = a;
          pc += 3;
        }
        continue;
      }
      case 30: // an input that may not have been asked
        if (r[w[pc + 2] as number] !== 1) on.gate(d, w[pc + 2] as number);
        pc += 3;
        continue;
      default: // a rule that always takes the careful path
        on.careful(d);
        pc += 2;
    }
  }
};
