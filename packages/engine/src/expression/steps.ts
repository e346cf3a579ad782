import type { Node } from './node.ts';

const loops = new Set<Node['kind']>(['map', 'filter', 'reduce', 'all', 'some', 'none', 'streak']);

/** Whether a part runs its second part once for each element of the list that its first part is. */
export const isLoop = (part: Node): boolean =>
  loops.has(part.kind) || ((part.kind === 'count' || part.kind === 'sum') && part.parts.length > 1);

const lengthOf = (part: Node | undefined): number => (part?.type.kind === 'list' ? part.type.most : 0);

/** Most steps a rule can take on the careful path, by the lengths its lists may have; long texts come on top. */
export const mostSteps = (part: Node): number => {
  const own = part.type.kind === 'list' ? 1 + lengthOf(part) : 1;
  if (!isLoop(part)) return part.parts.reduce((sum, each) => sum + mostSteps(each) + 2 + lengthOf(each), own);
  const [list, body, start] = part.parts as [Node, Node, Node | undefined];
  return own + mostSteps(list) + (start ? mostSteps(start) : 0) + 2 + lengthOf(list) * (mostSteps(body) + 3);
};
