import { isInstant } from '@xiuhua/engine';
import type { OutboxItem, Receipt } from '../device/records.ts';
import type { Reply } from './wire.ts';

/** What an answer of the server means for the item that was sent. */
export type Verdict =
  /** The server holds it, whole. */
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  /** The server holds the answers and waits for these photos. */
  | { readonly kind: 'photos'; readonly missing: readonly string[] }
  /** Nobody is signed in, or somebody else is. */
  | { readonly kind: 'signed-out' }
  /** No answer, or not one of our server's: a gateway's page, a cut line. The item stays as it is. */
  | { readonly kind: 'no-answer' }
  /** Our server could not take it now; it is worth trying again. */
  | { readonly kind: 'later'; readonly words: readonly string[] }
  /** Our server confirms this number with another content hash: the two programs do not agree, and a person must know. */
  | { readonly kind: 'mismatch' }
  /** The server waits for a photo that this device does not have any more. */
  | { readonly kind: 'photo-lost' }
  /** Our server holds other content under the same number and keeps both. */
  | { readonly kind: 'conflict'; readonly words: readonly string[] }
  /** Our server will not take it as it is: a person must look. */
  | { readonly kind: 'refused'; readonly words: readonly string[] };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The receipt in an answer, or `undefined` when it is none of ours: HTTP 200 alone proves nothing. */
export const receiptIn = (json: unknown): Receipt | undefined => {
  if (!isObject(json)) return undefined;
  const { submission, contentHash, seq, at, missingPhotos } = json;
  if (typeof submission !== 'string' || typeof contentHash !== 'string') return undefined;
  if (!Number.isInteger(seq) || Number(seq) < 1 || typeof at !== 'string' || !isInstant(at)) return undefined;
  if (!Array.isArray(missingPhotos) || !missingPhotos.every((p) => typeof p === 'string')) return undefined;
  return { submission, contentHash, seq: Number(seq), at, missingPhotos };
};

/** The problems in an answer, in words; `undefined` when it is not our server that speaks. */
export const problemsIn = (
  json: unknown,
): readonly { readonly code: string; readonly message: string; readonly at: string }[] | undefined => {
  if (!isObject(json) || !Array.isArray(json.problems) || json.problems.length === 0) return undefined;
  const worded = json.problems.filter(isObject).filter((p) => typeof p.code === 'string' && typeof p.message === 'string');
  return worded.length ? worded.map((p) => ({ code: String(p.code), message: String(p.message), at: String(p.at ?? '') })) : undefined;
};

/** True for a status that may pass by itself: too slow, too many, the server in trouble. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

const judgeReceipt = (item: OutboxItem, receipt: Receipt | undefined): Verdict => {
  if (receipt?.submission !== item.submission) return { kind: 'no-answer' };
  if (receipt.contentHash !== item.contentHash) return { kind: 'mismatch' };
  return receipt.missingPhotos.length ? { kind: 'photos', missing: receipt.missingPhotos } : { kind: 'delivered', receipt };
};

/** What the answer to `PUT …/submissions/:id` means. Whatever it is not sure of leaves the item where it is. */
export const judge = (item: OutboxItem, reply: Reply): Verdict => {
  if (reply.status >= 200 && reply.status < 300) return judgeReceipt(item, receiptIn(reply.json));
  const problems = problemsIn(reply.json);
  if (!problems) return { kind: 'no-answer' };
  const words = problems.map((p) => p.message);
  if (reply.status === 401) return { kind: 'signed-out' };
  if (isPassing(reply.status)) return { kind: 'later', words };
  if (problems.some((p) => p.code === 'submission.conflict')) return { kind: 'conflict', words };
  if (problems.every((p) => p.code === 'submission.photo-unknown')) return { kind: 'photos', missing: item.photos };
  return { kind: 'refused', words };
};
