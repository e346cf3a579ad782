import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

const zhClause = (p: Params): string => `${p.holder ? `${noun('zh', p.holder)}“${p.name ?? ''}”` : ''}${p.source ? `（${p.source}）` : ''}`;
const enClause = (p: Params): string => `${p.holder ? `${noun('en', p.holder)} “${p.name ?? ''}”` : ''}${p.source ? ` (${p.source})` : ''}`;
const enOf = (p: Params): string => (enClause(p) ? `In the ${enClause(p).trim()}: ` : '');

/** Codes of the working calendar, of schedules and of what they draw. */
export const timeCodes = {
  'calendar.provisional': 'hint',
  'calendar.unreadable-days': 'error',
  'calendar.other-year': 'error',
  'calendar.not-weekend': 'error',
  'calendar.off-and-work': 'error',
  'calendar.year-twice': 'error',
  'calendar.year-known': 'hint',
  'calendar.impossible-hours': 'error',
  'calendar.no-such-day': 'error',
  'calendar.season-twice': 'error',
  'schedule.draw-too-large': 'error',
  'schedule.no-day': 'warning',
  'schedule.phase-over': 'warning',
  'schedule.self-inspection': 'warning',
  'schedule.collision': 'hint',
  'schedule.dropped': 'hint',
  'schedule.day-outside': 'warning',
  'draw.count-differs': 'error',
  'draw.strata-missing': 'error',
  'draw.strata-unused': 'error',
  'draw.no-area': 'warning',
  'draw.too-few-to-rest': 'error',
  'draw.cover-impossible': 'error',
  'draw.nobody-may-go': 'error',
  'draw.too-few-along': 'error',
  'repeat.reason-missing': 'error',
  'repeat.unknown': 'error',
  'repeat.not-seeded': 'error',
  'repeat.not-newest': 'error',
  'repeat.over': 'error',
  'repeat.begun': 'error',
} as const;

type Code = keyof typeof timeCodes;

