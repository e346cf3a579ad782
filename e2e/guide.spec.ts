import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { desk, expect, phone, test } from './town.ts';

/** Starts the tour from the account menu, as somebody does who works for real. */
const start = async (page: Page, words: RegExp): Promise<void> => {
  await page.locator('.shell-account').click();
  await page.getByRole('menuitem', { name: words }).click();
  await expect(page.locator('.guide .ant-tour-title')).toBeVisible();
};

const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
};

/** Walks on with the Enter key to the end; the headings seen. */
const walk = async (page: Page): Promise<readonly string[]> => {
  const seen: string[] = [];
  const title = page.locator('.guide .ant-tour-title');
  for (let i = 0; await title.isVisible(); i++) {
    await expect(page.locator(`.guide [data-stop="${i}"]`)).toBeFocused();
    seen.push((await title.textContent()) ?? '');
    await page.keyboard.press('Enter');
    if (await page.locator('.guide-at').isVisible()) await expect(title).not.toHaveText(seen.at(-1) ?? '');
  }
  return seen;
};

test('the lead door is shown in nine stops by keys, from any page; the tour is remembered as taken', async ({ town }) => {
  await town.adopt();
  const page = await town.visit(desk, 'bangongshi');
  await page.goto(`/lead/${town.campaign}/findings`);
  await start(page, /带我看看/);
  await expect(page).toHaveURL(new RegExp(`/lead/${town.campaign}$`));
  expect(await faultsOf(page)).toEqual([]);
  const seen = await walk(page);
  expect(seen).toHaveLength(9);
  expect([seen[0], seen.at(-1)]).toEqual(['现在到哪一步', '其他入口']);
  expect(await page.evaluate(() => localStorage.getItem('xiuhua.guide.lead'))).toBe('taken');
});

test('the design door is shown in English, and left with Escape', async ({ town }) => {
  const page = await town.visit(desk, 'bangongshi');
  await page.addInitScript(() => localStorage.setItem('xiuhua.language', 'en'));
  await page.goto(`/design/${town.campaign}`);
  await start(page, /Show me around/);
  expect(await faultsOf(page)).toEqual([]);
  expect(await walk(page)).toHaveLength(7);
  await start(page, /Show me around/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.guide .ant-tour-title')).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('xiuhua.guide.design'))).toBe('taken');
});

test('on a phone the tour fits and passes over what is not on the screen', async ({ town }) => {
  await town.adopt();
  const page = await town.visit(phone, 'bangongshi');
  await page.goto(`/lead/${town.campaign}`);
  await start(page, /带我看看/);
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  expect((await walk(page)).length).toBeGreaterThanOrEqual(6);
});

test('an inspector’s phone is shown around once, in four short stops, without a signal and covering nothing', async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const page = await town.visit(phone, 'jia');
  await page.goto('/inspect/');
  const card = page.getByRole('region', { name: '带我看看' });
  await expect(card).toContainText('第 1 处，共 4 处');
  await page.context().setOffline(true);
  expect(await faultsOf(page)).toEqual([]);
  for (const at of ['.duty', '.search', '.tabs a', '.tabs a']) {
    await expect(page.locator('[data-guided]')).toHaveCount(1);
    await expect(page.locator(`${at}[data-guided]`)).toBeVisible();
    await card.getByRole('button', { name: /^(下一处|看完了)$/ }).click();
  }
  await expect(card).toBeHidden();
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.locator('.duty').first()).toBeVisible();
  await expect(card).toBeHidden();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '带我看看' }).click();
  await card.getByRole('button', { name: '不看了' }).click();
  await expect(card).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('xiuhua.guide.inspect'))).toBe('taken');
});
