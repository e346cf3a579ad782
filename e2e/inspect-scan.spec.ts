import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';
import { browserArgs, browserEnv, browserPath } from '../scripts/browser.mjs';
import { expect, test } from './inspect-phone.ts';

const site = '西街门面段';
const [width, height] = [640, 480];

/** What a camera sees that is held before a code: two grey pictures of it, as raw video. */
const filmOf = (text: string): Buffer => {
  const code = encodeQR(text, 'raw', { border: 4 });
  const dot = Math.floor((height - 40) / code.length);
  const [left, top] = [(width - dot * code.length) >> 1, (height - dot * code.length) >> 1];
  const frame = Buffer.alloc((width * height * 3) / 2, 128);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isDark = code[Math.floor((y - top) / dot)]?.[Math.floor((x - left) / dot)] ?? false;
      frame[y * width + x] = isDark ? 40 : 210;
    }
  const head = Buffer.from('FRAME\n');
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), head, frame, head, frame]);
};

const film = join(mkdtempSync(join(tmpdir(), 'xiuhua-film-')), 'code.y4m');
writeFileSync(film, filmOf(site));

test.use({
  launchOptions: {
    executablePath: await browserPath(),
    env: browserEnv(),
    args: [
      ...browserArgs,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  },
});

test('the camera sees the code of a site, and its duties stand there; the camera is let go', async ({ town, hand }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
  const { page } = await hand('jia');
  await page.evaluate(() => {
    const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const seen = globalThis as { tracks?: MediaStreamTrack[] };
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await own(wanted);
      seen.tracks = stream.getTracks();
      return stream;
    };
  });
  await page.getByRole('button', { name: '扫码' }).click();
  await page.waitForURL(new RegExp(`#/site/${encodeURIComponent(site)}`));
  await expect(page.getByRole('link', { name: new RegExp(site) }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /东街门面段/ })).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as { tracks?: MediaStreamTrack[] }).tracks?.map(({ readyState }) => readyState))).toEqual([
    'ended',
  ]);
});
