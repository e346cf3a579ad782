import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cutNetwork, draftsOn, expect, recordsOf, test } from './inspect-phone.ts';
import { failQuestion, handIn, photo } from './inspector.ts';

const site = '东街门面段';

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

test('a day without a network: opened cold, filled with a photo, kept, sent by itself when the network is back', async ({ town, hand }) => {
  const phone = await hand('jia');
  await cutNetwork(phone, true);
  const page = await phone.reopen();
  await expect(page.getByText('离线 · 没有待发送的')).toBeVisible();

  await page.getByRole('link', { name: site }).click();
  await failQuestion(page, '物品不出卷帘门', { spots: 3, photo: 'shutter' });
  await expect(page.getByRole('article', { name: '物品不出卷帘门' }).getByText('整改单位：小箐社区')).toBeVisible();
  await handIn(page);
  await expect(page.getByText('离线 · 1 条待发送').first()).toBeVisible();
  expect(await recordsOf(town, site)).toEqual([]);

  const again = await phone.reopen('#/outbox');
  await expect(again.getByRole('heading', { name: /待发送/ })).toBeVisible();
  await cutNetwork(phone, false);
  await expect(again.getByText('全部已送达')).toBeVisible({ timeout: 20_000 });

  const [record, ...more] = await recordsOf(town, site);
  expect(more).toEqual([]);
  expect(record?.answers['物品不出卷帘门']).toMatchObject({ result: 'fail', count: 3 });
  expect(record?.findings).toHaveLength(1);
  const [hash = ''] = record?.answers['物品不出卷帘门']?.photos ?? [];
  const reader = await town.visit({}, 'bangongshi');
  const bytes = await (await reader.context().request.get(`/api/campaigns/${town.campaign}/photos/${hash}`)).body();
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
});

test('what was typed a moment before the phone kills the page is still there', async ({ hand }) => {
  const phone = await hand('jia');
  await cutNetwork(phone, true);
  const page = await phone.reopen();
  await page.getByRole('link', { name: site }).click();
  const card = page.getByRole('article', { name: '路面井盖完好' });
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  await card.getByRole('textbox').fill('桥头第三个井盖松动');
  await expect.poll(() => draftsOn(page)).toContain('桥头第三个井盖松动');

  const again = await phone.reopen();
  await expect(again.getByText(/草稿 1\/6/)).toBeVisible();
  await again.getByRole('link', { name: site }).click();
  await expect(again.getByRole('article', { name: '路面井盖完好' }).getByRole('textbox')).toHaveValue('桥头第三个井盖松动');
});

test('everything unsent can be taken away as one file', async ({ hand }) => {
  const phone = await hand('jia');
  await cutNetwork(phone, true);
  const page = await phone.reopen();
  await page.getByRole('link', { name: site }).click();
  await failQuestion(page, '门前干净', { photo: 'ground' });
  await handIn(page);
  await page.getByRole('link', { name: '西街门面段' }).click();
  await page.getByRole('article', { name: '路灯亮' }).getByRole('radio', { name: '合格', exact: true }).check();
  await page.getByRole('link', { name: '返回' }).click();

  await page.getByRole('link', { name: /^发件箱/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出未发送' }).click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    format: string;
    items: { command: { answers: Record<string, { photos?: string[] }> } }[];
    drafts: { answers: object }[];
    photos: { hash: string; base64: string }[];
  };
  expect(file.format).toBe('xiuhua-unsent');
  expect(file.items[0]?.command.answers['门前干净']?.photos).toEqual([file.photos[0]?.hash]);
  expect(file.drafts.map((d) => d.answers)).toEqual([{ 路灯亮: { result: 'pass' } }]);
  const bytes = Buffer.from(file.photos[0]?.base64 ?? '', 'base64');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.photos[0]?.hash);
});

const applicationData = Buffer.from([0xff, 0xe1]);

/** What a camera writes into a JPEG: its model, and 26°34′12″ N as the GPS directory has it (Exif 2.3). */
const whereTaken = (): Buffer => {
  const tiff = Buffer.alloc(112);
  tiff.write('MM\0*\0\0\0\x08', 'latin1');
  tiff.writeUInt16BE(2, 8);
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number]) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    tiff.writeUInt32BE(value, at + 8);
  };
  entry(10, [0x0110, 2, 9, 38]);
  entry(22, [0x8825, 4, 1, 48]);
  tiff.write('SM-A057F\0', 38, 'latin1');
  tiff.writeUInt16BE(2, 48);
  entry(50, [0x0001, 2, 2, 0x4e000000]);
  entry(62, [0x0002, 5, 3, 80]);
  for (const [i, degrees] of [26, 34, 12].entries()) {
    tiff.writeUInt32BE(degrees, 80 + 8 * i);
    tiff.writeUInt32BE(1, 84 + 8 * i);
  }
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(exif.length + 2);
  return Buffer.concat([applicationData, size, exif]);
};

test('a photo leaves the phone small and without what the camera wrote beside it', async ({ town, hand }) => {
  const phone = await hand('jia');
  const { page } = phone;
  await page.getByRole('link', { name: site }).click();
  const big = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
    canvas.getContext('2d')?.fillRect(0, 0, 1500, 2000);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });
  const shot = Buffer.concat([Buffer.from(big.slice(0, 2)), whereTaken(), Buffer.from(big.slice(2))]);
  expect(shot.includes(applicationData)).toBe(true);
  const card = page.getByRole('article', { name: '门前干净' });
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  await card.locator('input[type=file]').first().setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: shot });
  await expect(card.getByRole('button', { name: '第 1 张照片' })).toBeVisible();
  await handIn(page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
  await expect(page.getByText('全部已送达').first()).toBeVisible();

  const [record] = await recordsOf(town, site);
  const reader = await town.visit({}, 'bangongshi');
  const hash = record?.answers['门前干净']?.photos?.[0];
  const bytes = await (await reader.context().request.get(`/api/campaigns/${town.campaign}/photos/${hash}`)).body();
  expect(bytes.includes('Exif')).toBe(false);
  expect(bytes.includes('SM-A057F')).toBe(false);
  expect(bytes.includes(applicationData)).toBe(false);
  const size = await page.evaluate(
    async (data) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(data)]));
      return [image.width, image.height];
    },
    [...bytes],
  );
  expect(size).toEqual([1600, 1067]);
});

test('a file that is no picture, and a twenty-first photo, are refused in words', async ({ hand }) => {
  const { page } = await hand('jia');
  await page.getByRole('link', { name: site }).click();
  const card = page.getByRole('article', { name: '门前干净' });
  await card.getByRole('radio', { name: '不合格', exact: true }).check();
  const input = card.locator('input[type=file]').nth(1);
  await input.setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('三个字') });
  await expect(card.getByText('不是能识别的照片')).toBeVisible();
  await input.setInputFiles(Array.from({ length: 22 }, (_, i) => photo(`n${i}`)));
  await expect(card.getByText('一项最多 20 张照片。')).toBeVisible({ timeout: 30_000 });
  await expect(card.getByRole('button', { name: /^第 \d+ 张照片/ })).toHaveCount(20);
});
