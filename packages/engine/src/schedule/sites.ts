/** The stretch in which every site must be drawn at least once. */
export type Cover = 'month' | 'quarter' | 'half-year' | 'year';

/** The areas of which each gives so many: a site's own area, or the zone, grid, road, village or district around it. */
export type AreaKind = 'area' | 'zone' | 'grid' | 'road' | 'village' | 'district';

/**
 * How sites are drawn. `amount` sites or per cent (rounded up), of all sites or of each area; `by` class draws as
 * the strata of the schedule say, then `amount` is 0. `of` is the number of sites the document states, null when it
 * states none. A drawn site is left out of the next `apart` draws.
 */
export interface DrawRule {
  readonly kind: 'draw';
  readonly amount: number;
  readonly unit: 'sites' | 'percent';
  readonly by: 'whole' | 'class' | AreaKind;
  readonly of: number | null;
  readonly apart: number;
  readonly cover: Cover | null;
}

/** Which sites a schedule visits each time: all of its class, or some drawn. */
export type SitePick = { readonly kind: 'all' } | DrawRule;

/** Every kind of area, as phrases name them. */
export const areaKinds: readonly AreaKind[] = ['area', 'zone', 'grid', 'road', 'village', 'district'];
/** Every stretch in which each site can be asked to be drawn once. */
export const covers: readonly Cover[] = ['month', 'quarter', 'half-year', 'year'];
const first = /^draw (?:by class|([1-9]\d{0,3})(%)?(?: of ([1-9]\d{0,4}))?(?: per (\S+))?)$/;

const readDraw = (phrase: string): DrawRule | undefined => {
  const parts = first.exec(phrase);
  if (!parts) return undefined;
  const [, amount = '0', percent, of, per] = parts;
  const area = areaKinds.find((kind) => kind === per);
  const unit = percent ? 'percent' : 'sites';
  if ((percent && Number(amount) > 100) || (per && !area)) return undefined;
  const by = amount === '0' ? 'class' : (area ?? 'whole');
  return { kind: 'draw', amount: Number(amount), unit, by, of: of ? Number(of) : null, apart: 0, cover: null };
};

/**
 * Reads a `sites` phrase: `all`, or `draw 11`, `draw 11 of 33`, `draw 30%`, `draw 1 per zone`, `draw by class`, each
 * with `, not again for 2 draws` and `, each once a quarter` behind it if need be. `undefined` for anything else.
 */
export const readSites = (phrase: string): SitePick | undefined => {
  if (phrase === 'all') return { kind: 'all' };
  const parts = /^(.+?)(?:, not again for (1 draw|[2-9] draws|[1-9]\d draws))?(?:, each once a (\S+))?$/.exec(phrase);
  const draw = readDraw(parts?.[1] ?? '');
  const cover = covers.find((known) => known === parts?.[3]) ?? null;
  if (!draw || (parts?.[3] && !cover)) return undefined;
  return { ...draw, apart: Number.parseInt(parts?.[2] ?? '0', 10), cover };
};

/** The phrase that says it. */
export const writeSites = (pick: SitePick): string => {
  if (pick.kind === 'all') return 'all';
  const { by, amount, unit, of, apart, cover } = pick;
  const some = `draw ${amount}${unit === 'percent' ? '%' : ''}${of === null ? '' : ` of ${of}`}${by === 'whole' ? '' : ` per ${by}`}`;
  const rest = apart > 0 ? `, not again for ${apart} ${apart === 1 ? 'draw' : 'draws'}` : '';
  return `${by === 'class' ? 'draw by class' : some}${rest}${cover ? `, each once a ${cover}` : ''}`;
};

const zhAreas: Readonly<Record<AreaKind, string>> = {
  area: '片区',
  zone: '网区',
  grid: '网格',
  road: '路段',
  village: '村（社区）',
  district: '片区',
};
const zhCovers: Readonly<Record<Cover, string>> = { month: '月', quarter: '季度', 'half-year': '半年', year: '年' };

const zh = (draw: DrawRule): string => {
  const amount = draw.unit === 'percent' ? `${draw.amount}%` : `${draw.amount}个`;
  const from = `${draw.of === null ? '' : `从${draw.of}个中`}${draw.by === 'whole' || draw.by === 'class' ? '' : `每个${zhAreas[draw.by]}`}`;
  return [
    draw.by === 'class' ? '按类别分层随机抽取' : `${from}随机抽取${amount}`,
    ...(draw.apart > 0 ? [`抽中后${draw.apart}次内不再抽`] : []),
    ...(draw.cover ? [`每${zhCovers[draw.cover]}每个对象至少一次`] : []),
  ].join('，');
};

const en = (draw: DrawRule): string => {
  const amount = draw.unit === 'percent' ? `${draw.amount}%` : String(draw.amount);
  const from = `${draw.of === null ? '' : ` of ${draw.of}`}${draw.by === 'whole' || draw.by === 'class' ? '' : ` in each ${draw.by}`}`;
  return [
    draw.by === 'class' ? 'drawn at random, so many of each class' : `${amount}${from} drawn at random`,
    ...(draw.apart > 0 ? [`not again for ${draw.apart} ${draw.apart === 1 ? 'draw' : 'draws'}`] : []),
    ...(draw.cover ? [`each at least once a ${draw.cover}`] : []),
  ].join(', ');
};

/** The pick in words: 全部, 从33个中随机抽取11个, or in English. */
export const saySites = (pick: SitePick, language: 'zh' | 'en'): string => {
  if (pick.kind === 'all') return language === 'zh' ? '全部' : 'all';
  return language === 'zh' ? zh(pick) : en(pick);
};
