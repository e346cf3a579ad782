import type { Luck, UnitLuck } from '../ranking/luck.ts';

type Language = 'zh' | 'en';

/** From which share of redraws two neighbours cannot be told apart. */
const blurred = 0.25;
/** Pairs named at most. */
const most = 4;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A share in words that claim no more than a thousand redraws can: 十次约有七次, about 7 times in 10. */
const often = (count: number, draws: number, language: Language): string => {
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

/**
 * How far an order can be trusted, in sentences: how often the first and the last of each group would be so again if the
 * inspections were drawn anew, and which neighbours cannot be told apart.
 */
export const sayLuck = (luck: Luck, language: Language): readonly string[] => {
  const zh = language === 'zh';
  const groups = [...new Set(luck.units.map(({ group }) => group))];
  const ends = groups.flatMap((group) => {
    const units = luck.units.filter((unit) => unit.group === group);
    const [first, last] = [units[0], units.at(-1)];
    if (!first || !last) return [];
    const again = (count: number) => often(count, luck.draws, language);
    const where = group ? (zh ? `${group}：` : `${group}: `) : '';
    return [
      zh
        ? `${where}若换一批检查重来，${again(first.same)}仍是${first.unit}第一，${again(last.last)}仍是${last.unit}末位。`
        : `${where}Were the inspections drawn again, ${first.unit} would be first ${again(first.same)} and ${last.unit} last ${again(last.last)}.`,
    ];
  });
  const pairs = pairsOf(luck).slice(0, most);
  const close = pairs.map(({ above, below, count }) =>
    zh
      ? `${above.unit}与${below.unit}${often(count, luck.draws, language)}换位`
      : `${above.unit} and ${below.unit} change places ${often(count, luck.draws, language)}`,
  );
  const verdict =
    pairs.length === 0
      ? zh
        ? '相邻单位的先后都较为确定。'
        : 'The order of neighbours is fairly certain.'
      : zh
        ? `分不出先后的：${close.join('；')}。`
        : `Hard to tell apart: ${close.join('; ')}.`;
  return [...ends, verdict];
};
