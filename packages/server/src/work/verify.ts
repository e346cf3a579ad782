import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { planHash } from '@xiuhua/engine';
import { walkAccess } from '../store/access.ts';
import { campaignIds, plansOf } from '../store/campaigns.ts';
import { type Head, sealOf } from '../store/chain.ts';
import { headOf, linesAfter } from '../store/log.ts';
import { completePhotos } from '../store/photos.ts';
import { allRecords, nameOf, type Rec } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Db, EventTable } from '../store/tables.ts';
import { type Loaded, takeIn, unread } from './loaded.ts';
import { proposalRecords, recordsOf, type Touched, touch, untouched } from './records.ts';
import { type Shelf, shelf } from './shelf.ts';
import { photoFile } from './uploads.ts';

/**
 * What is wrong with a thing of the store. `gap`: the numbering jumps; `broken-link`: a line does not name the hash of
 * the line before; `altered`: content and hash disagree; `unreadable`: the engine cannot take it in; `short-log`: the
 * log ends before or after its recorded head; `missing`, `surplus`, `differs`: a record that follows from the log is
 * not there, should not be there, or says something else; `damaged`: the database says its files are.
 */
export type FaultKind = 'gap' | 'broken-link' | 'altered' | 'unreadable' | 'short-log' | 'missing' | 'surplus' | 'differs' | 'damaged';

/** Something wrong in a store: in which campaign ('' for none), with what, and how. */
export interface StoreFault {
  readonly campaign: string;
  /** `event 17`, `access 9`, `finding <id>`, `plan <hash>`, `photo <hash>` and the like. */
  readonly place: string;
  readonly kind: FaultKind;
}

/** What was looked at, and what is wrong, the first bad record of each campaign's log first. */
export interface Verdict {
  readonly ok: boolean;
  readonly campaigns: number;
  readonly events: number;
  readonly records: number;
  readonly photos: number;
  readonly faults: readonly StoreFault[];
}

/** Faults reported for one campaign at most; the first is what matters. */
const most = 50;

interface Walk {
  readonly loaded: Loaded;
  readonly touched: Touched;
  readonly fault: StoreFault | undefined;
}

/** What is wrong with a line that should follow the head; the engine's own word comes last. */
const faultOf = (row: EventTable, loaded: Loaded, plans: Shelf): FaultKind | undefined => {
  if (row.seq !== loaded.head.seq + 1) return 'gap';
  if (row.prev !== loaded.head.hash) return 'broken-link';
  if (sealOf(row) !== row.hash) return 'altered';
  try {
    takeIn(loaded, row, plans);
    return undefined;
  } catch {
    return 'unreadable';
  }
};

/** Replays a log from its first line to the head, or to the first line that is bad. */
const walkLog = async (db: Db, campaign: string, plans: Shelf): Promise<Walk> => {
  const [loaded, touched] = [unread(), untouched()];
  const end: Head = (await headOf(db, campaign)) ?? { seq: 0, hash: '' };
  const found = (place: string, kind: FaultKind): Walk => ({ loaded, touched, fault: { campaign, place, kind } });
  for (;;) {
    const lines = await linesAfter(db, campaign, { after: loaded.head.seq, limit: 2000 });
    for (const row of lines) {
      const kind = faultOf(row, loaded, plans);
      if (kind) return found(`event ${row.seq}`, kind);
      touch(touched, { seq: row.seq, cause: row.cause, at: row.at, by: JSON.parse(row.by), fact: JSON.parse(row.fact) });
    }
    if (lines.length === 0) break;
  }
  if (loaded.head.seq !== end.seq || loaded.head.hash !== end.hash)
    return found(`event ${Math.min(end.seq, loaded.head.seq) + 1}`, 'short-log');
  return { loaded, touched, fault: undefined };
};

/** Whether a campaign's log is whole: how many events were read, and the first bad one. */
export const checkLog = (
  store: Store,
  campaign: string,
): Promise<{ readonly events: number; readonly bad: { readonly seq: number; readonly kind: FaultKind } | null }> =>
  store.snapshot(async (db) => {
    const plans = shelf();
    await checkPlans(db, campaign, plans);
    const { loaded, fault } = await walkLog(db, campaign, plans);
    const seq = Number(fault?.place.replace('event ', ''));
    return { events: loaded.head.seq, bad: fault ? { seq, kind: fault.kind } : null };
  });

const same = (a: Rec, b: Rec): boolean => a.unit === b.unit && a.day === b.day && a.state === b.state && a.body === b.body;

