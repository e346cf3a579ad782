import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { atTheDesk, savedDraft } from './design-desk.ts';
import { expect, type Town, test } from './town.ts';

interface Saved {
  readonly scenarios?: readonly { readonly name: string; readonly expects: { readonly results: readonly { readonly points: number }[] } }[];
}

const scenariosOf = async (page: Page, town: Town): Promise<NonNullable<Saved['scenarios']>> =>
  ((await savedDraft(page, town)).plan as Saved).scenarios ?? [];

const goTo = (page: Page, section: RegExp): Promise<void> =>
  page.getByRole('navigation', { name: '大纲' }).getByRole('button', { name: section }).click();

test('a clerk tries a visit on the phone form, keeps it as a scenario, makes a deduction dearer, reads what differs, accepts it and undoes it', async ({
  town,
}) => {
  test.setTimeout(120_000);
  const page = await atTheDesk(town, 'xiaoqing', 'try');
  await page.getByRole('button', { name: '填一次检查' }).click();
  const phone = page.frameLocator('iframe[title^="手机上的"]');
  await phone.getByRole('radio', { name: '不合格' }).first().click();
  const result = page.locator('.try-result');
  await expect(result.getByText('“小箐社区”为什么是 99.5 分')).toBeVisible();
  await expect(result.getByText(/物品不出卷帘门不合格/)).toBeVisible();
  await expect(result.getByRole('button', { name: '到条款 三（一）' })).toBeVisible();
  await expect(result.getByText(/由“小箐社区”在 .*前整改/)).toBeVisible();

  await page.getByRole('button', { name: '存为情形' }).click();
  await page.getByLabel('情形名称').fill('卷帘门外一处摆放');
  await page.keyboard.press('Enter');
  const kept = page.getByRole('region', { name: /^情形/ });
  await expect(kept.getByText('结果和存下的一样')).toBeVisible();
  const audit = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).exclude('iframe').analyze();
  expect(audit.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  await goTo(page, /检查表/);
  await page.locator('tr[data-at="/checklists/0/items/0"]').click();
  await page.getByLabel(/^扣分/).first().fill('2');
  const problems = page.getByRole('tabpanel', { name: /问题/ });
  const differs = /应为99\.5分，现为98分：“物品不出卷帘门”现扣2分，原扣0\.5分（三（一））/;
  await expect(problems.getByText(differs)).toBeVisible();
  await page.getByRole('button', { name: '试一试' }).click();
  await expect(kept.getByText('结果不同')).toBeVisible();
  await expect(kept.getByText(differs)).toBeVisible();
  await expect(result.getByText('“小箐社区”为什么是 98 分')).toBeVisible();

  await kept.getByRole('button', { name: /^接受情形/ }).click();
  await expect(kept.getByText('结果和存下的一样')).toBeVisible();
  await expect.poll(async () => (await scenariosOf(page, town))[0]?.expects.results[0]?.points).toBe(98);
  await page.keyboard.press('Control+z');
  await expect(kept.getByText('结果不同')).toBeVisible();
  await expect.poll(async () => (await scenariosOf(page, town))[0]?.expects.results[0]?.points).toBe(99.5);
});
