import { showPoints } from '../checklist/points.ts';
import type { Period } from '../calendar/period.ts';
import { kindOf } from '../calendar/period.ts';
import type { Proposal } from '../consequence/proposal.ts';
import type { Reason } from '../scoring/reason.ts';

type Language = 'zh' | 'en';

/** A period as people say it: 2026年11月, 2026年第4季度. Other texts come back unchanged. */
export const sayPeriod = (period: Period, language: Language): string => {
  if (language === 'en') return period;
  const year = `${period.slice(0, 4)}年`;
  switch (kindOf(period)) {
    case 'week':
      return `${year}第${Number(period.slice(6))}周`;
    case 'month':
      return `${year}${Number(period.slice(5))}月`;
    case 'quarter':
      return `${year}第${period.slice(6)}季度`;
    case 'half-year':
      return `${year}${period.endsWith('1') ? '上' : '下'}半年`;
    case 'year':
      return year;
    default:
      return period;
  }
};

const cite = (source: string, language: Language): string => (source ? (language === 'zh' ? `（${source}）` : ` (${source})`) : '');

const sayLeaf = (reason: Reason, language: Language): string => {
  const { cause } = reason;
  if (!cause) return reason.name;
  const spots = cause.kind === 'answer' && cause.count > 1 ? (language === 'zh' ? `${cause.count}处` : `, ${cause.count} spots`) : '';
  if (cause.kind === 'answer')
    return language === 'zh' ? `${cause.day} ${cause.site}：${cause.item}不合格${spots}` : `${cause.day} ${cause.site}: ${cause.item} failed${spots}`;
  return language === 'zh' ? `${cause.site}：${cause.item}，期限${cause.due}` : `${cause.site}: ${cause.item}, due ${cause.due}`;
};

/** One reason as a sentence with its points and its clause. */
export const sayReason = (reason: Reason, language: Language): string => {
  const points = `${reason.points > 0 && reason.kind !== 'total' && reason.kind !== 'base' ? '+' : ''}${showPoints(reason.points)}${language === 'zh' ? '分' : ''}`;
  const head: Readonly<Record<Reason['kind'], string>> = {
    total: reason.name,
    base: language === 'zh' ? '基础分' : 'Base',
    rule: reason.name,
    occasion: sayLeaf(reason, language),
    limit: language === 'zh' ? `“${reason.name}”达到上下限，折回` : `“${reason.name}” reached its limit, given back`,
  };
  return `${head[reason.kind]}${cite(reason.source, language)}${language === 'zh' ? '：' : ': '}${points}`;
};

/** A proposed consequence as a sentence with the ranks it rests on and its clause. */
export const sayProposal = (proposal: Proposal, language: Language): string => {
  const ranks = proposal.because.map((counted) =>
    language === 'zh'
      ? `${sayPeriod(counted.period, language)}第${counted.rank}名（共${counted.ranked}名）`
      : `place ${counted.rank} of ${counted.ranked} in ${counted.period}`,
  );
  return language === 'zh'
    ? `${proposal.unit}：${ranks.join('、')}，建议${proposal.then}${cite(proposal.source, language)}。`
    : `${proposal.unit}: ${ranks.join(', ')}; proposed: ${proposal.then}${cite(proposal.source, language)}.`;
};
