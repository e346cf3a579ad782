import type { Page } from '@playwright/test';
import { photoOf } from '../packages/server/src/demo/scenes.ts';
import { expect } from './town.ts';

/** A photo as a phone would take it. */
export const photo = (seed: string) => ({ name: `${seed}.png`, mimeType: 'image/png', buffer: photoOf('shops', true, seed) });

/** Opens the checklist of a site from the list of duties. */
export const openChecklist = async (page: Page, site: string): Promise<void> => {
  await page.goto('/inspect/');
  await page.getByRole('link', { name: site }).click();
  await expect(page.getByRole('button', { name: '其余全部合格' })).toBeVisible();
};

/** Fails a question, with so many spots and a photo if asked for. */
export const failQuestion = async (
  page: Page,
  question: string,
  evidence: { readonly spots?: number; readonly photo?: string },
): Promise<void> => {
  const card = page.getByRole('article', { name: question });
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  for (let i = 1; i < (evidence.spots ?? 1); i++) await card.getByRole('button', { name: '多一处' }).click();
  if (evidence.photo) {
    await card.locator('input[type=file]').first().setInputFiles(photo(evidence.photo));
    await expect(card.getByRole('button', { name: '第 1 张照片' })).toBeVisible();
  }
};

/** Passes what is left and hands the checklist in; it is kept on the phone and on its way when this returns. */
export const handIn = async (page: Page): Promise<void> => {
  const rest = page.getByRole('button', { name: '其余全部合格' });
  if (await rest.isEnabled()) await rest.click();
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByRole('button', { name: '提交检查结果' }).click();
  await page.waitForURL(/#\/today$/);
};
