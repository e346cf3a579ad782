import type { Binding, Indicator, Target } from './schema.ts';
import { type Comparator, readTarget, type TargetPhrase } from './target.ts';
import { addsUp, isPart } from './unit.ts';

type Language = 'zh' | 'en';

/** A number with its unit: `96.0%` in Chinese, `96.0 %` in English; 倍 and 比 stay as written. */
export const sayAmount = (amount: string | number, unit: string, language: Language): string =>
  language === 'zh' || unit === '' ? `${amount}${unit}` : `${amount} ${unit}`;

const zhComparators = (unit: string): Readonly<Record<Comparator, string>> => ({
  'at least': addsUp(unit) ? '不少于' : '不低于',
  'at most': '不超过',
  exactly: '为',
});

const zhChange = (phrase: Extract<TargetPhrase, { kind: 'change' }>, unit: string): string => {
  if (phrase.amount === 0 && phrase.comparator === 'at most') return phrase.direction === 'above' ? '不高于基线（零增长）' : '不低于基线';
  if (phrase.amount === 0)
    return `与基线相比${phrase.comparator === 'exactly' ? '不变' : phrase.direction === 'above' ? '不降低' : '不升高'}`;
  const size = phrase.percent
    ? `${phrase.amount}%`
    : isPart(unit)
      ? `${phrase.amount}个${unit === '‰' ? '千' : '百'}分点`
      : `${phrase.amount}${unit}`;
  const how = { 'at least': '不少于', 'at most': '不超过', exactly: '' }[phrase.comparator];
  return `比基线${phrase.direction === 'above' ? '提高' : '降低'}${how}${size}`;
};

const enChange = (phrase: Extract<TargetPhrase, { kind: 'change' }>, unit: string): string => {
  const size = phrase.percent
    ? `${phrase.amount} % of it`
    : isPart(unit)
      ? `${phrase.amount} points`
      : sayAmount(phrase.amount, unit, 'en');
  return `${phrase.comparator} ${size} ${phrase.direction} the baseline`;
};

/** A target phrase with its unit: 不低于95%, 比基线提高不少于7%, or `at least 95 %`. */
export const sayTargetPhrase = (phrase: TargetPhrase, unit: string, language: Language): string => {
  const zh = language === 'zh';
  switch (phrase.kind) {
    case 'value':
      return `${zh ? zhComparators(unit)[phrase.comparator] : `${phrase.comparator} `}${sayAmount(phrase.value, unit, language)}`;
    case 'range':
      return zh ? `在${phrase.low}至${phrase.high}${unit}之间` : `between ${phrase.low} and ${sayAmount(phrase.high, unit, 'en')}`;
    case 'ratio':
      return `${zh ? { 'at least': '不低于', 'at most': '不超过', exactly: '为' }[phrase.comparator] : `${phrase.comparator} `}${phrase.left}:${phrase.right}`;
    case 'change':
      return zh ? zhChange(phrase, unit) : enChange(phrase, unit);
  }
};

/** How a target binds, in words. */
export const sayBinding = (binding: Binding, language: Language): string =>
  language === 'zh' ? { binding: '约束性', expected: '预期性', stretch: '力争' }[binding] : binding;

const zhDue = (due: string): string => {
  const [year = '', month, day] = due.split('-');
  if (day !== undefined) return `${year}年${Number(month)}月${Number(day)}日`;
  return month === undefined ? `${year}年底` : `${year}年${Number(month)}月底`;
};
const enDue = (due: string): string => (due.length === 10 ? due : `the end of ${due}`);

const zhWhen = ({ per, due }: Target): string => {
  if (per === 'cumulative') return due === undefined ? '累计' : `到${zhDue(due)}`;
  if (per === 'every-reading') return due === undefined ? '每期均保持' : `到${zhDue(due)}，每期均保持`;
  return due === undefined ? '每年' : due.length === 4 ? `${due}年当年` : `当年到${zhDue(due)}`;
};

const enWhen = ({ per, due }: Target): string => {
  if (per === 'cumulative') return due === undefined ? 'In all' : `By ${enDue(due)}`;
  if (per === 'every-reading') return due === undefined ? 'At every reading' : `At every reading up to ${enDue(due)}`;
  return due === undefined ? 'Each year' : due.length === 4 ? `In ${due} alone` : `In its year by ${enDue(due)}`;
};

const scopeOf = (target: Target): string => target.area ?? target.class ?? target.grade ?? target.each ?? '';

const baselineOf = (indicator: Indicator, target: Target, language: Language): string => {
  const baseline = target.baseline ?? indicator.baseline;
  if (!baseline) return '';
  const amount = sayAmount(baseline.value, indicator.unit, language);
  return language === 'zh' ? `基线为${baseline.day}的${amount}` : `from ${amount} on ${baseline.day}`;
};

const sharesOf = (indicator: Indicator, target: Target, language: Language): string => {
  const shares = (target.shares ?? []).map(
    (share) => `${share.of}${language === 'zh' ? '' : ' '}${sayAmount(share.amount, indicator.unit, language)}`,
  );
  if (shares.length === 0) return '';
  return language === 'zh' ? `分解为${shares.join('、')}` : `split into ${shares.join(', ')}`;
};

/** A target as one sentence: when, what, where, how much, how it binds, from where, and how it is split. */
export const sayTarget = (indicator: Indicator, target: Target, language: Language): string => {
  const read = readTarget(target.target);
  const amount = read ? sayTargetPhrase(read, indicator.unit, language) : target.target;
  const binding = sayBinding(target.binding ?? indicator.binding, language);
  const more = [binding, baselineOf(indicator, target, language), sharesOf(indicator, target, language)].filter(Boolean);
  const scope = scopeOf(target);
  if (language === 'zh') {
    const kept = target.per === 'every-reading';
    const what = `${target.each ? `${scope}每个单位的` : scope}${indicator.name}`;
    return kept
      ? `${what}${zhWhen(target)}${amount}（${more.join('；')}）。`
      : `${zhWhen(target)}，${what}${amount}（${more.join('；')}）。`;
  }
  const where = scope ? (target.each ? ` of each of ${scope}` : ` in ${scope}`) : '';
  return `${enWhen(target)}, ${indicator.name}${where} is ${amount} (${more.join('; ')}).`;
};
