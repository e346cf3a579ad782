import type { Locator, Page } from '@playwright/test';
import { expect } from './town.ts';

/** What is written with digits and is no number with evidence: years, months, days, weeks, spans of them. */
const dates = String.raw`\d{4}(—\d{4})?年(第?\d+(月|季度|周|旬))?|\d+月(\d+(—\d+)?日)?|\d+日|\d{4}-\d\d-\d\d`;

/** A number on a page: the words it stands in, and the address it opens; none where it opens nothing. */
export interface Shown {
  readonly text: string;
  readonly opens: string | undefined;
}

/**
 * Every text with a digit in the main part of the page, found by looking at all text there is, so that a number nobody
 * has thought of is found too. Dates and clauses are none.
 */
export const numbersOn = (page: Page): Promise<readonly Shown[]> =>
  page.locator('main').evaluate((main, pattern) => {
    const shown: { text: string; opens: string | undefined }[] = [];
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.parentElement;
      if (!at || at.closest('nav, [data-clause]') || !/\d/.test((node.textContent ?? '').replace(new RegExp(pattern, 'g'), ''))) continue;
      const opens = at.closest('a[href], button, summary');
      const text = (opens ?? at).textContent ?? '';
      shown.push({ text, opens: opens ? (opens.getAttribute('href') ?? opens.tagName) : undefined });
    }
    return shown;
  }, dates);

/** What kind of thing an address opens: its page and what it asks for, without the names and days in it. */
export const kindOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const page = pathname.split('/')[3] ?? '';
  const asked = [...searchParams.keys()].filter((key) => key !== 'day').toSorted();
  return [page, ...asked.map((key) => (key === 'state' ? `state=${searchParams.get('state')}` : key))].join(' ');
};

/** Whether it stands on its own: the page of one visit or one finding. */
const recordPage = /\/(visits\/[^/]+|findings\/[^/]+)$/;

/** A walk from a number to its evidence, one press at a time; more than three are too many. */
export class Walk {
  private pressed = 0;
  private readonly page: Page;
  private readonly said: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  async press(what: Locator): Promise<void> {
    this.pressed += 1;
    this.said.push(((await what.textContent()) ?? '').trim().slice(0, 40));
    expect(this.pressed, this.said.join(' → ')).toBeLessThanOrEqual(3);
    await what.click();
  }

  /** The record of a visit or a finding: the clause it is judged by, and every photo that was taken, to be seen. */
  async seesRecord(): Promise<number> {
    const main = this.page.locator('main');
    await expect(this.page).toHaveURL(({ pathname }) => recordPage.test(pathname));
    await expect(main.locator('[data-clause]').first()).toBeVisible();
    const photos = main.locator('figure img');
    const n = await photos.count();
    if (n > 0) {
      await photos.first().scrollIntoViewIfNeeded();
      await expect.poll(() => photos.first().evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(50);
    }
    return n;
  }
}
