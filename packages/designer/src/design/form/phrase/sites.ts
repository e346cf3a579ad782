/** The stretch in which every site must be drawn at least once. */
export const covers = ['month', 'quarter', 'half-year', 'year'] as const;
export type Cover = (typeof covers)[number];

/** Of what so many are drawn: of all sites, of each area of a kind, or of each class as the strata say. */
export const drawnBy = ['whole', 'class', 'area', 'zone', 'grid', 'road', 'village', 'district'] as const;
export type DrawnBy = (typeof drawnBy)[number];

/** Which sites are visited each time: all of them, or some that are drawn. */
export type SitesPhrase = { readonly kind: 'all' } | SitesDrawn;

/** How sites are drawn: so many, or per cent of them; who was drawn rests for `apart` draws. */
export interface SitesDrawn {
  readonly kind: 'draw';
  readonly by: DrawnBy;
  readonly amount: number;
  readonly percent: boolean;
  readonly of: number | null;
  readonly apart: number;
  readonly cover: Cover | null;
}

const first = /^draw (?:by class|([1-9]\d{0,3})(%)?(?: of ([1-9]\d{0,4}))?(?: per (area|zone|grid|road|village|district))?)$/;

/** Reads `all`, `draw 3`, `draw 11 of 33`, `draw 30%`, `draw 1 per zone`, `draw by class` with what may follow them. */
export const readSitesPhrase = (phrase: string): SitesPhrase | undefined => {
  if (phrase === 'all') return { kind: 'all' };
  const parts = /^(.+?)(?:, not again for (1 draw|[2-9] draws|[1-9]\d draws))?(?:, each once a (month|quarter|half-year|year))?$/.exec(
    phrase,
  );
  const draw = first.exec(parts?.[1] ?? '');
  if (!parts || !draw) return undefined;
  const by = draw[1] === undefined ? 'class' : ((draw[4] as DrawnBy | undefined) ?? 'whole');
  return {
    kind: 'draw',
    by,
    amount: Number(draw[1] ?? 0),
    percent: draw[2] === '%',
    of: draw[3] ? Number(draw[3]) : null,
    apart: Number.parseInt(parts[2] ?? '0', 10),
    cover: (parts[3] as Cover | undefined) ?? null,
  };
};

/** The phrase that says it. */
export const writeSites = (sites: SitesPhrase): string => {
  if (sites.kind === 'all') return 'all';
  const { by, amount, percent, of, apart, cover } = sites;
  const per = by === 'whole' ? '' : ` per ${by}`;
  const draw = by === 'class' ? 'draw by class' : `draw ${amount}${percent ? '%' : ''}${of === null ? '' : ` of ${of}`}${per}`;
  return `${draw}${apart > 0 ? `, not again for ${apart} ${apart === 1 ? 'draw' : 'draws'}` : ''}${cover ? `, each once a ${cover}` : ''}`;
};

const zhEach: Readonly<Record<DrawnBy, string>> = {
  whole: '',
  class: '',
  area: '每个片区',
  zone: '每个网区',
  grid: '每个网格',
  road: '每个路段',
  village: '每个村（社区）',
  district: '每个片区',
};
const zhCovers: Readonly<Record<Cover, string>> = { month: '月', quarter: '季度', 'half-year': '半年', year: '年' };

const zhDraw = ({ by, amount, percent, of }: SitesDrawn): string =>
  by === 'class' ? '按类别分层抽取' : `${of === null ? '' : `从${of}个中`}${zhEach[by]}抽取${amount}${percent ? '%' : '个'}`;

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
