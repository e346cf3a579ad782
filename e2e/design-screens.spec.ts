import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sections } from '../packages/designer/src/design/section/sections.ts';
import { atTheDesk } from './design-desk.ts';
import { expect, test } from './town.ts';

/** Desks of a county: what the room has, the large one, and the smallest it is usable on. */
const wide = { width: 1440, height: 900 };
const sizes = [wide, { width: 1920, height: 1080 }, { width: 1024, height: 768 }];

/** Waits until nothing is fetched, opened or moved any more. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
};

/** Rows of a long table that are drawn as those before them: judged only in the battery. */
const moreOfTheSame = 'tbody > tr:nth-child(n + 13)';
const everything = Boolean(process.env['XIUHUA_EVERY_SCREEN']);

const judge = async (page: Page, what: string): Promise<void> => {
  await settle(page);
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const { violations } = await (everything ? axe : axe.exclude(moreOfTheSame)).analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  expect.soft(said, what).toEqual([]);
};

/** How far anything but a table's own scroll sticks out of the page to the right. */
const sticksOut = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('every section of the biggest plan is readable by all, with a clause open as well, and fits three sizes of desk', async ({ town }) => {
  test.setTimeout(300_000);
  const page = await atTheDesk(town, 'yijinhuoluo');
  for (const { id } of sections) {
    await test.step(id, async () => {
      await page.goto(`/design/${town.campaign}/${id}`);
      await expect(page.locator('#section-title')).toBeVisible();
      for (const size of sizes) {
        await page.setViewportSize(size);
        expect.soft(await sticksOut(page), `${id} at ${size.width}`).toBeLessThanOrEqual(0);
      }
      const edit = page.getByRole('button', { name: /^(编辑“|展开全部内容)/ }).first();
      if (await edit.count()) {
        await edit.click();
        await page.locator('.open-clause .fields').first().waitFor();
        expect.soft(await sticksOut(page), `${id} open at 1024`).toBeLessThanOrEqual(0);
      }
      await judge(page, id);
      await page.setViewportSize(wide);
    });
  }
});

/** Every dialog of the desk: the section, the buttons that lead to it, and a name of its own when they are many. */
const dialogs: readonly (readonly [section: string, ...steps: readonly string[]])[] = [
  ['general', '查找'],
  ['responsibility', '从 Excel 粘贴'],
  ['responsibility', '编辑“强化窨井安全整治”', '拆成两项'],
  ['places', '从 Excel 导入检查对象'],
  ['checklists', '从 Excel 导入评分表'],
];

test('every dialog of the design door is readable by all', async ({ town }) => {
  test.setTimeout(240_000);
  const page = await atTheDesk(town, 'yijinhuoluo');
  for (const [section, ...steps] of dialogs) {
    await test.step(steps.join(' › '), async () => {
      await page.goto(`/design/${town.campaign}/${section}`);
      for (const name of steps) await page.getByRole('button', { name }).first().click();
      await expect(page.getByRole('dialog').first()).toBeVisible();
      await judge(page, steps.join(' › '));
    });
  }
  await page.goto('/design/');
  await page.getByRole('button', { name: '新建方案' }).click();
  const starts = page.getByRole('dialog').getByRole('radio');
  await expect(starts).toHaveCount(5);
  for (const start of await starts.all()) {
    await start.check();
    await judge(page, `新建方案 ${await start.evaluate((input) => input.closest('label')?.textContent ?? '')}`);
  }
});

test('the parts beside the plan are readable by all', async ({ town }) => {
  test.setTimeout(180_000);
  const page = await atTheDesk(town, 'yijinhuoluo', 'checklists');
  const tabs = page.getByRole('complementary').getByRole('tab');
  await expect(tabs).toHaveCount(4);
  for (const tab of await tabs.all()) {
    await tab.click();
    await judge(page, `beside: ${await tab.innerText()}`);
  }
});
