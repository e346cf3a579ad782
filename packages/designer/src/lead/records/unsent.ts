import { type Answer, contentHash } from '@xiuhua/engine';
import { put, Refused } from '../../shared/api.ts';
import { hashOf } from '../../shared/hash.ts';
import { bytesIn, type FileItem, type PhoneFile } from '../../shared/phone-file.ts';
import { campaignPath } from '../campaign/queries.ts';
import { upload } from '../evidence/upload.ts';

/** What became of one record. `words` are the server's. Photos are named by the start of their hash. */
export interface Verdict {
  readonly item: FileItem;
  readonly end: 'taken' | 'known' | 'conflict' | 'refused' | 'damaged';
  readonly words: readonly string[];
  readonly damaged: readonly string[];
  readonly absent: readonly string[];
}

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
    const photo = file.photos.find((one) => one.hash === hash);
    const bytes = photo && bytesIn(photo);
    if (!photo) absent.push(hash.slice(0, 8));
    else if (!bytes || (await hashOf(bytes)) !== hash) damaged.push(hash.slice(0, 8));
    else await upload(campaignPath(campaign, `/photos/${hash}`), new Blob([bytes]), () => undefined);
  }
  return { item, ...ended, damaged, absent };
};
