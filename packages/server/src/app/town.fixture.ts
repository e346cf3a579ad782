import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Answer,
  addDays,
  type CompiledPlan,
  compilePlan,
  contentHash,
  type Duty,
  dutiesOf,
  type Instant,
  instantAt,
  type Plan,
  type SubmitChecklist,
  sha256,
} from '@xiuhua/engine';
import { silentLog } from '../adapters/log.ts';
import type { WebServer } from '../http/api.ts';
import type { Clock } from '../ports/clock.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { addAccountAs } from '../work/accounts.ts';
import { type Work, workOn } from '../work/work.ts';
import { createApp } from './app.ts';
import { type DatabaseName, emptyStore, type Kept } from './stores.fixture.ts';

/** The plan the tests run: a town's clean-up. */
export const townPlan = JSON.parse(readFileSync(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as Plan;

/** The plan, compiled. */
export const compiledTown = ((): CompiledPlan => {
  const compiled = compilePlan(townPlan);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
})();

/** A clock that stands still until it is set. */
export interface SetClock extends Clock {
  set(at: Instant): void;
}

/** A clock that stands at an instant. */
export const standingClock = (at: Instant): SetClock => {
  let now = at;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
};

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** Codes of the problems in the answer. */
  readonly codes: readonly string[];
  as<T>(): T;
}

/** Somebody at a browser: his cookie and what he asks. A header given as '' is not sent. */
export interface Visitor {
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  signIn(login: string, password?: string): Promise<Reply>;
}

const codesIn = (text: string): readonly string[] => {
  try {
    return (JSON.parse(text) as { problems?: readonly { code: string }[] }).problems?.map((problem) => problem.code) ?? [];
  } catch {
    return [];
  }
};

/** A browser without a cookie. */
export const visitor = (app: WebServer): Visitor => {
  let cookie = '';
  const ask: Visitor['ask'] = async (method, url, body, headers = {}) => {
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const payload = body === undefined ? {} : { payload: raw ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const all = { 'sec-fetch-site': 'same-origin', ...type, ...(cookie ? { cookie } : {}), ...headers };
    const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const answer = await app.inject({ method, url, headers: said, ...payload });
    const set = answer.cookies.find((found) => found.name === 'xiuhua');
    if (set) cookie = set.value ? `xiuhua=${set.value}` : '';
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      codes: codesIn(answer.body),
      as: <T>() => JSON.parse(answer.body) as T,
    };
  };
  return {
    ask,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    signIn: (login, password = passwordOf(login)) => ask('POST', '/api/session', { login, password }),
  };
};

/** The password of everybody in the town. */
export const passwordOf = (login: string): string => `${login}-绣花针脚细又密`;

/** Who lives in the town: login, name, unit, roles. */
export const people = [
  ['bangongshi', '办公室主任', '领导小组办公室', ['office']],
  ['jia', '检查员甲', '领导小组办公室', ['inspector']],
  ['yi', '检查员乙', '领导小组办公室', ['inspector']],
  ['shequ', '社区书记', '小箐社区', ['unit']],
  ['cun', '村主任', '小箐村', ['unit']],
  ['zuzhang', '组长', '', ['leader']],
] as const;

/** A town whose campaign runs: the plan is adopted on 2026-10-30 at nine in the morning. */
export interface Town {
  readonly store: Store;
  readonly folder: string;
  readonly clock: SetClock;
  readonly settings: Settings;
  readonly work: Work;
  readonly app: WebServer;
  readonly campaign: string;
  /** Accounts by login; `guanli` is the administrator, `luren` a member of nothing. */
  readonly accounts: Readonly<Record<string, string>>;
  as(login: string): Promise<Visitor>;
  close(): Promise<void>;
}

const ok = <T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

const settle = async (work: Work): Promise<Readonly<Record<string, string>>> => {
  const accounts: Record<string, string> = {};
  const add = async (login: string, name: string, admin: boolean): Promise<void> => {
    accounts[login] = ok(await addAccountAs(work.tools, { login, name, password: passwordOf(login), admin })).id;
  };
  await add('guanli', '系统管理员', true);
  await add('luren', '路人', false);
  for (const [login, name] of people) await add(login, name, false);
  return accounts;
};

/** A draft comes into force as drafts do: the office asks, the leader passes it, the office adopts. The answer to the last, or to what was refused. */
export const putInForce = async (
  base: string,
  plan: string,
  who: { readonly office: Visitor; readonly leader: Visitor },
): Promise<Reply> => {
  const give = (by: Visitor, command: { readonly type: string; readonly [key: string]: unknown }): Promise<Reply> =>
    by.post(`${base}/commands`, { id: `${command.type}-${plan.slice(0, 24)}`, command });
  const asked = await give(who.office, { type: 'AskReview', plan, text: '' });
  if (asked.status !== 200) return asked;
  const passed = await give(who.leader, { type: 'ReviewPlan', plan, passed: true, text: '', remarks: {} });
  return passed.status === 200 ? give(who.office, { type: 'AdoptPlan', plan }) : passed;
};

const begins = instantAt('2026-10-30', '09:00');

const openApp = async ({ store, folder }: { store: Store; folder: string }, extra: Partial<Settings>) => {
  const clock = standingClock(begins);
  const settings: Settings = {
    ...readSettings({ XIUHUA_DATA: folder, XIUHUA_PER_MINUTE: '100000' }),
    screens: join(folder, 'screens'),
    ...extra,
  };
  const work = workOn({ store, clock, log: silentLog, data: folder });
  const app = await createApp({ store, clock, settings, work });
  const as = async (login: string): Promise<Visitor> => {
    const browser = visitor(app);
    const reply = await browser.signIn(login);
    if (reply.status !== 200) throw new Error(reply.text);
    return browser;
  };
  return { clock, settings, work, app, as };
};

/** What every town begins with. */
interface Founded {
  readonly kept: Kept;
  readonly accounts: Readonly<Record<string, string>>;
  readonly campaign: string;
}

/** Begins a campaign with the plan of the town and its people, and puts the plan in force; its id. */
export const beginTownCampaign = async ({ accounts, as }: Pick<Town, 'accounts' | 'as'>): Promise<string> => {
  const office = await as('guanli');
  const { id: campaign, hash } = (await office.post('/api/campaigns', { plan: townPlan })).as<{ id: string; hash: string }>();
  const members = people.map(([login, , unit, roles]) => ({ account: accounts[login], unit, roles }));
  await office.put(`/api/campaigns/${campaign}/members`, members);
  const adopted = await putInForce(`/api/campaigns/${campaign}`, hash, { office: await as('bangongshi'), leader: await as('zuzhang') });
  if (adopted.status !== 200) throw new Error(adopted.text);
  return campaign;
};

const found = async (database: DatabaseName): Promise<Founded> => {
  const { store, folder, keep } = await emptyStore(database);
  const { work, app, as } = await openApp({ store, folder }, {});
  const accounts = await settle(work);
  const campaign = await beginTownCampaign({ accounts, as });
  await app.close();
  return { kept: await keep(), accounts, campaign };
};

const founded = new Map<DatabaseName, Promise<Founded>>();

/** Opens the town on a database. It is founded once; every test has a copy of its own. `extra` changes settings. */
export const openTown = async (database: DatabaseName = 'SQLite', extra: Partial<Settings> = {}): Promise<Town> => {
  if (!founded.has(database)) founded.set(database, found(database));
  const { kept, accounts, campaign } = (await founded.get(database)) as Founded;
  const { store, folder, remove } = await emptyStore(database, kept);
  const { clock, settings, work, app, as } = await openApp({ store, folder }, extra);
  const close = async (): Promise<void> => {
    await app.close();
    await remove();
  };
  return { store, folder, clock, settings, work, app, campaign, accounts, as, close };
};

/** Duties of the plan whose days touch a day, in order. */
export const dutiesOn = (day: string): readonly Duty[] => dutiesOf(compiledTown, day, addDays(day, 0));

/** A checklist filled for a duty: every item passes but those given. */
export const filled = (
  duty: Duty,
  { submission, at, but = {} }: { submission: string; at: Instant; but?: Readonly<Record<string, Answer>> },
): SubmitChecklist => {
  const items = compiledTown.checklists.get(duty.checklist)?.items.keys() ?? [];
  const answers = Object.fromEntries([...items].map((item): [string, Answer] => [item, but[item] ?? { result: 'pass' }]));
  return { type: 'SubmitChecklist', submission, plan: compiledTown.hash, duty: duty.id, filledAt: at, answers };
};

/** The hash a receipt must show for a submission. */
export const receiptHash = contentHash;

/** Uploads a photo whole; the answer to its last step. */
export const upload = async (browser: Visitor, campaign: string, photo: Buffer): Promise<{ hash: string; reply: Reply }> => {
  const hash = sha256(photo);
  const url = `/api/campaigns/${campaign}/photos/${hash}`;
  const begun = await browser.ask('PUT', `${url}?size=${photo.length}`);
  if (begun.status >= 300) return { hash, reply: begun };
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  return { hash, reply: await browser.ask('PATCH', url, photo, headers) };
};
