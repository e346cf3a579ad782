import type { Period } from '../calendar/period.ts';
import { kindOf } from '../calendar/period.ts';
import type { Proposal } from '../consequence/proposal.ts';
import { showPoints } from '../expression/points.ts';
import type { Cause, Reason } from '../scoring/reason.ts';

type Language = 'zh' | 'en';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const thirds = { zh: ['上旬', '中旬', '下旬'], en: ['early', 'mid-', 'late'] } as const;

const inChinese = (period: Period): string => {
  const year = `${period.slice(0, 4)}年`;
  const month = `${year}${Number(period.slice(5, 7))}月`;
  switch (kindOf(period)) {
    case 'week':
      return `${year}第${Number(period.slice(6))}周`;
    case 'ten-days':
      return `${month}${thirds.zh[Number(period.slice(8)) - 1]}`;
    case 'month':
      return month;
    case 'quarter':
      return `${year}第${period.slice(6)}季度`;
    case 'half-year':
      return `${year}${period.endsWith('1') ? '上' : '下'}半年`;
    default:
      return kindOf(period) === 'year' ? year : period;
  }
};

const inEnglish = (period: Period): string => {
  const year = period.slice(0, 4);
  const month = `${months[Number(period.slice(5, 7)) - 1]} ${year}`;
  switch (kindOf(period)) {
    case 'week':
      return `week ${Number(period.slice(6))} of ${year}`;
    case 'ten-days':
      return `${thirds.en[Number(period.slice(8)) - 1]} ${month}`.replace('- ', '-');
    case 'month':
      return month;
    case 'quarter':
      return `Q${period.slice(6)} ${year}`;
    case 'half-year':
      return `${period.endsWith('1') ? 'first' : 'second'} half of ${year}`;
    default:
      return period;
  }
};

/** A period as people say it: 2026年11月, 2026年第4季度; November 2026, Q4 2026. Other texts come back unchanged. */
export const sayPeriod = (period: Period, language: Language): string => (language === 'zh' ? inChinese(period) : inEnglish(period));

const cite = (source: string, language: Language): string => (source ? (language === 'zh' ? `（${source}）` : ` (${source})`) : '');

const sayCause = (cause: Cause, language: Language): string => {
  const zh = language === 'zh';
  switch (cause.kind) {
    case 'answer': {
      const spots = cause.count > 1 ? (zh ? `${cause.count}处` : `, ${cause.count} spots`) : '';
      return zh ? `${cause.day} ${cause.site}：${cause.item}不合格${spots}` : `${cause.day} ${cause.site}: ${cause.item} failed${spots}`;
    }
    case 'rectification':
      return zh ? `${cause.site}：${cause.item}，期限${cause.due}` : `${cause.site}: ${cause.item}, due ${cause.due}`;
    case 'milestone':
      return zh ? `时间节点“${cause.milestone}”逾期，期限${cause.day}` : `milestone “${cause.milestone}” missed, due ${cause.day}`;
    case 'figure':
      return zh ? `“${cause.indicator}”为${cause.shown}` : `“${cause.indicator}” is ${cause.shown}`;
    case 'no-figure':
      return zh ? `“${cause.indicator}”没有数据` : `“${cause.indicator}” has no data`;
  }
};

const sayPart = ({ name, whole }: Reason, language: Language): string => {
  if (!whole) return name;
  const zh = language === 'zh';
  const score = whole.reason ? showPoints(whole.reason.points) : zh ? '无' : 'none';
  const weight = whole.weight === null ? '' : zh ? `，占${showPoints(whole.weight)}%` : `, weight ${showPoints(whole.weight)} %`;
  return zh
    ? `${name} ${sayPeriod(whole.period, language)}（得分${score}${weight}）`
    : `${name} ${sayPeriod(whole.period, language)} (score ${score}${weight})`;
};

/** One reason as a sentence with its points and its clause. */
export const sayReason = (reason: Reason, language: Language): string => {
  const points = `${reason.points > 0 && reason.kind !== 'total' && reason.kind !== 'base' ? '+' : ''}${showPoints(reason.points)}${language === 'zh' ? '分' : ''}`;
  const head: Readonly<Record<Reason['kind'], string>> = {
    total: reason.name,
    base: language === 'zh' ? '基础分' : 'Base',
    rule: reason.name,
    occasion: reason.cause ? sayCause(reason.cause, language) : reason.name,
    part: sayPart(reason, language),
    scaled: language === 'zh' ? '缺项按比例折算' : 'scaled up for what is missing',
    limit: language === 'zh' ? `“${reason.name}”达到上下限，折回` : `“${reason.name}” reached its limit, given back`,
  };
  return `${head[reason.kind]}${cite(reason.source, language)}${language === 'zh' ? '：' : ': '}${points}`;
};

/** A proposed consequence as a sentence with the ranks it rests on and its clause. */
export const sayProposal = (proposal: Proposal, language: Language): string => {
  const zh = language === 'zh';
  const results = proposal.because.map(({ period, rank, ranked, group, points, grade }) => {
    const place = rank === null ? '' : zh ? `${group}第${rank}名（共${ranked}名）` : `place ${rank} of ${ranked}${group && ` in ${group}`}`;
    const score = zh ? `${showPoints(points)}分${grade && `、${grade}`}` : `${showPoints(points)} points${grade && `, ${grade}`}`;
    return zh ? `${sayPeriod(period, language)}${place || score}` : `${place || score} in ${sayPeriod(period, language)}`;
  });
  const to = proposal.addressee && (zh ? `（${proposal.addressee}）` : ` (${proposal.addressee})`);
  const bound = proposal.bound.length ? (zh ? `，连带${proposal.bound.join('、')}` : `, binding in ${proposal.bound.join(', ')}`) : '';
  const yuan = Math.abs(proposal.fen) / 100;
  const money =
    proposal.fen === 0
      ? ''
      : zh
        ? `，${proposal.fen < 0 ? '扣减' : '奖励'}${yuan}元`
        : `, ${proposal.fen < 0 ? 'minus' : 'plus'} ${yuan} yuan`;
  const source = cite(proposal.source, language);
  return zh
    ? `${proposal.unit}：${results.join('、')}，建议${proposal.then}${to}${money}${bound}${source}。`
    : `${proposal.unit}: ${results.join(', ')}; proposed: ${proposal.then}${to}${money}${bound}${source}.`;
};
