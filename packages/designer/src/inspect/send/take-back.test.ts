// @vitest-environment node
import { createHash } from 'node:crypto';
import { planHash } from '@xiuhua/engine';
import { IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PhoneFile, readPhoneFile } from '../../shared/phone-file.ts';
import type { Device } from '../device/base.ts';
import { keepPlan, storedPlan } from '../device/cache.ts';
import { beginDraft, draftsOf, finishDraft } from '../device/drafts.ts';
import { itemsOf } from '../device/outbox.ts';
import { keepPhoto, photoBytes } from '../device/photos.ts';
import { finalise } from '../fill/draft.ts';
import { draft, duty, emptyDevice, photoBytes as made, noon, xiaoqing } from '../inspect.fixture.ts';
import { exportUnsent } from './export.ts';
import { takeBack } from './take-back.ts';

beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange as unknown as typeof globalThis.IDBKeyRange;
});

const bytes = made(300_000);
const hash = createHash('sha256').update(Buffer.from(bytes)).digest('hex');
const plan = xiaoqing();
const west = duty({ site: '西街门面段' });
const half = draft({ plan: planHash(plan), answers: { 门前干净: { result: 'fail', photos: [hash] } } });
const finished = finalise(draft({ duty: west, answers: { 路灯亮: { result: 'pass' } } }), { now: noon, slip: 0 });

/** A phone with a draft, its photo and its plan, and with a finished record; and the file it saves. */
const saved = async (): Promise<string> => {
  const old = emptyDevice();
  await keepPlan(old, { campaign: 'town', hash: planHash(plan), version: 3, from: '2026-09-20', plan });
  await keepPhoto(old, { hash, type: 'image/jpeg', width: 1600, height: 1200, added: '' }, bytes);
  await beginDraft(old, half);
  await beginDraft(old, draft({ id: 'finished' }));
  await finishDraft(old, 'finished', finished);
  return JSON.stringify(await exportUnsent(old, 'jia', noon));
};

const read = (text: string): PhoneFile => {
  const file = readPhoneFile(text);
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const answersOn = async (device: Device) => (await draftsOf(device, 'jia')).map(({ answers }) => answers);

describe('a file taken back on another phone', () => {
  it('brings the draft with its photo and its plan, and the finished record to be sent under its own number', async () => {
    const device = emptyDevice();
    expect(await takeBack(device, read(await saved()), noon)).toEqual({ drafts: 1, items: 1, present: 0, unreadable: 0 });
    expect(await draftsOf(device, 'jia')).toEqual([half]);
    expect(Buffer.from(bytes).equals(await photoBytes(device, hash))).toBe(true);
    expect((await storedPlan(device, 'town', half.plan))?.plan).toEqual(plan);
    expect(await itemsOf(device, 'jia')).toEqual([finished]);
  });

  it('changes nothing the second time, and never overwrites what this phone has', async () => {
    const device = emptyDevice();
    const file = read(await saved());
    await takeBack(device, file, noon);
    expect(await takeBack(device, file, noon)).toEqual({ drafts: 0, items: 0, present: 2, unreadable: 0 });
    const other = emptyDevice();
    const own = draft({ plan: half.plan, answers: { 路灯亮: { result: 'pass' } } });
    await beginDraft(other, own);
    expect(await takeBack(other, file, noon)).toMatchObject({ drafts: 0, present: 1 });
    expect(await answersOn(other)).toEqual([own.answers]);
  });

  it('takes nothing whose content does not fit its name, and says so', async () => {
    const device = emptyDevice();
    const text = (await saved()).replaceAll('"pass"', '"fail"').replace(/"base64":"..../, '"base64":"AAAA');
    expect(await takeBack(device, read(text), noon)).toEqual({ drafts: 1, items: 0, present: 0, unreadable: 2 });
    expect(await itemsOf(device, 'jia')).toEqual([]);
    expect(await photoBytes(device, hash)).toHaveLength(0);
  });
});
