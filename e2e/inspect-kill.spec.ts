import { type ChildProcess, spawn } from 'node:child_process';
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

const start = async (folder: string, address: string): Promise<Pocketed> => {
  await rm(join(folder, 'DevToolsActivePort'), { force: true });
  const args = [...browserArgs, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const child: ChildProcess = spawn(await browserPath(), args, { env: browserEnv(), stdio: 'ignore', detached: true });
  if (child.pid) living.add(child.pid);
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
  await page.goto(`${address}/inspect/`);
  return {
    page,
    kill: async () => {
      if (child.pid && living.delete(child.pid)) process.kill(-child.pid, 'SIGKILL');
      await browser.close().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
  };
};

const signIn = async (form: Locator): Promise<void> => {
  await form.getByLabel('账号').fill('jia');
  await form.getByLabel('密码').fill(passwordOf('jia'));
  await form.getByRole('button', { name: '登录' }).click();
};

const site = '东街门面段';
const rounds = Number(process.env['XIUHUA_KILLS'] ?? 3);

test(`a browser killed ${rounds} times in the middle of typing loses at most a second of it, and nothing finished`, async ({ town }) => {
  test.setTimeout(60_000 + rounds * 30_000);
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-kill-'));
  let held = await start(folder, town.address);
  await signIn(held.page.locator('body'));
  await expect(held.page.getByRole('link', { name: site })).toBeVisible();
  // From here on the phone has no network: what is finished stays in its memory.
  const address = town.address;
  const finished: string[] = [];
  for (let round = 0; round < rounds; round++) {
    await held.page.route('**/api/**', (route) => route.abort());
    const target = ['西街门面段', '河滨路门面段', '老街门面段', '新区门面段'][round];
    if (target) {
      await held.page.goto(`${address}/inspect/#/today`);
      await held.page.getByRole('link', { name: target }).click();
      await held.page.getByRole('button', { name: '其余全部合格' }).click();
      await held.page.getByRole('button', { name: '提交', exact: true }).click();
      await held.page.getByRole('button', { name: '提交检查结果' }).click();
      await expect(held.page.getByText('已存进发件箱')).toBeVisible();
      finished.push(target);
    }
    await held.page.goto(`${address}/inspect/#/today`);
    await held.page.getByRole('link', { name: new RegExp(site) }).click();
    const card = held.page.getByRole('article', { name: '门前干净' });
    await card.getByRole('radio', { name: '不合格', exact: true }).check();
    const remark = card.getByRole('textbox');
    await remark.fill('');
    const typed: { readonly at: number; readonly length: number }[] = [];
    const until = Date.now() + 1500 + ((round * 737) % 1500);
    while (Date.now() < until) {
      await remark.press('End');
      await held.page.keyboard.insertText('字');
      typed.push({ at: Date.now(), length: (typed.at(-1)?.length ?? 0) + 1 });
      await held.page.waitForTimeout(40);
    }
    const killed = Date.now();
    await held.kill();
    held = await start(folder, address);
    await held.page.route('**/api/**', (route) => route.abort());
    await held.page.getByRole('link', { name: new RegExp(site) }).click();
    const kept = (await held.page.getByRole('article', { name: '门前干净' }).getByRole('textbox').inputValue()).length;
    const due = typed.filter(({ at }) => at < killed - 1000).at(-1)?.length ?? 0;
    expect(kept, `round ${round}: ${kept} kept of ${typed.length} typed`).toBeGreaterThanOrEqual(due);
    await held.page.goto(`${address}/inspect/#/outbox`);
    for (const one of finished) await expect(held.page.getByRole('heading', { name: one })).toBeVisible();
  }
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
  expect((await town.ask((c) => [...c.submissions.values()].map((s) => s.site))).toSorted()).toEqual(finished.toSorted());
  await held.kill();
  await rm(folder, { recursive: true, force: true });
});
