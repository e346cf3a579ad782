import type { Page } from '@playwright/test';
import { changedAt, isList, type Json, valueAt } from '../packages/designer/src/design/draft/json.ts';
import { sections } from '../packages/designer/src/design/section/sections.ts';
import { writeByHand } from './clerk.ts';
import { examplePlan, putDraft } from './design-desk.ts';
import { desk, expect, test } from './town.ts';

/** The draft on the page as the server has it, once it has it. */
const saved = async (page: Page): Promise<Json> => {
  await expect(page.getByText(/^已保存/)).toBeVisible();
  const campaign = page.url().split('/')[4] ?? '';
  const draft: { plan: Json } = await (await page.request.get(`/api/campaigns/${campaign}/draft`)).json();
  return draft.plan;
};

/** The paper without the last clause of every list. */
const begun = (paper: Json): Json =>
  sections
    .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'list'))
    .filter(({ at }) => isList(valueAt(paper, at)))
    .reduce((plan, { at }) => changedAt(plan, at, (list) => (list as readonly Json[]).slice(0, -1)), paper);

/** Every clause with the battery; with every test run the last of every list, in a draft that says the others already. */
const whole = Boolean(process.env['XIUHUA_WHOLE_PLAN']);
const what = whole ? 'the smallest plan from nothing, every field' : 'the last clause of every list of the smallest plan';

test(`a clerk writes ${what} by hand, and it is the plan on paper`, async ({ town }) => {
  test.setTimeout(600_000);
  const { $schema: _, ...paper } = (await examplePlan('xiaoqing')) as { readonly [key: string]: Json } & { title: string; issuer: string };
  const page = await town.visit(desk, 'bangongshi');
  await page.goto('/design/');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('radio', { name: /从空白开始/ }).check();
  await page.getByLabel('方案全称').fill(paper.title);
  await page.getByLabel('印发机关').fill(paper.issuer);
  await page.getByRole('button', { name: '建立草稿' }).click();
  if (!whole) {
    await saved(page);
    await putDraft(page, { address: town.address, campaign: page.url().split('/')[4] ?? '' }, begun(paper));
    await page.reload();
  }
  await writeByHand(page, paper, () => saved(page));
  // reading through once more: what a new clause had guessed and the paper does not say
  await writeByHand(page, paper, () => saved(page));
  expect(await saved(page)).toEqual(paper);
  await expect(page.getByRole('tabpanel', { name: '问题' }).getByText('没有问题。可以送审。')).toBeVisible();
});
