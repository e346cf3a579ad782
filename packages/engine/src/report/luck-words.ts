import type { EndsLuck, Luck, UnitLuck } from '../ranking/luck.ts';

type Language = 'zh' | 'en';

/** From which share of redraws two neighbours cannot be told apart. */
const blurred = 0.25;
/** Pairs named at most. */
const most = 4;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A share in words that claim no more than a thousand redraws can: 十次约有七次, about 7 times in 10. */
const oftenOf = (count: number, draws: number, language: Language): string => {
  const tenths = Math.round((count * 10) / draws);
  const zh = language === 'zh';
  if (count * 20 < draws) return zh ? '十次不到半次' : 'hardly ever';
  if (count * 100 >= draws * 97) return zh ? '十次里十次' : 'nearly always';
  if (tenths >= 10) return zh ? '十次里九次以上' : 'more than 9 times in 10';
  return zh ? `十次约有${digits[Math.max(1, tenths)]}次` : `about ${Math.max(1, tenths)} ${tenths <= 1 ? 'time' : 'times'} in 10`;
};

/** Neighbours whose order turned round too often to be told apart, the least certain first. */
const pairsOf = ({ draws, units }: Luck): readonly { readonly above: UnitLuck; readonly below: UnitLuck; readonly count: number }[] =>
  units
    .flatMap((above, i) => {
      const below = units[i + 1];
      const count = above.overtaken ?? 0;
      return below && below.group === above.group && below.rank > above.rank && count >= draws * blurred ? [{ above, below, count }] : [];
    })
    .sort((a, b) => b.count - a.count);

/** Tied units named at most; the others are counted. */
const mostTied = 3;

/** One end of a group's order: the units that hold the place, in how many redraws one of them did, and each by itself. */
interface End {
  readonly place: string;
  readonly units: readonly UnitLuck[];
  readonly together: number;
  readonly alone: (unit: UnitLuck) => number;
}

type Often = (count: number) => string;

/** How often each of the tied units by itself held the place: from the surest to the least sure, or all alike. */
const singly = ({ units, alone }: End, often: Often, zh: boolean): string => {
  const sorted = units.toSorted((a, b) => alone(b) - alone(a));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return '';
  const [high, low] = [often(alone(most)), often(alone(least))];
  if (high === low) return zh ? `单看一个单位都是${high}` : `taken singly, each ${high}`;
  return zh
    ? `单看一个单位，最多的${most.unit}${high}，最少的${least.unit}${low}`
    : `taken singly, from ${most.unit} ${high} to ${least.unit} ${low}`;
};

const sayEnd = (end: End, often: Often, zh: boolean): string => {
  const { place, units, together } = end;
  const [only] = units;
  if (only && units.length === 1)
    return zh ? `${often(together)}仍是${only.unit}${place}` : `${only.unit} would be ${place} ${often(together)}`;
  const named = units.slice(0, mostTied).map(({ unit }) => unit);
  const rest = units.length - named.length;
  if (zh) {
    const names = `${named.join('、')}${rest > 0 ? '等' : ''}`;
    return `并列${place}的 ${units.length} 个单位（${names}）${often(together)}仍有单位居${place}，${singly(end, often, zh)}`;
  }
  const names = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return `one or more of the ${units.length} units tied for ${place} (${names}) would be ${place} ${often(together)}: ${singly(end, often, zh)}`;
};

const sayGroup = ({ group, first, last }: EndsLuck, { draws, units: all }: Luck, language: Language): string => {
  const zh = language === 'zh';
  const often: Often = (count) => oftenOf(count, draws, language);
  const where = group ? (zh ? `${group}：` : `${group}: `) : '';
  const units = all.filter((unit) => unit.group === group);
  const [firsts, lasts] = [units[0], units.at(-1)].map((end) => units.filter(({ rank }) => rank === end?.rank));
  if (!firsts || !lasts || firsts.length === units.length)
    return zh
      ? `${where}${units.length} 个单位全部并列，本期没有先后。`
      : `${where}All ${units.length} units are tied: there is no order this time.`;
  const top = sayEnd({ place: zh ? '第一' : 'first', units: firsts, together: first, alone: ({ same }) => same }, often, zh);
  const bottom = sayEnd({ place: zh ? '末位' : 'last', units: lasts, together: last, alone: (unit) => unit.last }, often, zh);
  const tied = firsts.length > 1 || lasts.length > 1;
  return zh
    ? `${where}若换一批检查重来，${top}${tied ? '；' : '，'}${bottom}。`
    : `${where}Were the inspections drawn again, ${top}${tied ? ';' : ''} and ${bottom}.`;
};

/** Which neighbours cannot be told apart; nothing when all are tied, for then there are no neighbours. */
const sayPairs = (luck: Luck, language: Language): readonly string[] => {
  const zh = language === 'zh';
  const ordered = luck.units.some(({ group, rank }, i) => luck.units[i + 1]?.group === group && luck.units[i + 1]?.rank !== rank);
  if (!ordered) return [];
  const pairs = pairsOf(luck).slice(0, most);
  if (pairs.length === 0) return [zh ? '相邻单位的先后都较为确定。' : 'The order of neighbours is fairly certain.'];
  const close = pairs.map(({ above, below, count }) => {
    const often = oftenOf(count, luck.draws, language);
    return zh ? `${above.unit}与${below.unit}${often}换位` : `${above.unit} and ${below.unit} change places ${often}`;
  });
  return [zh ? `分不出先后的：${close.join('；')}。` : `Hard to tell apart: ${close.join('; ')}.`];
};

/**
 * How far an order can be trusted, in sentences: how often the first and the last of each group would be so again if the
 * inspections were drawn anew, units tied for a place together, and which neighbours cannot be told apart.
 */
export const sayLuck = (luck: Luck, language: Language): readonly string[] => [
  ...luck.groups.map((group) => sayGroup(group, luck, language)),
  ...sayPairs(luck, language),
];
