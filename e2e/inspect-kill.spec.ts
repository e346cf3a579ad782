import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { browserArgs, browserEnv, browserPath } from '../scripts/browser.mjs';
import { expect, passwordOf, test } from './town.ts';

/** A browser of its own whose process can be killed as a phone is switched off, and started again on the same memory. */
interface Pocketed {
  readonly page: Page;
  kill(): Promise<void>;
}

const living = new Set<number>();

test.afterEach(() => {
  for (const pid of living) process.kill(-pid, 'SIGKILL');
  living.clear();
});

const start = async (folder: string, address: string, plant?: () => void): Promise<Pocketed> => {
  await rm(join(folder, 'DevToolsActivePort'), { force: true });
  const args = [...browserArgs, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const child: ChildProcess = spawn(await browserPath(), args, { env: browserEnv(), stdio: 'ignore', detached: true });
  if (child.pid) living.add(child.pid);
  const over = once(child, 'exit');
  const port = await expect
    .poll(
      () =>
        readFile(join(folder, 'DevToolsActivePort'), 'utf8').then(
          (text) => text.split('\n')[0],
          () => undefined,
        ),
      { timeout: 30_000 },
    )
    .toBeTruthy()
    .then(() => readFile(join(folder, 'DevToolsActivePort'), 'utf8'))
    .then((text) => text.split('\n')[0]);
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  if (plant) await page.addInitScript(plant);
  await page.goto(`${address}/inspect/`);
  return {
    page,
    kill: async () => {
      if (child.pid && living.delete(child.pid)) process.kill(-child.pid, 'SIGKILL');
      await browser.close().catch(() => undefined);
      // The next browser can open the memory once this one has let go of it.
      await over;
    },
  };
};

const signIn = async (form: Locator): Promise<void> => {
  await form.getByLabel('账号').fill('jia');
  await form.getByLabel('密码').fill(passwordOf('jia'));
  await form.getByRole('button', { name: '登录' }).click();
};

const site = '东街门面段';
const others = ['西街门面段', '河滨路门面段', '老街门面段', '新区门面段'];
const rounds = Number(process.env['XIUHUA_KILLS'] ?? 3);

/** A bug planted in the phone: of five savings of a draft, one is really done. */
const savesSeldom = (): void => {
  const { put } = IDBObjectStore.prototype;
  let n = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    if (this.name !== 'drafts' || n++ % 5 === 0) return put.call(this, value, key);
    return this.count() as unknown as IDBRequest<IDBValidKey>;
  };
};

/** What was lost: rounds in which more than a second of typing was gone, and records that were finished and are nowhere. */
interface Losses {
  readonly typing: string[];
  readonly finished: string[];
}

/** Types a remark for a while, one character every 40 ms, and says when how much had been typed. */
const typeAWhile = async (page: Page, round: number): Promise<readonly { readonly at: number; readonly length: number }[]> => {
  await page.getByRole('link', { name: new RegExp(site) }).click();
  const card = page.getByRole('article', { name: '门前干净' });
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  const remark = card.getByRole('textbox');
  await remark.fill('');
  const typed: { readonly at: number; readonly length: number }[] = [];
  const until = Date.now() + 1500 + ((round * 737) % 1500);
  while (Date.now() < until) {
    await remark.press('End');
    await page.keyboard.insertText('字');
    typed.push({ at: Date.now(), length: (typed.at(-1)?.length ?? 0) + 1 });
    await page.waitForTimeout(40);
  }
  return typed;
};

/** Fills a checklist and presses to submit it. */
const submit = async (page: Page, target: string): Promise<void> => {
  await page.getByRole('link', { name: target }).click();
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '提交检查结果' }).click();
};

const cut = (page: Page) => page.route('**/api/**', (route) => route.abort());

/**
 * Kills the browser again and again: in the middle of typing, and (every second finished record) in the middle of
 * writing. From the first round on the phone has no network: what is finished stays in its memory.
 */