/** Their sentences in Chinese. */
export const zhTimes: Readonly<Record<Code, (p: Params) => string>> = {
  'calendar.provisional': (p) =>
    `${zhClause(p)}用到${p.year}年的工作日，系统里没有该年的放假安排，先按周一至周五暂定。放假通知发布后，请填入“工作日历”的放假安排。`,
  'calendar.unreadable-days': (p) => `“${p.found}”读不懂。请写成2027-01-01，或2027-01-01 to 2027-01-03。`,
  'calendar.other-year': (p) => `${p.found}不在${p.year}年。跨年的假日请写进它所在年份的表。`,
  'calendar.not-weekend': (p) => `${p.found}本来就是周一至周五，不会是调休上班日。请核对通知。`,
  'calendar.off-and-work': (p) => `${p.found}既写成放假又写成上班。请核对通知。`,
  'calendar.year-twice': (p) => `${p.year}年的放假安排写了两次。请只留一份。`,
  'calendar.year-known': (p) => `系统里已有${p.year}年的放假安排，以本方案写的为准。如没有不同，请删去。`,
  'calendar.impossible-hours': (p) => `办公时间“${p.found}”不可能：每段要先开始后结束，后一段不能早于前一段结束。请核对。`,
  'calendar.no-such-day': (p) => `没有${p.found}这一天。请按月-日写，如05-06。`,
  'calendar.season-twice': (p) => `有两段作息都从${p.found}起用。请只留一段，或写明另一段从哪天起用。`,
  'schedule.draw-too-large': (p) => `${zhClause(p)}每次抽${p.count}个，但“${p.class}”只有${p.sites}个对象。请减少抽取数。`,
  'schedule.no-day': (p) => `${zhClause(p)}在所属阶段${p.phases}内一次也排不上。请改频次，或换到排得上的阶段。`,
  'schedule.phase-over': (p) =>
    `${zhClause(p)}在所属阶段${p.phases}内最后一次是${p.last}，方案${p.issued}才印发，一次也不会执行。请换到还没有结束的阶段，或删去这项安排。`,
  'schedule.self-inspection': (p) => `${zhClause(p)}由“${p.unit}”检查，而它自己也在“${p.sheet}”中被考核。请换一个检查单位。`,
  'schedule.collision': (p) => `${zhClause(p)}的${p.planned}都被节假日移到${p.day}，同一天要办两次。如可合为一次，请把“两次重合”写成合并。`,
  'schedule.dropped': (p) => `${zhClause(p)}的${p.planned}遇节假日，不得移出的周期里没有工作日，本次不办。`,
  'schedule.day-outside': (p) => `${zhClause(p)}写明的${p.day}不在所属阶段内，不会执行。请改日期或阶段。`,
  'draw.count-differs': (p) => `${zhClause(p)}写明从${p.stated}个中抽取，名单里有${p.sites}个。请核对名单或改正数字。`,
  'draw.strata-missing': (p) => `${zhClause(p)}按类别抽取，却没有写每一类抽几个。请填写“分层”。`,
  'draw.strata-unused': (p) => `${zhClause(p)}写了“分层”，抽取却写成“${p.found}”。请把抽取写成draw by class，或删去分层。`,
  'draw.no-area': (p) => `${zhClause(p)}按片区抽取，但有${p.count}个对象没有写片区（如“${p.site}”），永远抽不到。请补上片区。`,
  'draw.too-few-to-rest': (p) =>
    `${zhClause(p)}从“${p.class}”的${p.sites}个对象中每次抽${p.count}个，并要求${p.apart}次内不再抽，至少要有${p.needed}个。请减少抽取数或次数。`,
  'draw.cover-impossible': (p) =>
    `${zhClause(p)}要求每${noun('zh', p.cover)}每个对象至少一次，但一个${noun('zh', p.cover)}最少只抽${p.draws}次、共${p.most}个，“${p.class}”有${p.sites}个。请增加抽取数或频次。`,
  'draw.nobody-may-go': (p) => `${zhClause(p)}由“${p.by}”检查“${p.site}”，但其中每个单位都管护它，全部要回避。请增加检查单位。`,
  'draw.too-few-along': (p) => `${zhClause(p)}检查“${p.site}”要抽${p.count}个同行单位，回避后只剩${p.free}个。请增加可抽的单位。`,
  'repeat.reason-missing': () => '重新抽取必须写明理由，理由随两次结果一并公开。',
  'repeat.unknown': (p) => `“${p.schedule}”${p.period}没有已经开始的抽取，不能重抽。`,
  'repeat.not-seeded': () => '本行动在启用抽取种子之前开始，抽取以方案文本为准，不能重抽。请先启用新版方案。',
  'repeat.not-newest': (p) => `“${p.schedule}”之后已抽取${p.newest}，后一次以前一次为准，${p.period}不能再重抽。`,
  'repeat.over': (p) => `“${p.schedule}”${p.period}的检查已于${p.due}到期，不能重抽。`,
  'repeat.begun': (p) => `抽中的“${p.site}”已经检查，${p.period}不能重抽。`,
};