/** Compares the records that follow from the log with those stored, byte for byte. */
const compareRecords = (campaign: string, due: readonly Rec[], stored: ReadonlyMap<string, Rec>): readonly StoreFault[] => {
  const names = new Set(due.map(nameOf));
  const lacking = due.flatMap((record): StoreFault[] => {
    const place = nameOf(record);
    const there = stored.get(place);
    if (!there) return [{ campaign, place, kind: 'missing' }];
    return same(there, record) ? [] : [{ campaign, place, kind: 'differs' }];
  });
  const surplus = [...stored.keys()]
    .filter((place) => !names.has(place))
    .map((place): StoreFault => ({ campaign, place, kind: 'surplus' }));
  return [...lacking, ...surplus];
};

/** Puts the campaign's plans on the shelf; those whose text no longer has their hash, or that do not compile, are faults. */
const checkPlans = async (db: Db, campaign: string, plans: Shelf): Promise<readonly StoreFault[]> =>
  (await plansOf(db, campaign)).flatMap((row): StoreFault[] => {
    const place = `plan ${row.hash}`;
    try {
      if (planHash(JSON.parse(row.text)) !== row.hash) return [{ campaign, place, kind: 'altered' }];
      return plans.put(row.text).ok ? [] : [{ campaign, place, kind: 'unreadable' }];
    } catch {
      return [{ campaign, place, kind: 'altered' }];
    }
  });

const checkCampaign = async (db: Db, campaign: string) => {
  const plans = shelf();
  const badPlans = await checkPlans(db, campaign, plans);
  const { loaded, touched, fault } = await walkLog(db, campaign, plans);
  const due = [...recordsOf(touched, loaded.campaign), ...(touched.proposals ? proposalRecords(loaded.campaign) : [])];
  const records = fault ? [] : compareRecords(campaign, due, await allRecords(db, campaign));
  const faults = [...badPlans, ...(fault ? [fault] : []), ...records];
  return { events: loaded.head.seq, records: due.length, faults: faults.slice(0, most) };
};

const checkPhotos = async (db: Db, folder: string) => {
  const rows = await completePhotos(db);
  const faults: StoreFault[] = [];
  for (const row of rows) {
    const bytes = await readFile(photoFile(folder, row.hash)).catch(() => undefined);
    const place = `photo ${row.hash}`;
    if (!bytes) faults.push({ campaign: row.campaign, place, kind: 'missing' });
    else if (createHash('sha256').update(bytes).digest('hex') !== row.kept) faults.push({ campaign: row.campaign, place, kind: 'altered' });
  }
  return { photos: rows.length, faults };
};

/**
 * Checks a store against itself: the database's files, every log from its first line (numbering, chain of hashes, what
 * the engine makes of it), the access log, every record that follows from the logs, every plan and every photo in the data folder.
 * Everything is read in one snapshot, so a running server does not disturb it. A damaged file is all that is said.
 */
export const verify = async (store: Store, folder: string): Promise<Verdict> => {
  const damage = (await store.faults()).map((words): StoreFault => ({ campaign: '', place: `database: ${words}`, kind: 'damaged' }));
  if (damage.length > 0) return { ok: false, campaigns: 0, events: 0, records: 0, photos: 0, faults: damage };
  return store.snapshot(async (db) => {
    const ids = await campaignIds(db);
    const faults: StoreFault[] = [];
    const sums = { events: 0, records: 0 };
    for (const id of ids) {
      const checked = await checkCampaign(db, id);
      sums.events += checked.events;
      sums.records += checked.records;
      faults.push(...checked.faults);
    }
    const { bad } = await walkAccess(db);
    if (bad) faults.push({ campaign: '', place: `access ${bad.seq}`, kind: bad.kind });
    const { photos, faults: badPhotos } = await checkPhotos(db, folder);
    faults.push(...badPhotos);
    return { ok: faults.length === 0, campaigns: ids.length, ...sums, photos, faults };
  });
};

const kinds: Readonly<Record<FaultKind, readonly [zh: string, en: string]>> = {
  gap: ['序号不连续', 'the numbering jumps'],
  'broken-link': ['与上一条接不上', 'it does not follow the line before it'],
  altered: ['内容被改动过', 'its content was altered'],
  unreadable: ['读不懂', 'it cannot be understood'],
  'short-log': ['日志的结尾与记录不符', 'the log does not end where it should'],
  missing: ['缺失', 'it is missing'],
  surplus: ['日志里没有依据', 'nothing in the log accounts for it'],
  differs: ['与按日志重算的结果不一致', 'it differs from what the log says'],
  damaged: ['数据库文件损坏', 'the database file is damaged'],
};

/** A fault as a sentence. */
export const sayFault = ({ campaign, place, kind }: StoreFault, language: 'zh' | 'en'): string => {
  const [zh, en] = kinds[kind];
  if (language === 'en') return `${campaign ? `campaign ${campaign}, ` : ''}${place}: ${en}.`;
  return `${campaign ? `行动 ${campaign} 的 ` : ''}${place}：${zh}。`;
};
