import type { Node } from './node.ts';
import { exactBelow } from './type.ts';

/** One addend: a part times a whole factor. */
export interface Term {
  readonly part: Node;
  readonly factor: number;
}

interface Sum {
  readonly constant: number;
  readonly terms: readonly Term[];
}

const decimalsOf = (part: Node): number => (part.type.kind === 'number' ? part.type.decimals : 0);

const sizeOf = ({ part, factor }: Term): number =>
  part.type.kind === 'number' ? Math.abs(factor) * Math.max(Math.abs(part.type.low), Math.abs(part.type.high)) : 0;

/**
 * A sum or difference as constant plus terms, in units of so many decimals. Sums inside sums are opened, unless the
 * running total could then pass the range in which a double is exact.
 */
export const termsOf = (sum: Node, decimals: number): Sum => {
  const opened = gathered(sum, decimals, true);
  const size = opened.terms.reduce((total, term) => total + sizeOf(term), Math.abs(opened.constant));
  return size < exactBelow ? opened : gathered(sum, decimals, false);
};

const gathered = (sum: Node, decimals: number, isOpen: boolean): Sum => {
  const terms: Term[] = [];
  let constant = 0;
  const gather = (part: Node, sign: number): void => {
    const opens = isOpen || part === sum;
    if (opens && part.kind === 'add') for (const each of part.parts) gather(each, sign);
    else if (opens && part.kind === 'subtract') {
      const [a, b] = part.parts as [Node, Node | undefined];
      gather(a, b ? sign : -sign);
      if (b) gather(b, -sign);
    } else {
      const factor = sign * 10 ** (decimals - decimalsOf(part));
      if (part.kind === 'literal') constant += (part.literal as number) * factor;
      else terms.push(weighted(part, factor));
    }
  };
  gather(sum, 1);
  return { constant, terms };
};

/** `0.25 × x` is `x` with a factor. */
const weighted = (part: Node, factor: number): Term => {
  const a = part.parts[0] as Node;
  const b = part.parts[1] as Node;
  if (part.kind !== 'multiply' || part.parts.length !== 2) return { part, factor };
  if (a.kind === 'literal' && b.kind === 'name') return { part: b, factor: factor * (a.literal as number) };
  return b.kind === 'literal' && a.kind === 'name' ? { part: a, factor: factor * (b.literal as number) } : { part, factor };
};
