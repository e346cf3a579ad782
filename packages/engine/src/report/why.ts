import type { Campaign } from '../campaign/state.ts';
import type { Answer } from '../checklist/answer.ts';
import type { Reason } from '../scoring/reason.ts';
import type { Language } from './bulletin.ts';
import { sayPrint } from './print-words.ts';
import { sayReason } from './words.ts';

/** A reason down to what was recorded: the answer of the visit, or how the finding went. */
export interface Why {
  readonly reason: Omit<Reason, 'parts' | 'whole'>;
  /** The record a leaf rests on, in words; empty where there is none. */
  readonly record: string;
  readonly answer: Answer | null;
  readonly parts: readonly Why[];
}

const recordOf = (campaign: Campaign, reason: Reason, language: Language): Pick<Why, 'record' | 'answer'> => {
  const { cause } = reason;
  if (cause?.kind === 'answer') {
    const visit = campaign.submissions.get(cause.submission);
    const answer = visit?.answers[cause.item] ?? null;
    const blanks = {
      submission: cause.submission,
      by: visit?.by.name ?? '',
      day: cause.day,
      count: cause.count,
      photos: answer?.photos?.length ?? 0,
    };
    return { record: sayPrint(language, 'answerRecord', { ...blanks, note: answer?.note ? `，${answer.note}` : '' }), answer };
  }
  if (cause?.kind === 'rectification') {
    const finding = campaign.findings.get(cause.finding);
    const replied = finding?.replied ?? sayPrint(language, 'never');
    return {
      record: sayPrint(language, 'findingRecord', { finding: cause.finding, opened: finding?.opened ?? '', due: cause.due, replied }),
      answer: null,
    };
  }
  if (cause?.kind === 'figure') {
    const own = [...campaign.readings.values()].filter(({ indicator }) => indicator === cause.indicator).map(({ id }) => id);
    const shown = own.slice(-3).join(language === 'zh' ? '、' : ', ');
    return { record: own.length ? sayPrint(language, 'readingRecord', { readings: shown }) : '', answer: null };
  }
  return { record: '', answer: null };
};

/** The tree of reasons of a score, each leaf with the answer or the record it rests on. */
export const whyOf = (campaign: Campaign, reason: Reason, language: Language): Why => {
  const { parts, whole, ...own } = reason;
  const inner = parts.length === 0 && whole?.reason ? [whole.reason] : parts;
  return { reason: own, ...recordOf(campaign, reason, language), parts: inner.map((part) => whyOf(campaign, part, language)) };
};

/** The tree as lines, further in the deeper. */
export const whyLines = (why: Why, language: Language, depth = 0): readonly string[] => {
  const indent = '  '.repeat(depth);
  const record = why.record ? [`${indent}  · ${why.record}`] : [];
  return [
    `${indent}${sayReason({ ...why.reason, parts: [] }, language)}`,
    ...record,
    ...why.parts.flatMap((part) => whyLines(part, language, depth + 1)),
  ];
};
