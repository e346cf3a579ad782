import { type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { type Plan, planHash } from '@xiuhua/engine';
import { type Line, openLine } from './inspect-line.ts';
import { test as base, passwordOf, phone, type Town } from './town.ts';

/** A phone in an inspector's hand: its browser, and the line it hangs on. */
export interface Phone {
  readonly context: BrowserContext;
  readonly line: Line;
  /** The page in front; a new one after `pocket`. */
  page: Page;
  /** Closes the page without a word, as a phone does that kills it, and opens the door again. */
  reopen(hash?: string): Promise<Page>;
}

/** How a phone is made: its screen, and how many bytes it has room for, when that is to be little. */
export type PhoneMaking = BrowserContextOptions & { readonly room?: number };

/** Hands out phones; one that is signed in has fetched the day's work and can do without the network. */
export type HandPhone = (login: string, making?: PhoneMaking) => Promise<Phone>;

/** Leaves the phone room for so many bytes, or for as many as there are, for as long as the browser runs. */
export const leaveRoom = async (context: BrowserContext, origin: string, bytes?: number): Promise<void> => {
  const session = await context.newCDPSession(await context.newPage());
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
};

const openPage = async (context: BrowserContext, town: Town, hash = ''): Promise<Page> => {
  const page = await context.newPage();
  await page.clock.setSystemTime(town.now());
  await page.goto(`/inspect/${hash}`);
  return page;
};

/** A browser test in the town with phones that hang on lines of their own. */
export const test = base.extend<{ hand: HandPhone }>({
  hand: async ({ town, browser }, use) => {
    const lines: Line[] = [];
    await use(async (login, { room, ...options } = phone) => {
      const line = await openLine(town.address);
      lines.push(line);
      const context = await browser.newContext({ ...options, baseURL: line.address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      // The browser believes in the room it once found for half a minute, so this comes before anything is kept.
      if (room !== undefined) await leaveRoom(context, line.address, room);
      const page = await openPage(context, town);
      await page.getByLabel('账号').fill(login);
      await page.getByLabel('密码').fill(passwordOf(login));
      await page.getByRole('button', { name: '登录' }).click();
      await expect(page.getByRole('link', { name: /门前三包检查表/ }).first()).toBeVisible();
      if (options.serviceWorkers !== 'block') await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      const held: Phone = {
        context,
        line,
        page,
        reopen: async (hash) => {
          await held.page.close({ runBeforeUnload: false });
          held.page = await openPage(context, town, hash);
          return held.page;
        },
      };
      return held;
    });
    await Promise.all(lines.map((line) => line.close()));
  },
});

/** The office puts another plan in force that the leader has passed, through the server as any office does. */
export const adopt = async (town: Town, plan: Plan): Promise<void> => {
  const page = await town.visit({}, 'bangongshi');
  const api = page.context().request;
  const headers = { origin: town.address };
  const at = `/api/campaigns/${town.campaign}`;
  const { revision } = (await (await api.get(`${at}/draft`)).json()) as { revision: number };
  const saved = await api.put(`${at}/draft`, { data: { plan, revision }, headers });
  expect(saved.ok(), await saved.text()).toBe(true);
  const leader = await town.visit({}, 'zuzhang');
  const hash = planHash(plan);
  const give = async (by: typeof api, command: { readonly type: string; readonly [key: string]: unknown }) => {
    const answer = await by.post(`${at}/commands`, { data: { id: `${command.type}-${hash.slice(0, 20)}`, command }, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await give(api, { type: 'AskReview', plan: hash, text: '' });
  await give(leader.context().request, { type: 'ReviewPlan', plan: hash, passed: true, text: '', remarks: {} });
  await give(api, { type: 'AdoptPlan', plan: hash });
  await Promise.all([page, leader].map((each) => each.context().close()));
};

/** The drafts that the phone's memory holds, as text. */
export const draftsOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const memory = await answered(indexedDB.open('xiuhua-inspect'));
    const drafts = await answered(memory.transaction('drafts').objectStore('drafts').getAll());
    memory.close();
    return JSON.stringify(drafts);
  });

/** Cuts the network below everything, or gives it back. */
export const cutNetwork = async ({ context, line }: Phone, cut: boolean): Promise<void> => {
  line.weather = cut ? 'dead' : 'fine';
  await context.setOffline(cut);
};

/** The records of a site that the server holds. */
export const recordsOf = (town: Town, site: string) =>
  town.ask(({ submissions }) => [...submissions.values()].filter((s) => s.site === site).map((s) => ({ ...s, findings: [...s.findings] })));

export { expect } from '@playwright/test';
