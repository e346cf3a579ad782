import type { Language } from './reply.ts';

/** The language somebody prefers by his Accept-Language: Chinese unless English comes first. */
export const languageOf = (header: string | undefined): Language => {
  if (!header) return 'zh';
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = Number(/^q=([\d.]+)$/.exec(params.join('').trim())?.[1] ?? 1);
      return { tag: tag.slice(0, 2), quality };
    })
    .filter(({ tag, quality }) => (tag === 'zh' || tag === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag === 'en' ? 'en' : 'zh';
};
