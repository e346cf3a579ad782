import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantAt, sha256 } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pngOf } from '../app/pictures.fixture.ts';
import { databases } from '../app/stores.fixture.ts';
import { dutiesOn, filled, openTown, type Town, upload, type Visitor } from '../app/town.fixture.ts';
import { photoShelf } from '../work/photos.ts';
import { shift } from '../work/time.ts';
import { photoFile } from '../work/uploads.ts';
import { verify } from '../work/verify.ts';

const bytesType = 'application/offset+octet-stream';

describe.each(databases)('photos on %s', (database) => {
  let town: Town;
  let jia: Visitor;
  let base: string;
  beforeAll(async () => {
    town = await openTown(database);
    jia = await town.as('jia');
    base = `/api/campaigns/${town.campaign}/photos`;
  });
  afterAll(() => town.close());

  const patch = (hash: string, offset: number, bytes: Buffer) =>
    jia.ask('PATCH', `${base}/${hash}`, bytes, { 'content-type': bytesType, 'upload-offset': String(offset) });

  test('an upload that breaks off goes on where it stopped, and one that is complete stays complete', async () => {
    const photo = pngOf('in pieces');
    const hash = sha256(photo);
    const [a, b] = [photo.subarray(0, 40), photo.subarray(40)];
    const size = photo.length;
    expect((await jia.ask('PUT', `${base}/${hash}?size=${size}`)).as()).toEqual({ offset: 0, size, complete: false });
    expect((await patch(hash, 0, a)).as()).toEqual({ offset: 40, size, complete: false });
    const head = await jia.ask('HEAD', `${base}/${hash}`);
    expect([head.headers['upload-offset'], head.headers['upload-length']]).toEqual(['40', String(size)]);
    const lost = await patch(hash, 0, a);
    expect([lost.status, lost.as()]).toMatchObject([409, { offset: 40, problems: [{ code: 'photo.wrong-offset' }] }]);
    expect((await jia.get(`${base}/${hash}`)).status).toBe(404);
    expect((await patch(hash, 40, b)).as()).toEqual({ offset: size, size, complete: true });
    expect((await patch(hash, 40, b)).as()).toEqual({ offset: size, size, complete: true });
    expect((await jia.ask('PUT', `${base}/${hash}?size=${size}`)).as()).toEqual({ offset: size, size, complete: true });
  });

  test('is shown as a picture and nothing else, without what the phone had written into it', async () => {
    const { hash } = await upload(jia, town.campaign, pngOf('27.1N 106.7E'));
    const shown = await jia.get(`${base}/${hash}`);
    expect(shown.status).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(shown.text).not.toContain('106.7E');
    expect(shown.text).toContain('IHDR');
  });

  test('more bytes than announced are refused and leave nothing behind', async () => {
    const photo = pngOf('too long');
    const hash = sha256(photo);
    await jia.ask('PUT', `${base}/${hash}?size=50`);
    expect((await patch(hash, 0, photo)).codes).toEqual(['photo.too-large']);
    expect((await jia.ask('HEAD', `${base}/${hash}`)).headers['upload-offset']).toBe('0');
  });

  test('the last bytes arrived and the server died before it looked at them: beginning again completes it', async () => {
    const photo = pngOf('almost');
    const hash = sha256(photo);
    await jia.ask('PUT', `${base}/${hash}?size=${photo.length}`);
    await patch(hash, 0, photo.subarray(0, 10));
    const { appendFile } = await import('node:fs/promises');
    await appendFile(join(town.folder, 'uploads', `${town.campaign}.${hash}.part`), photo.subarray(10));
    expect((await jia.ask('PUT', `${base}/${hash}?size=${photo.length}`)).as()).toMatchObject({ complete: true });
    expect(existsSync(photoFile(town.folder, hash))).toBe(true);
  });

  test('belongs to its campaign: who is in another does not see it, and has to send the bytes himself', async () => {
    const admin = await town.as('guanli');
    const other = (await admin.post('/api/campaigns', { plan: {} })).as<{ id: string }>().id;
    const { hash } = await upload(jia, town.campaign, pngOf('ours'));
    expect((await admin.get(`/api/campaigns/${other}/photos/${hash}`)).status).toBe(404);
    expect((await jia.get(`/api/campaigns/${other}/photos/${hash}`)).status).toBe(404);
    expect((await admin.ask('PUT', `/api/campaigns/${other}/photos/${hash}?size=${pngOf('ours').length}`)).as()).toMatchObject({
      complete: false,
      offset: 0,
    });
  });

  test('a receipt names the photos that are still missing, until they have arrived', async () => {
    const day = '2026-11-02';
    town.clock.set(instantAt(day, '10:00'));
    const photo = pngOf('late');
    const duty = dutiesOn(day).find(({ checklist }) => checklist === '门前三包检查表');
    if (!duty) throw new Error('no duty');
    const command = filled(duty, {
      submission: 'photo-0001',
      at: instantAt(day, '09:00'),
      but: { 门前干净: { result: 'fail', photos: [sha256(photo)] } },
    });
    const url = `/api/campaigns/${town.campaign}/submissions/photo-0001`;
    expect((await jia.put(url, command)).as()).toMatchObject({ missingPhotos: [sha256(photo)] });
    await upload(jia, town.campaign, photo);
    const again = await jia.put(url, command);
    expect([again.status, again.as()]).toMatchObject([200, { missingPhotos: [] }]);
  });

  test('a photo that is gone or altered is named by verify', async () => {
    const { writeFile } = await import('node:fs/promises');
    const { hash } = await upload(jia, town.campaign, pngOf('to be altered'));
    const file = photoFile(town.folder, hash);
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes, Buffer.from([0])]));
    expect((await verify(town.store, town.folder)).faults).toEqual([{ campaign: town.campaign, place: `photo ${hash}`, kind: 'altered' }]);
    await writeFile(file, bytes);
    expect((await verify(town.store, town.folder)).ok).toBe(true);
  });

  test('what nobody finishes within a week is swept away', async () => {
    const photo = pngOf('abandoned');
    const hash = sha256(photo);
    await jia.ask('PUT', `${base}/${hash}?size=${photo.length}`);
    await patch(hash, 0, photo.subarray(0, 10));
    const shelf = photoShelf({ ...town.work.tools, clock: { now: () => shift(town.clock.now(), 8 * 86_400_000) } }, town.folder);
    expect(await shelf.sweep()).toBeGreaterThanOrEqual(1);
    expect((await readdir(join(town.folder, 'uploads'))).filter((file) => file.includes(hash))).toEqual([]);
    expect((await jia.ask('HEAD', `${base}/${hash}`)).status).toBe(404);
  });
});
