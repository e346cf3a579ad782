import type { Params } from './problem.ts';

/** Codes of what stands in the way of a review, an adoption, or anything after the end of a campaign. */
export const reviewCodes = {
  'review.missing': 'error',
  'review.own-adoption': 'error',
  'review.unknown': 'error',
  'review.superseded': 'error',
  'review.decided': 'error',
  'review.own-work': 'error',
  'review.reason-missing': 'error',
  'campaign.closed': 'error',
  'campaign.not-over': 'error',
  'campaign.reason-missing': 'error',
} as const;

type Code = keyof typeof reviewCodes;

/** Their sentences in Chinese. */
export const zhReviews: Readonly<Record<Code, (p: Params) => string>> = {
  'review.missing': () => '这一稿还没有由另一人审核通过，不能印发。改动过的稿子要重新送审。',
  'review.own-adoption': () => '审核人不能自己印发。请由办公室的其他人印发。',
  'review.unknown': () => '这一稿没有送审，或者送审后又印发了新的一版。请刷新后再看。',
  'review.superseded': (p) => `“${p.by}”之后又送审了较新的一稿，请审核那一稿。`,
  'review.decided': (p) => `这一稿已由“${p.by}”审核。请刷新后再看。`,
  'review.own-work': () => '起草人和送审人不能审核自己的稿子。请由其他人审核。',
  'review.reason-missing': () => '退回必须写明意见，写总的意见或者逐条意见都可以。',
  'campaign.closed': (p) => `行动已于${p.day}结束，不再办理新的事项。申诉、更正和已经开始的整改仍可办理。`,
  'campaign.not-over': (p) => `阶段“${p.phase}”到${p.after}才结束，之后才能结束行动。`,
  'campaign.reason-missing': () => '结束行动必须写明理由。',
};

/** Their sentences in English. */
export const enReviews: Readonly<Record<Code, (p: Params) => string>> = {
  'review.missing': () =>
    'Nobody else has passed this draft exactly as it is, so it cannot be adopted. A draft that was changed is reviewed anew.',
  'review.own-adoption': () => 'Who reviewed a draft may not adopt it himself. Let somebody else of the office adopt it.',
  'review.unknown': () => 'Nobody asked to have this draft reviewed, or another version was adopted since. Reload and look again.',
  'review.superseded': (p) => `“${p.by}” asked for a review of a newer draft since. Review that one.`,
  'review.decided': (p) => `“${p.by}” has reviewed this draft already. Reload and look again.`,
  'review.own-work': () => 'Who wrote a draft or asked for its review may not review it. Ask somebody else.',
  'review.reason-missing': () => 'Returning a draft needs words, about the whole or about single clauses.',
  'campaign.closed': (p) =>
    `The campaign was closed on ${p.day}; nothing new begins. Appeals, corrections and what was begun can still be dealt with.`,
  'campaign.not-over': (p) => `The phase “${p.phase}” lasts until ${p.after}. The campaign can be closed after that.`,
  'campaign.reason-missing': () => 'Closing a campaign needs a reason.',
};
