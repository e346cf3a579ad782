import { type Answer, contentHash, type Duty, type SubmitChecklist, sha256 } from '@xiuhua/engine';
import type { Receipt } from '../../work/order.ts';
import { pngOf } from '../pictures.fixture.ts';
import { passwordOf } from '../town.fixture.ts';
import type { CrashTown } from './town.fixture.ts';

/** What inspectors handed in, and what they know became of it. */
export interface History {
  /** Everything ever sent, by id. */
  readonly sent: Map<string, SubmitChecklist>;
  /** Receipts the server gave. */
  readonly acked: Map<string, Receipt>;
  /** Sent and not answered: the line broke. */
  readonly unsure: Set<string>;
  /** Answers nobody should get. */
  readonly wrong: string[];
}

/** Nothing handed in yet. */
export const newHistory = (): History => ({ sent: new Map(), acked: new Map(), unsure: new Set(), wrong: [] });

const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } as const;

/** Signs in; the cookie. */
export const signIn = async (address: string, login: string): Promise<string> => {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login, password: passwordOf(login) }),
  });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0];
  if (!reply.ok || !cookie) throw new Error(`signing in failed: ${await reply.text()}`);
  return cookie;
};

const sendPhoto = async (base: string, cookie: string, photo: Buffer): Promise<void> => {
  const url = `${base}/photos/${sha256(photo)}`;
  await fetch(`${url}?size=${photo.length}`, { method: 'PUT', headers: { 'sec-fetch-site': 'same-origin', cookie } });
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'sec-fetch-site': 'same-origin', cookie };
  await fetch(url, { method: 'PATCH', headers, body: new Uint8Array(photo) });
};

const fill = ({ plan }: CrashTown, duty: Duty, { submission, photo }: { submission: string; photo?: Buffer }): SubmitChecklist => {
  const items = [...(plan.checklists.get(duty.checklist)?.items.keys() ?? [])];
  const failed: Answer = { result: 'fail', count: undefined, photos: photo ? [sha256(photo)] : [] };
  const answers = Object.fromEntries(items.map((item): [string, Answer] => [item, { result: 'pass' }]));
  const plainItem = items.find((item) => plan.checklists.get(duty.checklist)?.items.get(item)?.item.counted !== true);
  if (photo && plainItem) answers[plainItem] = JSON.parse(JSON.stringify(failed)) as Answer;
  return { type: 'SubmitChecklist', submission, plan: plan.hash, duty: duty.id, filledAt: new Date().toISOString(), answers };
};

/** Hands one submission in and writes down what came of it; false when the line broke. */
const handIn = async (
  base: string,
  cookie: string,
  { history, command }: { history: History; command: SubmitChecklist },
): Promise<boolean> => {
  const id = command.submission;
  history.sent.set(id, command);
  history.unsure.add(id);
  try {
    const reply = await fetch(`${base}/submissions/${id}`, { method: 'PUT', headers: { ...json, cookie }, body: JSON.stringify(command) });
    const body = (await reply.json()) as Receipt;
    history.unsure.delete(id);
    const before = history.acked.get(id);
    if (reply.status !== 200 && reply.status !== 201) history.wrong.push(`${id}: ${reply.status} ${JSON.stringify(body)}`);
    else if (body.contentHash !== contentHash(command)) history.wrong.push(`${id}: the receipt is for other content`);
    else if (before && (before.seq !== body.seq || before.at !== body.at))
      history.wrong.push(`${id}: a second receipt differs from the first`);
    else history.acked.set(id, body);
    return true;
  } catch {
    return false;
  }
};

/** Sends again whatever was not answered, twice each, as a phone would that lost the first answer too. */
export const sendAgain = async (
  address: string,
  cookie: string,
  { town, history }: { town: CrashTown; history: History },
): Promise<number> => {
  const again = [...history.unsure].map((id) => history.sent.get(id)).filter((command) => command !== undefined);
  const base = `${address}/api/campaigns/${town.campaign}`;
  await Promise.all([...again, ...again].map((command) => handIn(base, cookie, { history, command })));
  return again.length;
};

/** Inspectors who fill and hand in one checklist after another, every eighth with a photo, until the line breaks. */
export const inspect = (
  address: string,
  cookie: string,
  { town, history, name, people }: { town: CrashTown; history: History; name: string; people: number },
): Promise<unknown> => {
  const base = `${address}/api/campaigns/${town.campaign}`;
  const one = async (person: number): Promise<void> => {
    for (let n = 0; ; n++) {
      const duty = town.duties[(person * 7 + n) % town.duties.length];
      if (!duty) throw new Error('there is nothing to inspect');
      const submission = `${name}-${person}-${String(n).padStart(5, '0')}`;
      const photo = n % 8 === 3 ? pngOf(submission) : undefined;
      try {
        if (photo) await sendPhoto(base, cookie, photo);
      } catch {
        return;
      }
      if (!(await handIn(base, cookie, { history, command: fill(town, duty, { submission, photo }) }))) return;
    }
  };
  return Promise.all(Array.from({ length: people }, (_, person) => one(person)));
};
