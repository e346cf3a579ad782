import { type Answer, contentHash, type SubmitChecklist } from '@xiuhua/engine';
import { put, Refused } from '../../shared/api.ts';
import { campaignPath } from '../campaign/queries.ts';
import { hashOf } from '../evidence/hash.ts';
import { upload } from '../evidence/upload.ts';

/** A record in a phone's file. */
export interface FileItem {
  readonly submission: string;
  readonly campaign: string;
  readonly contentHash: string;
  readonly command: SubmitChecklist;
}

/** What a phone saves when it cannot send, as far as it is read here. */
export interface PhoneFile {
  readonly exported: string;
  readonly account: string;
  readonly items: readonly FileItem[];
  readonly drafts: number;
  readonly photos: ReadonlyMap<string, string>;
}

/** What became of one record. `words` are the server's. Photos are named by the start of their hash. */
export interface Verdict {
  readonly item: FileItem;
  readonly end: 'taken' | 'known' | 'conflict' | 'refused' | 'damaged';
  readonly words: readonly string[];
  readonly damaged: readonly string[];
  readonly absent: readonly string[];
}

/** Why a file cannot be read. */
export type BadFile = 'fileNotJson' | 'fileNoFormat';

const isItem = (item: unknown): item is FileItem => {
  const { submission, campaign, contentHash: hash, command } = (item ?? {}) as Partial<Record<keyof FileItem, unknown>>;
  return typeof submission === 'string' && typeof campaign === 'string' && typeof hash === 'string' && typeof command === 'object';
};

const photosIn = (photos: unknown): ReadonlyMap<string, string> =>
  new Map(
    (Array.isArray(photos) ? photos : []).flatMap((photo: { hash?: unknown; base64?: unknown } | null) =>
      typeof photo?.hash === 'string' && typeof photo.base64 === 'string' ? [[photo.hash, photo.base64] as const] : [],
    ),
  );

/** Reads a phone's file, or says why it cannot be one. */
export const readPhoneFile = (text: string): PhoneFile | BadFile => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'fileNotJson';
  }
  const { format, formatVersion, exported, account, items, drafts, photos } = (raw ?? {}) as Record<string, unknown>;
  const isOurs = format === 'xiuhua-unsent' && formatVersion === 1 && typeof account === 'string' && typeof exported === 'string';
  if (!isOurs || !Array.isArray(items) || !items.every(isItem)) return 'fileNoFormat';
  return { exported, account, items, drafts: Array.isArray(drafts) ? drafts.length : 0, photos: photosIn(photos) };
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const photosOf = ({ command }: FileItem): readonly string[] => [
  ...new Set(Object.values(command.answers as Readonly<Record<string, Answer>>).flatMap((answer) => answer.photos ?? [])),
];

const isWhole = ({ command, contentHash: announced, submission }: FileItem): boolean => {
  try {
    return command.submission === submission && contentHash(command) === announced;
  } catch {
    return false;
  }
};

const endOf = async (campaign: string, account: string, item: FileItem): Promise<Pick<Verdict, 'end' | 'words'>> => {
  try {
    const path = campaignPath(campaign, `/unsent/${encodeURIComponent(item.submission)}`);
    const body = { account, contentHash: item.contentHash, command: item.command };
    const { known } = await put<{ readonly known: boolean }>(path, body);
    return { end: known ? 'known' : 'taken', words: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const conflict = error.problems.some(({ code }) => code === 'submission.conflict');
    return { end: conflict ? 'conflict' : 'refused', words: error.problems.map(({ message }) => message) };
  }
};

/** Brings one record of a file in through the ordinary path, with its photos; doing it again changes nothing. */
export const bringIn = async (campaign: string, file: PhoneFile, item: FileItem): Promise<Verdict> => {
  if (!isWhole(item)) return { item, end: 'damaged', words: [], damaged: [], absent: [] };
  const ended = await endOf(campaign, file.account, item);
  if (ended.end === 'refused') return { item, ...ended, damaged: [], absent: [] };
  const [damaged, absent]: [string[], string[]] = [[], []];
  for (const hash of photosOf(item)) {
    const base64 = file.photos.get(hash);
    const bytes = base64 === undefined ? undefined : bytesOf(base64);
    if (base64 === undefined) absent.push(hash.slice(0, 8));
    else if (!bytes || (await hashOf(bytes)) !== hash) damaged.push(hash.slice(0, 8));
    else await upload(campaignPath(campaign, `/photos/${hash}`), new Blob([bytes]), () => undefined);
  }
  return { item, ...ended, damaged, absent };
};