const killRounds = async (
  { address }: { readonly address: string },
  folder: string,
  { count, plant }: { readonly count: number; readonly plant?: () => void },
): Promise<Losses & { readonly held: Pocketed; readonly sites: readonly string[] }> => {
  const open = async () => {
    const held = await start(folder, address, plant);
    await cut(held.page);
    return held;
  };
  let held = await start(folder, address, plant);
  await signIn(held.page.locator('body'));
  await expect(held.page.getByRole('link', { name: site })).toBeVisible();
  await cut(held.page);
  const losses: Losses = { typing: [], finished: [] };
  const sites: string[] = [];
  for (let round = 0; round < count; round++) {
    const target = others[round];
    await held.page.goto(`${address}/inspect/#/today`);
    if (target && round % 2 === 1) {
      await submit(held.page, target);
      // Not waiting for anything: the blow falls at another moment of the writing in each round.
      await held.page.waitForTimeout((round * 7) % 40);
      await held.kill();
      held = await open();
      await held.page.goto(`${address}/inspect/#/outbox`);
      const isThere = await held.page
        .getByRole('heading', { name: target })
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      await held.page.goto(`${address}/inspect/#/today`);
      // Killed before the write, the form must still be there with its answers; then it is finished now.
      if (!isThere) await submit(held.page, target).catch(() => losses.finished.push(target));
      sites.push(target);
      await held.page.goto(`${address}/inspect/#/today`);
    } else if (target) {
      await submit(held.page, target);
      await expect(held.page.getByText('已存进发件箱')).toBeVisible();
      sites.push(target);
      await held.page.goto(`${address}/inspect/#/today`);
    }
    const typed = await typeAWhile(held.page, round);
    const killed = Date.now();
    await held.kill();
    held = await open();
    await held.page.getByRole('link', { name: new RegExp(site) }).click();
    const remark = held.page.getByRole('article', { name: '门前干净' }).getByRole('textbox');
    // Without the answer there is no remark to read: then all of it is gone.
    const kept = await remark.inputValue({ timeout: 8000 }).then(
      (text) => text.length,
      () => 0,
    );
    const due = typed.filter(({ at }) => at < killed - 1000).at(-1)?.length ?? 0;
    if (kept < due) losses.typing.push(`round ${round}: ${kept} kept of ${typed.length} typed`);
    await held.page.goto(`${address}/inspect/#/outbox`);
    for (const one of sites)
      await held.page
        .getByRole('heading', { name: one })
        .waitFor({ timeout: 5000 })
        .catch(() => losses.finished.push(`round ${round}: ${one}`));
  }
  return { ...losses, held, sites };
};

const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-kill-'));
  await use(folder);
  await rm(folder, { recursive: true, force: true });
};

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

test(`a browser killed ${rounds} times in the middle of typing and writing loses at most a second of it, and nothing finished`, async ({
  town,
}) => {
  test.setTimeout(60_000 + rounds * 30_000);
  await inFolder(async (folder) => {
    const { held, sites, typing, finished } = await killRounds(town, folder, { count: rounds });
    expect({ typing, finished }).toEqual({ typing: [], finished: [] });
    await held.page.unroute('**/api/**');
    // A browser killed so soon may have forgotten the sign-in, but not the work.
    await held.page.reload();
    await expect(held.page.getByText(/登录后发送|全部已送达/).first()).toBeVisible({ timeout: 20_000 });
    const again = held.page.getByRole('button', { name: '登录' });
    if (await again.isVisible()) {
      await again.click();
      await signIn(held.page.getByRole('dialog'));
    }
    await expect(held.page.getByText(/全部已送达/).first()).toBeVisible({ timeout: 20_000 });
    expect((await town.ask((c) => [...c.submissions.values()].map((s) => s.site))).toSorted()).toEqual([...sites].toSorted());
    await held.kill();
  });
});

test('a phone that saves a draft one time in five is found out', async ({ town }) => {
  await inFolder(async (folder) => {
    const { held, typing } = await killRounds(town, folder, { count: 1, plant: savesSeldom });
    expect(typing.length).toBeGreaterThan(0);
    await held.kill();
  });
});
