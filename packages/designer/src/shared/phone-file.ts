import type { SubmitChecklist } from '@xiuhua/engine';

/** A finished record in a phone's file. The duty and the version are absent in files of older phones. */
export interface FileItem {
  readonly submission: string;
  readonly campaign: string;
  readonly contentHash: string;
  readonly command: SubmitChecklist;
  readonly version?: number;
  readonly duty?: FileDuty;
}

/** What a file says of a duty, as far as it can be read without its plan. */
export interface FileDuty {
  readonly id: string;
  readonly site: string;
  readonly checklist: string;
}

/** A draft in a phone's file: begun, not finished, and nobody's to finish but the inspector's. */
export interface FileDraft {
  readonly campaign: string;
  readonly duty: FileDuty;
  readonly plan: string;
  readonly version: number;
  readonly changed: string;
  readonly answers: Readonly<Record<string, { readonly result?: string }>>;
}

/** A photo in a phone's file, its bytes as base64. */
export interface FilePhoto {
  readonly hash: string;
  readonly type: string;
  readonly size: number;
  readonly base64: string;
  readonly width?: number;
  readonly height?: number;
}

/** What a phone saves when it cannot send: everything of one account that the server does not have. */
export interface PhoneFile {
  readonly exported: string;
  readonly account: string;
  readonly items: readonly FileItem[];
  readonly drafts: readonly FileDraft[];
  readonly photos: readonly FilePhoto[];
  /** The plans that the drafts and records were filled by; empty in files of older phones. */
  readonly plans: readonly unknown[];
}

/** What marks a file as a phone's. */
export const fileMark = { format: 'xiuhua-unsent', formatVersion: 1 } as const;

/** Why a file cannot be read. */
export type BadFile = 'fileNotJson' | 'fileNoFormat';

type Fields<T> = Partial<Record<keyof T, unknown>>;

const fieldsOf = <T>(value: unknown): Fields<T> => (typeof value === 'object' && value !== null ? value : {});

const isItem = (item: unknown): item is FileItem => {
  const { submission, campaign, contentHash, command } = fieldsOf<FileItem>(item);
  return [submission, campaign, contentHash].every((word) => typeof word === 'string') && typeof command === 'object' && command !== null;
};

const isDraft = (draft: unknown): draft is FileDraft => {
  const { campaign, duty, plan, version, changed, answers } = fieldsOf<FileDraft>(draft);
  const { id, site, checklist } = fieldsOf<FileDuty>(duty);
  const words = [campaign, plan, changed, id, site, checklist];
  return words.every((word) => typeof word === 'string') && Number.isInteger(version) && typeof answers === 'object' && answers !== null;
};

const isPhoto = (photo: unknown): photo is FilePhoto => {
  const { hash, base64 } = fieldsOf<FilePhoto>(photo);
  return typeof hash === 'string' && typeof base64 === 'string';
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads a phone's file, or says why it cannot be one. Drafts and photos that are none are left out. */
export const readPhoneFile = (text: string): PhoneFile | BadFile => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'fileNotJson';
  }
  const { format, formatVersion, exported, account, items, ...rest } = fieldsOf<PhoneFile & typeof fileMark>(raw);
  const isOurs = format === fileMark.format && formatVersion === fileMark.formatVersion;
  if (!isOurs || typeof account !== 'string' || typeof exported !== 'string') return 'fileNoFormat';
  if (!Array.isArray(items) || !items.every(isItem)) return 'fileNoFormat';
  const { drafts, photos, plans } = rest;
  return {
    exported,
    account,
    items,
    drafts: listOf(drafts).filter(isDraft),
    photos: listOf(photos).filter(isPhoto),
    plans: listOf(plans),
  };
};

/** The bytes of a photo in a file; `undefined` when they are unreadable. */
export const bytesIn = ({ base64 }: FilePhoto): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** How many questions of a draft are answered. */
export const answeredIn = ({ answers }: FileDraft): number => Object.values(answers).filter((answer) => answer?.result).length;
