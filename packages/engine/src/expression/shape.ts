import { type Problem, problem } from '../problem/problem.ts';

/** How large a rule may be. Depth counts operators inside each other; an operator and its list of parts are one level. */
export const ruleLimits = { depth: 64, parts: 5000, characters: 65_536 } as const;

/**
 * Whether a rule is small enough to be looked at, found without recursion and without reading more of it than the
 * limits allow. `undefined` when it is; otherwise the problem.
 */
export const checkShape = (logic: unknown, at: string): Problem | undefined => {
  let parts = 0;
  let characters = 0;
  const values: unknown[] = [logic];
  const depths: number[] = [0];
  while (values.length > 0) {
    const value = values.pop();
    const depth = depths.pop() as number;
    parts += 1;
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth >= ruleLimits.depth) return problem('rule.too-deep', at, { limit: ruleLimits.depth });
      const isList = Array.isArray(value);
      const keys = isList ? undefined : Object.keys(value);
      const inside = keys ? keys.length : (value as readonly unknown[]).length;
      if (parts + values.length + inside > ruleLimits.parts) return problem('rule.too-many-parts', at, { limit: ruleLimits.parts });
      for (let i = inside - 1; i >= 0; i--) {
        const key = keys ? (keys[i] as string) : i;
        const part = (value as Record<string | number, unknown>)[key];
        if (keys) characters += (key as string).length;
        values.push(part);
        depths.push(keys && Array.isArray(part) ? depth : depth + 1);
      }
    }
    if (characters + 4 * parts > ruleLimits.characters) return problem('rule.too-large', at, { limit: ruleLimits.characters });
  }
  return undefined;
};
