/** The stretch in which every site must be drawn at least once. */
export const covers = ['month', 'quarter', 'half-year', 'year'] as const;
export type Cover = (typeof covers)[number];

/** Which sites are visited each time: all, so many of all or of each area drawn, or as the strata of the schedule say. */
export type SitesPhrase =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'sites' | 'percent' | 'area' | 'class';
      readonly amount: number;
      readonly of: number | null;
      readonly apart: number;
      readonly cover: Cover | null;
    };

export const sitesKinds = ['all', 'sites', 'percent', 'area', 'class'] as const;

const first = /^draw (?:by class|([1-9]\d{0,3})(%)?(?: of ([1-9]\d{0,4}))?( per area)?)$/;

/** Reads `all`, `draw 3`, `draw 11 of 33`, `draw 30%`, `draw 1 per area`, `draw by class` with what may follow them. */
export const readSitesPhrase = (phrase: string): SitesPhrase | undefined => {
  if (phrase === 'all') return { kind: 'all' };
  const parts = /^(.+?)(?:, not again for (1 draw|[2-9] draws|[1-9]\d draws))?(?:, each once a (month|quarter|half-year|year))?$/.exec(
    phrase,
  );
  const draw = first.exec(parts?.[1] ?? '');
  if (!parts || !draw) return undefined;
  const kind = draw[1] === undefined ? 'class' : draw[4] ? 'area' : draw[2] ? 'percent' : 'sites';
  if (draw[2] && draw[4]) return undefined;
  return {
    kind,
    amount: Number(draw[1] ?? 0),
    of: draw[3] ? Number(draw[3]) : null,
    apart: Number.parseInt(parts[2] ?? '0', 10),
    cover: (parts[3] as Cover | undefined) ?? null,
  };
};

/** The phrase that says it. */
export const writeSites = (sites: SitesPhrase): string => {
  if (sites.kind === 'all') return 'all';
  const { kind, amount, of, apart, cover } = sites;
  const draw =
    kind === 'class'
      ? 'draw by class'
      : `draw ${amount}${kind === 'percent' ? '%' : ''}${of === null ? '' : ` of ${of}`}${kind === 'area' ? ' per area' : ''}`;
  return `${draw}${apart > 0 ? `, not again for ${apart} ${apart === 1 ? 'draw' : 'draws'}` : ''}${cover ? `, each once a ${cover}` : ''}`;
};

const zhCovers: Readonly<Record<Cover, string>> = { month: '月', quarter: '季度', 'half-year': '半年', year: '年' };

const zhDraw = ({ kind, amount, of }: Exclude<SitesPhrase, { kind: 'all' }>): string => {
  if (kind === 'class') return '按类别分层抽取';
  const from = kind === 'area' ? '每个片区' : of === null ? '' : `从${of}个中`;
  return `${from}抽取${amount}${kind === 'percent' ? '%' : '个'}`;
};

/** The phrase as people say it. */
export const saySites = (sites: SitesPhrase, language: 'zh' | 'en'): string => {
  if (sites.kind === 'all') return language === 'zh' ? '全部对象' : 'all sites';
  if (language === 'en')
    return writeSites(sites)
      .replace('draw by class', 'drawn by class')
      .replace(/^draw (\S+)/, '$1 drawn');
  const apart = sites.apart > 0 ? [`抽中后${sites.apart}次内不再抽`] : [];
  return [zhDraw(sites), ...apart, ...(sites.cover ? [`每${zhCovers[sites.cover]}每个对象至少一次`] : [])].join('，');
};