/** Their sentences in English. */
export const enTimes: Readonly<Record<Code, (p: Params) => string>> = {
  'calendar.provisional': (p) =>
    `${enOf(p)}workdays of ${p.year} are used; no holiday notice of that year is known here, Monday to Friday are taken for now. Write the holidays into the calendar once the notice is out.`,
  'calendar.unreadable-days': (p) => `“${p.found}” cannot be read. Write 2027-01-01, or 2027-01-01 to 2027-01-03.`,
  'calendar.other-year': (p) =>
    `${p.found} is not in ${p.year}. Days of a holiday that fall into another year belong to that year's table.`,
  'calendar.not-weekend': (p) => `${p.found} lies between Monday and Friday and cannot be a make-up workday. Check the notice.`,
  'calendar.off-and-work': (p) => `${p.found} is written both as off and as worked. Check the notice.`,
  'calendar.year-twice': (p) => `The holidays of ${p.year} are written twice. Keep one of them.`,
  'calendar.year-known': (p) =>
    `The program knows the holidays of ${p.year}; those of this plan hold instead. Remove them if they are the same.`,
  'calendar.impossible-hours': (p) =>
    `The hours “${p.found}” cannot be: each span ends after it begins, and none begins before the one before it ends. Check them.`,
  'calendar.no-such-day': (p) => `There is no ${p.found}. Write month and day, such as 05-06.`,
  'calendar.season-twice': (p) => `Two seasons begin on ${p.found}. Keep one, or say from when the other holds.`,
  'schedule.draw-too-large': (p) =>
    `The ${enClause(p)} draws ${p.count} each time, but “${p.class}” has only ${p.sites} sites. Draw fewer.`,
  'schedule.no-day': (p) => `The ${enClause(p)} has no day in ${p.phasesEn}. Change how often it comes, or choose other phases.`,
  'schedule.phase-over': (p) =>
    `The ${enClause(p)} comes for the last time on ${p.last} in ${p.phasesEn}, but the plan was issued on ${p.issued}: it will never be done. Choose a phase that is not over, or leave it out.`,
  'schedule.self-inspection': (p) =>
    `The ${enClause(p)} is run by “${p.unit}”, which is itself scored in “${p.sheet}”. Choose another unit.`,
  'schedule.collision': (p) =>
    `The ${enClause(p)}: holidays move ${String(p.planned).replaceAll('、', ' and ')} to ${p.day}, two on one day. Let “Clash” say merge if one will do.`,
  'schedule.dropped': (p) =>
    `The ${enClause(p)}: ${p.planned} is a holiday and the period it must stay in has no workday left; it is dropped.`,
  'schedule.day-outside': (p) =>
    `The ${enClause(p)} names ${p.day}, which is in none of its phases: nothing will happen. Change the day or the phases.`,
  'draw.count-differs': (p) =>
    `The ${enClause(p)} says it draws from ${p.stated}, but the register has ${p.sites}. Check the register or the number.`,
  'draw.strata-missing': (p) => `The ${enClause(p)} draws by class but does not say how many of each. Fill in “Strata”.`,
  'draw.strata-unused': (p) => `The ${enClause(p)} has strata, but its sites say “${p.found}”. Write draw by class, or remove the strata.`,
  'draw.no-area': (p) =>
    `The ${enClause(p)} draws in each area, but ${p.count} sites have none (such as “${p.site}”) and can never be drawn. Give them an area.`,
  'draw.too-few-to-rest': (p) =>
    `The ${enClause(p)} draws ${p.count} of the ${p.sites} sites of “${p.class}” and none again for ${p.apart} draws: that takes ${p.needed}. Draw fewer.`,
  'draw.cover-impossible': (p) =>
    `The ${enClause(p)} wants every site at least once a ${noun('en', p.cover)}, but a ${noun('en', p.cover)} may have only ${p.draws} draws of ${p.most} sites in all; “${p.class}” has ${p.sites}. Draw more, or more often.`,
  'draw.nobody-may-go': (p) =>
    `The ${enClause(p)} sends one of “${p.by}” to “${p.site}”, but each of them keeps it and must stand back. Add a unit.`,
  'draw.too-few-along': (p) =>
    `The ${enClause(p)} draws ${p.count} units to go along to “${p.site}”; only ${p.free} left when keepers stand back. Add units.`,
  'repeat.reason-missing': () => 'Drawing again needs a reason; it is published beside both results.',
  'repeat.unknown': (p) => `“${p.schedule}” has no draw for ${p.period} that has begun.`,
  'repeat.not-seeded': () => 'This campaign is older than draw seeds: its draws rest on the plan. Adopt a new version first.',
  'repeat.not-newest': (p) => `“${p.schedule}” has drawn for ${p.newest} since, and that rests on ${p.period}. It cannot be drawn again.`,
  'repeat.over': (p) => `What “${p.schedule}” drew for ${p.period} was due by ${p.due}. It cannot be drawn again.`,
  'repeat.begun': (p) => `“${p.site}” was drawn and has been inspected. ${p.period} cannot be drawn again.`,
};
