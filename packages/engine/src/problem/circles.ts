/** The circles in a graph where each node has at most one next: each circle once, starting at its first node in map order. */
export const circlesIn = (next: ReadonlyMap<string, string>): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const start of next.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      path.push(at);
      at = next.get(at);
    }
    const from = at === undefined ? -1 : path.indexOf(at);
    if (from >= 0) circles.push(path.slice(from));
  }
  return circles;
};
