import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { pngOf } from '../app/pictures.fixture.ts';
import { dutiesOn, filled, openTown, type Town, upload } from '../app/town.fixture.ts';
import { openStore } from '../store/open.ts';
import { databaseFile } from '../store/sqlite.ts';
import { openSqlite } from '../store/sqlite-connection.ts';
import { photoFile } from '../work/uploads.ts';
import { workOn } from '../work/work.ts';
import { xiuhua } from './terminal.fixture.ts';

const day = '2026-11-02';

let town: Town;
let room: string;
let photo: string;
beforeAll(async () => {
  town = await openTown('SQLite');
  room = await mkdtemp(join(tmpdir(), 'xiuhua-backup-'));
  town.clock.set(instantAt(day, '10:00'));
  const jia = await town.as('jia');
  ({ hash: photo } = await upload(jia, town.campaign, pngOf('shop front')));
  const [duty] = dutiesOn(day);
  if (!duty) throw new Error('no duty');
  const answers = { 门前干净: { result: 'fail' as const, photos: [photo] } };
  const command = filled(duty, { submission: 'kept-0001', at: instantAt(day, '09:50'), but: answers });
  expect((await jia.put(`/api/campaigns/${town.campaign}/submissions/kept-0001`, command)).status).toBe(201);
});
afterAll(async () => {
  await town.close();
  await rm(room, { recursive: true, force: true });
});

const eventsIn = async (folder: string): Promise<string> => {
  const store = await openStore({ data: folder, database: undefined }, { log: silentLog });
  const { book } = workOn({ store, clock: town.clock, log: silentLog, data: folder });
  const events = await book.events(town.campaign, 0);
  await store.close();
  return JSON.stringify(events);
};

test('beside a running server all data is copied, checked, and a server can go on from the copy', async () => {
  const copy = join(room, 'copy');
  const { code, out } = await xiuhua('backup', copy, '--data', town.folder);
  expect([code, out]).toEqual([0, expect.stringContaining('1 张照片，全部核对一致')]);
  expect((await stat(copy)).mode & 0o777).toBe(0o700);
  for (const file of [databaseFile(copy), photoFile(copy, photo)]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await eventsIn(copy)).toBe(JSON.stringify(await town.work.book.events(town.campaign, 0)));
  expect((await readdir(copy)).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('a photo that is missing here is named, and the exit code says so', async () => {
  const holed = join(room, 'holed');
  expect((await xiuhua('backup', holed, '--data', town.folder)).code).toBe(0);
  await rm(photoFile(holed, photo));
  const { code, out } = await xiuhua('backup', join(room, 'copy of holed'), '--data', holed);
  expect([code, out]).toEqual([1, expect.stringContaining(`photo ${photo}：缺失`)]);
});

test('nothing is written over: a folder that has something in it, none at all, and one in a place that is not there are refused in words', async () => {
  const full = await mkdtemp(join(room, 'full-'));
  await writeFile(join(full, 'letter.txt'), 'keep me');
  const refused = await xiuhua('backup', full, '--data', town.folder);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('已有东西')]);
  expect(await readdir(full)).toEqual(['letter.txt']);
  expect((await xiuhua('backup', '--data', town.folder)).err).toContain('放副本的目录');
  const lost = await xiuhua('backup', join(room, 'no', 'such', 'place'), '--data', town.folder);
  expect([lost.code, lost.err]).toEqual([2, expect.stringContaining('ENOENT')]);
});

test('data of an older version is not checked as it stands, and its copy is brought up to date; the data stays as it was', async () => {
  const older = join(room, 'older');
  expect((await xiuhua('backup', older, '--data', town.folder)).code).toBe(0);
  const db = openSqlite(databaseFile(older), false);
  db.exec(`delete from kysely_migration where name like '%-visits';
    create index record_unit on record (campaign, kind, day, unit);
    insert into record (campaign, kind, id, unit, day, state, body) select id, 'submission', 'kept-0001', '', '', '', '{}' from campaign`);
  db.close();
  const verified = await xiuhua('verify', '--data', older);
  expect([verified.code, verified.err]).toEqual([2, expect.stringContaining('较早版本')]);
  expect((await xiuhua('backup', join(room, 'newer'), '--data', older)).code).toBe(0);
  expect((await xiuhua('verify', '--data', join(room, 'newer'))).code).toBe(0);
  expect((await xiuhua('verify', '--data', older)).code).toBe(2);
});
