import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import {
  type Actor,
  type Campaign,
  type Command,
  type Instant,
  instantAt,
  type Outcome,
  type Plan,
  planHash,
  type Role,
} from '@xiuhua/engine';
import {
  addAccountAs,
  beginCampaign,
  openStore,
  type Running,
  readSettings,
  type Settings,
  serve,
  setMembers,
  silentLog,
  type Work,
  workOn,
} from '@xiuhua/server';

/** Whoever works in the town: login, name, unit, roles. */
const people: readonly (readonly [login: string, name: string, unit: string, roles: readonly Role[]])[] = [
  ['bangongshi', '办公室主任', '领导小组办公室', ['office']],
  ['jia', '检查员甲', '领导小组办公室', ['inspector']],
  ['yi', '检查员乙', '领导小组办公室', ['inspector']],
  ['shequ', '小箐社区经办人', '小箐社区', ['unit']],
  ['cun', '小箐村经办人', '小箐村', ['unit']],
  ['zuzhang', '领导小组组长', '', ['leader']],
];

/** The password of everybody in the town. */
export const passwordOf = (login: string): string => `${login}-绣花针脚细又密`;

/** The plan of the town as its document says it. */
export const townPlan = async (): Promise<Plan> =>
  JSON.parse(await readFile(new URL('../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as Plan;

/** The screens people use. */
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A town with a real server on a real disk, whose clock the test sets. Its campaign is a draft nobody has adopted. */
export interface Town {
  readonly address: string;
  readonly campaign: string;
  readonly work: Work;
  /** Moves the server's clock, and that of every page opened later. */
  setTime(day: string, clock: string): void;
  now(): Instant;
  actor(login: string): Actor;
  /** The office asks, the leader passes the draft, which is the town's plan unless another one is said, the office adopts it: without a screen. */
  adopt(draft?: Plan): Promise<void>;
  /** The campaign as the server knows it. */
  ask<T>(question: (campaign: Campaign) => T): Promise<T>;
  /** A page of somebody who sits at a desk or holds a phone, in a browser of its own; signed in when `login` is given. */
  visit(screen: BrowserContextOptions, login?: string): Promise<Page>;
}

const sure = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.problems));
};

/** Accounts, a draft by the office, and members; the campaign's id and everybody as an actor. */
const settle = async ({ tools }: Work): Promise<{ campaign: string; actors: ReadonlyMap<string, Actor> }> => {
  const actors = new Map<string, Actor>();
  sure(await addAccountAs(tools, { login: 'guanli', name: '系统管理员', password: passwordOf('guanli'), admin: true }));
  for (const [login, name, unit, roles] of people) {
    const account = sure(await addAccountAs(tools, { login, name, password: passwordOf(login), admin: false }));
    actors.set(login, { account: account.id, name, unit, roles });
  }
  const office = actors.get('bangongshi') as Actor;
  const account = { id: office.account, login: 'bangongshi', name: office.name, admin: false };
  const plan = await townPlan();
  const { id: campaign } = await beginCampaign(tools, { account, session: '', campaigns: [] }, plan);
  const members = [...actors.values()].map(({ account: member, unit, roles }) => ({ account: member, unit, roles }));
  sure(await setMembers(tools, campaign, { members, units: plan.organization.units.map((unit) => unit.name) }));
  return { campaign, actors };
};

/** A folder with the data of a town, and who is who in it. */
interface Founded {
  readonly folder: string;
  readonly campaign: string;
  readonly actors: ReadonlyMap<string, Actor>;
}

const begins = instantAt('2026-10-29', '09:00');

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'xiuhua-e2e-'));

const found = async (): Promise<Founded> => {
  const folder = await newFolder();
  const store = await openStore({ data: folder, database: undefined }, { log: silentLog });
  const settled = await settle(workOn({ store, clock: { now: () => begins }, log: silentLog, data: folder }));
  await store.close();
  return { folder, ...settled };
};

/** A browser test in a fresh town at nine in the morning of the day before the campaign begins. The town is founded once and copied for each test. */
export const test = base.extend<{ town: Town; settings: Partial<Settings> }, { founded: Founded }>({
  founded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const founded = await found();
      await use(founded);
      await rm(founded.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  /** What the server's settings are besides the ordinary ones of a test. */
  settings: [{}, { option: true }],
  town: async ({ browser, settings, founded }, use) => {
    const { campaign, actors } = founded;
    const folder = await newFolder();
    await cp(founded.folder, folder, { recursive: true });
    let time = begins;
    const running: Running = await serve(
      { ...readSettings({ XIUHUA_DATA: folder, PORT: '0', XIUHUA_PER_MINUTE: '100000' }), ...settings },
      {
        clock: { now: () => time },
        log: silentLog,
      },
    );
    const { address, work, app } = running;
    app.server.prependListener('request', (_request, reply) => reply.setHeader('date', new Date(time).toUTCString()));
    const visit: Town['visit'] = async (screen, login) => {
      const context = await browser.newContext({ ...screen, baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      const page = await context.newPage();
      await page.clock.setSystemTime(time);
      if (login) {
        const answer = await context.request.post('/api/session', {
          data: { login, password: passwordOf(login) },
          headers: { origin: address },
        });
        if (!answer.ok()) throw new Error(`${login}: ${await answer.text()}`);
      }
      return page;
    };
    await use({
      address,
      campaign,
      work,
      visit,
      setTime: (day, clock) => {
        time = instantAt(day, clock);
      },
      now: () => time,
      actor: (login) => actors.get(login) as Actor,
      adopt: async (draft) => {
        const plan = planHash(draft ?? (await townPlan()));
        const give = async (login: string, id: string, command: Command) =>
          sure(await work.book.command(campaign, { id, by: actors.get(login) as Actor, command }));
        await give('bangongshi', `asking-${plan}`, { type: 'AskReview', plan, text: '' });
        await give('zuzhang', `review-${plan}`, { type: 'ReviewPlan', plan, passed: true, text: '', remarks: {} });
        await give('bangongshi', `adoption-${plan}`, { type: 'AdoptPlan', plan });
      },
      ask: async (question) => {
        const answer = await work.book.ask(campaign, question);
        if (answer === undefined) throw new Error('the campaign is gone');
        return answer;
      },
    });
    await Promise.all(browser.contexts().map((context) => context.close()));
    await running.close();
    await rm(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
