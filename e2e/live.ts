import { Readable } from 'node:stream';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { dutiesOf, type Plan, sha256 } from '@xiuhua/engine';
import { photoOf } from '../packages/server/src/demo/scenes.ts';
import { desk, expect, type Town } from './town.ts';

/** Puts a plan of the test's own in force the day before the campaign begins, without a screen. */
export const beginWith = async (town: Town, plan: Plan, revision = 1): Promise<void> => {
  const office = await town.visit(desk, 'bangongshi');
  const draft = { data: { plan, revision }, headers: { origin: town.address } };
  const saved = await office.request.put(`/api/campaigns/${town.campaign}/draft`, draft);
  if (!saved.ok()) throw new Error(await saved.text());
  await office.context().close();
  await town.adopt(plan);
};

interface Failing {
  readonly site: string;
  readonly checklist: string;
  readonly items: readonly string[];
  readonly day: string;
}

/** Inspector 甲 visits a site today and finds those items failed, each with a photo of its own; the id of his record. */
export const failAt = async (town: Town, { site, checklist, items, day }: Failing): Promise<string> => {
  const jia = town.actor('jia');
  const photos = new Map<string, string>();
  for (const item of items) {
    const photo = photoOf('shops', true, item);
    const name = { campaign: town.campaign, hash: sha256(photo) };
    await town.work.photos.begin(name, { account: jia.account, size: photo.length });
    await town.work.photos.append(name, 0, Readable.from([photo]));
    photos.set(item, name.hash);
  }
  const command = await town.ask(({ versions }) => {
    const plan = versions.at(-1)?.plan;
    const duty = plan && dutiesOf(plan, day, day).find((one) => one.site === site && one.checklist === checklist);
    if (!plan || !duty) throw new Error('no such duty');
    const all = [...(plan.checklists.get(checklist)?.items ?? [])];
    const answers = Object.fromEntries(
      all.map(([item, { item: asked }]) => {
        const photo = photos.get(item);
        const failed = { result: 'fail' as const, photos: photo ? [photo] : [], ...(asked.counted && { count: 1 }) };
        return [item, photo ? failed : { result: 'pass' as const }];
      }),
    );
    const submission = `visit-${site}-${day}`;
    return { type: 'SubmitChecklist', submission, plan: plan.hash, duty: duty.id, filledAt: town.now(), answers } as const;
  });
  const taken = await town.work.book.submit(town.campaign, { by: jia, command });
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  return command.submission;
};

/** No violation of WCAG 2.1 A and AA, once nothing moves any more. */
export const clean = async (page: Page, what: string): Promise<void> => {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  expect.soft(found, what).toEqual([]);
};

/** Opens the newest message whose sentence has these words, from the bell. */
export const openMessage = async (page: Page, words: RegExp): Promise<void> => {
  await page.getByRole('button', { name: /^消息/ }).click();
  await page.getByRole('button', { name: words }).first().click();
};

/** The dialog that is open. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true });
