import type { Page } from '@playwright/test';
import { draftsOn, expect, type HandPhone, leaveRoom, test } from './inspect-phone.ts';
import { photo } from './inspector.ts';
import { phone as screen } from './town.ts';

const site = '东街门面段';

/** Sizes with every test run; the battery sets twenty. */
const sizes = Number(process.env['XIUHUA_ROOMS'] ?? 2);
const rooms = Array.from({ length: sizes }, (_, i) => 90_000 + Math.round((i * 160_000) / Math.max(1, sizes - 1)));

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

/** A bug planted in the phone: what does not fit is taken for written. */
const dropsSilently = (): void => {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) {
    const made = transaction.apply(this, given);
    let done: (() => void) | undefined;
    Object.defineProperty(made, 'oncomplete', {
      set: (next: () => void) => {
        done = next;
        made.addEventListener('complete', () => next());
      },
    });
    Object.defineProperty(made, 'onabort', { set: () => made.addEventListener('abort', () => done?.()) });
    return made;
  };
};

/** How a phone without room fared: whether it said so, before the form and when it was full, and what was gone without a word. */
interface Fared {
  readonly saidBefore: boolean;
  readonly saidFull: boolean;
  readonly lost: readonly string[];
}

const photosIn = (page: Page) => page.getByRole('article', { name: '门前干净' }).getByRole('button', { name: /^第 \d+ 张照片/ });

/** True when every photo shown has its bytes. */
const allReadable = (page: Page, count: number): Promise<boolean> =>
  page
    .waitForFunction(
      (n) => {
        const images = [...document.querySelectorAll<HTMLImageElement>('.photos img.photo')];
        return images.length === n && images.every((image) => image.naturalWidth > 0);
      },
      count,
      { timeout: 5000 },
    )
    .then(
      () => true,
      () => false,
    );

const fill = async (hand: HandPhone, room: number, plant?: () => void): Promise<Fared> => {
  const phone = await hand('jia', { ...screen, serviceWorkers: 'block', room });
  if (plant) {
    await phone.context.addInitScript(plant);
    await phone.reopen();
  }
  const { page } = phone;
  await page.getByRole('link', { name: site }).click();
  const few = page.getByText('手机剩余空间很少');
  const saidBefore = await few.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  const card = page.getByRole('article', { name: '门前干净' });
  const full = page.getByText(/手机存储空间不足|照片没有存下/).first();
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  for (let i = 0; i < 20 && !(await full.isVisible()); i++) {
    await card
      .locator('input[type=file]')
      .first()
      .setInputFiles(photo(`n${i}`));
    await expect(full.or(card.getByRole('button', { name: `第 ${i + 1} 张照片` }))).toBeVisible();
  }
  const saidFull = await full.isVisible();
  const kept = await photosIn(page).count();
  await leaveRoom(phone.context, phone.line.address);
  await card.getByRole('textbox').fill('有积水');
  // A phone that drops what does not fit may keep nothing of it: what is missing is counted below.
  await expect
    .poll(() => draftsOn(page), { timeout: 5000 })
    .toContain('有积水')
    .catch(() => undefined);
  const stillFull = await page
    .getByText('手机存储空间不足')
    .waitFor({ state: 'hidden', timeout: 5000 })
    .then(
      () => false,
      () => true,
    );
  const again = await phone.reopen();
  await again.getByRole('link', { name: new RegExp(site) }).click();
  const later = again.getByRole('article', { name: '门前干净' });
  await expect(later).toBeVisible();
  const remark = await later
    .getByRole('textbox')
    .inputValue({ timeout: 5000 })
    .catch(() => '');
  const there = await photosIn(again).count();
  return {
    saidBefore,
    saidFull,
    lost: [
      ...(remark === '有积水' ? [] : ['the remark']),
      ...(there === kept ? [] : [`${kept - there} of ${kept} photos`]),
      ...((await allReadable(again, there)) ? [] : ['the bytes of a photo']),
      ...(stillFull ? ['the word that there is room again'] : []),
    ],
  };
};

for (const room of rooms)
  test(`with room for ${room} bytes it is said before the form is begun, and nothing is dropped without a word`, async ({ hand }) => {
    expect(await fill(hand, room)).toEqual({ saidBefore: true, saidFull: true, lost: [] });
  });

test('a phone that takes what does not fit for written is found out', async ({ hand }) => {
  const { saidFull, lost } = await fill(hand, 250_000, dropsSilently);
  expect(saidFull && lost.length === 0).toBe(false);
});
