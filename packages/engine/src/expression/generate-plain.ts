import type { Node } from './node.ts';

/** Whether a rule can be compiled to registers; what cannot runs on the careful path. */
export const isPlain = (part: Node): boolean => {
  if (!part.exact) return false;
  const { kind, type, parts } = part;
  if (kind === 'literal') return true;
  if (kind === 'name') return type.kind === 'number' || type.kind === 'boolean' || type.kind === 'choice' || type.kind === 'day';
  if (kind === 'compare' && parts[0]?.type.kind === 'text')
    return parts[1]?.type.kind === 'choice' && isPlain(parts[1]) && parts[0].kind === 'name';
  if (kind === 'compare' && parts[1]?.type.kind === 'text')
    return parts[0]?.type.kind === 'choice' && isPlain(parts[0]) && parts[1].kind === 'name';
  if (kind === 'in-list')
    return parts[1]?.kind === 'list' && parts[1].parts.every((each) => each.kind === 'literal') && isSingle(parts[0] as Node);
  if (kind === 'belongs' || kind === 'known') return isSingle(parts[0] as Node);
  if (kind === 'days' || kind === 'add-days') return !part.mode.includes('workdays') && parts.every(isPlain);
  return plainKinds.has(kind) && type.kind !== 'text' && parts.every(isPlain);
};

const isSingle = (part: Node): boolean => (part.kind === 'name' && part.type.kind === 'text') || isPlain(part);

const plainKinds = new Set<Node['kind']>([
  'if',
  'and',
  'or',
  'not',
  'compare',
  'add',
  'subtract',
  'multiply',
  'divide',
  'remainder',
  'round',
  'least',
  'greatest',
  'default',
]);

/** Decimals of a rule's result. */
export const resultDecimals = (type: Node['type']): number => (type.kind === 'number' ? type.decimals : 0);
