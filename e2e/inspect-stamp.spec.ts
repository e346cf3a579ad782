import { adopt, expect, recordsOf, test } from './inspect-phone.ts';
import { failQuestion, handIn, openChecklist, photo } from './inspector.ts';
import { desk, phone, townPlan } from './town.ts';

const site = '东街门面段';

test('a photo carries its time, its place and the site when the checklist asks for it', async ({ town, hand }) => {
  await town.adopt();
  const plan = await townPlan();
  await adopt(town, { ...plan, checklists: plan.checklists.map((list) => ({ ...list, watermark: true })) });
  town.setTime('2026-11-02', '09:30');
  const where = { geolocation: { longitude: 114.08912, latitude: 32.12845 }, permissions: ['geolocation'] };
  const { page } = await hand('jia', { ...phone, ...where });
  await openChecklist(page, site);
  await failQuestion(page, '门前干净', { photo: 'stamped' });
  await page.getByRole('button', { name: '第 1 张照片' }).click();
  const image = page.getByRole('dialog').locator('img');
  await expect(image).toBeVisible();
  const corner = await image.evaluate(async (shown: HTMLImageElement) => {
    await shown.decode();
    const { naturalWidth: width, naturalHeight: height } = shown;
    const paper = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d') as CanvasRenderingContext2D;
    paper.drawImage(shown, 0, 0);
    const brightness = ([r = 0, g = 0, b = 0]: ArrayLike<number> & Iterable<number>) => (r + g + b) / 3;
    const row = paper.getImageData(0, height - 2, 4, 1).data;
    const { data } = paper.getImageData(0, height - 30, 120, 24);
    let white = 0;
    for (let i = 0; i < data.length; i += 4) if (brightness(data.subarray(i, i + 3)) > 200) white++;
    return { ground: brightness(row), white };
  });
  expect(corner.ground).toBeLessThan(115);
  expect(corner.white).toBeGreaterThan(20);
});

test('several photos at once, one taken again, a note on one: the office sees the same', async ({ town, hand }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const { page } = await hand('jia');
  await openChecklist(page, site);
  const card = page.getByRole('article', { name: '门前干净' });
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  const album = page.waitForEvent('filechooser');
  await card.getByText('相册').click();
  expect((await album).isMultiple()).toBe(true);
  await (await album).setFiles([photo('one'), photo('two'), photo('three')]);
  await expect(card.getByRole('button', { name: /^第 \d 张照片/ })).toHaveCount(3);
  await card.getByRole('button', { name: '第 2 张照片' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('照片说明').fill('左侧第二间');
  const camera = page.waitForEvent('filechooser');
  await sheet.getByText('重拍').click();
  expect(await (await camera).element().getAttribute('capture')).toBe('environment');
  await (await camera).setFiles(photo('two, sharper'));
  await expect(card.getByText('左侧第二间')).toBeVisible();
  await expect(card.getByRole('button', { name: /^第 \d 张照片/ })).toHaveCount(3);
  await handIn(page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
  const [record] = await recordsOf(town, site);
  const { photos = [], captions } = record?.answers['门前干净'] ?? {};
  expect(photos).toHaveLength(3);
  expect(captions).toEqual({ [photos[1] ?? '']: '左侧第二间' });
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/visits/${record?.submission}`);
  await expect(office.getByText('左侧第二间')).toBeVisible();
  await expect(office.locator('figure img')).toHaveCount(3);
});
