import { adopt, expect, test } from './inspect-phone.ts';
import { failQuestion, openChecklist } from './inspector.ts';
import { phone, townPlan } from './town.ts';

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
