/** Edits (insert, delete, replace) between two texts, counted in characters. */
const edits = (a: readonly string[], b: readonly string[]): number => {
  let row = b.map((_, j) => j + 1);
  for (let i = 0; i < a.length; i++) {
    let diagonal = i;
    let left = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, left + 1, diagonal + (a[i] === b[j] ? 0 : 1));
      diagonal = above;
      left = cost;
      return cost;
    });
  }
  return row.at(-1) ?? a.length;
};

/** Characters the two texts share, in any order, as a share of the longer one: catches 城管局 for 城市管理局. */
const overlap = (a: readonly string[], b: readonly string[]): number => {
  const rest = [...b];
  const shared = a.filter((c) => {
    const i = rest.indexOf(c);
    if (i >= 0) rest.splice(i, 1);
    return i >= 0;
  }).length;
  return shared / Math.max(a.length, b.length, 1);
};

/**
 * The known name a person most likely meant, or `undefined` when none is near enough to be worth asking about.
 * Near is: at most a third of the characters edited, or at least half of them shared.
 */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  const wanted = [...name.slice(0, 64)];
  let best: string | undefined;
  let bestScore = 0;
  for (const candidate of known) {
    const letters = [...candidate.slice(0, 64)];
    const closeness = 1 - edits(wanted, letters) / Math.max(wanted.length, letters.length, 1);
    const score = Math.max(closeness, overlap(wanted, letters) * 0.9);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return bestScore >= 0.45 ? best : undefined;
};
