import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { desk, type Town } from './town.ts';

/** The plan of an example as its file has it. */
export const examplePlan = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../examples/${name}/plan.json`, import.meta.url), 'utf8'));

/** The draft of the town's campaign as the server has it. */
export const savedDraft = async (
  page: Page,
  { campaign }: Pick<Town, 'campaign'>,
): Promise<{ readonly plan: unknown; readonly revision: number }> => (await page.request.get(`/api/campaigns/${campaign}/draft`)).json();

/** Makes a plan the draft of a campaign. */
export const putDraft = async (page: Page, at: Pick<Town, 'address' | 'campaign'>, plan: unknown): Promise<void> => {
  const { revision } = await savedDraft(page, at);
  const answer = await page.request.put(`/api/campaigns/${at.campaign}/draft`, {
    data: { plan, revision },
    headers: { origin: at.address },
  });
  if (!answer.ok()) throw new Error(await answer.text());
};

/** The office at its desk with a plan of an example as the draft of the town's campaign. */
export const atTheDesk = async (town: Town, example: string, section = ''): Promise<Page> => {
  const page = await town.visit(desk, 'bangongshi');
  await putDraft(page, town, await examplePlan(example));
  await page.goto(`/design/${town.campaign}/${section}`);
  return page;
};
