/** Which sites are visited each time: all, or so many drawn. */
export interface SitesPhrase {
  readonly draw: number | null;
}

/** Reads `all` and `draw 3`; `undefined` for anything else. */
export const readSitesPhrase = (phrase: string): SitesPhrase | undefined => {
  if (phrase === 'all') return { draw: null };
  const count = /^draw ([1-9]\d{0,3})$/.exec(phrase)?.[1];
  return count ? { draw: Number(count) } : undefined;
};

/** The phrase that says it. */
export const writeSites = ({ draw }: SitesPhrase): string => (draw === null ? 'all' : `draw ${draw}`);
