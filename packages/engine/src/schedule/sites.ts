/** Which sites a schedule visits each time: all of its class, or so many drawn. */
export type SitePick = { readonly kind: 'all' } | { readonly kind: 'draw'; readonly count: number };

/** Reads a `sites` phrase: `all`, or `draw 3` with 1 to 9999. `undefined` for anything else. */
export const readSites = (phrase: string): SitePick | undefined => {
  if (phrase === 'all') return { kind: 'all' };
  const count = /^draw ([1-9]\d{0,3})$/.exec(phrase)?.[1];
  return count ? { kind: 'draw', count: Number(count) } : undefined;
};
