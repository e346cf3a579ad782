import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { desk, type Town } from './town.ts';

/** The plan of an example as its file has it. */
export const examplePlan = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../examples/${name}/plan.json`, import.meta.url), 'utf8'));

/** The draft of the town's campaign as the server has it. */
export const savedDraft = async (page: Page, { campaign }: Town): Promise<{ readonly plan: unknown; readonly revision: number }> =>
  (await page.request.get(`/api/campaigns/${campaign}/draft`)).json();

/** The office at its desk with a plan of an example as the draft of the town's campaign. */
export const atTheDesk = async (town: Town, example: string, section = ''): Promise<Page> => {
  const page = await town.visit(desk, 'bangongshi');
  const { revision } = await savedDraft(page, town);
  const answer = await page.request.put(`/api/campaigns/${town.campaign}/draft`, {
    data: { plan: await examplePlan(example), revision },
    headers: { origin: town.address },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.goto(`/design/${town.campaign}/${section}`);
  return page;
};
